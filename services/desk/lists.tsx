// The place's own lists and what its team keeps in view: each a form of lines, in every language of the place.
import { Hono } from 'hono'
import { type Language, t } from '../../config/i18n.ts'
import type { Guidance } from '../../config/lists.ts'
import { topicKinds } from '../../config/lists.ts'
import type { Label } from '../../config/place.ts'
import { listTopics } from '../../db/topics.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { keepGuidance, keepTopics, type TypedLine } from '../lists.ts'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { guidanceParts } from './guidance.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

/** Empty lines at the end of each list. */
const ROOM = 3

export function listRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = mayAt(deps, 'edit')

  app.get('/:place/lists', signedIn(deps), edit, (c) => show(deps, c))

  app.post('/:place/lists/:list', signedIn(deps), edit, async (c) => {
    const fields = await readForm(c)
    const list = c.req.param('list')
    const kind = topicKinds.find((one) => one === list)
    const { languages } = c.var.place
    try {
      if (kind) await keepTopics(deps, actOf(c), kind, readLines(fields, kind, languages))
      else if (list === 'guidance') await keepGuidance(deps, actOf(c), readGuidance(fields, languages))
      else throw new Refusal('not-found', 404)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      return show(deps, c, error, fields)
    }
    return c.redirect(deskPath(c, '/lists?saved=1'), 303)
  })
  return app
}

function readLines(fields: Fields, name: string, languages: readonly Language[]): TypedLine[] {
  const all = (field: string) => [fields[field] ?? []].flat()
  const columns = languages.map((lang) => [lang, all(`${name}_${lang}`)] as const)
  const rows = Math.max(0, ...columns.map(([, texts]) => texts.length))
  const ids = all(`${name}_id`)
  const emails = all(`${name}_email`)
  return Array.from({ length: rows }, (_, at) => ({
    id: ids[at] ?? '',
    email: emails[at]?.trim() || null,
    label: Object.fromEntries(
      columns.map(([lang, texts]) => [lang, texts[at]?.replace(/\s+/g, ' ').trim() ?? '']),
    ) as Label,
  }))
}

const readGuidance = (fields: Fields, languages: readonly Language[]) =>
  Object.fromEntries(
    guidanceParts.map((part) => [part, readLines(fields, part, languages).map((one) => one.label)]),
  ) as Record<keyof Guidance, Label[]>

async function show({ db }: Deps, c: DeskContext, refusal?: Refusal, sent: Fields = {}): Promise<Response> {
  const { language, place } = c.var
  const topics = await listTopics(db, place.id)
  /** What was typed and refused stays on the page. */
  const typed = (name: string, stored: readonly Line[]) =>
    `${name}_id` in sent ? readLines(sent, name, place.languages).filter(isFilled) : stored
  const title = t(language, 'lists.title')
  return c.html(
    <DeskPage c={c} title={title} current="settings">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'lists.lede')}</p>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {c.req.query('saved') && <Say tone="good" title={t(language, 'desk.saved')} />}
        <Form c={c} action={deskPath(c, '/lists/guidance')} class="settings lines">
          <h2>{t(language, 'guidance.title')}</h2>
          {guidanceParts.map((part) => (
            <Lines
              c={c}
              name={part}
              sentences
              legend={t(language, `guidance.${part}`)}
              lines={typed(
                part,
                (place.guidance[part] ?? []).map((label) => ({ id: '', label })),
              )}
            />
          ))}
          <Save c={c} name={t(language, 'guidance.title')} />
        </Form>
        {topicKinds.map((kind) => (
          <Form c={c} action={deskPath(c, `/lists/${kind}`)} class="settings lines">
            <h2>{t(language, `lists.${kind}`)}</h2>
            <p class="hint">{t(language, `lists.${kind}.hint`)}</p>
            <Lines
              c={c}
              name={kind}
              legend={t(language, `lists.${kind}`)}
              lines={typed(
                kind,
                topics.filter((one) => one.kind === kind),
              )}
            />
            <Save c={c} name={t(language, `lists.${kind}`)} />
          </Form>
        ))}
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

type Line = { id: string; label: Label; email?: string | null }
type LinesProps = {
  c: DeskContext
  name: string
  legend: string
  lines: readonly Line[]
  /** The lines are long, and all of each is in view. */
  sentences?: boolean
}

const isFilled = ({ id, label, email }: Line) => Boolean(id || email || Object.values(label).some(Boolean))

function Lines({ c, name, legend, lines, sentences = false }: LinesProps) {
  const { language, place } = c.var
  const empty = { id: '', label: {} as Label, email: null }
  const rows = [...lines, ...Array.from({ length: ROOM }, () => empty)]
  return (
    <fieldset>
      <legend class="label">{legend}</legend>
      <div class="line names quiet" aria-hidden="true">
        {place.languages.map((lang) => (
          <span>{t(language, `lang.in.${lang}`)}</span>
        ))}
        {name === 'area' && <span>{t(language, 'login.email')}</span>}
      </div>
      {rows.map(({ id, label, email }, at) => (
        <div class="line">
          <input type="hidden" name={`${name}_id`} value={id} />
          {place.languages.map((lang) => {
            const tongue = t(language, `lang.in.${lang}`)
            const field = {
              ...{ name: `${name}_${lang}`, lang, maxlength: 300, placeholder: tongue },
              'aria-label': t(language, 'lists.line', { list: legend, n: at + 1, language: tongue }),
            }
            const text = label[lang] ?? ''
            return sentences ? (
              <textarea {...field} rows={1}>
                {text}
              </textarea>
            ) : (
              <input {...field} type="text" value={text} />
            )
          })}
          {name === 'area' && (
            <input
              type="email"
              name="area_email"
              value={email ?? ''}
              maxlength={200}
              placeholder={t(language, 'login.email')}
              aria-label={t(language, 'lists.area.email', { n: at + 1 })}
            />
          )}
        </div>
      ))}
    </fieldset>
  )
}

function Save({ c, name }: { c: DeskContext; name: string }) {
  return (
    <button type="submit" class="button">
      {t(c.var.language, 'desk.save')}
      <span class="vh">: {name}</span>
    </button>
  )
}
