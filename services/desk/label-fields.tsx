// What something is called, a field for each language of the place.
import { t } from '../../config/i18n.ts'
import type { Label } from '../../config/place.ts'
import type { DeskContext } from './layout.tsx'
import { Field } from './parts.tsx'

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
