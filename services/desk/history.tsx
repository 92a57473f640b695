// The history of the settings: what changed last and by whom, every change with what was before, and undoing it.
import { Hono } from 'hono'
import { z } from 'zod'
import { formatDate, isKey, type Language, t } from '../../config/i18n.ts'
import type { TopicKind } from '../../config/lists.ts'
import { packCursor, unpackCursor } from '../../db/page.ts'
import { type EditRow, listEdits } from '../../db/place-edits.ts'
import type { RuleConditions } from '../../db/schema.ts'
import type { Deps } from '../deps.ts'
import { changedFields, lineOf, listChange } from '../domain/edits.ts'
import { Refusal } from '../errors.ts'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { canUndo, undoEdit } from '../undo-edit.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { conditionWords } from './rule-words.ts'

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
            <Edit c={c} edit={one} />
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
function titleOf(language: Language, { part, object, before, after }: EditRow): string {
  const title = t(language, `history.part.${part}`)
  if (part === 'place' || part === 'contact' || part === 'guidance') return title
  if (part === 'list') return `${title} ${t(language, `lists.${object as TopicKind}`)}`
  if (part === 'rule') return `${title} ${(after ?? before)?.name}`
  // A random id says nothing to anybody.
  return /^[a-z]_[a-z2-7]{12}$/.test(object) ? title : `${title} ${object}`
}

function whatOf(language: Language, edit: EditRow): string {
  const { before, after } = edit
  const fields = before && after ? changedFields(before, after).map((one) => fieldName(language, one)) : []
  return `${titleOf(language, edit)}${fields.length ? ` (${fields.join(', ')})` : ''}`
}

function fieldName(language: Language, field: string): string {
  const key = `history.field.${field}`
  return isKey(key) ? t(language, key) : field
}

function Edit({ c, edit }: { c: DeskContext; edit: EditRow }) {
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
        <dl class="pairs">
          {changedFields(before, after).map((field) => (
            <div>
              <dt>{fieldName(language, field)}</dt>
              <dd dir="auto">{changeWords(language, field, before[field], after[field])}</dd>
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

function changeWords(language: Language, field: string, before: unknown, after: unknown): string {
  const [was, is] = [linesOf(before), linesOf(after)]
  const lists = listChange(was ?? [], is ?? [])
  if (lists && lists.gone.length + lists.come.length > 0)
    return [...lists.gone.map((one) => `− ${one}`), ...lists.come.map((one) => `+ ${one}`)].join('  ')
  const say = (value: unknown) => {
    if (typeof value === 'boolean') return t(language, value ? 'history.on' : 'history.off')
    const told = field === 'conditions' ? conditionWords(language, value as RuleConditions, new Map()) : value
    const key = `rules.${field}.${value}`
    return isKey(key) ? t(language, key) : (lineOf(told) ?? t(language, 'history.empty'))
  }
  return `${say(was)} → ${say(is)}`
}

/** Lines of a list as words, one beside the other in the languages in which they are given. */
function linesOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.map((one) => {
    const label = one?.label ?? one
    return label && typeof label === 'object' ? Object.values(label).join(' / ') : one
  })
}
