// What stands in a source's form: what is saved, or what was typed just now with everything that is wrong in it.
import { isKey, type Language, t } from '../../config/i18n.ts'
import type { SourceRow } from '../../db/sources.ts'
import type { Complaint } from '../errors.ts'
import type { Fields } from '../same-origin.ts'
import { type Adapter, settingsOf, writeSetting } from '../source-form.ts'

export type Draft = {
  /** The text in a field of the form, by the field's name. */
  text: (field: string) => string
  families: readonly string[]
  active: boolean
  /** What is wrong, by the id of its field; '' where it has none. */
  wrong: ReadonlyMap<string, string>
  /** Secrets that were typed and are not sent back. */
  typed: readonly string[]
}

export const emptyDraft: Draft = { text: () => '', families: [], active: true, wrong: new Map(), typed: [] }

export function draftOfSource(adapter: Adapter, source: SourceRow): Draft {
  const texts = Object.fromEntries(
    settingsOf(adapter).map((one) => [`set_${one.name}`, writeSetting(one, source.settings[one.name])]),
  )
  texts.every = source.every_minutes === null ? '' : String(source.every_minutes)
  return { ...emptyDraft, text: (field) => texts[field] ?? '', families: source.families }
}

export function draftOfFields(
  language: Language,
  adapter: Adapter,
  fields: Fields,
  complaints: readonly Complaint[] = [],
): Draft {
  const text = (field: string) => (typeof fields[field] === 'string' ? fields[field] : '')
  return {
    text,
    families: [fields.families ?? []].flat(),
    active: text('active') === '1',
    wrong: new Map(complaints.map((one) => wrongOf(language, adapter, one, text))),
    typed: adapter.secrets.filter((name) => text(`secret_${name}`).trim()),
  }
}

/** A schema speaks to programmers: a person is told in words of ours, by the field and by whether it is empty. */
function wrongOf(
  language: Language,
  { name: channel }: Adapter,
  { path, message }: Complaint,
  text: Draft['text'],
): [id: string, words: string] {
  const [first = '', setting = ''] = path.split('.')
  if (first !== 'settings' && !['id', 'every'].includes(first)) return ['', `${path} ${message}`.trim()]
  const [id, field] = setting ? [`set-${setting}`, `set_${setting}`] : [first, first]
  const own = [`setting.${channel}.${setting}.wrong`, `setting.${setting}.wrong`, `sources.${first}.wrong`]
  if (!text(field).trim() && !isKey(own[0] ?? '')) return [id, t(language, 'sources.wrong.missing')]
  const key = own.find(isKey)
  return [id, t(language, key && isKey(key) ? key : 'sources.wrong')]
}
