// The texts of a digest as one form: each section with what it needs, and the quarter's observations beside them.
import { t } from '../../config/i18n.ts'
import type { DigestRow } from '../../db/digests.ts'
import type { listNotes } from '../../db/notes.ts'
import { sayDay } from '../digest/say.ts'
import { NOTHING, sections } from '../domain/digest-states.ts'
import { textMark } from '../text-mark.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'

type Props = {
  c: DeskContext
  row: DigestRow
  /** As stored, or as they were sent when saving was refused. */
  texts: Record<string, string>
  observations: Awaited<ReturnType<typeof listNotes>>
}

const hints = ['conclusion1', 'decisions', 'machine-help', 'signed'] as const
const hintOf = (id: string) => hints.find((one) => one === id)

export function DigestTexts({ c, row, texts, observations }: Props) {
  const { language, place } = c.var
  return (
    <section aria-labelledby="texts">
      <h2 id="texts">{t(language, 'digests.texts')}</h2>
      <p class="quiet">{t(language, 'digests.texts.lede')}</p>
      {observations.length > 0 && (
        <details class="fold">
          <summary>
            <b>{t(language, 'digests.noted')}</b> <span class="quiet">{observations.length}</span>
          </summary>
          <ul>
            {observations.map((note) => (
              <li>
                {note.body}{' '}
                <span class="quiet">
                  {[note.theme, sayDay(language, note.day)].filter(Boolean).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Form c={c} action={deskPath(c, `/digests/${row.quarter}/texts`)} class="settings">
        {sections.map(({ id, needed, long }) => {
          const text = texts[id] ?? ''
          const hint = hintOf(id)
          const name = t(language, `digests.section.${id}`)
          return (
            <div class="field">
              <Field
                id={`text-${id}`}
                label={needed ? `${name} (${t(language, 'digests.needed')})` : name}
                hint={hint && t(language, `digests.hint.${hint}`)}
              >
                <textarea
                  id={`text-${id}`}
                  name={`text_${id}`}
                  rows={long ? 4 : 2}
                  maxlength={10_000}
                  lang={place.languages[0]}
                  aria-describedby={hint && `text-${id}-hint`}
                >
                  {text === NOTHING ? '' : text}
                </textarea>
              </Field>
              <input type="hidden" name={`was_${id}`} value={textMark(row.texts[id] ?? '')} />
              {needed && (
                <label class="check">
                  <input type="checkbox" name={`none_${id}`} value="1" checked={text === NOTHING} />{' '}
                  {t(language, 'digests.nothing')}
                  <span class="vh">: {name}</span>
                </label>
              )}
            </div>
          )
        })}
        <button type="submit" class="button main">
          {t(language, 'digests.save')}
        </button>
      </Form>
    </section>
  )
}
