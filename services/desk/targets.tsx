// The year's targets at the desk: what is aimed at, how far each is, and why it is where it is.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { listParts, listTargets } from '../../db/targets.ts'
import type { Deps } from '../deps.ts'
import { sayMeasured, sayNumber } from '../digest/say.ts'
import { figures } from '../domain/figures/list.ts'
import { dayOf } from '../domain/quarter.ts'
import { sumParts } from '../domain/target-record.ts'
import { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import { type Fields, readForm } from '../same-origin.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { explainTarget, sentTarget, sentTargetNote, takeTarget } from '../targets.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { textOf } from './row-routes.ts'

export function targetRoutes(deps: Deps): Hono<Signed> {
  const write = [signedIn(deps), mayAt(deps, 'write')] as const
  const who = (c: DeskContext) => ({ place: c.var.place, by: c.var.visitor.name })
  const works: Record<string, (c: DeskContext, fields: Fields) => Promise<unknown>> = {
    targets: (c, fields) => takeTarget(deps, who(c), readStrictly(sentTarget, fields)),
    'targets/note': (c, fields) => explainTarget(deps, who(c), readStrictly(sentTargetNote, fields)),
  }
  const app = new Hono<Signed>().get('/:place/targets', ...write, (c) => show(deps, c, {}))
  for (const [path, work] of Object.entries(works))
    app.post(`/:place/${path}`, ...write, async (c) => {
      const fields = await readForm(c)
      try {
        await work(c, fields)
      } catch (error) {
        if (!(error instanceof Refusal) || error.status === 404) throw error
        return show(deps, c, fields, error)
      }
      return c.redirect(deskPath(c, '/targets?saved=1'), 303)
    })
  return app
}

type Target = Awaited<ReturnType<typeof listTargets>>[number]

async function show({ db, clock }: Deps, c: DeskContext, sent: Fields, refusal?: Refusal): Promise<Response> {
  const { language, place } = c.var
  const today = dayOf(clock(), place.time_zone)
  const year = Number(today.slice(0, 4))
  const targets = await listTargets(db, place.id, year)
  const parts = await listParts(db, place.id)
  /** Of one in parts what its parts aim at together. */
  const aimOf = ({ id, aim }: Target) => {
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
        <h2>{t(language, 'digest.targets.caption', { year: String(year) })}</h2>
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
              <Note c={c} target={one} sent={sent.id === one.public_id ? sent : undefined} />
              <p>
                <a href={deskPath(c, `/targets/${one.public_id}/parts`)}>
                  {t(language, 'parts.open')}
                  <span class="vh">: {one.label}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
        <NewTarget c={c} sent={sent} year={year} />
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

type NoteProps = { c: DeskContext; target: Target; sent: Fields | undefined }

/** Why a target is where it is; what was sent and refused stays in the field, beside what is kept. */
function Note({ c, target, sent }: NoteProps) {
  const { language } = c.var
  const id = `note-${target.public_id}`
  const kept = target.note ?? ''
  return (
    <Form c={c} action={deskPath(c, '/targets/note')} class="settings">
      <input type="hidden" name="id" value={target.public_id} />
      <input type="hidden" name="was" value={kept} />
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

/** Whole figures only: a part of one is no target of a town. */
const bound = ['F1', 'F4', 'F10', 'F11', 'F13', 'F15', 'F16', 'F19', 'F20', 'F30', 'F31'] as const

function NewTarget({ c, sent, year }: { c: DeskContext; sent: Fields; year: number }) {
  const { language } = c.var
  const was = (name: string, otherwise = '') => (typeof sent[name] === 'string' ? sent[name] : otherwise)
  const input = (name: 'label' | 'baseline' | 'aim' | 'least', required = false) => (
    <Field id={name} label={t(language, `targets.${name}`)}>
      <input id={name} name={name} type="text" required={required} maxlength={160} value={was(name)} />
    </Field>
  )
  return (
    <section aria-labelledby="new-target">
      <h2 id="new-target">{t(language, 'targets.new')}</h2>
      <Form c={c} action={deskPath(c, '/targets')} class="settings">
        <input type="hidden" name="year" value={String(year)} />
        {input('label', true)}
        <div class="pair">
          <Field id="figure" label={t(language, 'targets.figure')}>
            <select id="figure" name="figure">
              <option value="">{t(language, 'targets.by-hand')}</option>
              {figures
                .filter((one) => (bound as readonly string[]).includes(one.id))
                .map((one) => (
                  <option value={one.id} selected={was('figure') === one.id}>
                    {one.id} {t(language, `figure.${one.id}.name`)}
                  </option>
                ))}
            </select>
          </Field>
          <Field id="direction" label={t(language, 'targets.direction')}>
            <select id="direction" name="direction">
              {(['up', 'down', 'range'] as const).map((one) => (
                <option value={one} selected={was('direction') === one}>
                  {t(language, `targets.direction.${one}`)}
                </option>
              ))}
            </select>
          </Field>
        </div>
        <div class="pair">
          {input('baseline')}
          {input('aim', true)}
          {input('least')}
        </div>
        <label class="check">
          <input type="checkbox" name="cumulative" value="1" checked={was('cumulative', '1') === '1'} />{' '}
          {t(language, 'targets.cumulative')}
        </label>
        <button type="submit" class="button main">
          {t(language, 'targets.save')}
        </button>
      </Form>
    </section>
  )
}
