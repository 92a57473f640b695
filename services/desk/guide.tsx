// Taking channels into use: every channel with how far it is, the ways without an interface, and what is not read.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { absentChannels } from '../../config/place.ts'
import { findStorySource, listSources } from '../../db/sources.ts'
import { listStepMarks } from '../../db/step-marks.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import type { Adapter } from '../source-form.ts'
import { markStep } from '../steps.ts'
import { switchStories } from '../stories.ts'
import { findAdapter } from '../tend-sources.ts'
import { lastGood, Meanwhile, showChannel } from './guide-channel.tsx'
import { type Marks, marksOf, Progress } from './guide-steps.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { StorySwitch } from './story-switch.tsx'

export function guideRoutes(deps: Deps): Hono<Signed> {
  const edit = [signedIn(deps), mayAt(deps, 'edit')] as const
  const adapterOf = (c: DeskContext): Adapter => {
    const adapter = findAdapter(deps, c.req.param('channel') ?? '')
    if (!adapter) throw new Refusal('not-found', 404)
    return adapter
  }
  return new Hono<Signed>()
    .get('/:place/guide', ...edit, (c) => showAll(deps, c))
    .post('/:place/stories', ...edit, async (c) => {
      const { open } = await readForm(c)
      await switchStories(deps, actOf(c), open === '1')
      return c.redirect(deskPath(c, '/guide#story'), 303)
    })
    .get('/:place/guide/:channel', ...edit, (c) => showChannel(deps, c, adapterOf(c)))
    .post('/:place/guide/:channel/:step', ...edit, async (c) => {
      const { name } = adapterOf(c)
      const { done } = await readForm(c)
      const { place, visitor } = c.var
      const step = c.req.param('step')
      await markStep(deps, { place: place.id, step, done: done === '1', by: visitor.name })
      return c.redirect(deskPath(c, `/guide/${name}#${step}`), 303)
    })
}

async function showAll(deps: Deps, c: DeskContext): Promise<Response> {
  const { language, place } = c.var
  const sources = await listSources(deps.db, place.id)
  const marks = marksOf(await listStepMarks(deps.db, place.id))
  const stories = (await findStorySource(deps.db, place.id))?.active === true
  const title = t(language, 'guide.title')
  return c.html(
    <DeskPage c={c} title={title} current="sources">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'guide.lede')}</p>
        </header>
        <ul class="todo plain">
          {[...deps.channels, ...deps.meters].map((one) => (
            <Line
              {...{ c, marks }}
              adapter={one}
              visited={Boolean(lastGood(sources, one.name))}
              used={sources.some(({ channel, state }) => channel === one.name && state === 'well')}
            />
          ))}
        </ul>
        <Meanwhile c={c} stories={stories} />
        <StorySwitch c={c} stories={stories} site={deps.env.PUBLIC_URL} />
        <section aria-labelledby="absent">
          <h2 id="absent">{t(language, 'guide.absent')}</h2>
          <p class="quiet">{t(language, 'guide.absent.text')}</p>
          <dl class="pairs stack">
            {absentChannels.map((one) => (
              <div>
                <dt>{t(language, `channel.${one}`)}</dt>
                <dd>{t(language, `told.${one}.why`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </main>
    </DeskPage>,
  )
}

type LineProps = { c: DeskContext; adapter: Adapter; marks: Marks; visited: boolean; used: boolean }

function Line({ c, adapter, marks, visited, used }: LineProps) {
  const { language } = c.var
  const { name, title, guide } = adapter
  return (
    <li>
      <a href={deskPath(c, `/guide/${name}`)}>
        <span>
          <b>{title}</b> <span>{t(language, `told.${name}.needs`)}</span>
        </span>
      </a>
      {/* Nobody needs to mark the steps of what works without it. */}
      {(!used || guide.some(({ id }) => marks.has(id))) && (
        <Progress c={c} id={name} steps={guide} marks={marks} visited={visited} />
      )}
      {used && <p class="good">{t(language, 'guide.in-use')}</p>}
    </li>
  )
}
