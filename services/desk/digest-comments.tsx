// Writing together: comments, signatures, the plan and strategy beside, and questions for the group's meeting.
import { formatDate, t } from '../../config/i18n.ts'
import type { listComments } from '../../db/digest-people.ts'
import type { DigestRow } from '../../db/digests.ts'
import { sayList } from '../digest/say.ts'
import type { Written } from '../domain/digest-model.ts'
import { isSection, NOTHING, type SectionId, sections } from '../domain/digest-states.ts'
import { textMark } from '../text-mark.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'

type Props = {
  c: DeskContext
  row: DigestRow
  written: Written
  comments: Awaited<ReturnType<typeof listComments>>
}

export function Comments({ c, row, comments }: Props) {
  const { language, place } = c.var
  const name = (section: string) =>
    isSection(section) ? t(language, `digests.section.${section as SectionId}`) : section
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{t(language, 'digests.comments')}</h2>
      {comments.length === 0 && <p class="quiet">{t(language, 'digests.comments.none')}</p>}
      <ul class="noted">
        {comments.map((one) => (
          <li>
            <b>{name(one.section)}</b>{' '}
            <span class="quiet">
              {one.by} · {formatDate(language, one.at, place.time_zone, 'time')}
            </span>
            <p dir="auto">{one.body}</p>
          </li>
        ))}
      </ul>
      <Form c={c} action={deskPath(c, `/digests/${row.quarter}/comments`)} class="settings">
        <Field id="section" label={t(language, 'digests.comments.section')}>
          <select id="section" name="section">
            {sections.map(({ id }) => (
              <option value={id}>{name(id)}</option>
            ))}
          </select>
        </Field>
        <Field id="comment" label={t(language, 'digests.comments.body')}>
          <textarea id="comment" name="body" rows={3} required maxlength={2000} />
        </Field>
        <button type="submit" class="button">
          {t(language, 'digests.comments.save')}
        </button>
      </Form>
    </section>
  )
}

/** Who has signed what as it stands, and a form to sign what has been written. */
export function Signing({ c, row, written }: Props) {
  const { language } = c.var
  const signable = sections.filter(({ id }) => row.texts[id] && row.texts[id] !== NOTHING)
  if (!signable.length) return null
  return (
    <section aria-labelledby="signing">
      <h2 id="signing">{t(language, 'digests.sign')}</h2>
      <p class="quiet">{t(language, 'digests.sign.lede')}</p>
      <Form c={c} action={deskPath(c, `/digests/${row.quarter}/sign`)} class="settings">
        {signable.map(({ id }) => {
          const signers = written.signed.filter((one) => one.section === id).map((one) => one.by)
          return (
            <label class="check">
              <input type="checkbox" name={`sign_${id}`} value={textMark(row.texts[id] ?? '')} />{' '}
              {t(language, `digests.section.${id}`)}
              {signers.length > 0 && (
                <span class="quiet">
                  {' '}
                  {t(language, 'digest.signed', { names: sayList(language, signers) })}
                </span>
              )}
            </label>
          )
        })}
        <button type="submit" class="button">
          {t(language, 'digests.sign.save')}
        </button>
      </Form>
    </section>
  )
}

const prompts = ['1', '2', '3', '4', '5', '6'] as const

/** What the conclusions are held against, and what a meeting may ask itself. */
export function MeetingHelp({ c, written }: Pick<Props, 'c' | 'written'>) {
  const { language } = c.var
  const lists = [
    { title: t(language, 'digest.strategy'), lines: written.strategy },
    { title: t(language, 'digest.priorities'), lines: written.priorities },
  ]
  return (
    <details class="fold">
      <summary>
        <b>{t(language, 'digests.meeting')}</b>
      </summary>
      {lists
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => (
          <>
            <h3>{title}</h3>
            <ul>
              {lines.map((line) => (
                <li dir="auto">{line}</li>
              ))}
            </ul>
          </>
        ))}
      <h3>{t(language, 'digests.meeting.ask')}</h3>
      <ul>
        {prompts.map((n) => (
          <li>{t(language, `digests.meeting.${n}`)}</li>
        ))}
      </ul>
    </details>
  )
}
