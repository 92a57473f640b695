// The fields of the story form: the story, its pictures, hashtags, who tells it, and what the teller allows.
import { type Language, pick, t } from '../../config/i18n.ts'
import type { FamilyWithTags } from '../../db/places.ts'
import type { Fields } from '../same-origin.ts'
import { STORY_PICTURES } from '../story.ts'
import { HeardField, OpenFormFoot } from './heard-field.tsx'
import { Field, Ticks } from './parts.tsx'

type Props = {
  language: Language
  families: readonly FamilyWithTags[]
  fields: Fields
  /** The place's own first language, for names that it has in no other. */
  spoken: Language
  action: string
  formKey: string
}

export function StoryFields({ language, families, fields, spoken, action, formKey }: Props) {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  const chosen = [fields.families ?? []].flat()
  const Tick = ({
    name,
    required = false,
  }: {
    name: 'mine' | 'age' | 'digest' | 'channels' | 'print' | 'people'
    required?: boolean
  }) => (
    <label class="tick">
      <input type="checkbox" name={name} value="1" required={required} checked={text(name) === '1'} />
      {t(language, `story.${name}`)}
    </label>
  )
  const line = (name: 'name' | 'email', type: 'text' | 'email', complete: string) => (
    <Field id={name} label={t(language, `story.${name}`)} hint={t(language, `story.${name}.hint`)}>
      <input
        id={name}
        name={name}
        type={type}
        autocomplete={complete}
        value={text(name)}
        aria-describedby={`${name}-hint`}
      />
    </Field>
  )
  return (
    <form method="post" action={action} class="settings" enctype="multipart/form-data">
      <input type="hidden" name="key" value={formKey} />
      <Field id="text" label={t(language, 'story.text')} hint={t(language, 'story.text.hint')}>
        <textarea id="text" name="text" rows={8} required maxlength={5000} aria-describedby="text-hint">
          {text('text')}
        </textarea>
      </Field>
      {families.length > 0 && (
        <fieldset>
          <legend class="label">{t(language, 'story.families')}</legend>
          <Ticks
            name="families"
            options={families.map((one) => [one.id, pick(one.label, language, spoken)])}
            chosen={chosen}
          />
        </fieldset>
      )}
      <fieldset>
        <legend class="label">{t(language, 'story.pictures')}</legend>
        <p class="hint" id="pictures-hint">
          {t(language, 'story.pictures.hint')}
        </p>
        {Array.from({ length: STORY_PICTURES }, (_, nth) => (
          <>
            <Field id={`picture${nth}`} label={t(language, 'story.picture', { n: nth + 1 })}>
              <input
                id={`picture${nth}`}
                name={`picture${nth}`}
                type="file"
                accept="image/jpeg,image/png,image/webp"
                aria-describedby="pictures-hint"
              />
            </Field>
            <Field id={`alt${nth}`} label={t(language, 'story.alt', { n: nth + 1 })}>
              <input
                id={`alt${nth}`}
                name={`alt${nth}`}
                type="text"
                maxlength={500}
                value={text(`alt${nth}`)}
              />
            </Field>
          </>
        ))}
        <Tick name="people" />
        <Ticks
          one
          name="child"
          options={(['no', 'unrecognisable', 'guardian'] as const).map((one) => [
            one,
            t(language, `story.child.${one}`),
          ])}
          chosen={[text('child')]}
        />
      </fieldset>
      {line('name', 'text', 'name')}
      {line('email', 'email', 'email')}
      <fieldset>
        <legend class="label">{t(language, 'story.allow')}</legend>
        <Tick name="mine" required />
        <Tick name="age" required />
        <p class="label">{t(language, 'story.also')}</p>
        <Tick name="digest" />
        <Tick name="channels" />
        <Tick name="print" />
        <p class="hint">{t(language, 'story.holds')}</p>
      </fieldset>
      <HeardField language={language} chosen={text('heard')} />
      <OpenFormFoot language={language} send="story.send" />
    </form>
  )
}
