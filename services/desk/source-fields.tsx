// The fields of a source's form: the channel's own settings, its keys, the hashtags and the pace.
import { isKey, pick, t } from '../../config/i18n.ts'
import type { FamilyWithTags } from '../../db/places.ts'
import type { SourceRow } from '../../db/sources.ts'
import { type Adapter, textSettings } from '../tend-sources.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field } from './parts.tsx'

export function Modes({ c }: { c: DeskContext }) {
  const { language } = c.var
  return (
    <fieldset>
      <legend class="label">{t(language, 'sources.mode')}</legend>
      {(['own', 'partner', 'resident'] as const).map((one) => (
        <label class="tick">
          <input type="radio" name="mode" value={one} checked={one === 'own'} />
          {t(language, `sources.mode.${one}`)}
        </label>
      ))}
    </fieldset>
  )
}

type SettingProps = {
  c: DeskContext
  adapter: Adapter
  families: readonly FamilyWithTags[]
  values: (name: string) => string
  source?: SourceRow
}

export function Settings({ c, adapter, families, values, source }: SettingProps) {
  const { language, place } = c.var
  return (
    <>
      <p>
        <a href={deskPath(c, `/guide/${adapter.name}`)}>{t(language, 'guide.link')}</a>
      </p>
      {adapter.proof === 'unproven' && <p class="hint">{t(language, 'sources.unproven')}</p>}
      {textSettings(adapter).map(({ name, required, choices }) => {
        // In the channel's own words where it has some.
        const say = (part: string) => {
          const own = [`setting.${adapter.name}.${part}`, `setting.${part}`].find(isKey)
          return own && isKey(own) ? t(language, own) : undefined
        }
        const hint = say(`${name}.hint`)
        const common = {
          id: `set-${name}`,
          name: `set_${name}`,
          required,
          'aria-describedby': hint ? `set-${name}-hint` : undefined,
        }
        return (
          <Field id={`set-${name}`} label={say(name) ?? name} hint={hint}>
            {choices ? (
              <select {...common}>
                {choices.map((one) => (
                  <option value={one} selected={one === values(name)}>
                    {say(`${name}.${one}`) ?? one}
                  </option>
                ))}
              </select>
            ) : (
              <input {...common} type="text" value={values(name)} />
            )}
          </Field>
        )
      })}
      {adapter.secrets.map((name) => {
        const [label, hint] = [`secret.${name}`, `secret.${name}.hint`]
        return (
          <Field
            id={`secret-${name}`}
            label={isKey(label) ? t(language, label) : t(language, 'sources.secret', { name })}
            hint={t(language, isKey(hint) ? hint : 'sources.secret.hint')}
          >
            <input
              id={`secret-${name}`}
              name={`secret_${name}`}
              type="password"
              autocomplete="off"
              aria-describedby={`secret-${name}-hint`}
            />
          </Field>
        )
      })}
      {'offers' in adapter && families.length > 0 && (
        <fieldset>
          <legend class="label">{t(language, 'sources.families')}</legend>
          <p class="hint">{t(language, 'sources.families.hint')}</p>
          {families.map((one) => (
            <label class="tick">
              <input
                type="checkbox"
                name="families"
                value={one.id}
                checked={source?.families.includes(one.id) ?? false}
              />
              {pick(one.label, language, place.languages[0])}
            </label>
          ))}
        </fieldset>
      )}
      <Field
        id="every"
        label={t(language, 'sources.every')}
        hint={t(language, 'sources.every.hint', { n: adapter.pace.everyMinutes })}
      >
        <input
          id="every"
          name="every"
          type="number"
          min={5}
          max={10080}
          value={source?.every_minutes ?? ''}
          aria-describedby="every-hint"
        />
      </Field>
    </>
  )
}

export function Buttons({ c, label, terms }: { c: DeskContext; label: string; terms: string }) {
  return (
    <p class="acts">
      <button type="submit" class="button main">
        {label}
      </button>
      <a href={terms} rel="noopener noreferrer">
        {t(c.var.language, 'sources.terms')}
      </a>
    </p>
  )
}
