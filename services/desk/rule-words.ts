// The conditions of a rule in words, one phrase a condition.
import { isKey, type Language, t } from '../../config/i18n.ts'
import type { RuleConditions } from '../../db/schema.ts'

const FEW = 4

/** "sana: pirun, helvetti ja 40 muuta; kieli: suomi tai ei tiedossa" as a list of phrases. */
export function conditionWords(
  language: Language,
  conditions: RuleConditions,
  families: ReadonlyMap<string, string>,
): string[] {
  const { words, authors, kinds, channels, families: tags, languages, media, form, perDay } = conditions
  const list = (all: readonly string[]) => {
    const shown = all.slice(0, FEW).join(', ')
    return all.length > FEW ? t(language, 'rules.and-more', { shown, n: all.length - FEW }) : shown
  }
  const say = (what: 'words' | 'authors' | 'kinds' | 'channels' | 'families' | 'languages', all: string[]) =>
    `${t(language, `rules.${what}`)}: ${list(all)}`
  return [
    ...(words ? [say('words', words)] : []),
    ...(authors ? [say('authors', authors)] : []),
    ...(kinds
      ? [
          say(
            'kinds',
            kinds.map((one) => t(language, `kind.${one}`)),
          ),
        ]
      : []),
    ...(channels
      ? [
          say(
            'channels',
            channels.map((one) => t(language, `channel.${one}`)),
          ),
        ]
      : []),
    ...(tags
      ? [
          say(
            'families',
            tags.map((one) => families.get(one) ?? one),
          ),
        ]
      : []),
    ...(languages
      ? [
          say(
            'languages',
            languages.map((one) => languageName(language, one)),
          ),
        ]
      : []),
    ...(media ? [t(language, `rules.media.${media}`)] : []),
    ...(form ? [t(language, `rules.form.${form}`)] : []),
    ...(perDay === undefined ? [] : [t(language, 'rules.per-day.is', { n: perDay })]),
  ]
}

/** A language by its code; one that is not known is said to be so. */
export function languageName(language: Language, code: string): string {
  const key = `lang.${code}`
  if (!code) return t(language, 'rules.language.unknown')
  return isKey(key) ? t(language, key) : code
}
