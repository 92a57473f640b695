// What comes to a campaign with time: a calendar's doors, a contest's entries, money by year, follow-up after the end.
import { t } from '../../config/i18n.ts'
import type { listMoney } from '../../db/campaign-money.ts'
import type { CampaignRow, listDoors, listEntries, listFollowUps } from '../../db/campaigns.ts'
import { sayCents, sayDay } from '../digest/say.ts'
import { eurosOf, type FollowUpDue, writeDoors } from '../domain/campaigns.ts'
import type { Fields } from '../same-origin.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form, startOf } from './parts.tsx'

type Props = { c: DeskContext; row: CampaignRow }
type Listed<F extends (...args: never[]) => Promise<unknown[]>> = readonly Awaited<ReturnType<F>>[number][]

const wayOf = ({ c, row }: Props, path: string) => deskPath(c, `/campaigns/${row.public_id}${path}`)

export function Doors({ doors, sent, ...at }: Props & { doors: Listed<typeof listDoors>; sent: Fields }) {
  const { language } = at.c.var
  const kept = writeDoors(doors)
  return (
    <section aria-labelledby="doors">
      <h2 id="doors">{t(language, 'doors.title')}</h2>
      <Form c={at.c} action={wayOf(at, '/doors')} class="settings">
        <input type="hidden" name="was" value={kept} />
        <Field id="door-lines" label={t(language, 'doors.lines')} hint={t(language, 'doors.lines.hint')}>
          <textarea
            id="door-lines"
            name="doors"
            rows={8}
            maxlength={20_000}
            aria-describedby="door-lines-hint"
          >
            {typeof sent.doors === 'string' ? sent.doors : kept}
          </textarea>
        </Field>
        <button type="submit" class="button">
          {t(language, 'doors.save')}
        </button>
      </Form>
    </section>
  )
}

type EntriesProps = Props & {
  entries: Listed<typeof listEntries>
  /** Of the members whose posts take part, too. */
  names: ReadonlyMap<string, string>
}

export function Entries({ entries, names, ...at }: EntriesProps) {
  const { language } = at.c.var
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">{t(language, 'entries.title', { n: entries.length })}</h2>
      <p class="quiet">{t(language, 'entries.lede')}</p>
      <ul class="noted">
        {entries.map((one) => (
          <li>
            <EntryLink {...at} entry={one} />{' '}
            <span class="quiet">
              {[names.get(one.place_id), one.author, t(language, `state.${one.state as 'new'}`)]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Form c={at.c} action={wayOf(at, '/winners')}>
              <input type="hidden" name="post" value={one.public_id} />
              <button type="submit" class="button" name="won" value={one.won ? '0' : '1'}>
                {t(language, one.won ? 'entries.unwin' : 'entries.win')}
                <span class="vh">: {startOf(one)}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** At the desk; a member's post, which is decided of elsewhere, where it was published. */
function EntryLink({ entry, ...at }: Props & { entry: Listed<typeof listEntries>[number] }) {
  const own = entry.place_id === at.row.place_id
  const href = own ? deskPath(at.c, `/posts/${entry.public_id}`) : entry.url
  return href ? <a href={href}>{startOf(entry)}</a> : <span>{startOf(entry)}</span>
}

export function Money({ rows, today, ...at }: Props & { rows: Listed<typeof listMoney>; today: string }) {
  const { language } = at.c.var
  const [first, last] = [at.row.from_day, at.row.to_day ?? today].map((day) => Number(day.slice(0, 4)))
  const known = rows.map((one) => one.year)
  const years = [...new Set([...spanOf(first ?? 0, last ?? 0), ...known])].sort()
  const say = (cents: number | null) =>
    cents === null ? t(language, 'desk.unknown') : sayCents(language, cents)
  return (
    <section aria-labelledby="money">
      <h2 id="money">{t(language, 'money.title')}</h2>
      <ul class="noted">
        {years.map((year) => {
          const money = rows.find((one) => one.year === year) ?? { granted: null, used: null }
          const field = (name: 'granted' | 'used') => (
            <Field id={`${name}-${year}`} label={t(language, `money.${name}`)}>
              <input
                id={`${name}-${year}`}
                name={name}
                type="text"
                inputmode="decimal"
                maxlength={10}
                value={money[name] === null ? '' : eurosOf(money[name])}
              />
            </Field>
          )
          return (
            <li>
              <b>{year}</b>{' '}
              <span class="quiet">
                {t(language, 'money.row', { granted: say(money.granted), used: say(money.used) })}
              </span>
              <Form c={at.c} action={wayOf(at, '/money')} class="settings">
                <input type="hidden" name="year" value={String(year)} />
                <div class="pair">
                  {field('granted')}
                  {field('used')}
                </div>
                <button type="submit" class="button">
                  {t(language, 'digests.action.save')}
                  <span class="vh">: {year}</span>
                </button>
              </Form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const spanOf = (first: number, last: number) =>
  Array.from({ length: Math.min(10, Math.max(0, last - first) + 1) }, (_, nth) => first + nth)

type FollowProps = Props & {
  due: readonly FollowUpDue[]
  followed: Listed<typeof listFollowUps>
  sent: Fields
}

export function FollowUps({ due, followed, sent, ...at }: FollowProps) {
  const { language } = at.c.var
  return (
    <section aria-labelledby="follow-up">
      <h2 id="follow-up">{t(language, 'follow.title')}</h2>
      <p class="quiet">{t(language, due.length ? 'follow.lede' : 'follow.no-end')}</p>
      {due.map(({ months, due: day, state }) => {
        const said = followed.find((one) => one.months === months)
        return (
          <Form c={at.c} action={wayOf(at, '/follow-ups')} class="settings">
            <input type="hidden" name="months" value={String(months)} />
            <input type="hidden" name="was" value={said?.body ?? ''} />
            <Field
              id={`follow-${months}`}
              label={t(language, 'follow.after', { n: months })}
              hint={t(language, `follow.${state}`, { day: sayDay(language, day, true), by: said?.by ?? '' })}
            >
              <textarea
                id={`follow-${months}`}
                name="body"
                rows={3}
                required
                maxlength={2_000}
                aria-describedby={`follow-${months}-hint`}
              >
                {sent.months === String(months) && typeof sent.body === 'string'
                  ? sent.body
                  : (said?.body ?? '')}
              </textarea>
            </Field>
            <button type="submit" class="button">
              {t(language, 'digests.action.save')}
              <span class="vh">: {t(language, 'follow.after', { n: months })}</span>
            </button>
          </Form>
        )
      })}
    </section>
  )
}
