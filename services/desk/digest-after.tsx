// What can still happen to a published digest: it is passed on, dealt with, or corrected by a new revision.
import { t } from '../../config/i18n.ts'
import type { DigestRow } from '../../db/digests.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'

type Props = { c: DeskContext; row: DigestRow }

/** Where no mail carries it: a person says that it has reached people, and that they have dealt with it. */
export function Pass({ c, row }: Props) {
  const { language } = c.var
  const move = row.state === 'published' ? 'deliver' : row.state === 'delivered' ? 'handle' : undefined
  if (!move) return null
  return (
    <section aria-labelledby="pass">
      <h2 id="pass">{t(language, `digests.${move}`)}</h2>
      <p class="quiet">{t(language, `digests.${move}.lede`)}</p>
      <Form c={c} action={deskPath(c, `/digests/${row.quarter}/${move}`)} class="settings">
        <button type="submit" class="button">
          {t(language, `digests.${move}`)}
        </button>
      </Form>
    </section>
  )
}

/** The next revision of what has been published. */
export function Correct({ c, row }: Props) {
  const { language } = c.var
  return (
    <section aria-labelledby="correct">
      <h2 id="correct">{t(language, 'digests.correct')}</h2>
      <p class="quiet">{t(language, 'digests.correct.lede')}</p>
      <Form c={c} action={deskPath(c, `/digests/${row.quarter}/correct`)} class="settings">
        <Field id="why" label={t(language, 'digests.correct.reason')}>
          <textarea id="why" name="reason" rows={3} required maxlength={1000} />
        </Field>
        <button type="submit" class="button">
          {t(language, 'digests.correct')}
        </button>
      </Form>
    </section>
  )
}
