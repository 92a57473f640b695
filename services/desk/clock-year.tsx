// The year of the clock on one page, on screen and on paper, or as a list with what is late first; members beneath.
import { Hono } from 'hono'
import { type Language, pick, t } from '../../config/i18n.ts'
import { listPlaces } from '../../db/places.ts'
import { type ClockEntry, listEntries, readAnswerers, readClocks } from '../clock.ts'
import { answererWords, dayWords } from '../clock-words.ts'
import type { Deps } from '../deps.ts'
import { type EntryState, entryStates } from '../domain/clock.ts'
import { dayOf } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import { Refusal } from '../errors.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { OpenAgain } from './clock.tsx'
import { type Member, MembersYear } from './clock-members.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'

export function clockYearRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  app.get('/:place/clock/years/:year', signedIn(deps), mayAt(deps, 'read'), (c) => {
    const year = c.req.param('year')
    if (!/^20\d\d$/.test(year)) throw new Refusal('not-found', 404)
    return show(deps, c, Number(year))
  })
  return app
}

/** A sign for each state, so that neither colour nor a word alone says it. */
const signs: Record<EntryState, string> = { late: '!', ahead: '○', moved: '→', done: '●', left: '–' }

async function show({ db, clock: time }: Deps, c: DeskContext, year: number): Promise<Response> {
  const { language, place } = c.var
  const today = dayOf(time(), place.time_zone)
  const span = { from: `${year}-01-01`, to: `${year + 1}-01-01`, today }
  const clocks = await readClocks(db, [place.id, ...place.members], span.from)
  const own = clocks.get(place.id)
  if (!own) throw new Refusal('not-found', 404)
  const entries = listEntries(own, span)
  const names = new Map((place.members.length ? await listPlaces(db) : []).map((one) => [one.id, one.name]))
  const members = place.members.flatMap((id): Member[] => {
    const [clock, name] = [clocks.get(id), names.get(id)]
    return clock && name ? [{ name: pick(name, language), entries: listEntries(clock, span) }] : []
  })
  const list = c.req.query('as') === 'list'
  const title = t(language, 'clock.year', { year: String(year) })
  const there = deskPath(c, `/clock/years/${year}`)
  return c.html(
    <DeskPage c={c} title={title} current="clock">
      <main class="work year-page" id="content">
        <header class="head">
          <h1>
            {t(language, 'clock.title')} {year}
          </h1>
          <p class="acts">
            <a href={deskPath(c, `/clock/years/${year - 1}`)}>{year - 1}</a>
            <a href={deskPath(c, `/clock/years/${year + 1}`)}>{year + 1}</a>
            <a href={list ? there : `${there}?as=list`}>
              {t(language, list ? 'clock.as-page' : 'clock.as-list')}
            </a>
            <a href={deskPath(c, '/clock')}>{t(language, 'clock.late')}</a>
          </p>
        </header>
        {list ? (
          <YearList c={c} entries={entries} answererOf={await readAnswerers(db, place.id)} />
        ) : (
          <>
            <Months c={c} year={year} entries={entries} today={today} />
            <ul class="key" aria-label={t(language, 'clock.key')}>
              {entryStates.map((one) => (
                <li>
                  <Sign language={language} state={one} /> {t(language, `clock.state.${one}`)}
                </li>
              ))}
            </ul>
          </>
        )}
        {members.length > 0 && <MembersYear language={language} year={year} members={members} />}
      </main>
    </DeskPage>,
  )
}

function Sign({ language, state }: { language: Language; state: EntryState }) {
  return (
    <>
      <span class={`sign ${state}`} aria-hidden="true">
        {signs[state]}
      </span>
      <span class="vh">{t(language, `clock.state.${state}`)}</span>
    </>
  )
}

const isWeekly = ({ item }: ClockEntry) => item.history.at(-1)?.cycle.every === 'week'

type MonthsProps = { c: DeskContext; year: number; entries: readonly ClockEntry[]; today: string }

function Months({ c, year, entries, today }: MonthsProps) {
  const { language, place } = c.var
  const name = new Intl.DateTimeFormat({ fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }[language], {
    month: 'long',
    timeZone: 'UTC',
  })
  const label = (one: ClockEntry) => pick(one.item.label, language, place.languages[0])
  return (
    <div class="months">
      {Array.from({ length: 12 }, (_, nth) => {
        const month = `${year}-${String(nth + 1).padStart(2, '0')}`
        const mine = entries.filter(({ day }) => day.startsWith(month))
        const weekly = Map.groupBy(mine.filter(isWeekly), ({ item }) => item.id)
        return (
          <section class={today.startsWith(month) ? 'now' : undefined} aria-labelledby={`m-${month}`}>
            <h2 id={`m-${month}`}>{name.format(new Date(`${month}-15T12:00:00Z`))}</h2>
            <ul>
              {mine
                .filter((one) => !isWeekly(one))
                .map((one) => (
                  <li>
                    <b>{Number(one.day.slice(8))}.</b> <Sign language={language} state={one.state} />{' '}
                    <Label text={label(one)} />
                  </li>
                ))}
              {[...weekly.values()].map((all) => (
                <li class="quiet">
                  {t(language, 'clock.weekly', {
                    what: all[0] ? label(all[0]) : '',
                    done: all.filter(({ state }) => state === 'done').length,
                    all: all.length,
                  })}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

/** Signs of each half of a name, so that a month of many rounds stays short; the list has the names in full. */
const HALF = 26

/** `Kenelle: mitä`, both by their beginnings; who only hears the page hears all of it. */
function Label({ text }: { text: string }) {
  const [whom = '', ...what] = text.split(': ')
  const short = what.length ? `${begin(whom, HALF)}: ${begin(what.join(': '), HALF)}` : begin(text, 2 * HALF)
  if (short === text) return <>{text}</>
  return (
    <>
      <span aria-hidden="true">{short}</span>
      <span class="vh">{text}</span>
    </>
  )
}

const begin = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most).replace(/[,:;]?\s+\S*$/, '')}…`

type ListProps = {
  c: DeskContext
  entries: readonly ClockEntry[]
  answererOf: Awaited<ReturnType<typeof readAnswerers>>
}

function YearList({ c, entries, answererOf }: ListProps) {
  const { language, place, role } = c.var
  const late = entries.filter(({ state }) => state === 'late')
  return (
    <table class="rows">
      <thead>
        <tr>
          {(['when', 'what', 'whose', 'state'] as const).map((one) => (
            <th scope="col">{t(language, `clock.${one}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...late, ...entries.filter(({ state }) => state !== 'late')].map((one) => (
          <tr>
            <td data-label={t(language, 'clock.when')}>{dayWords(language, one.day)}</td>
            <th scope="row">{pick(one.item.label, language, place.languages[0])}</th>
            <td data-label={t(language, 'clock.whose')}>
              {answererWords(language, answererOf(one.item.duty_id), place.languages[0])}
            </td>
            <td data-label={t(language, 'clock.state')}>
              <Sign language={language} state={one.state} /> {stateWords(c, one)}
              {one.said?.done_at && may(role, 'write') && (
                <OpenAgain
                  c={c}
                  round={`${one.item.id}/${one.key}`}
                  of={`${pick(one.item.label, language, place.languages[0])}, ${dayWords(language, one.day)}`}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function stateWords(c: DeskContext, { state, planned, day, said }: ClockEntry): string {
  const { language, place } = c.var
  if (state === 'done' && said?.done_at && said.done_by)
    return t(language, 'clock.done-by', {
      who: said.done_by,
      day: dayWords(language, dayOf(said.done_at, place.time_zone)),
    })
  const word = t(language, `clock.state.${state}`)
  return planned === day
    ? word
    : `${word} (${t(language, 'clock.moved-from', { day: dayWords(language, planned) })})`
}
