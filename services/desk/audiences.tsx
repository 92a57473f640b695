// The matrix of audiences: kenelle, mitä, miten, milloin, kuka, with the rings around it and the profiles it speaks to.
import { Hono } from 'hono'
import { type Language, pick, t } from '../../config/i18n.ts'
import { type AudienceRow, listAudiences, listRings, type RingRow } from '../../db/audiences.ts'
import { audienceSides } from '../../db/schema.ts'
import { listTopics } from '../../db/topics.ts'
import { sentAudience, sentRing, takeCycle, takeModel } from '../audiences.ts'
import type { Deps } from '../deps.ts'
import { sayCycle } from '../digest/say-plan.ts'
import { may } from '../domain/roles.ts'
import type { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import type { Fields } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { AudienceForm } from './audience-form.tsx'
import { type DutyName, dutyNames } from './duty-names.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Form } from './parts.tsx'
import { newestOf, PlanFrame } from './plan-frame.tsx'
import { Ring } from './ring.tsx'
import { type Again, addRowRoutes, textOf, tryForm } from './row-routes.ts'

export function audienceRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const again: Again = (c, refusal, sent) => show(deps, c, refusal, sent)
  const page = () => '/audiences'
  app.get('/:place/audiences', signedIn(deps), mayAt(deps, 'read'), (c) => show(deps, c))
  app.post('/:place/audiences/model', signedIn(deps), mayAt(deps, 'edit'), (c) =>
    tryForm(
      c,
      async () => {
        await takeModel(deps, actOf(c), 'audiences')
        return page()
      },
      again,
    ),
  )
  addRowRoutes(app, deps, {
    ...{ part: 'audience', path: 'audiences', right: 'edit', page, again },
    read: (fields) => takeCycle(readStrictly(sentAudience, fields)),
  })
  addRowRoutes(app, deps, {
    ...{ part: 'ring', path: 'rings', right: 'edit', page, again },
    read: (fields) => readStrictly(sentRing, fields),
  })
  return app
}

async function show(deps: Deps, c: DeskContext, refusal?: Refusal, sent: Fields = {}): Promise<Response> {
  const { language, place, role } = c.var
  const rows = await listAudiences(deps.db, place.id)
  const rings = await listRings(deps.db, place.id)
  const profiles = (await listTopics(deps.db, place.id)).filter((one) => one.kind === 'audience')
  const duties = await dutyNames(deps.db, c)
  const edits = may(role, 'edit')
  const asked = c.req.query('edit') ?? (typeof sent.whom === 'string' ? sent.id || 'new' : undefined)
  const row = rows.find((one) => one.id === asked)
  const newest = await newestOf(deps, c, ['audience', 'ring'])
  const seen = newest?.id ?? 0
  const ringSent = (id: string) => (typeof sent.members === 'string' && textOf(sent.id) === id ? sent : {})
  return c.html(
    <PlanFrame
      {...{ c, newest, refusal }}
      tab="audiences"
      title={t(language, 'audiences.title')}
      lede={t(language, 'audiences.lede')}
    >
      {edits && (asked === 'new' || row) && <AudienceForm {...{ c, row, rings, duties, sent, seen }} />}
      {rows.length === 0 && <Begin c={c} edits={edits} />}
      {rows.length > 0 &&
        audienceSides.map((side) => (
          <Matrix {...{ c, side, rings, duties, edits }} rows={rows.filter((one) => one.side === side)} />
        ))}
      {edits && rows.length > 0 && (
        <p>
          <a class="button" href={deskPath(c, '/audiences?edit=new')}>
            {t(language, 'audiences.add')}
          </a>
        </p>
      )}
      <section aria-labelledby="rings">
        <h2 id="rings">{t(language, 'audiences.rings')}</h2>
        <p class="quiet">{t(language, 'audiences.rings.hint')}</p>
        {rings.map((one) => (
          <Ring {...{ c, edits, seen }} ring={one} sent={ringSent(one.id)} />
        ))}
        {edits && rings.length > 0 && <Ring {...{ c, edits, seen }} ring={undefined} sent={ringSent('')} />}
      </section>
      {profiles.length > 0 && (
        <section aria-labelledby="profiles">
          <h2 id="profiles">{t(language, 'audiences.profiles')}</h2>
          <p class="quiet">
            {t(language, 'audiences.profiles.hint')}{' '}
            {edits && <a href={deskPath(c, '/lists')}>{t(language, 'lists.title')}</a>}
          </p>
          <ul>
            {profiles.map((one) => (
              <li>{pick(one.label, language, place.languages[0])}</li>
            ))}
          </ul>
        </section>
      )}
    </PlanFrame>,
    (refusal?.status ?? 200) as 200,
  )
}

function Begin({ c, edits }: { c: DeskContext; edits: boolean }) {
  const { language } = c.var
  return (
    <>
      <p>{t(language, 'audiences.none')}</p>
      {edits && (
        <Form c={c} action={deskPath(c, '/audiences/model')}>
          <button type="submit" class="button main">
            {t(language, 'audiences.model')}
          </button>
          <p class="hint">{t(language, 'audiences.model.hint')}</p>
        </Form>
      )}
    </>
  )
}

type MatrixProps = {
  c: DeskContext
  side: AudienceRow['side']
  rows: readonly AudienceRow[]
  rings: readonly RingRow[]
  duties: readonly DutyName[]
  edits: boolean
}

function Matrix({ c, side, rows, rings, duties, edits }: MatrixProps) {
  const { language, place } = c.var
  const main = place.languages[0] ?? 'fi'
  const columns = ['whom', 'what', 'how', 'cadence', 'who'] as const
  const [, what = '', how = '', cadence = '', who = ''] = columns.map((one) =>
    t(language, `audiences.${one}`),
  )
  return (
    <section aria-labelledby={side}>
      <h2 id={side}>{t(language, `audiences.${side}`)}</h2>
      {rows.length === 0 ? (
        <p class="quiet">{t(language, 'audiences.no-rows')}</p>
      ) : (
        <table class="rows matrix">
          <thead>
            <tr>
              {columns.map((one) => (
                <th scope="col">{t(language, `audiences.${one}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody lang={main === language ? undefined : main}>
            {rows.map((row) => (
              <tr id={row.id}>
                <th scope="row">
                  {row.whom}
                  <span class="quiet">{rings.find((one) => one.id === row.ring)?.label}</span>
                  {edits && (
                    <a href={deskPath(c, `/audiences?edit=${row.id}`)} lang={language}>
                      {t(language, 'plan.edit')}
                      <span class="vh">: {row.whom}</span>
                    </a>
                  )}
                </th>
                <td data-label={what}>
                  <Lines text={row.what} />
                </td>
                <td data-label={how}>
                  <Lines text={row.how} />
                </td>
                <td data-label={cadence}>
                  <Cadence {...{ language, row }} />
                </td>
                <td data-label={who}>
                  {row.who}
                  <span class="quiet">{duties.find((one) => one.id === row.duty_id)?.told}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** In the town's own words, and as the clock knows it where that says more. */
function Cadence({ language, row }: { language: Language; row: AudienceRow }) {
  const cycle = row.cycle ? sayCycle(language, row.cycle) : ''
  if (cycle.startsWith(row.cadence)) return <span lang={language}>{cycle}</span>
  return (
    <>
      {row.cadence}
      {cycle && (
        <span class="quiet" lang={language}>
          {cycle}
        </span>
      )}
    </>
  )
}

function Lines({ text }: { text: string }) {
  const all = text.split('\n').filter(Boolean)
  if (all.length < 2) return <>{text}</>
  return (
    <ul>
      {all.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  )
}
