// What service areas have answered lately, under the questions that wait: somebody still tells it to whoever asked.
import { formatDate, pick, t } from '../../config/i18n.ts'
import type { Answered } from '../../db/handovers.ts'
import type { TopicRow } from '../../db/topics.ts'
import { type DeskContext, deskPath } from './layout.tsx'

type AnswersProps = { c: DeskContext; answered: readonly Answered[]; topics: readonly TopicRow[] }

export function Answers({ c, answered, topics }: AnswersProps) {
  const { language, place } = c.var
  const areaOf = (id: string) => {
    const area = topics.find((one) => one.kind === 'area' && one.id === id)
    return area ? pick(area.label, language, place.languages[0]) : id
  }
  return (
    <section aria-labelledby="answered">
      <h2 id="answered">{t(language, 'inbox.answered')}</h2>
      <ol class="history">
        {answered.map((one) => (
          <li>
            <b>{areaOf(one.area)}</b> <span class="quiet">{settledOf(c, one, areaOf(one.area))}</span>
            {one.question && <p class="quiet">{`”${one.question}”`}</p>}
            {one.answer && <p>{`”${one.answer}”`}</p>}
            <p>
              <a href={deskPath(c, `/posts/${one.post}`)}>{t(language, 'removals.see')}</a>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** When, and who wrote it down when that was somebody at the desk. */
function settledOf(c: DeskContext, { settled_by, settled_at }: Answered, area: string): string {
  const day = settled_at ? formatDate(c.var.language, settled_at, c.var.place.time_zone) : ''
  return settled_by && settled_by !== area ? `${settled_by}, ${day}` : day
}
