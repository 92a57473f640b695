// Content cards: the landing page, the guides' pool, the huoneentaulu and more, each with an owner and a review day.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { type CardRow, listCards } from '../../db/audiences.ts'
import { cardKinds } from '../../db/schema.ts'
import { sentCard } from '../audiences.ts'
import type { Deps } from '../deps.ts'
import { sayDay } from '../digest/say.ts'
import { dayOf } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import type { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import type { Fields } from '../same-origin.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { type DutyName, dutyNames } from './duty-names.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'
import { DutyChoice, newestOf, PlanFrame, RemoveRow, RowOf } from './plan-frame.tsx'
import { type Again, addRowRoutes, textOf } from './row-routes.ts'

export function cardRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const again: Again = (c, refusal, sent) => show(deps, c, refusal, sent)
  app.get('/:place/cards', signedIn(deps), mayAt(deps, 'read'), (c) => show(deps, c))
  addRowRoutes(app, deps, {
    ...{ part: 'card', path: 'cards', right: 'write', page: () => '/cards', again },
    read: (fields) => readStrictly(sentCard, fields),
  })
  return app
}

async function show(deps: Deps, c: DeskContext, refusal?: Refusal, sent: Fields = {}): Promise<Response> {
  const { language, place, role, now } = c.var
  const rows = await listCards(deps.db, place.id)
  const duties = await dutyNames(deps.db, c)
  const writes = may(role, 'write')
  const today = dayOf(now, place.time_zone)
  const late = (one: CardRow) => one.review_on !== null && one.review_on < today
  const newest = await newestOf(deps, c, ['card'])
  const seen = newest?.id ?? 0
  return c.html(
    <PlanFrame
      {...{ c, newest, refusal }}
      tab="cards"
      title={t(language, 'cards.title')}
      lede={t(language, 'cards.lede')}
    >
      {rows.length === 0 && <p>{t(language, 'cards.none')}</p>}
      {[...rows.filter(late), ...rows.filter((one) => !late(one))].map((one) => (
        <Card {...{ c, duties, writes, today, seen }} card={one} sent={sent.id === one.id ? sent : {}} />
      ))}
      {writes && (
        <details class="fold" open={refusal !== undefined && !sent.id}>
          <summary>
            <b>{t(language, 'cards.add')}</b>
          </summary>
          <CardForm {...{ c, duties, seen }} card={undefined} sent={sent.id ? {} : sent} />
        </details>
      )}
    </PlanFrame>,
    (refusal?.status ?? 200) as 200,
  )
}

type Props = {
  c: DeskContext
  card: CardRow
  duties: readonly DutyName[]
  writes: boolean
  today: string
  sent: Fields
  seen: number
}

function Card({ c, card, duties, writes, today, sent, seen }: Props) {
  const { language } = c.var
  const late = card.review_on !== null && card.review_on < today
  const review = card.review_on ? sayDay(language, card.review_on, true) : '–'
  const over = card.holders.filter(({ until }) => until && until < today).length
  return (
    <details class="fold" id={card.id} open={Object.keys(sent).length > 0}>
      <summary>
        <b>{card.title}</b>{' '}
        <span class="quiet">
          {t(language, `cards.kind.${card.kind}`)} ·{' '}
          {duties.find((one) => one.id === card.duty_id)?.told ?? t(language, 'plan.actions.nobody')} ·{' '}
          <span class={late ? 'need' : undefined}>
            {t(language, late ? 'cards.late' : 'cards.review', { day: review })}
          </span>
          {over > 0 && (
            <>
              {' '}
              · <span class="need">{t(language, 'cards.terms-over', { n: over })}</span>
            </>
          )}
        </span>
      </summary>
      {card.url && (
        <p>
          <a href={card.url}>{card.url}</a>
        </p>
      )}
      {card.holders.length > 0 && (
        <ul>
          {card.holders.map((one) => (
            <li>
              <b>{one.name}</b> {[one.languages, one.contact].filter(Boolean).join(' · ')}{' '}
              {one.until && (
                <span class={one.until < today ? 'need' : 'quiet'}>
                  {t(language, one.until < today ? 'cards.term-over' : 'cards.term', {
                    day: sayDay(language, one.until, true),
                  })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {writes ? <CardForm {...{ c, duties, card, sent, seen }} /> : <p>{card.body}</p>}
    </details>
  )
}

type FormProps = Pick<Props, 'c' | 'duties' | 'sent' | 'seen'> & { card: CardRow | undefined }

function CardForm({ c, card, duties, sent, seen }: FormProps) {
  const { language } = c.var
  const own = card?.id ?? 'new'
  const was = (name: string, now: string | null | undefined) =>
    name in sent ? textOf(sent[name]) : (now ?? '')
  const input = (name: 'title' | 'url' | 'languages', value: string | null | undefined) => (
    <Field id={`${own}-${name}`} label={t(language, `cards.${name}`)}>
      <input
        id={`${own}-${name}`}
        name={name}
        type="text"
        maxlength={name === 'url' ? 500 : 120}
        required={name === 'title'}
        value={was(name, value)}
      />
    </Field>
  )
  const date = (name: 'reviewed_on' | 'review_on') => (
    <Field id={`${own}-${name}`} label={t(language, `cards.${name}`)}>
      <input id={`${own}-${name}`} name={name} type="date" value={was(name, card?.[name])} />
    </Field>
  )
  const holders = card?.holders
    .map((one) => [one.name, one.contact, one.languages, one.until].join(' | '))
    .join('\n')
  return (
    <>
      <Form c={c} action={deskPath(c, '/cards')} class="settings">
        <RowOf id={card?.id} seen={seen} />
        <div class="pair">
          <Field id={`${own}-kind`} label={t(language, 'cards.kind')}>
            <select id={`${own}-kind`} name="kind">
              {cardKinds.map((one) => (
                <option value={one} selected={one === was('kind', card?.kind)}>
                  {t(language, `cards.kind.${one}`)}
                </option>
              ))}
            </select>
          </Field>
          {input('title', card?.title)}
        </div>
        <Field id={`${own}-body`} label={t(language, 'cards.body')}>
          <textarea id={`${own}-body`} name="body" rows={3}>
            {was('body', card?.body)}
          </textarea>
        </Field>
        <div class="pair">
          {input('url', card?.url)}
          {input('languages', card?.languages.join(', '))}
        </div>
        <Field id={`${own}-duty`} label={t(language, 'plan.duty')} hint={t(language, 'plan.duty.hint')}>
          <DutyChoice c={c} id={`${own}-duty`} duties={duties} value={was('duty_id', card?.duty_id)} />
        </Field>
        <div class="pair">
          {date('reviewed_on')}
          {date('review_on')}
        </div>
        <Field
          id={`${own}-holders`}
          label={t(language, 'cards.holders')}
          hint={t(language, 'cards.holders.hint')}
        >
          <textarea id={`${own}-holders`} name="holders" rows={3} aria-describedby={`${own}-holders-hint`}>
            {was('holders', holders)}
          </textarea>
        </Field>
        <button type="submit" class="button">
          {t(language, 'desk.save')}
        </button>
      </Form>
      {card && <RemoveRow c={c} path={`/cards/${card.id}`} name={card.title} />}
    </>
  )
}
