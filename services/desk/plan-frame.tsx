// The frame of the pages of planning: their own navigation, who changed them last, an undo.
import type { Child } from 'hono/jsx'
import { t } from '../../config/i18n.ts'
import { findNewestEdit } from '../../db/place-edits.ts'
import type { PlacePart } from '../../db/schema.ts'
import type { Deps } from '../deps.ts'
import { may } from '../domain/roles.ts'
import type { Refusal } from '../errors.ts'
import { canUndo } from '../undo-edit.ts'
import { Newest } from './history.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Form, RemoveForm, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

const JUST_NOW = 60_000
const tabs = ['plan', 'audiences', 'channels', 'cards', 'process'] as const
type Tab = (typeof tabs)[number]
export type Edit = Awaited<ReturnType<typeof findNewestEdit>>

export const newestOf = ({ db }: Deps, c: DeskContext, parts: readonly PlacePart[]): Promise<Edit> =>
  findNewestEdit(db, c.var.place.id, parts)

type FrameProps = {
  c: DeskContext
  tab: Tab
  title: string
  lede?: string
  newest?: Edit
  refusal: Refusal | undefined
  children: Child
}

export function PlanFrame({ c, tab, title, lede, newest, refusal, children }: FrameProps) {
  const { language, role, visitor, now } = c.var
  // What was just saved here is taken back here; anything older in the history of changes.
  const own =
    newest?.actor === visitor.name && now.getTime() - newest.at.getTime() < JUST_NOW ? newest : undefined
  const saved = c.req.query('saved') !== undefined && !refusal
  return (
    <DeskPage c={c} title={title} current="plan">
      <main class="work wide" id="content">
        <nav class="tabs" aria-label={t(language, 'plan.nav')}>
          <ul>
            {tabs.map((one) => (
              <li>
                <a href={deskPath(c, `/${one}`)} aria-current={one === tab ? 'page' : undefined}>
                  {t(language, `plan.tab.${one}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <header class="head">
          <h1>{title}</h1>
          {lede && <p class="quiet">{lede}</p>}
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {saved && (
          <Say tone="good" title={t(language, 'desk.saved')}>
            {own && canUndo(own) && may(role, 'edit') && (
              <Form c={c} action={deskPath(c, `/history/${own.id}/undo`)}>
                <button type="submit" class="button plain">
                  {t(language, 'history.undo')}
                </button>
              </Form>
            )}
          </Say>
        )}
        {children}
        {newest && (
          <footer class="stamp">
            <Newest c={c} edit={newest} />
            {may(role, 'edit') && <a href={deskPath(c, '/history')}>{t(language, 'settings.history')}</a>}
          </footer>
        )}
      </main>
    </DeskPage>
  )
}

/** Which row a form is of, and the last change that whoever opened it could see. */
export function RowOf({ id, seen }: { id: string | undefined; seen: number }) {
  return (
    <>
      <input type="hidden" name="id" value={id ?? ''} />
      <input type="hidden" name="seen" value={String(seen)} />
    </>
  )
}

/** Takes a row away; of what belongs to a plan, the page of that plan is shown again. */
export function RemoveRow({
  c,
  path,
  name,
  plan,
}: {
  c: DeskContext
  path: string
  name: string
  plan?: string
}) {
  return (
    <RemoveForm
      c={c}
      action={deskPath(c, `${path}/remove`)}
      label={t(c.var.language, 'plan.remove')}
      of={name}
    >
      {plan && <input type="hidden" name="plan_id" value={plan} />}
    </RemoveForm>
  )
}

/** Whom a row falls to, as options: the duties of the place, and nobody. */
export function DutyChoice({
  c,
  id,
  duties,
  value,
}: {
  c: DeskContext
  id: string
  duties: readonly { id: string; name: string }[]
  value: string | null
}) {
  return (
    <select id={id} name="duty_id">
      <option value="">{t(c.var.language, 'duties.nobody')}</option>
      {duties.map((one) => (
        <option value={one.id} selected={one.id === value}>
          {one.name}
        </option>
      ))}
    </select>
  )
}
