// One account of the list with its form, and the form that names a new one.
import { t } from '../../config/i18n.ts'
import { type AccountKind, accountKinds } from '../../config/place.ts'
import type { AccountLine } from '../../db/known-accounts.ts'
import { handleChannels, profileUrl } from '../domain/profile.ts'
import { dayOf } from '../domain/quarter.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'
import { dayWords } from './why.tsx'

type AccountProps = {
  c: DeskContext
  account: AccountLine
  open: boolean
  /** The list that one came from. */
  back: string
}

export function Account({ c, account, open, back }: AccountProps) {
  const { language, place } = c.var
  const { public_id: id, channel, handle, kind, posts } = account
  const day = account.agreed_at ? dayOf(account.agreed_at, place.time_zone) : ''
  const url = account.url ?? profileUrl(channel, handle)
  const name = account.name ?? handle ?? t(language, 'card.unknown-author')
  return (
    <details class="fold" id={id} open={open}>
      <summary>
        <b>{name}</b> {account.name && handle && <span class="quiet">{handle}</span>}{' '}
        <span class="tag">{t(language, `kind.${kind}`)}</span>{' '}
        <span class="quiet">
          {t(language, `channel.${channel}`)}, {t(language, 'accounts.posts', { n: posts })}.
        </span>
        <Agreement c={c} account={account} day={day} />
      </summary>
      <Form c={c} action={deskPath(c, `/accounts/${id}`)} class="settings">
        <input type="hidden" name="back" value={back} />
        <Standing
          c={c}
          id={id}
          kind={kind}
          agreement={account.agreement ?? ''}
          day={day}
          mark={account.mark ?? ''}
        />
        <p class="acts">
          <button type="submit" class="button main">
            {t(language, 'desk.save')}
            <span class="vh">: {name}</span>
          </button>
          {url && (
            <a href={url} rel="noopener noreferrer" target="_blank">
              {t(language, 'accounts.open')}
              <span class="vh">
                : {name} ({t(language, 'act.new-tab')})
              </span>
            </a>
          )}
        </p>
      </Form>
    </details>
  )
}

/** Only a partner needs one, and without it its posts wait as everybody's do. */
function Agreement({ c, account, day }: { c: DeskContext; account: AccountLine; day: string }) {
  const { language } = c.var
  if (account.kind !== 'partner') return null
  if (!account.agreement) return <span class="need"> {t(language, 'accounts.agreement.none')}</span>
  const told = day ? `${account.agreement.replace(/\.$/, '')}, ${dayWords(language, day)}` : account.agreement
  return <span class="quiet"> {t(language, 'accounts.agreement.is', { told })}</span>
}

type StandingProps = {
  c: DeskContext
  id: string
  kind: AccountKind
  agreement: string
  day: string
  mark: string
}

function Standing({ c, id, kind, agreement, day, mark }: StandingProps) {
  const { language, place, now } = c.var
  return (
    <>
      <Field id={`${id}-kind`} label={t(language, 'accounts.kind')}>
        <select id={`${id}-kind`} name="kind">
          {accountKinds.map((one) => (
            <option value={one} selected={one === kind}>
              {t(language, `kind.${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field
        id={`${id}-agreement`}
        label={t(language, 'accounts.agreement')}
        hint={t(language, 'accounts.agreement.hint')}
      >
        <textarea
          id={`${id}-agreement`}
          name="agreement"
          rows={2}
          maxlength={1000}
          aria-describedby={`${id}-agreement-hint`}
        >
          {agreement}
        </textarea>
      </Field>
      <Field id={`${id}-agreed`} label={t(language, 'accounts.agreed')}>
        <input id={`${id}-agreed`} name="agreed" type="date" max={dayOf(now, place.time_zone)} value={day} />
      </Field>
      <Field id={`${id}-mark`} label={t(language, 'accounts.mark')} hint={t(language, 'accounts.mark.hint')}>
        <input
          id={`${id}-mark`}
          name="mark"
          type="text"
          maxlength={60}
          value={mark}
          aria-describedby={`${id}-mark-hint`}
        />
      </Field>
    </>
  )
}

/** `sent`: what was tried and refused, so that nobody types it twice. */
export function NewAccount({ c, sent }: { c: DeskContext; sent: Record<string, unknown> | undefined }) {
  const { language } = c.var
  const was = (name: string) => (typeof sent?.[name] === 'string' ? (sent[name] as string) : '')
  const kind = accountKinds.find((one) => one === was('kind')) ?? 'partner'
  return (
    <details class="fold" open={sent !== undefined}>
      <summary>
        <b>{t(language, 'accounts.add')}</b> <span class="quiet">{t(language, 'accounts.add.text')}</span>
      </summary>
      <Form c={c} action={deskPath(c, '/accounts')} class="settings">
        <Field id="new-channel" label={t(language, 'inbox.channel')}>
          <select id="new-channel" name="channel">
            {handleChannels.map((one) => (
              <option value={one} selected={one === was('channel')}>
                {t(language, `channel.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field
          id="new-handle"
          label={t(language, 'accounts.handle')}
          hint={t(language, 'accounts.handle.hint')}
        >
          <input
            id="new-handle"
            name="handle"
            type="text"
            required
            maxlength={200}
            autocapitalize="none"
            value={was('handle')}
            aria-describedby="new-handle-hint"
          />
        </Field>
        <Field id="new-name" label={t(language, 'accounts.name')}>
          <input id="new-name" name="name" type="text" maxlength={100} value={was('name')} />
        </Field>
        <Standing
          c={c}
          id="new"
          kind={kind}
          agreement={was('agreement')}
          day={was('agreed')}
          mark={was('mark')}
        />
        <button type="submit" class="button main">
          {t(language, 'accounts.add')}
        </button>
      </Form>
    </details>
  )
}
