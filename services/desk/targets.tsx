// The year's targets at the desk: what is aimed at, how far each is, and why it is where it is.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { listParts, listTargets, type TargetRow } from '../../db/targets.ts'
import type { Deps } from '../deps.ts'
import { sayMeasured, sayNumber } from '../digest/say.ts'
import { dayOf } from '../domain/quarter.ts'
import { sumParts } from '../domain/target-record.ts'
import type { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import type { Fields } from '../same-origin.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import {
  beginTargets,
  correctTarget,
  explainTarget,
  removeTarget,
  sentTarget,
  sentTargetChange,
  sentTargetEnd,
  sentTargetNote,
  sentTargetYear,
  takeTarget,
} from '../targets.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, RemoveForm, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { type Again, textOf, tryForm } from './row-routes.ts'
import { TargetForm } from './target-form.tsx'

export function targetRoutes(deps: Deps): Hono<Signed> {
  const write = [signedIn(deps), mayAt(deps, 'write')] as const
  const who = (c: DeskContext) => ({ place: c.var.place, by: c.var.visitor.name })
  const again: Again = (c, refusal, sent) => show(deps, c, sent, refusal)
  const works: Record<string, (c: DeskContext, fields: Fields) => Promise<unknown>> = {
    targets: (c, fields) => takeTarget(deps, who(c), readStrictly(sentTarget, fields)),
    'targets/begin': (c, fields) => beginTargets(deps, who(c), readStrictly(sentTargetYear, fields)),
    'targets/change': (c, fields) => correctTarget(deps, who(c), readStrictly(sentTargetChange, fields)),
    'targets/note': (c, { year: _, ...fields }) =>
      explainTarget(deps, who(c), readStrictly(sentTargetNote, fields)),
    'targets/remove': (c, fields) => removeTarget(deps, who(c), readStrictly(sentTargetEnd, fields)),
  }
  const app = new Hono<Signed>().get('/:place/targets', ...write, (c) => show(deps, c, {}))
  for (const [path, work] of Object.entries(works))
    app.post(`/:place/${path}`, ...write, (c) =>
      tryForm(
        c,
        async (fields) => {
          await work(c, fields)
          return `/targets?year=${yearOf(fields.year) ?? ''}`
        },
        again,
      ),
    )
  return app
}

const yearOf = (sent: Fields[string] | undefined) => /^20\d\d$/.exec(textOf(sent))?.[0]

async function show({ db, clock }: Deps, c: DeskContext, sent: Fields, refusal?: Refusal): Promise<Response> {
  const { language, place } = c.var
  const current = Number(dayOf(clock(), place.time_zone).slice(0, 4))
  const year = Number(yearOf(sent.year ?? c.req.query('year')) ?? current)
  const targets = await listTargets(db, place.id, year)
  const before = await listTargets(db, place.id, year - 1)
  const parts = await listParts(db, place.id)
  /** Of one in parts what its parts aim at together. */
  const aimOf = ({ id, aim }: TargetRow) => {
    const mine = parts.filter((one) => one.target_id === id)
    return mine.length ? sumParts(mine).aim : aim
  }
  const title = t(language, 'targets.title')
  return c.html(
    <DeskPage c={c} title={title} current="notes">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'targets.lede')}</p>
          <p>
            <a href={deskPath(c, '/targets/actuals')}>{t(language, 'actuals.open')}</a>
          </p>
        </header>
        {refusal && (
          <Say tone="need" {...refusalWords(language, refusal)}>
            {refusal.complaints.map((one) => `${one.path} ${one.message}`).join(' · ')}
          </Say>
        )}
        {c.req.query('saved') && !refusal && <Say tone="good" title={t(language, 'brought.saved')} />}
        <ul class="years">
          {[current - 1, current, current + 1].map((one) => (
            <li>
              <a href={deskPath(c, `/targets?year=${one}`)} aria-current={one === year ? 'page' : undefined}>
                {one}
              </a>
            </li>
          ))}
        </ul>
        <h2>{t(language, 'digest.targets.caption', { year: String(year) })}</h2>
        {targets.length === 0 && <p class="quiet">{t(language, 'digest.goals.none')}</p>}
        {targets.length === 0 && before.length > 0 && (
          <Form c={c} action={deskPath(c, '/targets/begin')}>
            <input type="hidden" name="year" value={String(year)} />
            <button type="submit" class="button">
              {t(language, 'targets.begin', { year: String(year - 1) })}
            </button>
            <p class="hint">{t(language, 'targets.begin.hint')}</p>
          </Form>
        )}
        <ul class="noted">
          {targets.map((one) => (
            <li>
              <b>{one.label}</b>{' '}
              <span class="quiet">
                {[
                  sayMeasured(language, one.figure),
                  one.baseline !== null &&
                    `${t(language, 'targets.baseline')} ${sayNumber(language, one.baseline)}`,
                  `${t(language, 'targets.aim')} ${sayNumber(language, aimOf(one))}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <Note
                c={c}
                target={one}
                sent={sent.id === one.public_id && 'note' in sent ? sent : undefined}
              />
              <Change
                c={c}
                target={one}
                sent={sent.id === one.public_id && 'aim' in sent ? sent : undefined}
              />
              <p>
                <a href={deskPath(c, `/targets/${one.public_id}/parts`)}>
                  {t(language, 'parts.open')}
                  <span class="vh">: {one.label}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
        <section aria-labelledby="new-target">
          <h2 id="new-target">{t(language, 'targets.new')}</h2>
          <TargetForm
            {...{ c, year }}
            target={undefined}
            sent={'aim' in sent && !('id' in sent) ? sent : undefined}
          />
        </section>
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

type OwnProps = { c: DeskContext; target: TargetRow; sent: Fields | undefined }

/** Why a target is where it is; what was sent and refused stays in the field, beside what is kept. */
function Note({ c, target, sent }: OwnProps) {
  const { language } = c.var
  const id = `note-${target.public_id}`
  const kept = target.note ?? ''
  return (
    <Form c={c} action={deskPath(c, '/targets/note')} class="settings">
      <input type="hidden" name="id" value={target.public_id} />
      <input type="hidden" name="was" value={kept} />
      <input type="hidden" name="year" value={String(target.year)} />
      <Field
        id={id}
        label={t(language, 'digest.targets.note')}
        {...(sent && kept && { hint: t(language, 'targets.note.kept', { note: kept }) })}
      >
        <input
          id={id}
          name="note"
          type="text"
          maxlength={300}
          value={sent ? textOf(sent.note) : kept}
          aria-describedby={sent && kept ? `${id}-hint` : undefined}
        />
      </Field>
      <button type="submit" class="button">
        {t(language, 'digests.action.save')}
        <span class="vh">: {target.label}</span>
      </button>
    </Form>
  )
}

/** A target that was entered wrong is set right or taken away. */
function Change({ c, target, sent }: OwnProps) {
  const { language } = c.var
  return (
    <details class="fold" open={sent !== undefined}>
      <summary>
        {t(language, 'targets.change')}
        <span class="vh">: {target.label}</span>
      </summary>
      <TargetForm {...{ c, target, sent }} year={target.year} />
      <RemoveForm
        c={c}
        action={deskPath(c, '/targets/remove')}
        label={t(language, 'targets.remove')}
        of={target.label}
      >
        <input type="hidden" name="id" value={target.public_id} />
        <input type="hidden" name="year" value={String(target.year)} />
      </RemoveForm>
    </details>
  )
}
