// Walls: what each shows and in which order, adding one, and removing one after a question.
import { Hono } from 'hono'
import { pick, t } from '../../config/i18n.ts'
import { languages } from '../../config/place.ts'
import { listFamilies, listWalls } from '../../db/places.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { keepWall, removeWall } from '../wall-settings.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { textOf } from './row-routes.ts'
import { MOST_ACTIONS, type WallDraft, WallForm } from './wall-fields.tsx'

export function wallSettingRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = mayAt(deps, 'edit')

  app.get('/:place/walls', signedIn(deps), edit, (c) => show(deps, c))

  app.post('/:place/walls', signedIn(deps), edit, async (c) => {
    const fields = await readForm(c)
    const draft = draftOf(fields)
    const isNew = fields.is === 'new'
    try {
      const id = await keepWall(deps, actOf(c), settingsOf(draft), isNew)
      return c.redirect(deskPath(c, `/walls?saved=1#${id}`), 303)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      return show(deps, c, { refusal: error, draft, isNew })
    }
  })

  app.get('/:place/walls/:id/remove', signedIn(deps), edit, async (c) => {
    const walls = await listWalls(deps.db, c.var.place.id)
    const wall = walls.find((one) => one.id === c.req.param('id'))
    if (!wall) throw new Refusal('not-found', 404)
    return c.html(<RemovePage c={c} id={wall.id} name={pick(wall.label, c.var.language)} />)
  })

  app.post('/:place/walls/:id/remove', signedIn(deps), edit, async (c) => {
    await readForm(c)
    await removeWall(deps, actOf(c), c.req.param('id'))
    return c.redirect(deskPath(c, '/walls?removed=1'), 303)
  })
  return app
}

const listOf = (fields: Fields, name: string) => [fields[name] ?? []].flat()

function labelOf(fields: Fields, prefix: string): WallDraft['label'] {
  const told = languages.map((lang) => [lang, textOf(fields[`${prefix}_${lang}`]).trim()] as const)
  return Object.fromEntries(told.filter(([, text]) => text))
}

/** The form as it was sent, so that a refused one is shown again as it was. */
function draftOf(fields: Fields): WallDraft {
  const actions = Array.from({ length: MOST_ACTIONS }, (_, nth) => ({
    id: textOf(fields[`action_${nth}_id`]).trim(),
    label: labelOf(fields, `action_${nth}`),
    url: textOf(fields[`action_${nth}_url`]).trim(),
  }))
  return {
    id: textOf(fields.id).trim(),
    label: labelOf(fields, 'label'),
    families: listOf(fields, 'families'),
    channels: listOf(fields, 'channels'),
    show: textOf(fields.show).trim(),
    lead: { families: listOf(fields, 'lead'), count: textOf(fields.count).trim() },
    moderation: textOf(fields.moderation).trim(),
    actions: actions.filter((one) => one.id || one.url || Object.keys(one.label).length),
  }
}

/** As a place file would say it: numbers as numbers, and without families no lead. */
function settingsOf({ lead, show, ...rest }: WallDraft) {
  const led = lead.families.length ? { lead: { ...lead, count: Number(lead.count || Number.NaN) } } : {}
  return { ...rest, show: Number(show || Number.NaN), ...led }
}

type WallRow = Awaited<ReturnType<typeof listWalls>>[number]

const draftOfRow = ({
  id,
  label,
  families,
  channels,
  show,
  lead,
  moderation,
  actions,
}: WallRow): WallDraft => ({
  ...{ id, label, families, channels, moderation, actions },
  show: String(show),
  lead: { families: lead?.families ?? [], count: String(lead?.count ?? 3) },
})

const fresh: WallDraft = {
  ...{ id: '', label: {}, families: [], channels: [], show: '12', moderation: 'review', actions: [] },
  lead: { families: [], count: '3' },
}

type Tried = { refusal: Refusal; draft: WallDraft; isNew: boolean }

async function show({ db }: Deps, c: DeskContext, tried?: Tried): Promise<Response> {
  const { language, place } = c.var
  const families = await listFamilies(db, place.id)
  const walls = await listWalls(db, place.id)
  const title = t(language, 'walls.title')
  const wrong = (id: string) => (tried && !tried.isNew && tried.draft.id === id ? tried.draft : undefined)
  return c.html(
    <DeskPage c={c} title={title} current="settings">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'walls.lede')}</p>
        </header>
        {tried && <Say tone="need" {...refusalWords(language, tried.refusal)} />}
        {c.req.query('saved') && <Say tone="good" title={t(language, 'desk.saved')} />}
        {c.req.query('removed') && <Say tone="good" title={t(language, 'walls.removed')} />}
        {walls.map((one) => (
          <details class="fold" id={one.id} open={wrong(one.id) !== undefined}>
            <summary>
              <b>{pick(one.label, language, place.languages[0])}</b> <span class="quiet">{one.id}</span>
            </summary>
            <WallForm c={c} wall={wrong(one.id) ?? draftOfRow(one)} families={families} isNew={false} />
          </details>
        ))}
        <details class="fold" open={tried?.isNew ?? false}>
          <summary>
            <b>{t(language, 'walls.add')}</b>
          </summary>
          <WallForm c={c} wall={tried?.isNew ? tried.draft : fresh} families={families} isNew />
        </details>
      </main>
    </DeskPage>,
    (tried?.refusal.status ?? 200) as 200,
  )
}

function RemovePage({ c, id, name }: { c: DeskContext; id: string; name: string }) {
  const { language } = c.var
  const title = t(language, 'walls.remove.title', { wall: name })
  return (
    <DeskPage c={c} title={title} current="settings">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p>{t(language, 'walls.remove.text')}</p>
        </header>
        <Form c={c} action={deskPath(c, `/walls/${id}/remove`)} class="acts">
          <button type="submit" class="button main">
            {t(language, 'walls.remove')}
          </button>
          <a class="button" href={deskPath(c, '/walls')}>
            {t(language, 'walls.remove.cancel')}
          </a>
        </Form>
      </main>
    </DeskPage>
  )
}
