// The wall for a website: choosing how it looks, seeing it, and the codes for the ways that different sites need.
import { Hono } from 'hono'
import { z } from 'zod'
import { type Language, languages, pick, t } from '../../config/i18n.ts'
import { type ChannelName, channels } from '../../config/place.ts'
import { listFamilies, listWalls } from '../../db/places.ts'
import { findStorySource, listSources } from '../../db/sources.ts'
import type { Deps } from '../deps.ts'
import type { Embed } from '../domain/embed-code.ts'
import { asKnown } from '../domain/wall.ts'
import { Refusal } from '../errors.ts'
import { noticePath } from '../notice-links.tsx'
import { packPlugin } from '../plugin.ts'
import { readStrictly } from '../rim.tsx'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { Codes, codesOf, Systems } from './embed-codes.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field } from './parts.tsx'
import { StorySwitch } from './story-switch.tsx'

const layouts = ['grid', 'list'] as const
const themes = ['light', 'dark'] as const
const MOST = 50
/** A form sends every field, also those in which nothing was chosen. */
const empty = z.literal('').transform(() => undefined)
const choices = z.object({
  wall: z.string().max(40).optional(),
  layout: z.enum(layouts).or(empty).optional(),
  family: z.string().max(40).optional(),
  channel: z.enum(channels).or(empty).optional(),
  lang: z.enum(languages).or(empty).optional(),
  limit: z.coerce.number().int().min(1).max(MOST).or(empty).optional(),
  theme: z.enum(themes).or(empty).optional(),
  heading: z.literal('0').or(empty).optional(),
})
type Choices = z.infer<typeof choices>
type WallRow = Awaited<ReturnType<typeof listWalls>>[number]

export function embedRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = mayAt(deps, 'edit')

  app.get('/:place/embed', signedIn(deps), edit, async (c) => {
    const walls = await listWalls(deps.db, c.var.place.id)
    const asked = readStrictly(choices, c.req.query())
    const wall = walls.find((one) => one.id === asked.wall) ?? walls[0]
    if (!wall) return c.html(<NoWall c={c} />)
    const embed = embedOf(deps, c, wall, asked)
    const room = {
      posts: asked.limit ?? wall.show,
      lead: wall.lead?.count ?? 0,
      list: asked.layout === 'list',
    }
    const codes = codesOf(embed, room, deps.widget)
    const frame = previewAddress(embed)
    const stories = (await findStorySource(deps.db, c.var.place.id))?.active === true
    c.header('vary', 'accept')
    if (c.req.header('accept')?.includes('json')) return c.json({ frame, codes })
    return c.html(
      <DeskPage c={c} title={t(c.var.language, 'settings.embed')} current="settings">
        <main class="work" id="content">
          <header class="head">
            <h1>{t(c.var.language, 'settings.embed')}</h1>
            <p class="quiet">
              <a href={noticePath('counting', c.var.language, c.var.place.id)}>
                {t(c.var.language, 'counting.title')}
              </a>
            </p>
          </header>
          <Choosing c={c} walls={walls} wall={wall} asked={asked} ways={await listWays(deps, c.var.place)} />
          <section aria-labelledby="preview">
            <h2 id="preview">{t(c.var.language, 'embed.preview')}</h2>
            <iframe class="embed-preview" src={frame} title={embed.title} data-live="frame" />
          </section>
          <Systems language={c.var.language} plugin={deskPath(c, `/embed/somewall.zip?wall=${wall.id}`)} />
          <Codes language={c.var.language} codes={codes} />
          <StorySwitch c={c} stories={stories} site={deps.env.PUBLIC_URL} />
        </main>
      </DeskPage>,
    )
  })

  app.get('/:place/embed/somewall.zip', signedIn(deps), edit, async (c) => {
    const walls = await listWalls(deps.db, c.var.place.id)
    const wall = walls.find((one) => one.id === c.req.query('wall')) ?? walls[0]
    if (!wall) throw new Refusal('not-found', 404)
    const set = { service: deps.env.PUBLIC_URL, place: c.var.place.id, wall: wall.id }
    return c.body(await packPlugin(set), 200, {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="somewall.zip"',
    })
  })
  return app
}

function embedOf({ env }: Deps, c: DeskContext, wall: WallRow, asked: Choices): Embed {
  const [main = 'fi'] = c.var.place.languages
  const language: Language = asked.lang ?? main
  const { layout, limit, theme, heading, family, channel } = asked
  const look = {
    ...{ ...(layout === 'list' && { layout }), ...(limit && { limit }), ...(theme && { theme }) },
    ...(heading && { heading: Number(heading) }),
  }
  return {
    ...{ service: env.PUBLIC_URL, place: c.var.place.id, wall: wall.id, language },
    title: pick(wall.label, language, main),
    look: { ...look, ...(family && { family }), ...(channel && { channel }) },
  }
}

/** What a wall can be narrowed down to: the place's topics, and the channels that it collects from. */
async function listWays({ db }: Deps, { id, members }: Signed['Variables']['place']) {
  const sources = await Promise.all((members.length ? members : [id]).map((one) => listSources(db, one)))
  const used = new Set(sources.flat().map((one) => asKnown(one.channel as ChannelName)))
  return { families: await listFamilies(db, id), channels: channels.filter((one) => used.has(one)) }
}

/** A path, so that it is seen at whatever address the desk was opened. */
function previewAddress({ place, wall, language, look }: Embed): string {
  const said = Object.entries(look ?? {}).map(([name, value]) => [name, String(value)])
  return `/embed/${place}/${wall}?${new URLSearchParams([['lang', language], ...said])}`
}

function NoWall({ c }: { c: DeskContext }) {
  const title = t(c.var.language, 'settings.embed')
  return (
    <DeskPage c={c} title={title} current="settings">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
        </header>
        <p>{t(c.var.language, 'embed.none')}</p>
      </main>
    </DeskPage>
  )
}

type ChoosingProps = {
  c: DeskContext
  walls: readonly WallRow[]
  wall: WallRow
  asked: Choices
  ways: Awaited<ReturnType<typeof listWays>>
}
type Choice = 'wall' | 'layout' | 'family' | 'channel' | 'lang' | 'theme' | 'heading'

function Choosing({ c, walls, wall, asked, ways }: ChoosingProps) {
  const { language, place } = c.var
  const main = place.languages[0]
  const tongues: Record<Language, string> = { fi: 'suomi', sv: 'svenska', en: 'English' }
  const all: [string, string] = ['', t(language, 'embed.all')]
  const select = (name: Choice, label: string, options: [string, string][]) => (
    <Field id={name} label={label}>
      <select id={name} name={name}>
        {options.map(([value, text]) => (
          <option value={value} selected={value === (name === 'wall' ? wall.id : (asked[name] ?? ''))}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  )
  return (
    <form method="get" action={deskPath(c, '/embed')} class="settings embed-choices" data-live="form">
      {select(
        'wall',
        t(language, 'embed.wall'),
        walls.map((one) => [one.id, pick(one.label, language, main)]),
      )}
      {select('layout', t(language, 'embed.layout'), [
        ['', t(language, 'embed.layout.grid')],
        ['list', t(language, 'embed.layout.list')],
      ])}
      {select('family', t(language, 'embed.family'), [
        all,
        ...ways.families.map((one): [string, string] => [one.id, pick(one.label, language, main)]),
      ])}
      {select('channel', t(language, 'embed.channel'), [
        all,
        ...ways.channels.map((one): [string, string] => [one, t(language, `channel.${one}`)]),
      ])}
      {select(
        'lang',
        t(language, 'embed.language'),
        languages.map((one) => [one === main ? '' : one, tongues[one]]),
      )}
      <Field id="limit" label={t(language, 'embed.limit')}>
        <input
          id="limit"
          name="limit"
          type="number"
          min={1}
          max={MOST}
          value={asked.limit ?? ''}
          placeholder={String(wall.show)}
        />
      </Field>
      {select('theme', t(language, 'embed.theme'), [
        ['', t(language, 'embed.theme.page')],
        ['light', t(language, 'embed.theme.light')],
        ['dark', t(language, 'embed.theme.dark')],
      ])}
      {select('heading', t(language, 'embed.heading'), [
        ['', t(language, 'embed.heading.own')],
        ['0', t(language, 'embed.heading.none')],
      ])}
      <button type="submit" class="button">
        {t(language, 'embed.show')}
      </button>
      <p class="vh" role="status" data-changed={t(language, 'embed.changed')} />
    </form>
  )
}
