// The history of the settings: what changed last and by whom, every change with what was before, and undoing it.
import { Hono } from 'hono'
import { z } from 'zod'
import type { Cycle } from '../../config/cycle.ts'
import { formatDate, isKey, type Key, type Language, languages, pick, t } from '../../config/i18n.ts'
import type { TopicKind } from '../../config/lists.ts'
import type { Label } from '../../config/place.ts'
import { packCursor, unpackCursor } from '../../db/page.ts'
import { type EditRow, listEdits } from '../../db/place-edits.ts'
import type { RuleConditions } from '../../db/schema.ts'
import type { Deps } from '../deps.ts'
import { sayCycle } from '../digest/say-plan.ts'
import { changedFields, changesIn, lineOf, listChange } from '../domain/edits.ts'
import { isPeriod } from '../domain/measures.ts'
import { Refusal } from '../errors.ts'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { canUndo, undoEdit } from '../undo-edit.ts'
import { dutyNames } from './duty-names.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { conditionWords } from './rule-words.ts'
import { dayWords } from './why.tsx'

const PAGE = 30
const number = z.coerce.number().int().min(1).max(2_147_483_647)

export function historyRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = mayAt(deps, 'edit')

  app.get('/:place/history', signedIn(deps), edit, (c) => show(deps, c))

  app.post('/:place/history/:id/undo', signedIn(deps), edit, async (c) => {
    await readForm(c)
    const id = number.safeParse(c.req.param('id'))
    if (!id.success) throw new Refusal('not-found', 404)
    try {
      await undoEdit(deps, actOf(c), id.data, c.var.visitor.operator)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      return show(deps, c, error)
    }
    return c.redirect(deskPath(c, '/history?saved=1'), 303)
  })
  return app
}

async function show({ db }: Deps, c: DeskContext, refusal?: Refusal): Promise<Response> {
  const { language, place } = c.var
  const cursor = unpackCursor(c.req.query('cursor') ?? '')?.id
  const rows = await listEdits(db, place.id, cursor, PAGE + 1)
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const duties = new Map((await dutyNames(db, c)).map((one) => [one.id, one.name]))
  const title = t(language, 'settings.history')
  return c.html(
    <DeskPage c={c} title={title} current="settings">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          {cursor === undefined && page[0] && <Newest c={c} edit={page[0]} />}
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {c.req.query('saved') && <Say tone="good" title={t(language, 'history.undone')} />}
        {page.length === 0 && <p class="quiet">{t(language, 'history.none')}</p>}
        <ol class="history">
          {page.map((one) => (
            <Edit c={c} edit={one} duties={duties} />
          ))}
        </ol>
        {rows.length > PAGE && last && (
          <p class="next">
            <a class="button" href={deskPath(c, `/history?cursor=${packCursor(last)}`)}>
              {t(language, 'audit.more')}
            </a>
          </p>
        )}
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

/** "Viimeisin päivitys, päivittäjä, päivitetyt kohdat": as the town's own documents say it. */
export function Newest({ c, edit }: { c: DeskContext; edit: EditRow }) {
  const { language, place } = c.var
  const rows = [
    ['history.last', formatDate(language, edit.at, place.time_zone, 'time')],
    ['history.by', edit.actor],
    ['history.what', whatOf(language, edit)],
  ] as const
  return (
    <dl class="pairs">
      {rows.map(([key, value]) => (
        <div>
          <dt>{t(language, key)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** "Luettelo Teemat", "Sääntö Kirosanat": which part it is. */
function titleOf(language: Language, edit: EditRow): string {
  const { part, object, before, after } = edit
  const title = t(language, `history.part.${part}`)
  if (part === 'place' || part === 'contact' || part === 'guidance') return title
  if (part === 'list') return `${title} ${t(language, `lists.${object as TopicKind}`)}`
  if (part === 'rule') return `${title} ${(after ?? before)?.name}`
  // A random id says nothing to anybody.
  const isRandom = /^[a-z]_[a-z2-7]{12}$/.test(object)
  return `${title} ${isRandom ? (callRow(language, after ?? before ?? {}) ?? '') : object}`.trim()
}

function whatOf(language: Language, edit: EditRow): string {
  const { before, after } = edit
  const fields = before && after ? changedFields(before, after).map((one) => fieldName(language, one)) : []
  return `${titleOf(language, edit)}${fields.length ? ` (${fields.join(', ')})` : ''}`
}

/** What a row is called, in one of its languages or in words of its own. */
function callRow(language: Language, { label, title, whom }: Record<string, unknown>): string | null {
  const name = label ?? title ?? whom
  return typeof name === 'object' && name ? pick(name as Label, language) : lineOf(name)
}

const isTongue = (name: string) => languages.some((one) => one === name)

/** What a field is called, or a part of it: a question of the review, a step of the plan, a language. */
function fieldName(language: Language, name: string, field = name): string {
  const keys = [
    field === 'review' && `process.review.${name}`,
    field === 'steps' && `plan.step.${name}`,
    isTongue(name) && `lang.${name}`,
    `history.field.${name}`,
  ]
  const key = keys.find((one): one is Key => one !== false && isKey(one))
  return key ? t(language, key) : name
}

/** What each duty is called. */
type Duties = ReadonlyMap<string, string>
type ChangesProps = { c: DeskContext; field: string; before: unknown; after: unknown; duties: Duties }

function Edit({ c, edit, duties }: { c: DeskContext; edit: EditRow; duties: Duties }) {
  const { language, place } = c.var
  const { before, after } = edit
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed'
  const what = titleOf(language, edit)
  return (
    <li>
      <b>{t(language, `history.${kind}`, { what })}</b>{' '}
      <span class="quiet">
        {edit.actor}, {formatDate(language, edit.at, place.time_zone, 'time')}
      </span>
      {before && after && (
        <dl class="pairs stack">
          {changedFields(before, after).map((field) => (
            <div>
              <dt>{fieldName(language, field)}</dt>
              <Changes {...{ c, field, duties }} before={before[field]} after={after[field]} />
            </div>
          ))}
        </dl>
      )}
      {edit.undone_at && <p class="quiet">{t(language, 'history.taken-back')}</p>}
      {canUndo(edit) && (
        <Form c={c} action={deskPath(c, `/history/${edit.id}/undo`)}>
          <button type="submit" class="button plain">
            {t(language, 'history.undo')}
            <span class="vh">: {what}</span>
          </button>
        </Form>
      )}
    </li>
  )
}

/** A field's change, or those of its parts. */
function Changes({ c, field, before, after, duties }: ChangesProps) {
  const { language } = c.var
  const whole = field === 'conditions' || field === 'cycle'
  const all = whole
    ? [{ at: [], was: before, is: after }]
    : changesIn(before, after, (row) => callRow(language, row) ?? '')
  return (
    <>
      {all.map(({ at, was, is }) => (
        <dd dir="auto">
          {at.map((one) => `${fieldName(language, one, field)}: `.replace('?:', '?')).join('')}
          {changeWords(language, at.at(-1) ?? field, was, is, duties)}
        </dd>
      ))}
    </>
  )
}

function changeWords(language: Language, field: string, before: unknown, after: unknown, duties: Duties) {
  const [was, is] = [linesOf(before), linesOf(after)]
  const lists = listChange(was ?? [], is ?? [])
  if (lists && lists.gone.length + lists.come.length > 0)
    return [...lists.gone.map((one) => `− ${one}`), ...lists.come.map((one) => `+ ${one}`)].join('  ')
  return `${valueWords(language, field, was, duties)} → ${valueWords(language, field, is, duties)}`
}

function valueWords(language: Language, field: string, value: unknown, duties: Duties): string {
  const nothing = t(language, 'history.empty')
  if (value === null || value === undefined) return nothing
  if (typeof value === 'boolean') return t(language, value ? 'history.on' : 'history.off')
  if (field === 'conditions') return conditionWords(language, value as RuleConditions, new Map()).join(', ')
  if (field === 'cycle') return sayCycle(language, value as Cycle)
  if (field === 'duty' || field === 'duty_id') return duties.get(String(value)) ?? String(value)
  if (isPeriod('day', String(value))) return dayWords(language, String(value))
  const keys = [`rules.${field}.${value}`, `plan.actions.${field}.${value}`, `history.value.${value}`]
  const key = keys.find(isKey)
  return key ? t(language, key) : (lineOf(value) ?? nothing)
}

/** Lines of a list as words, one beside the other in the languages in which they are given. */
function linesOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.map((one) => {
    const label = one?.label ?? one
    return label && typeof label === 'object' ? Object.values(label).join(' / ') : (one?.label ?? one)
  })
}
