// The form of a channel of the register.
import { t } from '../../config/i18n.ts'
import { accountKinds } from '../../config/place.ts'
import type { ChannelRow } from '../../db/audiences.ts'
import { channelStates } from '../../db/schema.ts'
import type { listSources } from '../../db/sources.ts'
import type { Fields } from '../same-origin.ts'
import type { DutyName } from './duty-names.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'
import { DutyChoice, RemoveRow, RowOf } from './plan-frame.tsx'

export type Source = Awaited<ReturnType<typeof listSources>>[number]
type Props = {
  c: DeskContext
  row: ChannelRow | undefined
  sources: readonly Source[]
  duties: readonly DutyName[]
  sent: Fields
  seen: number
}

export function ChannelForm({ c, row, sources, duties, sent, seen }: Props) {
  const { language } = c.var
  const was = (name: 'name' | 'medium' | 'url' | 'owner' | 'note') =>
    typeof sent[name] === 'string' ? sent[name] : (row?.[name] ?? '')
  const input = (name: 'name' | 'medium' | 'url' | 'owner', most: number, required = false) => (
    <Field id={name} label={t(language, `channels.${name}`)}>
      <input id={name} name={name} type="text" maxlength={most} required={required} value={was(name)} />
    </Field>
  )
  const choice = (name: 'kind' | 'state' | 'source_id', options: readonly [string, string][]) => (
    <Field id={name} label={t(language, `channels.${name}`)}>
      <select id={name} name={name}>
        {options.map(([value, label]) => (
          <option value={value} selected={value === (sent[name] ?? row?.[name] ?? '')}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
  return (
    <section aria-labelledby="channel">
      <h2 id="channel">{t(language, row ? 'channels.change' : 'channels.add')}</h2>
      <Form c={c} action={deskPath(c, '/channels')} class="settings">
        <RowOf id={row?.id} seen={seen} />
        <div class="pair">
          {input('name', 160, true)}
          {input('medium', 60)}
        </div>
        {input('url', 500)}
        <div class="pair">
          {choice(
            'kind',
            accountKinds.map((one) => [one, t(language, `kind.${one}`)]),
          )}
          {choice(
            'state',
            channelStates.map((one) => [one, t(language, `channels.state.${one}`)]),
          )}
        </div>
        <div class="pair">
          <Field id="duty" label={t(language, 'plan.duty')} hint={t(language, 'plan.duty.hint')}>
            <DutyChoice c={c} id="duty" duties={duties} value={row?.duty_id ?? null} />
          </Field>
          {input('owner', 160)}
        </div>
        <div class="pair">
          <Field
            id="languages"
            label={t(language, 'channels.languages')}
            hint={t(language, 'channels.languages.hint')}
          >
            <input
              id="languages"
              name="languages"
              type="text"
              maxlength={120}
              value={row?.languages.join(', ') ?? ''}
            />
          </Field>
          {choice('source_id', [
            ['', '–'],
            ...sources.map((one): [string, string] => [one.id, one.about.title ?? one.id]),
          ])}
        </div>
        <label class="tick">
          <input type="checkbox" name="gated" value="1" checked={row?.gated ?? false} />{' '}
          {t(language, 'channels.gated')}
        </label>
        <Field id="note" label={t(language, 'channels.note')}>
          <textarea id="note" name="note" rows={2}>
            {was('note')}
          </textarea>
        </Field>
        <button type="submit" class="button main">
          {t(language, 'desk.save')}
        </button>
        <a class="button plain" href={deskPath(c, '/channels')}>
          {t(language, 'plan.cancel')}
        </a>
      </Form>
      {row && <RemoveRow c={c} path={`/channels/${row.id}`} name={row.name} />}
    </section>
  )
}
