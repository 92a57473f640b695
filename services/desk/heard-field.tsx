// What the open forms share: the question "Mistä kuulit meistä?", and their foot, a trap for machines and the button.
import { type Key, type Language, t } from '../../config/i18n.ts'
import { heardAnswers } from '../../db/heard.ts'
import { Field } from './parts.tsx'

export function HeardField({ language, chosen }: { language: Language; chosen: string }) {
  return (
    <Field id="heard" label={t(language, 'heard.question')} hint={t(language, 'heard.hint')}>
      <select id="heard" name="heard" aria-describedby="heard-hint">
        <option value="">{t(language, 'heard.none')}</option>
        {heardAnswers.map((one) => (
          <option value={one} selected={one === chosen}>
            {t(language, `heard.${one}`)}
          </option>
        ))}
      </select>
    </Field>
  )
}

export function OpenFormFoot({ language, send }: { language: Language; send: Key }) {
  return (
    <>
      <div class="trap" aria-hidden="true">
        <label for="website">{t(language, 'removal.website')}</label>
        <input id="website" name="website" type="text" tabindex={-1} autocomplete="off" />
      </div>
      <button type="submit" class="button main">
        {t(language, send)}
      </button>
    </>
  )
}
