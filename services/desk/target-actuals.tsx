// How far the year's targets are, as of now, and who answers for which part: the same that the next digest will say.
import { Hono } from 'hono'
import { pick, t } from '../../config/i18n.ts'
import { findPlace } from '../../db/places.ts'
import { findTarget, listParts } from '../../db/targets.ts'
import type { Deps } from '../deps.ts'
import { sayPart, sayTotal } from '../digest/sections/target-parts.tsx'
import { quarterOf } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import { namesOf, type TargetRecord } from '../domain/target-record.ts'
import { Refusal } from '../errors.ts'
import { type Fields, readForm } from '../same-origin.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { targetsOf } from '../target-actuals.ts'
import { takeParts } from '../targets.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Form, Say } from './parts.tsx'
import { fieldWords } from './refused.tsx'

export function targetActualRoutes(deps: Deps): Hono<Signed> {
  const write = [signedIn(deps), mayAt(deps, 'write')] as const
  return new Hono<Signed>()
    .get('/:place/targets/actuals', signedIn(deps), mayAt(deps, 'read'), (c) => showActuals(deps, c))
    .get('/:place/targets/:id/parts', ...write, (c) => showParts(deps, c, undefined))
    .post('/:place/targets/:id/parts', ...write, async (c) => {
      const fields = await readForm(c)
      try {
        await takeParts(deps, { place: c.var.place, by: c.var.visitor.name }, c.req.param('id') ?? '', fields)
      } catch (error) {
        if (!(error instanceof Refusal) || error.status === 404) throw error
        return showParts(deps, c, fields, error)
      }
      return c.redirect(deskPath(c, '/targets?saved=1'), 303)
    })
}

async function showActuals({ db, clock }: Deps, c: DeskContext): Promise<Response> {
  const { language, place, role } = c.var
  const now = clock()
  const quarter = quarterOf(now, place.time_zone)
  const targets = await targetsOf(db, place, { quarter, at: now })
  const title = t(language, 'digest.targets.caption', { year: quarter.slice(0, 4) })
  return c.html(
    <DeskPage c={c} title={title} current="digests">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'actuals.lede')}</p>
          {may(role, 'write') && (
            <p>
              <a href={deskPath(c, '/targets')}>{t(language, 'actuals.edit')}</a>
            </p>
          )}
        </header>
        {targets.length === 0 && <p class="quiet">{t(language, 'digest.goals.none')}</p>}
        {targets.length > 0 && <Whole c={c} targets={targets} />}
        <Parts c={c} targets={targets.filter((one) => one.parts?.length)} />
      </main>
    </DeskPage>,
  )
}

type Props = { c: DeskContext; targets: readonly TargetRecord[] }

function Whole({ c, targets }: Props) {
  const { language } = c.var
  const head = (['reached-of', 'state', 'note'] as const).map((one) => t(language, `digest.targets.${one}`))
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{t(language, 'targets.aim')}</th>
          {head.map((label, nth) => (
            <th scope="col" class={nth ? undefined : 'num'}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {targets.map((one) => (
          <tr>
            <th scope="row">{one.label}</th>
            <td class="num" data-label={head[0]}>
              {sayPart(language, { label: one.label, aim: one.aim, actual: one.actual })}
            </td>
            <td data-label={head[1]}>{t(language, `digest.targets.${one.state}`)}</td>
            <td data-label={head[2]}>{one.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Parts({ c, targets }: Props) {
  const { language } = c.var
  if (!targets.length) return null
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{t(language, 'digest.parts.caption')}</h2>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{t(language, 'digest.parts.who')}</th>
            {targets.map(({ label }) => (
              <th scope="col" class="num">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {namesOf(targets).map((name) => (
            <tr>
              <th scope="row">{name}</th>
              {targets.map(({ label, parts = [] }) => (
                <td class="num" data-label={label}>
                  {sayPart(
                    language,
                    parts.find((part) => part.label === name),
                  )}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t(language, 'digest.parts.total')}</th>
            {targets.map(({ label, parts = [] }) => (
              <td class="num" data-label={label}>
                <b>{sayTotal(language, parts)}</b>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p class="quiet">{t(language, 'digest.parts.note')}</p>
    </section>
  )
}

/** Empty lines under those that are filled. */
const SPARE = 4

async function showParts(
  { db }: Deps,
  c: DeskContext,
  sent: Fields | undefined,
  refusal?: Refusal,
): Promise<Response> {
  const { language, place } = c.var
  const target = await findTarget(db, place.id, c.req.param('id') ?? '')
  if (!target) throw new Refusal('not-found', 404)
  const kept = (await listParts(db, place.id)).filter((one) => one.target_id === target.id)
  // A joint place that has none yet begins with its members in the file's order.
  const members = await Promise.all(place.members.map((id) => findPlace(db, id)))
  const begun = members.flatMap((one) =>
    one
      ? [{ label: pick(one.name, language, one.languages[0]), member_id: one.id, aim: '', actual: null }]
      : [],
  )
  const rows = kept.length ? kept : begun
  const was = (name: string, value: string | null | undefined) =>
    typeof sent?.[name] === 'string' ? sent[name] : (value ?? '')
  const column = (name: 'label' | 'aim' | 'actual') => t(language, `parts.${name}`)
  return c.html(
    <DeskPage c={c} title={target.label} current="notes">
      <main class="work" id="content">
        <header class="head">
          <h1>{t(language, 'parts.title', { target: target.label })}</h1>
          <p class="quiet">{t(language, 'parts.lede')}</p>
        </header>
        {refusal && <Say tone="need" {...fieldWords(language, refusal)} />}
        <Form c={c} action={deskPath(c, `/targets/${target.public_id}/parts`)} class="settings">
          <input type="hidden" name="seen" value={target.at.toISOString()} />
          {Array.from({ length: rows.length + SPARE }, (_, nth) => (
            <fieldset class="pair three">
              <legend class="vh">{t(language, 'parts.nth', { n: nth + 1 })}</legend>
              <input type="hidden" name={`member_${nth}`} value={rows[nth]?.member_id ?? ''} />
              {(['label', 'aim', 'actual'] as const).map((name) => (
                <div class="field">
                  <label for={`${name}_${nth}`}>{column(name)}</label>
                  <input
                    id={`${name}_${nth}`}
                    name={`${name}_${nth}`}
                    type="text"
                    maxlength={name === 'label' ? 80 : 20}
                    value={was(`${name}_${nth}`, rows[nth]?.[name])}
                  />
                </div>
              ))}
            </fieldset>
          ))}
          <button type="submit" class="button main">
            {t(language, 'digests.action.save')}
          </button>
        </Form>
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}
