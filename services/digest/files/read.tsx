// The digest's document: its cover in words, and its sections exactly as the page has them.
import { t } from '../../../config/i18n.ts'
import { composeSections } from '../compose.ts'
import { coverMarks, coverMeta } from '../cover.ts'
import { Fell } from '../fell.tsx'
import { Front } from '../front.tsx'
import { HowTo } from '../how-to.tsx'
import { sayPeriod, sayQuarter } from '../say.ts'
import { dataId, placeName, type View } from '../view.ts'
import { readBlocks } from './blocks.ts'
import type { Block, Document, Drawing, Section } from './document.ts'
import { readDrawing } from './drawing.ts'
import { unfold } from './tree.ts'

export function readDocument(view: View): Document {
  const { language, row } = view
  const place = placeName(view)
  const sections = composeSections(view).map(({ id, title, number, Body }): Section => {
    const blocks = readBlocks(unfold(<Body view={view} />))
    return { id, number, title: t(language, title), blocks }
  })
  const front: Section = {
    id: 'summary',
    number: 1,
    title: t(language, 'digest.summary'),
    blocks: inside(readBlocks(unfold(<Front view={view} />))),
  }
  const howto: Section = {
    id: 'howto',
    number: null,
    title: t(language, 'digest.howto'),
    blocks: inside(readBlocks(unfold(<HowTo view={view} />))),
  }
  return {
    language,
    title: t(language, 'digest.title'),
    period: sayPeriod(language, row.quarter),
    place,
    marks: coverMarks(view),
    meta: coverMeta(view),
    fell: readFell(),
    foot: `${place} · ${t(language, 'digest.title')} ${sayQuarter(language, row.quarter)} · ${t(
      language,
      'digest.meta.data',
    ).toLowerCase()} ${dataId(row)}`,
    contents: t(language, 'digest.contents'),
    at: row.published_at ?? row.frozen_at ?? row.compiled_at,
    sections: [front, howto, ...sections],
  }
}

/** What stands under the heading of a whole section. */
const inside = (blocks: Block[]): Block[] =>
  blocks
    .flatMap((one) => (one.kind === 'group' ? one.blocks : [one]))
    .filter((one) => one.kind !== 'heading' || one.level > 2)

function readFell(): Drawing | null {
  const [svg] = unfold(<Fell />)
  return typeof svg === 'object' ? readDrawing(svg) : null
}
