// Where a long text may be folded, and where its own words end before a row of hashtags: for cards that stay calm.
import type { Mark } from '../../db/schema.ts'

const AIM = 230
const SHORT_ENOUGH = 320
const EARLIEST = 140

/** Code points of the text before the hashtags that stand alone at its end: a card lists tags by itself. */
export function endOfWords(text: string, marks: readonly Mark[]): number {
  const points = [...text]
  let end = points.length
  const blank = (at: number) => /\s/.test(points[at] as string)
  const trim = () => {
    while (end > 0 && blank(end - 1)) end--
  }
  trim()
  for (;;) {
    const tag = marks.find((mark) => mark.kind === 'tag' && mark.end === end && mark.start < end)
    // A tag glued to a word belongs to the sentence.
    if (!tag || (tag.start > 0 && !blank(tag.start - 1))) break
    end = tag.start
    trim()
  }
  return end
}

/** Code points after which the rest is folded: a paragraph's or sentence's end near 230; null for a short text. */
export function foldAt(text: string, marks: readonly Mark[]): number | null {
  const points = [...text]
  if (points.length <= SHORT_ENOUGH) return null
  const free = (at: number) => !marks.some((mark) => mark.start < at && at < mark.end)
  const fits = (at: number) => at >= EARLIEST && at <= SHORT_ENOUGH && free(at)
  const nearest = (ends: number[]) =>
    ends.filter(fits).sort((a, b) => Math.abs(a - AIM) - Math.abs(b - AIM))[0] ?? null
  const head = points.slice(0, SHORT_ENOUGH + 80).join('')
  return (
    nearest(endsOf(head, /\n{2,}/g)) ??
    nearest(sentenceEnds(head)) ??
    nearest(endsOf(head, /\s+/g)) ??
    (free(AIM) ? AIM : (marks.find((mark) => mark.start < AIM && AIM < mark.end)?.end ?? AIM))
  )
}

const count = (text: string) => [...text].length

function endsOf(text: string, gap: RegExp): number[] {
  return [...text.matchAll(gap)].map((match) => count(text.slice(0, match.index)))
}

const sentences = new Intl.Segmenter('fi', { granularity: 'sentence' })

function sentenceEnds(text: string): number[] {
  return [...sentences.segment(text)].map(({ index, segment }) =>
    count(text.slice(0, index + segment.trimEnd().length)),
  )
}
