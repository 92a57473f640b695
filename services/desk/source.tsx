// One source: its settings as a form drawn from the channel's own schema, its last visits; and adding a new one.
import { Hono } from 'hono'
import { z } from 'zod'
import { formatDate, t } from '../../config/i18n.ts'
import { listFamilies } from '../../db/places.ts'
import { listRuns } from '../../db/runs.ts'
import { findSource } from '../../db/sources.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { sourceName } from '../source-words.ts'
import { type Adapter, findAdapter, makeSource, readSourceForm, setSource } from '../tend-sources.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { Buttons, Modes, Settings } from './source-fields.tsx'
import { channelName } from './source-words.ts'

const newSource = z.object({
  id: z.string().regex(/^(?!new$)[a-z0-9][a-z0-9-]{1,39}$/, 'must be 2 to 40 of a-z, 0-9 and -'),
  mode: z.enum(['own', 'partner', 'resident']).default('own'),
  active: z.literal('1').optional(),
})

export function sourceSettingRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = mayAt(deps, 'edit')

  app.get('/:place/sources/new', signedIn(deps), edit, (c) => showNew(deps, c))

  app.post('/:place/sources/new', signedIn(deps), edit, async (c) => {
    const fields = await readForm(c)
    const adapter = findAdapter(deps, String(fields.channel))
    if (!adapter) throw new Refusal('not-found', 404)
    try {
      const { id, mode, active } = readStrictly(newSource, fields)
      const form = { ...readSourceForm(adapter, fields), channel: adapter.name }
      await makeSource(deps, actOf(c), { ...form, id, mode, active: active === '1' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showNew(deps, c, { adapter, refusal: error, fields })
    }
    return c.redirect(deskPath(c, '/sources?said=added'), 303)
  })

  app.get('/:place/sources/:id', signedIn(deps), edit, (c) => showOne(deps, c))

  app.post('/:place/sources/:id', signedIn(deps), edit, async (c) => {
    const fields = await readForm(c)
    const source = await findSource(deps.db, c.var.place.id, c.req.param('id'))
    const adapter = source && findAdapter(deps, source.channel)
    if (!adapter) throw new Refusal('not-found', 404)
    try {
      await setSource(deps, actOf(c), c.req.param('id'), readSourceForm(adapter, fields))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showOne(deps, c, error)
    }
    return c.redirect(deskPath(c, '/sources?said=saved'), 303)
  })
  return app
}

type Tried = { adapter: Adapter; refusal: Refusal; fields: Record<string, string | string[]> }

async function showNew(deps: Deps, c: DeskContext, tried?: Tried): Promise<Response> {
  const { language, place } = c.var
  const all = [...deps.channels, ...deps.meters]
  const adapter = tried?.adapter ?? findAdapter(deps, c.req.query('channel') ?? '')
  const title = adapter
    ? t(language, 'sources.add.channel', { channel: adapter.title })
    : t(language, 'sources.add')
  const families = await listFamilies(deps.db, place.id)
  const text = (name: string) => (typeof tried?.fields[name] === 'string' ? tried.fields[name] : '')
  return c.html(
    <DeskPage c={c} title={title} current="sources">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
        </header>
        {tried && <Say tone="need" {...refusalWords(language, tried.refusal)} />}
        {!adapter && (
          <nav aria-label={t(language, 'sources.add.which')}>
            <p>{t(language, 'sources.add.which')}</p>
            <ul class="acts">
              {all.map((one) => (
                <li>
                  <a class="button" href={deskPath(c, `/sources/new?channel=${one.name}`)}>
                    {one.title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {adapter && (
          <Form c={c} action={deskPath(c, '/sources/new')} class="settings">
            <input type="hidden" name="channel" value={adapter.name} />
            <Field id="id" label={t(language, 'sources.id')} hint={t(language, 'sources.id.hint')}>
              <input id="id" name="id" type="text" required value={text('id')} aria-describedby="id-hint" />
            </Field>
            {'offers' in adapter && <Modes c={c} />}
            <Settings c={c} adapter={adapter} families={families} values={(name) => text(`set_${name}`)} />
            <label class="tick">
              <input type="checkbox" name="active" value="1" checked />
              {t(language, 'sources.active')}
            </label>
            <Buttons c={c} label={t(language, 'sources.create')} terms={adapter.terms} />
          </Form>
        )}
      </main>
    </DeskPage>,
    (tried?.refusal.status ?? 200) as 200,
  )
}

async function showOne(deps: Deps, c: DeskContext, refusal?: Refusal): Promise<Response> {
  const { language, place } = c.var
  const source = await findSource(deps.db, place.id, c.req.param('id') ?? '')
  const adapter = source && findAdapter(deps, source.channel)
  if (!source || !adapter) throw new Refusal('not-found', 404)
  const families = await listFamilies(deps.db, place.id)
  const runs = await listRuns(deps.db, place.id, source.id, 10)
  const when = (at: Date) => formatDate(language, at, place.time_zone, 'time')
  const has = (name: string) => (source.settings[name] === undefined ? '' : String(source.settings[name]))
  const title = sourceName(source)
  return c.html(
    <DeskPage c={c} title={title} current="sources">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{channelName(c, source)}</p>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        <Form c={c} action={deskPath(c, `/sources/${source.id}`)} class="settings">
          <Settings c={c} adapter={adapter} families={families} values={has} source={source} />
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
    (refusal?.status ?? 200) as 200,
  )
}
