// The form in which an author says yes or no: nothing is ticked for them but what was asked.
import { type Language, t } from '../../config/i18n.ts'
import type { Fields } from '../same-origin.ts'
import { Field, Ticks } from './parts.tsx'

type Props = {
  language: Language
  action: string
  /** There is a picture, so that the question of children matters. */
  picture: boolean
  mayRefuse: boolean
  /** What was sent and could not be taken. */
  fields: Fields
}

export function GrantForm({ language, action, picture, mayRefuse, fields }: Props) {
  const sent = (name: string, value = '1') => fields[name] === value
  const box = (name: 'digest' | 'channels' | 'print') => (
    <label class="tick">
      <input type="checkbox" name={name} value="1" checked={sent(name)} />
      {t(language, `lupa.scope.${name}`)}
    </label>
  )
  return (
    <form method="post" action={action} class="settings">
      <section aria-labelledby="what">
        <h2 id="what">{t(language, 'lupa.what')}</h2>
        <p>{t(language, 'lupa.what.text')}</p>
      </section>
      <fieldset>
        <legend class="label">{t(language, 'lupa.scope')}</legend>
        <p>{t(language, 'lupa.scope.wall')}</p>
        {box('digest')}
        {box('channels')}
        {box('print')}
      </fieldset>
      {picture && <Picture language={language} sent={sent} />}
      <fieldset>
        <legend class="label">{t(language, 'lupa.until')}</legend>
        <Ticks
          one
          name="until"
          options={(['year', 'open'] as const).map((one) => [one, t(language, `lupa.until.${one}`)])}
          chosen={[fields.until === 'open' ? 'open' : 'year']}
        />
      </fieldset>
      <Field id="name" label={t(language, 'lupa.name')} hint={t(language, 'lupa.name.hint')}>
        <input
          id="name"
          name="name"
          type="text"
          autocomplete="name"
          required
          minlength={2}
          maxlength={100}
          value={typeof fields.name === 'string' ? fields.name : ''}
          aria-describedby="name-hint"
        />
      </Field>
      <label class="tick">
        <input type="checkbox" name="mine" value="1" required checked={sent('mine')} />
        {t(language, 'lupa.mine')}
      </label>
      <p class="acts">
        <button type="submit" class="button main" name="answer" value="grant">
          {t(language, 'lupa.grant')}
        </button>
        {mayRefuse && (
          <button type="submit" class="button" name="answer" value="refuse" formnovalidate>
            {t(language, 'lupa.refuse')}
          </button>
        )}
      </p>
    </form>
  )
}

type PictureProps = { language: Language; sent: (name: string, value?: string) => boolean }

function Picture({ language, sent }: PictureProps) {
  return (
    <>
      <fieldset>
        <legend class="label">{t(language, 'lupa.child')}</legend>
        {(['no', 'unrecognisable', 'guardian', 'recognisable'] as const).map((one) => (
          <label class="tick">
            <input
              type="radio"
              name="child"
              value={one}
              required
              checked={sent('child', one)}
              aria-describedby="child-hint"
            />
            {t(language, `lupa.child.${one}`)}
          </label>
        ))}
        <p class="hint" id="child-hint">
          {t(language, 'lupa.child.hint')}
        </p>
      </fieldset>
      <label class="tick">
        <input type="checkbox" name="crop" value="1" checked={sent('crop')} />
        {t(language, 'lupa.crop')}
      </label>
    </>
  )
}
