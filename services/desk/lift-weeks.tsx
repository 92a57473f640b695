// Under the lift: its weeks with their reasons, whose turns they are, and the campaign that the comment names.
import { Hono } from 'hono'
import { z } from 'zod'
import { pick, t } from '../../config/i18n.ts'
import { saveLiftSettings } from '../../db/lifting.ts'
import { inTransaction } from '../../db/open.ts'
import type { FamilyWithTags } from '../../db/places.ts'
import { listFamilies } from '../../db/places.ts'
import { record } from '../curate.ts'
import type { Deps } from '../deps.ts'
import { minutesOf } from '../domain/lifting.ts'
import { may } from '../domain/roles.ts'
import { Refusal } from '../errors.ts'
import { excuseWeek, type Weeks } from '../lifting.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { weekNumber } from './card.tsx'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'

const excuse = z.object({
  week: z.string().regex(/^\d{4}-W\d{2}$/),
  reason: z.string().trim().max(200).default(''),
})
const settings = z.object({
  campaign: z.string().max(40).default(''),
  relay: z
    .string()
    .max(2000)
    .default('')
    .transform((text) => [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean))
    .pipe(z.array(z.string().max(100)).max(30)),
})

export function liftWeekRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()

  app.post('/:place/lift/weeks', signedIn(deps), mayAt(deps, 'curate'), async (c) => {
    const { week, reason } = readStrictly(excuse, await readForm(c))
    await excuseWeek(deps, actOf(c), week, reason)
    return c.redirect(`${deskPath(c, '/lift')}?saved=1#weeks`, 303)
  })

  app.post('/:place/lift/settings', signedIn(deps), mayAt(deps, 'edit'), async (c) => {
    const { place, now } = c.var
    const { campaign, relay } = readStrictly(settings, await readForm(c))
    const known = await listFamilies(deps.db, place.id)
    if (campaign && !known.some((one) => one.id === campaign)) throw new Refusal('not-found', 404)
    await inTransaction(deps.db, async (trx) => {
      await saveLiftSettings(trx, place.id, { campaign: campaign || null, relay })
      await record(trx, actOf(c), now, 'lift-settings', place.id, { campaign, relay })
    })
    return c.redirect(`${deskPath(c, '/lift')}?saved=1#weeks`, 303)
  })
  return app
}

type Props = { c: DeskContext; weeks: Weeks; families: readonly FamilyWithTags[] }

export function LiftWeeks({ c, weeks, families }: Props) {
  const { language, role } = c.var
  return (
    <section class="lift-weeks" aria-labelledby="weeks">
      <h2 id="weeks">{t(language, 'lift.weeks')}</h2>
      <p class="quiet">
        {t(language, 'lift.weeks.goal')} <a href={deskPath(c, '/journeys')}>{t(language, 'lift.journeys')}</a>
      </p>
      <div class="wide">
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{t(language, 'lift.week')}</th>
              <th scope="col">{t(language, 'lift.week.what')}</th>
              <th scope="col">{t(language, 'lift.week.done')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.weeks
              .filter(({ state }) => state !== 'before')
              .toReversed()
              .map((one) => (
                <WeekRow c={c} one={one} />
              ))}
          </tbody>
        </table>
      </div>
      <Excuse c={c} weeks={weeks} />
      {may(role, 'edit') && <Settings c={c} weeks={weeks} families={families} />}
    </section>
  )
}

function WeekRow({ c, one }: { c: DeskContext; one: Weeks['weeks'][number] }) {
  const { language } = c.var
  const { week, state, lift, reason } = one
  const took = lift?.seconds == null ? '' : t(language, 'lift.took', { n: minutesOf(lift.seconds) })
  return (
    <tr>
      <th scope="row">{weekNumber(week)}</th>
      <td>{t(language, `today.week.${state}`)}</td>
      <td>
        {lift ? (
          <>
            <a href={deskPath(c, `/posts/${lift.public_id}`)}>
              {lift.author ?? t(language, 'card.unknown-author')}
            </a>{' '}
            <span class="quiet">
              {lift.by}. {took}
            </span>
          </>
        ) : (
          (reason ?? '–')
        )}
      </td>
    </tr>
  )
}

function Excuse({ c, weeks }: { c: DeskContext; weeks: Weeks }) {
  const { language } = c.var
  const open = weeks.weeks.filter(({ state }) => ['now', 'none', 'excused'].includes(state)).toReversed()
  if (!open.length) return null
  return (
    <details>
      <summary class="button">{t(language, 'lift.excuse')}</summary>
      <Form c={c} action={deskPath(c, '/lift/weeks')} class="settings">
        <Field id="excuse-week" label={t(language, 'lift.excuse.week')}>
          <select id="excuse-week" name="week">
            {open.map(({ week }) => (
              <option value={week}>{t(language, 'lift.week.number', { n: weekNumber(week) })}</option>
            ))}
          </select>
        </Field>
        <Field
          id="excuse-reason"
          label={t(language, 'lift.excuse.reason')}
          hint={t(language, 'lift.excuse.hint')}
        >
          <input
            id="excuse-reason"
            name="reason"
            type="text"
            maxlength={200}
            aria-describedby="excuse-reason-hint"
          />
        </Field>
        <button type="submit" class="button">
          {t(language, 'desk.save')}
        </button>
      </Form>
    </details>
  )
}

function Settings({ c, weeks, families }: Props) {
  const { language, place } = c.var
  const { campaign, relay } = weeks.settings
  return (
    <details>
      <summary class="button">{t(language, 'lift.settings')}</summary>
      <Form c={c} action={deskPath(c, '/lift/settings')} class="settings">
        <Field id="campaign" label={t(language, 'lift.campaign')} hint={t(language, 'lift.campaign.hint')}>
          <select id="campaign" name="campaign" aria-describedby="campaign-hint">
            <option value="">{t(language, 'lift.campaign.none')}</option>
            {families.map((one) => (
              <option value={one.id} selected={one.id === campaign}>
                {one.tags[0] ? `#${one.tags[0].as_written}` : pick(one.label, language, place.languages[0])}
              </option>
            ))}
          </select>
        </Field>
        <Field id="relay" label={t(language, 'lift.relay')} hint={t(language, 'lift.relay.hint')}>
          <textarea id="relay" name="relay" rows={4} maxlength={2000} aria-describedby="relay-hint">
            {relay.join('\n')}
          </textarea>
        </Field>
        <button type="submit" class="button">
          {t(language, 'desk.save')}
        </button>
      </Form>
    </details>
  )
}
