// What every part of the digest's page is given, and the small questions they all ask of it.
import { isKey, type Language, pick, t } from '../../config/i18n.ts'
import type { DigestRow } from '../../db/digests.ts'
import type { Bundle, FigureRecord, Revised, Written } from '../domain/digest-model.ts'
import { NOTHING, type SectionId } from '../domain/digest-states.ts'
import { capital } from './say.ts'

export type View = {
  language: Language
  bundle: Bundle
  row: Pick<
    DigestRow,
    'quarter' | 'revision' | 'state' | 'sha256' | 'sample' | 'compiled_at' | 'frozen_at' | 'published_at'
  >
  written: Written
  /** The one who compiled the figures also approved. */
  alone: boolean
  /** Of a later revision: why it was made, and what changed since the one before. */
  correction: { reason: string; since: number; changes: Revised[] } | null
  /** Where this digest lives; files and languages are linked from it. Null in a preview. */
  address: string | null
}

/** A text of people as paragraphs and lists; null when there is none. */
export type Paragraphs = { nothing: boolean; blocks: ({ lines: string[] } | { items: string[] })[] }

export function readText(view: View, section: SectionId): Paragraphs | null {
  const text = view.written.texts[section]?.trim()
  if (!text) return null
  if (text === NOTHING) return { nothing: true, blocks: [] }
  const blocks = text
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .filter((lines) => lines.length)
    .map((lines) =>
      lines.every((line) => /^[-•*] /.test(line)) ? { items: lines.map((line) => line.slice(2)) } : { lines },
    )
  return { nothing: false, blocks }
}

/** A word of the messages when there is one, else the value itself: what people have named stands as they named it. */
export function wordOf(language: Language, family: string, value: string): string {
  const key = `${family}.${value}`
  return isKey(key) ? t(language, key) : value
}

/** The name of a channel as a row or a sentence has it; one that people have named themselves is called that. */
export function channelName(language: Language, channel: string): string {
  // Two of them are websites to everybody, but stand beside one another in a table.
  const key = [`digest.channel.${channel}`, `channel.${channel}`].find(isKey)
  return key ? capital(t(language, key)) : channel
}

/** The title of a source, or its channel with what tells it from others of the same. */
export function sourceName({ bundle, language }: View, id: string): string {
  const source = bundle.sources.find((one) => one.id === id)
  if (!source) return id
  const channel = channelName(language, source.channel)
  return source.title ?? (id === source.channel ? channel : `${channel} (${id})`)
}

export function familyLabel({ bundle, language }: View, id: string): string {
  const family = bundle.families.find((one) => one.id === id)
  return family ? pick(family.label, language, bundle.place.languages[0]) : id
}

export function wallLabel({ bundle, language }: View, id: string): string {
  const wall = bundle.walls.find((one) => one.id === id)
  return wall ? pick(wall.label, language, bundle.place.languages[0]) : id
}

export const placeName = ({ bundle, language }: View): string =>
  pick(bundle.place.name, language, bundle.place.languages[0])

/** What a flag such as `lifts:12` carries. */
export function flagOf(record: FigureRecord | undefined, name: string): string | undefined {
  return record?.flags.find((one) => one.startsWith(`${name}:`))?.slice(name.length + 1)
}

/** The 12 characters that name the figures on every page and paper. */
export const dataId = (row: { sha256: string }): string => row.sha256.slice(0, 12)
