// One source: its form, tried or saved; a new one and one that is there with its last visits.
import { Hono } from 'hono'
import { formatDate, t } from '../../config/i18n.ts'
import { type FamilyWithTags, listFamilies } from '../../db/places.ts'
import { listRuns } from '../../db/runs.ts'
import { findSource, type VisitedSource } from '../../db/sources.ts'
import type { Deps } from '../deps.ts'
import type { Tried } from '../domain/trial.ts'
import { Refusal } from '../errors.ts'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { type Adapter, readNewSource, readSourceForm } from '../source-form.ts'
import { sourceName } from '../source-words.ts'
import { findAdapter, makeSource, setSource } from '../tend-sources.ts'
import { tryChangedSource, tryNewSource } from '../try-source.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { type Draft, draftOfFields, draftOfSource, emptyDraft } from './source-draft.ts'
import { Buttons, fieldOf, Modes, Settings } from './source-fields.tsx'
import { TrialResult } from './source-trial.tsx'
import { channelName, pastWords } from './source-words.ts'

/** What has just been sent: a try's result, or why nothing was done. */
type Sent = { fields: Fields; tried?: Tried; refusal?: Refusal }

export function sourceSettingRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = mayAt(deps, 'edit')

  app.get('/:place/sources/new', signedIn(deps), edit, (c) => {
    const adapter = findAdapter(deps, c.req.query('channel') ?? '')
    return adapter ? showNew(deps, c, adapter) : showChoice(deps, c)
  })

  app.post('/:place/sources/new', signedIn(deps), edit, async (c) => {
    const fields = await readForm(c)
    const adapter = findAdapter(deps, String(fields.channel))
    if (!adapter) throw new Refusal('not-found', 404)
    try {
      const form = readNewSource(adapter, fields)
      if (fields.step === 'try') {
        const tried = await tryNewSource(deps, actOf(c), form, c.req.raw.signal)
        return await showNew(deps, c, adapter, { fields, tried })
      }
      await makeSource(deps, actOf(c), form)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showNew(deps, c, adapter, { fields, refusal: error })
    }
    return c.redirect(deskPath(c, '/sources?said=added'), 303)
  })

  app.get('/:place/sources/:id', signedIn(deps), edit, async (c) => showOne(deps, c, await findOne(deps, c)))

  app.post('/:place/sources/:id', signedIn(deps), edit, async (c) => {
    const fields = await readForm(c)
    const one = await findOne(deps, c)
    try {
      const form = readSourceForm(one.adapter, fields, one.source.settings)
      if (fields.step === 'try') {
        const tried = await tryChangedSource(deps, actOf(c), one.source, form, c.req.raw.signal)
        return await showOne(deps, c, one, { fields, tried })
      }
      await setSource(deps, actOf(c), one.source.id, form)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showOne(deps, c, one, { fields, refusal: error })
    }
    return c.redirect(deskPath(c, '/sources?said=saved'), 303)
  })
  return app
}

type One = { source: VisitedSource; adapter: Adapter }

async function findOne(deps: Deps, c: DeskContext): Promise<One> {
  const source = await findSource(deps.db, c.var.place.id, c.req.param('id') ?? '')
  const adapter = source && findAdapter(deps, source.channel)
  if (!source || !adapter) throw new Refusal('not-found', 404)
  return { source, adapter }
}

function showChoice(deps: Deps, c: DeskContext): Response | Promise<Response> {
  const { language } = c.var
  const title = t(language, 'sources.add')
  return c.html(
    <DeskPage c={c} title={title} current="sources">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
        </header>
        <nav aria-label={t(language, 'sources.add.which')}>
          <p>{t(language, 'sources.add.which')}</p>
          <ul class="acts">
            {[...deps.channels, ...deps.meters].map((one) => (
              <li>
                <a class="button" href={deskPath(c, `/sources/new?channel=${one.name}`)}>
                  {one.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </main>
    </DeskPage>,
  )
}

async function showNew(deps: Deps, c: DeskContext, adapter: Adapter, sent?: Sent): Promise<Response> {
  const { language, place } = c.var
  const title = t(language, 'sources.add.channel', { channel: adapter.title })
  const families = await listFamilies(deps.db, place.id)
  const draft = sent ? draftOfFields(language, adapter, sent.fields, complaintsOf(sent)) : emptyDraft
  const past = pastOf(c, adapter, draft, modeOf(draft))
  return c.html(
    <DeskPage c={c} title={title} current="sources">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
        </header>
        <Outcome {...{ c, adapter, families, draft, sent, past }} />
        <Form c={c} action={deskPath(c, '/sources/new')} class="settings">
          <input type="hidden" name="channel" value={adapter.name} />
          <Field
            id="id"
            label={t(language, 'sources.id')}
            hint={t(language, 'sources.id.hint')}
            wrong={draft.wrong.get('id')}
          >
            <input {...fieldOf('id', true, draft)} name="id" type="text" required value={draft.text('id')} />
          </Field>
          {'offers' in adapter && <Modes c={c} draft={draft} />}
          <Settings {...{ c, adapter, families, draft }} />
          {past && !sent?.tried && <p class="hint">{past}</p>}
          <label class="tick">
            <input type="checkbox" name="active" value="1" checked={draft.active} />
            {t(language, 'sources.active')}
          </label>
          <Buttons c={c} label={t(language, 'sources.create')} terms={adapter.terms} />
        </Form>
      </main>
    </DeskPage>,
    (sent?.refusal?.status ?? 200) as 200,
  )
}

async function showOne(deps: Deps, c: DeskContext, { source, adapter }: One, sent?: Sent): Promise<Response> {
  const { language, place } = c.var
  const families = await listFamilies(deps.db, place.id)
  const runs = await listRuns(deps.db, place.id, source.id, 10)
  const when = (at: Date) => formatDate(language, at, place.time_zone, 'time')
  const draft = sent
    ? draftOfFields(language, adapter, sent.fields, complaintsOf(sent))
    : draftOfSource(adapter, source)
  const past = pastOf(c, adapter, draft, source.mode)
  const title = sourceName(source)
  return c.html(
    <DeskPage c={c} title={title} current="sources">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{channelName(c, source)}</p>
          {source.kind === 'posts' && (
            <p class="quiet">
              {t(language, 'sources.fixed', { mode: t(language, `sources.mode.${source.mode}`) })}
            </p>
          )}
        </header>
        <Outcome {...{ c, adapter, families, draft, sent, past }} />
        <Form c={c} action={deskPath(c, `/sources/${source.id}`)} class="settings">
          <Settings {...{ c, adapter, families, draft }} />
          {past && !sent?.tried && <p class="hint">{past}</p>}
          <Buttons c={c} label={t(language, 'desk.save')} terms={adapter.terms} />
        </Form>
        {runs.length > 0 && (
          <section aria-labelledby="runs">
            <h2 id="runs">{t(language, 'sources.runs')}</h2>
            <ol class="history">
              {runs.map((one) => (
                <li>
                  {when(one.started_at)}{' '}
                  <span class="quiet">
                    {one.fault_kind
                      ? t(language, 'sources.collect-failed')
                      : t(language, 'sources.found.n', { saved: one.saved, unchanged: one.unchanged })}
                  </span>
                </li>
              ))}
            </ol>
          </section>
        )}
      </main>
    </DeskPage>,
    (sent?.refusal?.status ?? 200) as 200,
  )
}

const complaintsOf = ({ refusal }: Sent) =>
  refusal?.code === 'id-taken' ? [{ path: 'id', message: '' }] : (refusal?.complaints ?? [])

const modeOf = (draft: Draft) =>
  (['partner', 'resident'] as const).find((one) => one === draft.text('mode')) ?? 'own'

function pastOf(c: DeskContext, adapter: Adapter, draft: Draft, mode: VisitedSource['mode']) {
  const reading = draft.text('set_reading') || undefined
  return pastWords(c.var.language, adapter, { reading }, mode)
}

type OutcomeProps = {
  c: DeskContext
  adapter: Adapter
  families: readonly FamilyWithTags[]
  draft: Draft
  sent: Sent | undefined
  past: string | undefined
}

/** What came of what was sent; each complaint leads to its field. */
function Outcome({ c, adapter, families, draft, sent, past }: OutcomeProps) {
  const { language } = c.var
  const kind = 'offers' in adapter ? 'posts' : 'numbers'
  if (sent?.tried) return <TrialResult {...{ c, families, kind, past, tried: sent.tried }} />
  if (!sent?.refusal) return null
  const { title, children } = refusalWords(language, sent.refusal)
  if (!draft.wrong.size)
    return (
      <Say tone="need" title={title}>
        {children}
      </Say>
    )
  return (
    <div class="say need" role="alert">
      <div>
        <p>
          <b>{t(language, 'sources.wrong.title', { n: draft.wrong.size })}</b>
        </p>
        <ul>
          {[...draft.wrong].map(([id, words]) => (
            <li>{id ? <a href={`#${id}`}>{words}</a> : words}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
