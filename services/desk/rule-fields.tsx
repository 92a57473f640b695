// The form of a rule: what it is called, what it does, and every condition.
import type { Child } from 'hono/jsx'
import { type Key, t } from '../../config/i18n.ts'
import { accountKinds, channels } from '../../config/place.ts'
import type { RuleLine } from '../../db/rules.ts'
import { ruleActions } from '../../db/schema.ts'
import type { Fields } from '../same-origin.ts'
import type { DeskContext } from './layout.tsx'
import { Field, Ticks } from './parts.tsx'
import { languageName } from './rule-words.ts'

/** What stands in the fields: of a rule that is there, or as somebody typed it. */
export type Typed = {
  name: string
  action: string
  words: string
  authors: string
  kinds: readonly string[]
  channels: readonly string[]
  families: readonly string[]
  languages: readonly string[]
  media: string
  form: string
  perDay: string
}

export function typedRule(rule: RuleLine | undefined): Typed {
  const { words, authors, kinds, channels, families, languages, media, form, perDay } = rule?.conditions ?? {}
  return {
    name: rule?.name ?? '',
    action: rule?.action ?? 'hold',
    words: words?.join('\n') ?? '',
    authors: authors?.join('\n') ?? '',
    kinds: kinds ?? [],
    channels: channels ?? [],
    families: families ?? [],
    languages: languages ?? [],
    media: media ?? '',
    form: form ?? '',
    perDay: perDay === undefined ? '' : String(perDay),
  }
}

export function typedFields(fields: Fields): Typed {
  const one = (name: string) => [fields[name] ?? ''].flat()[0] ?? ''
  const all = (name: string) => [fields[name] ?? []].flat()
  return {
    name: one('name'),
    action: one('action'),
    words: one('words'),
    authors: one('authors'),
    kinds: all('kinds'),
    channels: all('channels'),
    families: all('families'),
    languages: all('languages'),
    media: one('media'),
    form: one('form'),
    perDay: one('per_day'),
  }
}

type FieldsProps = { c: DeskContext; typed: Typed; families: ReadonlyMap<string, string> }

export function RuleFields({ c, typed, families }: FieldsProps) {
  const { language } = c.var
  return (
    <>
      <Field id="name" label={t(language, 'rules.name')}>
        <input id="name" name="name" type="text" required maxlength={100} value={typed.name} />
      </Field>
      <fieldset>
        <legend class="label">{t(language, 'rules.action')}</legend>
        <Ticks
          one
          name="action"
          options={ruleActions.toReversed().map((one) => [
            one,
            <span>
              {t(language, `rules.action.${one}`)}{' '}
              <span class="hint">{t(language, `rules.action.${one}.text`)}</span>
            </span>,
          ])}
          chosen={[typed.action]}
        />
      </fieldset>
      <p class="hint">{t(language, 'rules.all')}</p>
      <Lines c={c} name="words" value={typed.words} rows={5} />
      <Lines c={c} name="authors" value={typed.authors} rows={2} />
      <FoldedTicks
        c={c}
        name="kinds"
        chosen={typed.kinds}
        options={accountKinds.map((one) => [one, t(language, `kind.${one}`)])}
      />
      <FoldedTicks
        c={c}
        name="languages"
        chosen={typed.languages}
        options={['fi', 'sv', 'en', 'se', ''].map((one) => [one, languageName(language, one)])}
      />
      <FoldedTicks c={c} name="families" chosen={typed.families} options={[...families]} />
      <FoldedTicks
        c={c}
        name="channels"
        chosen={typed.channels}
        options={channels.map((one) => [one, t(language, `channel.${one}`)])}
      />
      <div class="pair">
        <Choice
          c={c}
          name="media"
          chosen={typed.media}
          options={['any', 'none', 'image', 'video', 'audio']}
        />
        <Choice c={c} name="form" chosen={typed.form} options={['reply', 'quote']} />
      </div>
      <Field id="per_day" label={t(language, 'rules.per-day')} hint={t(language, 'rules.per-day.hint')}>
        <input
          id="per_day"
          name="per_day"
          type="number"
          min={1}
          max={100}
          value={typed.perDay}
          aria-describedby="per_day-hint"
        />
      </Field>
    </>
  )
}

type LinesProps = { c: DeskContext; name: 'words' | 'authors'; value: string; rows: number }

function Lines({
  c: {
    var: { language },
  },
  name,
  value,
  rows,
}: LinesProps) {
  return (
    <Field id={name} label={t(language, `rules.${name}`)} hint={t(language, `rules.${name}.hint`)}>
      <textarea id={name} name={name} rows={rows} maxlength={20_000} aria-describedby={`${name}-hint`}>
        {value}
      </textarea>
    </Field>
  )
}

type TicksProps = {
  c: DeskContext
  name: 'kinds' | 'languages' | 'families' | 'channels'
  chosen: readonly string[]
  options: readonly (readonly [string, string])[]
}

/** Open where something is chosen, so that what decides is in sight. */
function FoldedTicks({
  c: {
    var: { language },
  },
  name,
  chosen,
  options,
}: TicksProps) {
  return (
    <details class="fold" open={chosen.length > 0}>
      <summary>
        <b>{t(language, `rules.${name}`)}</b> <span class="quiet">{t(language, 'rules.any')}</span>
      </summary>
      <fieldset class="ticks">
        <legend class="vh">{t(language, `rules.${name}`)}</legend>
        <Ticks name={name} options={options} chosen={chosen} />
      </fieldset>
    </details>
  )
}

type ChoiceProps = { c: DeskContext; name: 'media' | 'form'; chosen: string; options: readonly string[] }

function Choice({
  c: {
    var: { language },
  },
  name,
  chosen,
  options,
}: ChoiceProps): Child {
  return (
    <Field id={name} label={t(language, `rules.${name}`)}>
      <select id={name} name={name}>
        <option value="">{t(language, 'rules.any')}</option>
        {options.map((one) => (
          <option value={one} selected={one === chosen}>
            {t(language, `rules.${name}.${one}` as Key)}
          </option>
        ))}
      </select>
    </Field>
  )
}
