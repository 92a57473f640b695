// A post given by its link: what could be read is proposed, what a person typed is saved.
import { z } from 'zod'
import { appendAudit } from '../db/audit.ts'
import { inTransaction } from '../db/open.ts'
import { findPostsAt } from '../db/removals.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import { canonicalUrl } from './domain/link.ts'
import { platformOf } from './domain/platforms.ts'
import { momentAt } from './domain/quarter.ts'
import { findTags } from './domain/tags.ts'
import { Refusal } from './errors.ts'
import { takeHanded } from './handed.ts'
import { openLanguages } from './language.ts'

export const pastedLink = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine((address) => canonicalUrl(address) !== null)
const optional = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('').transform(() => null), schema]).default(null)

export const pastedForm = z.object({
  link: pastedLink,
  author: z.string().trim().min(1).max(100),
  text: z.string().trim().min(1).max(20_000),
  hashtags: z
    .string()
    .max(2000)
    .default('')
    .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
    .refine((tags) => tags.every((tag) => findTags(`#${tag.replace(/^#/, '')}`)[0])),
  day: z.iso.date(),
  time: optional(z.string().regex(/^\d\d:\d\d(:\d\d)?$/)),
  picture: optional(z.url({ protocol: /^https?$/ }).max(2000)),
  alt: z.string().trim().max(1500).default(''),
})

/** The post of the place at this address, or undefined. */
export async function findPasted(db: Deps['db'], place: string, link: string): Promise<string | undefined> {
  const [post] = await findPostsAt(db, [canonicalUrl(link) ?? link], place)
  return post?.public_id
}

/** Saves the post, which waits in the queue like any other; answers its id. */
export async function takePasted(deps: Deps, act: Act, form: z.infer<typeof pastedForm>): Promise<string> {
  const at = deps.clock()
  const [hours = 12, minutes = 0] = form.time?.split(':').map(Number) ?? []
  const written = momentAt(form.day, hours * 60 + minutes, act.place.time_zone)
  // Noon is only a guess, and today's may be to come.
  const publishedAt = written > at && !form.time ? at : written
  if (publishedAt.getTime() > at.getTime() + 300_000) throw new Refusal('pasted-future', 400)
  const post = {
    channel: platformOf(form.link),
    url: form.link,
    author: form.author,
    text: form.text,
    tags: form.hashtags,
    publishedAt,
    media: form.picture
      ? [{ kind: 'image' as const, url: form.picture, alt: form.alt || null, width: null, height: null }]
      : [],
    counts: {},
  }
  const detect = await openLanguages()
  return inTransaction(deps.db, async (trx) => {
    const known = await findPasted(trx, act.place.id, form.link)
    if (known) return known
    await takeHanded(trx, { act, by: 'pasted', at, detect }, [post])
    const id = await findPasted(trx, act.place.id, form.link)
    // Somebody has asked for its removal, and that holds.
    if (!id) throw new Refusal('pasted-removed', 409)
    await appendAudit(trx, { place: act.place.id, at, actor: act.name, action: 'post-pasted', object: id })
    if (post.media.length) await deps.queue.send('pictures', { place: act.place.id }, { db: trx })
    return id
  })
}
