// The digest and its short report as documents: the cover in words, and the sections exactly as the page has them.
import type { Child } from 'hono/jsx'
import { t } from '../../../config/i18n.ts'
import { composeSections, type Section as Part, shortSections } from '../compose.ts'
import { coverMarks, coverMeta } from '../cover.ts'
import { Fell } from '../fell.tsx'
import { Front } from '../front.tsx'
import { HowTo } from '../how-to.tsx'
import { sayPeriod, sayQuarter } from '../say.ts'
import { dataId, placeName, type View } from '../view.ts'
import { readBlocks } from './blocks.ts'
import { AS_LONG_AS_IT_IS, type Block, type Document, type Drawing, type Section } from './document.ts'
import { readDrawing } from './drawing.ts'
import { unfold } from './tree.ts'

export function readDocument(view: View): Document {
  const { language } = view
  const howto = { id: 'howto', number: null, title: t(language, 'digest.howto') }
  return {
    ...frameOf(view, 'digest.title'),
    fell: readFell(),
    contents: t(language, 'digest.contents'),
    ...AS_LONG_AS_IT_IS,
    sections: [
      frontOf(view, 1),
      { ...howto, blocks: inside(readBlocks(unfold(<HowTo view={view} />))) },
      ...composeSections(view).map((one) => sectionOf(view, one, one.number)),
    ],
  }
}

/** The short report: two pages at most, whatever stands in the digest. */
export function readShort(view: View): Document {
  const { language, row, address } = view
  const whole = (before: Child) =>
    readBlocks(
      unfold(
        <p class="note">
          {before}
          {t(language, 'digest.short.whole', {
            quarter: sayQuarter(language, row.quarter),
            revision: row.revision,
          })}{' '}
          {address && <a href={address}>{t(language, 'digest.short.link-whole')}</a>}
        </p>,
      ),
    )
  const sections = [frontOf(view, null), ...shortSections.map((one) => sectionOf(view, one, null))]
  sections.at(-1)?.blocks.push(...whole(null))
  const [cut = null] = whole(<>{t(language, 'digest.short.cut')} </>)
  return { ...frameOf(view, 'digest.short'), fell: null, contents: null, pages: 2, scale: 1, sections, cut }
}

function frameOf(view: View, key: 'digest.title' | 'digest.short') {
  const { language, row } = view
  const [place, title] = [placeName(view), t(language, key)]
  const data = `${t(language, 'digest.meta.data').toLowerCase()} ${dataId(row)}`
  return {
    language,
    title,
    period: sayPeriod(language, row.quarter),
    place,
    marks: coverMarks(view),
    meta: coverMeta(view),
    copy: t(language, 'digest.copy'),
    foot: `${place} · ${title} ${sayQuarter(language, row.quarter)} · ${data}`,
    at: row.published_at ?? row.frozen_at ?? row.compiled_at,
  }
}

const frontOf = (view: View, number: number | null): Section => ({
  id: 'summary',
  number,
  title: t(view.language, 'digest.summary'),
  blocks: readFront(view),
})

/** Page one without its heading. */
export const readFront = (view: View): Block[] => inside(readBlocks(unfold(<Front view={view} />)))

const sectionOf = (view: View, { id, title, Body }: Part, number: number | null): Section => ({
  id,
  number,
  title: t(view.language, title),
  blocks: readBlocks(unfold(<Body view={view} />)),
})

/** What stands under the heading of a whole section. */
const inside = (blocks: Block[]): Block[] =>
  blocks
    .flatMap((one) => (one.kind === 'group' ? one.blocks : [one]))
    .filter((one) => one.kind !== 'heading' || one.level > 2)

function readFell(): Drawing | null {
  const [svg] = unfold(<Fell />)
  return typeof svg === 'object' ? readDrawing(svg) : null
}
