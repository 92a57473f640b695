// The fields of a source's form: the channel's own settings, its keys, the hashtags and the pace.
import { isKey, pick, t } from '../../config/i18n.ts'
import type { FamilyWithTags } from '../../db/places.ts'
import { type Adapter, type Setting, settingsOf } from '../source-form.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Ticks } from './parts.tsx'
import type { Draft } from './source-draft.ts'
import { settingWords } from './source-words.ts'

type Props = { c: DeskContext; adapter: Adapter; draft: Draft }

export function Modes({ c, draft }: Omit<Props, 'adapter'>) {
  const { language } = c.var
  return (
    <fieldset>
      <legend class="label">{t(language, 'sources.mode')}</legend>
      <Ticks
        one
        name="mode"
        options={(['own', 'partner', 'resident'] as const).map((one) => [
          one,
          t(language, `sources.mode.${one}`),
        ])}
        chosen={[draft.text('mode') || 'own']}
      />
    </fieldset>
  )
}

export function Settings({ c, adapter, draft, families }: Props & { families: readonly FamilyWithTags[] }) {
  const { language, place } = c.var
  return (
    <>
      <p>
        <a href={deskPath(c, `/guide/${adapter.name}`)}>{t(language, 'guide.link')}</a>
      </p>
      {adapter.proof === 'unproven' && <p class="hint">{t(language, 'sources.unproven')}</p>}
      {settingsOf(adapter).map((one) => (
        <SettingField c={c} adapter={adapter} draft={draft} setting={one} />
      ))}
      {adapter.secrets.map((name) => (
        <SecretField c={c} name={name} again={draft.typed.includes(name)} />
      ))}
      {'offers' in adapter && families.length > 0 && (
        <fieldset>
          <legend class="label">{t(language, 'sources.families')}</legend>
          <p class="hint">{t(language, 'sources.families.hint')}</p>
          <Ticks
            name="families"
            options={families.map((one) => [one.id, pick(one.label, language, place.languages[0])])}
            chosen={draft.families}
          />
        </fieldset>
      )}
      <Field
        id="every"
        label={t(language, 'sources.every')}
        hint={t(language, 'sources.every.hint', { n: adapter.pace.everyMinutes })}
        wrong={draft.wrong.get('every')}
      >
        <input
          {...fieldOf('every', true, draft)}
          name="every"
          type="number"
          min={5}
          max={10080}
          value={draft.text('every')}
        />
      </Field>
    </>
  )
}

function SettingField({ c, adapter, draft, setting }: Props & { setting: Setting }) {
  const { language } = c.var
  const { name, required, choices, parts } = setting
  const say = (part: string) => settingWords(language, adapter, part)
  const [id, field] = [`set-${name}`, `set_${name}`]
  const hint = say(`${name}.hint`)
  const common = { ...fieldOf(id, hint !== undefined, draft), name: field, required }
  const value = draft.text(field)
  return (
    <Field id={id} label={say(name) ?? name} hint={hint} wrong={draft.wrong.get(id)}>
      {choices ? (
        <select {...common}>
          {choices.map((one) => (
            <option value={one} selected={one === value}>
              {say(`${name}.${one}`) ?? one}
            </option>
          ))}
        </select>
      ) : parts ? (
        <textarea {...common} rows={4}>
          {value}
        </textarea>
      ) : (
        <input {...common} type="text" value={value} />
      )}
    </Field>
  )
}

function SecretField({ c, name, again }: { c: DeskContext; name: string; again: boolean }) {
  const { language } = c.var
  const [label, hint] = [`secret.${name}`, `secret.${name}.hint`]
  const id = `secret-${name}`
  return (
    <Field
      id={id}
      label={isKey(label) ? t(language, label) : t(language, 'sources.secret', { name })}
      hint={t(language, isKey(hint) ? hint : 'sources.secret.hint')}
      wrong={again ? t(language, 'sources.secret.again') : undefined}
    >
      <input
        id={id}
        name={`secret_${name}`}
        type="password"
        autocomplete="off"
        aria-describedby={again ? `${id}-hint ${id}-wrong` : `${id}-hint`}
      />
    </Field>
  )
}

/** What makes a control read its hint and its complaint aloud. */
export function fieldOf(id: string, hint: boolean, { wrong }: Draft) {
  const bad = wrong.has(id)
  const described = [hint && `${id}-hint`, bad && `${id}-wrong`].filter(Boolean).join(' ')
  return {
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': bad ? ('true' as const) : undefined,
  }
}

/** The first button is what the Enter key presses. */
export function Buttons({ c, label, terms }: { c: DeskContext; label: string; terms: string }) {
  const { language } = c.var
  return (
    <>
      <p class="acts">
        <button type="submit" class="button main">
          {label}
        </button>
        <button type="submit" class="button" name="step" value="try" aria-describedby="try-hint">
          {t(language, 'sources.try')}
        </button>
        <a href={terms} rel="noopener noreferrer">
          {t(language, 'sources.terms')}
        </a>
      </p>
      <p class="hint" id="try-hint">
        {t(language, 'sources.try.hint')}
      </p>
    </>
  )
}
