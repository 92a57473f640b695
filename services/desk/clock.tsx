// The comms clock at the desk: what is late first, then what comes; each round is marked done or moved here.
import { Hono } from 'hono'
import { z } from 'zod'
import { pick, t } from '../../config/i18n.ts'
import { listDuties } from '../../db/duties.ts'
import { type Answerer, type ClockEntry, listOpen, readAnswerers, readClock } from '../clock.ts'
import { answererWords, awayWords, dayWords, workPath } from '../clock-words.ts'
import { markRound } from '../clock-work.ts'
import type { Deps } from '../deps.ts'
import { addDays, dayOf } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { ClockFeeds } from './clock-feeds.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

/** How far ahead the list looks. */
const DAYS = 92

const form = z.discriminatedUnion('move', [
  z.object({ move: z.enum(['done', 'open']) }),
  z.object({
    move: z.literal('moved'),
    day: z.iso.date(),
    reason: z.string().trim().max(300).default(''),
  }),
])

export function clockRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  app.get('/:place/clock', signedIn(deps), mayAt(deps, 'read'), (c) => show(deps, c))
  app.post('/:place/clock/rounds/:item/:key', signedIn(deps), mayAt(deps, 'write'), async (c) => {
    const fields = await readForm(c)
    const { item, key } = c.req.param()
    try {
      await markRound(deps, actOf(c), item, key, readStrictly(form, fields))
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      return show(deps, c, error)
    }
    const done = fields.move === 'done' ? `&done=${item}/${key}` : ''
    return c.redirect(deskPath(c, `/clock?saved=1${done}`), 303)
  })
  return app
}

async function show({ db, env, clock: time }: Deps, c: DeskContext, refusal?: Refusal): Promise<Response> {
  const { language, place, role } = c.var
  const today = dayOf(time(), place.time_zone)
  const clock = await readClock(db, place.id, today)
  const open = listOpen(clock, { today, to: addDays(today, DAYS) })
  const late = open.filter((one) => one.state === 'late')
  const coming = withoutRepeats(open.filter((one) => one.state !== 'late'))
  const answererOf = await readAnswerers(db, place.id)
  const title = t(language, 'clock.title')
  const done = /^[\w-]+\/[\w-]+$/.exec(c.req.query('done') ?? '')?.[0]
  const list = (all: readonly ClockEntry[]) => (
    <ol class="rounds">
      {all.map((one) => (
        <RoundLine c={c} entry={one} today={today} answerer={answererOf(one.item.duty_id)} />
      ))}
    </ol>
  )
  return c.html(
    <DeskPage c={c} title={title} current="clock">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'clock.lede')}</p>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {c.req.query('saved') && !refusal && (
          <Say tone="good" title={t(language, 'desk.saved')}>
            {done && may(role, 'write') && <OpenAgain c={c} round={done} />}
          </Say>
        )}
        {clock.items.length === 0 ? (
          <div class="empty">
            <p class="label">{t(language, 'clock.empty')}</p>
            <p>{t(language, 'clock.empty.detail')}</p>
            {may(role, 'edit') && <UsualForm c={c} />}
          </div>
        ) : (
          <>
            <p class="acts">
              <a class="button" href={deskPath(c, `/clock/years/${today.slice(0, 4)}`)}>
                {t(language, 'clock.all-year')}
              </a>
              {may(role, 'edit') && (
                <a href={deskPath(c, '/clock/items')}>{t(language, 'clock.items.open')}</a>
              )}
            </p>
            <section aria-labelledby="late">
              <h2 id="late">{t(language, 'clock.late')}</h2>
              {late.length ? list(late) : <p class="quiet">{t(language, 'clock.late.none')}</p>}
            </section>
            <section aria-labelledby="coming">
              <h2 id="coming">{t(language, 'clock.coming')}</h2>
              {coming.length ? list(coming) : <p class="quiet">{t(language, 'clock.coming.none')}</p>}
            </section>
            <ClockFeeds c={c} url={env.PUBLIC_URL} duties={await listDuties(db, place.id)} />
          </>
        )}
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

/** Takes a mark back; `round` is the item and the key, as its address has them. */
export function OpenAgain({ c, round, of }: { c: DeskContext; round: string; of?: string }) {
  return (
    <Form c={c} action={deskPath(c, `/clock/rounds/${round}`)}>
      <button type="submit" class="button plain" name="move" value="open">
        {t(c.var.language, 'clock.undo')}
        {of && <span class="vh">: {of}</span>}
      </button>
    </Form>
  )
}

/** Of what comes every week only the next one: the list is for looking ahead. */
function withoutRepeats(all: readonly ClockEntry[]): ClockEntry[] {
  const seen = new Set<string>()
  return all.filter(({ item }) => {
    const again = seen.has(item.id)
    if (item.history.at(-1)?.cycle.every === 'week') seen.add(item.id)
    return !again
  })
}

function UsualForm({ c }: { c: DeskContext }) {
  return (
    <Form c={c} action={deskPath(c, '/clock/usual')}>
      <button type="submit" class="button main">
        {t(c.var.language, 'clock.usual')}
      </button>
    </Form>
  )
}

type LineProps = { c: DeskContext; entry: ClockEntry; today: string; answerer: Answerer }

function RoundLine({ c, entry, today, answerer }: LineProps) {
  const { language, place, role } = c.var
  const { item, key, day, planned, state, said } = entry
  const label = pick(item.label, language, place.languages[0])
  const path = workPath(entry)
  const id = `${item.id}-${key}`
  const moved = day !== planned
  return (
    <li id={id}>
      <p>
        <b>{label}</b>{' '}
        <span class={state === 'late' ? 'need' : 'quiet'}>
          {dayWords(language, day)}, {awayWords(language, today, day)}
        </span>
      </p>
      <p class="quiet">
        {answererWords(language, answerer, place.languages[0])}
        {moved && ` · ${t(language, 'clock.moved-from', { day: dayWords(language, planned) })}`}
        {moved && said?.reason && `, ${t(language, 'clock.moved-why', { reason: said.reason })}`}
      </p>
      <div class="acts">
        {path && (
          <a href={deskPath(c, path)}>
            {t(language, 'clock.open-work')}
            <span class="vh">: {label}</span>
          </a>
        )}
        {may(role, 'write') && <RoundForms c={c} entry={entry} label={label} id={id} />}
      </div>
    </li>
  )
}

type FormsProps = { c: DeskContext; entry: ClockEntry; label: string; id: string }

function RoundForms({ c, entry, label, id }: FormsProps) {
  const { language } = c.var
  const action = deskPath(c, `/clock/rounds/${entry.item.id}/${entry.key}`)
  const named = <span class="vh">: {label}</span>
  return (
    <>
      <Form c={c} action={action}>
        <button type="submit" class="button" name="move" value="done">
          {t(language, 'clock.do')}
          {named}
        </button>
      </Form>
      <details>
        <summary>
          {t(language, 'clock.move')}
          {named}
        </summary>
        <Form c={c} action={action} class="settings">
          <div class="pair">
            <Field
              id={`${id}-day`}
              label={t(language, 'clock.move.day')}
              hint={t(language, 'clock.move.day.hint')}
            >
              <input id={`${id}-day`} name="day" type="date" required aria-describedby={`${id}-day-hint`} />
            </Field>
            <Field id={`${id}-reason`} label={t(language, 'clock.move.reason')}>
              <input id={`${id}-reason`} name="reason" type="text" maxlength={300} />
            </Field>
          </div>
          <button type="submit" class="button" name="move" value="moved">
            {t(language, 'clock.move')}
            {named}
          </button>
        </Form>
      </details>
    </>
  )
}
