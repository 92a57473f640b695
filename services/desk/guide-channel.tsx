// The guide of one channel: what it is, its steps in order, what to paste where, and what works meanwhile.
import { formatDate, type Language, t } from '../../config/i18n.ts'
import { listWalls } from '../../db/places.ts'
import { findStorySource, listSources } from '../../db/sources.ts'
import { listStepMarks } from '../../db/step-marks.ts'
import type { Deps } from '../deps.ts'
import { storyPath } from '../public-paths.ts'
import type { Adapter } from '../source-form.ts'
import { belongsTo } from '../steps.ts'
import { Addresses } from './guide-paste.tsx'
import { marksOf, Progress, StepItem } from './guide-steps.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Icon } from './parts.tsx'

type Sources = Awaited<ReturnType<typeof listSources>>

/** When a source of the channel last answered well; undefined when none ever did. */
export function lastGood(sources: Sources, channel: string): Date | undefined {
  const times = sources.flatMap((one) => (one.channel === channel && one.last_ok_at ? [one.last_ok_at] : []))
  return times.sort((a, b) => b.getTime() - a.getTime())[0]
}

export async function showChannel(deps: Deps, c: DeskContext, adapter: Adapter): Promise<Response> {
  const { language, place, visitor } = c.var
  const sources = await listSources(deps.db, place.id)
  const marks = marksOf(await listStepMarks(deps.db, place.id))
  const pasting = { site: deps.env.PUBLIC_URL, place, walls: await listWalls(deps.db, place.id) }
  const stories = (await findStorySource(deps.db, place.id))?.active === true
  const title = t(language, 'guide.one', { channel: adapter.title })
  const at = deskPath(c, `/guide/${adapter.name}`)
  return c.html(
    <DeskPage c={c} title={title} current="sources">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p>
            <a href={deskPath(c, '/guide')}>{t(language, 'guide.all')}</a>
          </p>
        </header>
        <Facts language={language} adapter={adapter} />
        <section aria-labelledby="steps">
          <h2 id="steps">{t(language, 'guide.steps')}</h2>
          <Progress
            c={c}
            id="all"
            steps={adapter.guide}
            marks={marks}
            visited={Boolean(lastGood(sources, adapter.name))}
          />
          {visitor.operator && (
            <p>
              <a href="/desk/platforms">{t(language, 'guide.operator.page')}</a>
            </p>
          )}
          <ol class="steps">
            {adapter.guide.map((step) => (
              <StepItem
                {...{ c, step, marks, pasting }}
                env={deps.env}
                zone={place.time_zone}
                action={belongsTo(place.id, step) ? `${at}/${step.id}` : undefined}
              />
            ))}
            <SourceStep c={c} adapter={adapter} sources={sources} />
          </ol>
        </section>
        <Meanwhile c={c} stories={stories} />
        {adapter.guide.some((one) => one.asksAddresses) && <Addresses c={c} pasting={pasting} />}
      </main>
    </DeskPage>,
  )
}

function Facts({ language, adapter }: { language: Language; adapter: Adapter }) {
  const facts = (['needs', 'brings', 'bars'] as const).map((one) => [
    t(language, `guide.${one}`),
    t(language, `told.${adapter.name}.${one}`),
  ])
  return (
    <dl class="pairs stack">
      {[...facts, [t(language, 'guide.proof'), t(language, `proof.${adapter.proof}`)]].map(([what, how]) => (
        <div>
          <dt>{what}</dt>
          <dd>{how}</dd>
        </div>
      ))}
      <div>
        <dt>{t(language, 'guide.terms')}</dt>
        <dd>
          <a href={adapter.terms} rel="noopener noreferrer">
            {adapter.terms.replace('https://', '')}
          </a>
        </dd>
      </div>
    </dl>
  )
}

/** The last step of every guide: nobody marks it, the first good visit does. */
function SourceStep({ c, adapter, sources }: { c: DeskContext; adapter: Adapter; sources: Sources }) {
  const { language, place } = c.var
  const good = lastGood(sources, adapter.name)
  return (
    <li class="step" id="source">
      <h3>{t(language, 'guide.source')}</h3>
      <p>{t(language, 'guide.source.text')}</p>
      {good ? (
        <p class="good">
          <Icon name="circle-check" />
          {t(language, 'guide.source.good', { when: formatDate(language, good, place.time_zone) })}
        </p>
      ) : (
        sources.some((one) => one.channel === adapter.name) && (
          <p class="quiet">{t(language, 'guide.source.waits')}</p>
        )
      )}
      <p>
        <a class="button" href={deskPath(c, `/sources/new?channel=${adapter.name}`)}>
          <Icon name="plus" />
          {t(language, 'guide.source.add', { channel: adapter.title })}
        </a>
      </p>
    </li>
  )
}

/** What brings posts to the wall without anybody's permission. */
export function Meanwhile({ c, stories }: { c: DeskContext; stories: boolean }) {
  const { language, place } = c.var
  const ways = [
    ['pasted', deskPath(c, '/link')],
    ['sheet', deskPath(c, '/sheet')],
    ['story', stories ? storyPath(language, place.id) : deskPath(c, '/guide#story')],
  ] as const
  return (
    <section aria-labelledby="meanwhile">
      <h2 id="meanwhile">{t(language, 'guide.meanwhile')}</h2>
      <p class="quiet">{t(language, 'guide.meanwhile.text')}</p>
      <ul class="todo plain">
        {ways.map(([name, href]) => (
          <li>
            <a href={href}>
              <span>
                <b>{t(language, `guide.meanwhile.${name}`)}</b>{' '}
                <span>{t(language, `told.${name}.brings`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
