// What each stage of the process really has in a year: its digests, the reports sent, the plan, the contents kept up.
import { t } from '../../config/i18n.ts'
import { listCards } from '../../db/audiences.ts'
import { listReports } from '../../db/cycle-reports.ts'
import { listDigests } from '../../db/digests.ts'
import type { Db } from '../../db/open.ts'
import { findPlanInForce } from '../../db/plans.ts'
import type { StageId } from '../../db/schema.ts'
import { sayDay, sayQuarter } from '../digest/say.ts'
import { dayOf } from '../domain/quarter.ts'
import { type DeskContext, deskPath } from './layout.tsx'

export type RealThing = { href: string; text: string }

export async function readReal(db: Db, c: DeskContext, year: string): Promise<Record<StageId, RealThing[]>> {
  const { language, place, now } = c.var
  const digests = (await listDigests(db, place.id)).filter((one) => one.quarter.startsWith(year))
  const ofDigests = (name: 'digest.title' | 'digest.short', short: boolean) =>
    digests.map(({ quarter, state, published_at }) => ({
      href:
        short && published_at ? `/digests/${place.id}/${quarter}/short` : deskPath(c, `/digests/${quarter}`),
      text: `${t(language, name)} ${sayQuarter(language, quarter)}: ${t(language, `digest.state.${state}`)}`,
    }))
  const reports = (await listReports(db, place.id)).filter(
    (one) => one.kind === 'areas' && one.quarter.startsWith(year),
  )
  const ofReports = reports.map((one) => ({
    href: deskPath(c, '/reports'),
    text: `${one.title}: ${
      one.sent_at
        ? t(language, 'reports.sent', {
            day: sayDay(language, dayOf(one.sent_at, place.time_zone), true),
            who: one.sent_by ?? '',
          })
        : t(language, 'reports.draft')
    }`,
  }))
  const plan = await findPlanInForce(db, place.id)
  const ofPlan = (at: string) =>
    plan ? [{ href: deskPath(c, `/plan/${plan.id}${at}`), text: plan.title }] : []
  const today = dayOf(now, place.time_zone)
  const ofCards = (await listCards(db, place.id)).map(({ id, title, review_on }) => ({
    href: deskPath(c, `/cards#${id}`),
    text: review_on
      ? `${title}: ${t(language, review_on < today ? 'cards.late' : 'cards.review', {
          day: sayDay(language, review_on, true),
        })}`
      : title,
  }))
  return {
    collect: ofDigests('digest.title', false),
    analyse: [...ofDigests('digest.short', true), ...ofReports],
    plan: [...ofPlan(''), ...ofCards],
    act: ofPlan('#actions'),
  }
}

export function Real({ c, things }: { c: DeskContext; things: readonly RealThing[] }) {
  const { language } = c.var
  return (
    <>
      <h3>{t(language, 'process.real')}</h3>
      {things.length === 0 ? (
        <p class="quiet">{t(language, 'process.real.none')}</p>
      ) : (
        <ul>
          {things.map((one) => (
            <li>
              <a href={one.href}>{one.text}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
