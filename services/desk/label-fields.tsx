// What a row of the place's own is called: its id when it is new, and a name in each language of the place.
import { t } from '../../config/i18n.ts'
import { type Label, languages } from '../../config/place.ts'
import type { Fields } from '../same-origin.ts'
import type { DeskContext } from './layout.tsx'
import { Field } from './parts.tsx'
import { textOf } from './row-routes.ts'

/** `own` tells the fields of one form on the page from those of another. */
export function LabelFields({ c, own, label }: { c: DeskContext; own: string; label: Label | undefined }) {
  const { language, place } = c.var
  return (
    <div class="pair">
      {place.languages.map((one) => (
        <Field
          id={`${own}-${one}`}
          label={t(language, 'families.label', { language: t(language, `lang.in.${one}`) })}
        >
          <input
            id={`${own}-${one}`}
            name={`label_${one}`}
            type="text"
            lang={one}
            maxlength={200}
            value={label?.[one] ?? ''}
          />
        </Field>
      ))}
    </div>
  )
}

/** The names as they were sent; a language without one is left out. */
export const readLabel = (sent: Fields): Label =>
  Object.fromEntries(
    languages.map((one) => [one, textOf(sent[`label_${one}`]).trim()]).filter(([, text]) => text),
  )

/** What was sent of this row and refused; `id` undefined: of the new one. */
export function sentOf(sent: Fields, id: string | undefined): Fields | undefined {
  const of = sent.is === 'new' ? undefined : textOf(sent.id)
  return 'id' in sent && of === id ? sent : undefined
}

type HeadProps = {
  c: DeskContext
  id: string | undefined
  label: Label | undefined
  /** Of `sentOf`. */
  sent: Fields | undefined
}

/** Which row a form is of, and its names. */
export function RowHead({ c, id, label, sent }: HeadProps) {
  const { language } = c.var
  return (
    <>
      {id !== undefined ? (
        <input type="hidden" name="id" value={id} />
      ) : (
        <>
          <input type="hidden" name="is" value="new" />
          <Field id="new-id" label={t(language, 'families.id')} hint={t(language, 'sources.id.hint')}>
            <input
              id="new-id"
              name="id"
              type="text"
              required
              value={textOf(sent?.id)}
              aria-describedby="new-id-hint"
            />
          </Field>
        </>
      )}
      <LabelFields c={c} own={id ?? 'new'} label={sent ? readLabel(sent) : label} />
    </>
  )
}
