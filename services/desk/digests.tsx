// The quarters of a place and where each digest stands; compiling a draft begins here.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { listDigests } from '../../db/digests.ts'
import { findBeginnings } from '../../db/figures/service.ts'
import type { Deps } from '../deps.ts'
import { sayPeriod, sayQuarter } from '../digest/say.ts'
import { draftDigest } from '../digests.ts'
import { addQuarters, quarterOf, quarterOfDay, quarterPattern } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import { Refusal } from '../errors.ts'
import { readForm } from '../same-origin.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Form } from './parts.tsx'

export function digestListRoutes(deps: Deps): Hono<Signed> {
  const { db, clock } = deps
  return new Hono<Signed>()
    .get('/:place/digests', signedIn(deps), mayAt(deps, 'read'), async (c) => {
      const { place } = c.var
      const running = quarterOf(clock(), place.time_zone)
      const { used } = await findBeginnings(db, place.id, place.time_zone)
      const digests = await listDigests(db, place.id)
      const first = [quarterOfDay(used), ...digests.map((one) => one.quarter)].sort()[0] ?? running
      const quarters: string[] = []
      for (
        let quarter = running;
        quarter >= first && quarters.length < 24;
        quarter = addQuarters(quarter, -1)
      )
        quarters.push(quarter)
      const lines = quarters.map((quarter) => ({
        quarter,
        row: digests.find((one) => one.quarter === quarter),
      }))
      return c.html(<DigestsPage c={c} lines={lines} />)
    })
    .post('/:place/digests', signedIn(deps), mayAt(deps, 'write'), async (c) => {
      const { quarter } = await readForm(c)
      if (typeof quarter !== 'string' || !quarterPattern.test(quarter)) throw new Refusal('not-found', 404)
      await draftDigest(deps, c.var.place, quarter, c.var.visitor.name)
      return c.redirect(deskPath(c, `/digests/${quarter}`), 303)
    })
}

type Line = { quarter: string; row: Awaited<ReturnType<typeof listDigests>>[number] | undefined }

function DigestsPage({ c, lines }: { c: DeskContext; lines: Line[] }) {
  const { language, role } = c.var
  const title = t(language, 'digests.title')
  return (
    <DeskPage c={c} title={title} current="digests">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'digests.lede')}</p>
        </header>
        <p class="acts">
          <a class="button" href={deskPath(c, '/reports')}>
            {t(language, 'reports.title')}
          </a>
          {may(role, 'edit') && (
            <a class="button" href={deskPath(c, '/recipients')}>
              {t(language, 'recipients.title')}
            </a>
          )}
        </p>
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{t(language, 'digests.quarter')}</th>
              <th scope="col">{t(language, 'digests.state')}</th>
              <th scope="col">{t(language, 'digests.act')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ quarter, row }) => (
              <tr>
                <th scope="row">
                  {sayPeriod(language, quarter)} <span class="quiet">{sayQuarter(language, quarter)}</span>
                </th>
                <td data-label={t(language, 'digests.state')}>
                  {row ? t(language, `digest-state.${row.state}`) : t(language, 'digests.none')}
                </td>
                <td data-label={t(language, 'digests.act')}>
                  {row && (
                    <a href={deskPath(c, `/digests/${quarter}`)}>
                      {t(language, 'digests.open')}
                      <span class="vh"> {sayQuarter(language, quarter)}</span>
                    </a>
                  )}
                  {!row && may(role, 'write') && (
                    <Form c={c} action={deskPath(c, '/digests')}>
                      <input type="hidden" name="quarter" value={quarter} />
                      <button type="submit" class="button">
                        {t(language, 'digests.compile')}
                        <span class="vh"> {sayQuarter(language, quarter)}</span>
                      </button>
                    </Form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </main>
    </DeskPage>
  )
}
