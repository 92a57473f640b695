// What the team notes on a card beside deciding: themes and audiences, and a question that somebody else answers.
import { formatDate, type Language, pick, t } from '../../config/i18n.ts'
import type { TopicRow } from '../../db/topics.ts'
import type { DeskPost } from '../inbox.ts'
import type { Fields } from '../same-origin.ts'
import type { Marking } from '../topics.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Icon, Say, Ticks } from './parts.tsx'

type MarksProps = { c: DeskContext; post: DeskPost; topics: readonly TopicRow[] }
const kinds = ['theme', 'audience'] as const

/** Behind a summary that says what is marked; any button of the card saves what is ticked. */
export function Topics({ c, post, topics }: MarksProps) {
  const { language, place } = c.var
  const name = ({ label }: Pick<TopicRow, 'label'>) => pick(label, language, place.languages[0])
  if (!topics.some((one) => one.kind !== 'area')) return null
  const marked = post.topics.map(name).join(', ')
  return (
    <details class="topics">
      <summary>
        {t(language, 'topics.title')}
        {marked && <span class="quiet">: {marked}</span>}
      </summary>
      <input type="hidden" name="topics" value="1" />
      {kinds.map((kind) => (
        <fieldset class="ticks">
          <legend class="label">{t(language, `inbox.${kind}`)}</legend>
          <Ticks
            name={kind}
            options={topics.filter((one) => one.kind === kind).map((one) => [one.id, name(one)])}
            chosen={post.topics.filter((one) => one.kind === kind).map((one) => one.id)}
          />
        </fieldset>
      ))}
      <button type="submit" class="button" formaction={deskPath(c, `/posts/${post.public_id}/topics`)}>
        {t(language, 'topics.save')}
      </button>
    </details>
  )
}

/** What the ticks say that is not said already; undefined where nothing is different or no ticks were sent. */
export function readTopics(post: DeskPost, fields: Fields): Marking | undefined {
  if (fields.topics !== '1') return undefined
  const ticked = (kind: (typeof kinds)[number]) => [fields[kind] ?? []].flat().slice(0, 100)
  const same = kinds.every((kind) => {
    const was = post.topics.filter((one) => one.kind === kind).map((one) => one.id)
    const now = ticked(kind)
    return was.length === now.length && was.every((one) => now.includes(one))
  })
  return same ? undefined : { theme: ticked('theme'), audience: ticked('audience') }
}

/** Handing a question to a service area; while one is open, saying how it ended. */
export function HandOver({ c, post, topics }: MarksProps) {
  const { language, place } = c.var
  const areas = topics.filter((one) => one.kind === 'area')
  const id = post.public_id
  const open = post.handover?.state === 'open'
  if (!areas.length && !open) return null
  const path = (end = '') => deskPath(c, `/posts/${id}/handovers${end}`)
  return (
    <details class="handing">
      <summary>{t(language, open ? 'hand.settle' : 'hand.open')}</summary>
      {!open && (
        <div class="field">
          <label for={`${id}-area`}>{t(language, 'hand.area')}</label>
          <select id={`${id}-area`} name="area">
            {areas.map((one) => (
              <option value={one.id}>{pick(one.label, language, place.languages[0])}</option>
            ))}
          </select>
        </div>
      )}
      <div class="field">
        <label for={`${id}-words`}>{t(language, open ? 'hand.answer' : 'hand.question')}</label>
        <textarea id={`${id}-words`} name="words" rows={2} maxlength={1000} />
      </div>
      <div class="acts">
        {open ? (
          (['answered', 'dropped'] as const).map((one) => (
            <button type="submit" class="button" name="settled" value={one} formaction={path('/settle')}>
              {t(language, `hand.${one}`)}
            </button>
          ))
        ) : (
          <button type="submit" class="button" formaction={path()}>
            <Icon name="users" />
            {t(language, 'hand.submit')}
          </button>
        )}
      </div>
    </details>
  )
}

/** After handing over: that it waits, and that no mail goes out where none does. */
export function HandedSaid({ language, saved }: { language: Language; saved: string | undefined }) {
  if (saved === 'handed') return <Say tone="good" title={t(language, 'hand.saved')} />
  if (saved !== 'handed-server' && saved !== 'handed-address') return null
  const why = t(language, saved === 'handed-server' ? 'hand.not-mailed.server' : 'hand.not-mailed.address')
  return <Say tone="need" title={t(language, 'hand.not-mailed', { why })} />
}

/** Whom it was handed to, when, with which words, and how it ended. */
export function Handed({ c, post, topics }: MarksProps) {
  const { language, place } = c.var
  const { handover } = post
  if (!handover) return null
  const area = topics.find((one) => one.kind === 'area' && one.id === handover.area)
  const day = (at: Date) => formatDate(language, at, place.time_zone)
  const values = {
    area: area ? pick(area.label, language, place.languages[0]) : handover.area,
    by: handover.by,
  }
  return (
    <p class={handover.state === 'open' ? 'handed need' : 'handed quiet'}>
      <b>{t(language, `handed.${handover.state}`)}</b>{' '}
      {t(language, 'handed.to', { ...values, day: day(handover.at) })}{' '}
      {handover.question && `”${handover.question}”`}{' '}
      {handover.settled_at &&
        t(language, 'handed.settled', { by: handover.settled_by ?? '', day: day(handover.settled_at) })}{' '}
      {handover.answer && `”${handover.answer}”`}
    </p>
  )
}
