// The plan for the board: one page to read and print, and the same as the document that PDF and Word are made of.
import { t } from '../../../config/i18n.ts'
import { Shell } from '../../page.tsx'
import { shortSections } from '../compose.ts'
import { readBlocks } from '../files/blocks.ts'
import { AS_LONG_AS_IT_IS, type Document, type Section } from '../files/document.ts'
import { readFront } from '../files/read.tsx'
import { unfold } from '../files/tree.ts'
import { Front } from '../front.tsx'
import { Whole } from '../parts.tsx'
import { sayDay, sayQuarter } from '../say.ts'
import { Cover, planSections } from './sections.tsx'
import type { PlanView } from './view.ts'

const periodOf = ({ language, plan }: PlanView): string =>
  `${sayDay(language, plan.from_day, true)}–${sayDay(language, plan.to_day, true)}`

function metaOf({ language, plan, stamp }: PlanView): Document['meta'] {
  const meta = [
    plan.record && (['plan.record', plan.record] as const),
    ['history.last', stamp.at] as const,
    ['history.by', stamp.by] as const,
    stamp.what && (['history.what', stamp.what] as const),
  ]
  return meta.flatMap((one) => (one ? [{ term: t(language, one[0]), text: one[1] }] : []))
}

/** Above the title: how far the plan is on its way, and that it is a sample. */
const marksOf = ({ language, plan }: PlanView): string[] => [
  t(language, `plan.state.${plan.state}`),
  ...(plan.sample ? [t(language, 'plan.paper.sample')] : []),
]

/** The title of the short report that goes along. */
const appendix = ({ language, short }: PlanView): string =>
  short
    ? `${t(language, 'plan.paper.appendix')}: ${t(language, 'digest.short')} ${sayQuarter(language, short.row.quarter)}`
    : ''

export function PlanPage({ view }: { view: PlanView }) {
  const { language, plan, place, short } = view
  return (
    <Shell
      language={language}
      title={`${plan.title}, ${place}`}
      styles={['paper.css']}
      hidden
      bodyClass="digest short"
    >
      <div class="page">
        <header class="cover">
          <p class="kicker">
            <span>{place}</span>
            {marksOf(view).map((one) => (
              <span class="sample">{one}</span>
            ))}
          </p>
          <h1>
            {plan.title} <span>{periodOf(view)}</span>
          </h1>
          <dl class="meta">
            {metaOf(view).map(({ term, text }) => (
              <div>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </header>
        <main id="content">
          <section class="sec" aria-labelledby="h-cover">
            <h2 id="h-cover">{t(language, 'plan.paper.cover')}</h2>
            <Cover view={view} />
          </section>
          {planSections.map(({ id, title, Body }, nth) => (
            <section class="sec" id={`s-${id}`} aria-labelledby={`h-${id}`}>
              <h2 id={`h-${id}`}>
                <span class="n">{nth + 1}</span> <span>{t(language, title)}</span>
              </h2>
              <Body view={view} />
            </section>
          ))}
          <Whole.Provider value={short?.address ?? ''}>
            {short && (
              <section class="sec" aria-labelledby="h-appendix">
                <h2 id="h-appendix">{appendix(view)}</h2>
                <Front view={short} />
              </section>
            )}
            {short &&
              shortSections.map(({ id, title, Body }) => (
                <section class="sec" id={`s-${id}`} aria-labelledby={`h-${id}`}>
                  <h2 id={`h-${id}`}>{t(language, title)}</h2>
                  <Body view={short} />
                </section>
              ))}
          </Whole.Provider>
        </main>
      </div>
    </Shell>
  )
}

export function readPlanDocument(view: PlanView): Document {
  const { language, plan, place, short } = view
  const sections = planSections.map(
    ({ id, title, Body }, nth): Section => ({
      id,
      number: nth + 1,
      title: t(language, title),
      blocks: readBlocks(unfold(<Body view={view} />)),
    }),
  )
  const along = short
    ? shortSections.map(
        ({ id, title, Body }): Section => ({
          id,
          number: null,
          title: t(language, title),
          blocks: readBlocks(unfold(<Body view={short} />)),
        }),
      )
    : []
  const cover: Section = {
    id: 'summary',
    number: null,
    title: t(language, 'plan.paper.cover'),
    blocks: readBlocks(unfold(<Cover view={view} />)),
  }
  const front: Section[] = short
    ? [
        {
          id: 'appendix',
          number: null,
          title: appendix(view),
          blocks: readFront(short),
        },
      ]
    : []
  return {
    language,
    title: plan.title,
    period: periodOf(view),
    place,
    marks: marksOf(view),
    meta: metaOf(view),
    fell: null,
    copy: t(language, 'plan.paper.copy'),
    foot: `${place} · ${plan.title}`,
    contents: t(language, 'digest.contents'),
    at: plan.at,
    ...AS_LONG_AS_IT_IS,
    sections: [cover, ...sections, ...front, ...along],
  }
}
