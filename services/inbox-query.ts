// What the queue is asked, by the query of its page and of scripts, and the filter that it comes to.
import { z } from 'zod'
import { listId } from '../config/lists.ts'
import { accountKinds, channels, languages } from '../config/place.ts'
import type { InboxFilter } from '../db/inbox.ts'
import type { Db } from '../db/open.ts'
import { unpackCursor } from '../db/page.ts'
import { listFamilies } from '../db/places.ts'
import { postStates } from '../db/schema.ts'
import { readSearch } from '../db/search.ts'
import { spreadWords } from './domain/finnish.ts'
import { addDays, startOfDay } from './domain/quarter.ts'
import { plainWords } from './domain/words.ts'

/** An absent and an empty field of the filter mean the same: anything. */
const maybe = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional()
const kindGroups = { own: ['own', 'staff'], partner: ['partner'], other: accountKinds.slice(3) } as const

const words = z
  .string()
  .max(200)
  .transform((text) => text.replaceAll('\0', '').trim())

const day = z.iso.date().refine((one) => /^(?:19|20|21)/.test(one), 'is not a day of our time')

export const inboxQuery = z.strictObject({
  state: maybe(z.enum(postStates)),
  family: maybe(z.string().regex(/^[a-z0-9-]{2,40}$/, 'is not the id of a family')),
  channel: maybe(z.enum(channels)),
  kind: maybe(z.enum(['own', 'partner', 'other'])),
  language: maybe(z.string().regex(/^[a-z]{2,3}$/, 'is not a language code')),
  text: maybe(words),
  author: maybe(words),
  theme: maybe(listId),
  audience: maybe(listId),
  /** Days of the place, both of them included. */
  from: maybe(day),
  to: maybe(day),
  undescribed: maybe(z.literal('1')),
  answer: maybe(z.literal('1')),
  cursor: maybe(
    z.string().transform((text, ctx) => {
      const cursor = unpackCursor(text)
      if (cursor) return cursor
      ctx.addIssue({ code: 'custom', message: 'is not a cursor of ours' })
      return z.NEVER
    }),
  ),
  limit: maybe(z.coerce.number().int().min(1).max(50)),
  lang: maybe(z.enum(languages)),
})
export type InboxQuery = z.infer<typeof inboxQuery>

export async function filterOf(
  db: Db,
  { id, time_zone: zone }: { id: string; time_zone: string },
  query: InboxQuery,
): Promise<InboxFilter> {
  const families = query.family === undefined ? [] : await listFamilies(db, id)
  const family = families.find((one) => one.id === query.family)
  return {
    state: query.state,
    channel: query.channel,
    lang: query.language,
    words: query.text ? await readSearch(db, query.text, spreadWords(query.text)) : undefined,
    author: query.author === undefined ? undefined : plainWords(query.author),
    theme: query.theme,
    audience: query.audience,
    since: query.from === undefined ? undefined : startOfDay(query.from, zone),
    before: query.to === undefined ? undefined : startOfDay(addDays(query.to, 1), zone),
    answer: query.answer === '1' || undefined,
    undescribed: query.undescribed === '1' || undefined,
    kinds: query.kind && kindGroups[query.kind],
    ...(query.family !== undefined && { keys: family?.tags.map((tag) => tag.key) ?? [] }),
  }
}
