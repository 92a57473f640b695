// A Mastodon status read into a found post; whatever is missing makes the post thinner, never an error.
import { z } from 'zod'
import type { AnswerForm, Counts, FoundMedia, FoundPost } from '../../../services/domain/source.ts'
import { findTags, tagFold } from '../../../services/domain/tags.ts'
import { momentOf } from '../found.ts'
import { listIn } from '../json.ts'
import { lineOf, plainOf } from '../plain.ts'

const id = z.string().min(1).max(200)
const text = z.string().nullish().catch(null)
const count = z.int().min(0).max(2_147_483_647).nullish().catch(null)
const measure = z.number().positive().nullish().catch(null)

const attachment = z.looseObject({
  type: z.string(),
  url: text,
  preview_url: text,
  remote_url: text,
  description: text,
  meta: z
    .looseObject({
      original: z.looseObject({ width: measure, height: measure, duration: measure }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
})

const account = z.looseObject({
  id: z.string().optional().catch(undefined),
  username: text,
  acct: z.string().min(1),
  display_name: text,
  url: text,
  uri: text,
  noindex: z.boolean().nullish().catch(null),
})

const status = z.looseObject({
  id,
  uri: id.optional().catch(undefined),
  url: text,
  created_at: text,
  edited_at: text,
  visibility: z.string().catch('public'),
  sensitive: z.boolean().catch(false),
  spoiler_text: text,
  language: text,
  content: z.string().catch(''),
  replies_count: count,
  reblogs_count: count,
  favourites_count: count,
  reblog: z.unknown(),
  in_reply_to_account_id: text,
  account,
  media_attachments: z.array(z.unknown()).catch([]),
  tags: z.array(z.unknown()).catch([]),
  card: z.unknown(),
  quote: z.unknown(),
})
type Status = z.infer<typeof status>
const visibilities = new Set(['public', 'unlisted', 'private', 'direct'])

const cardShape = z.looseObject({ url: z.url(), title: z.string().min(1), description: text })
const tagShape = z.looseObject({ name: z.string().min(1).max(200) })
const quoteShape = z.looseObject({ state: z.literal('accepted'), quoted_status: status })

/** A status with everything that is read of what it holds. */
export const statusForm = {
  name: 'status',
  answers: ({ pathname }) => /\/timelines\/tag\/|\/statuses$/.test(pathname),
  things: (answer) => listIn(answer),
  shape: () =>
    status.extend({
      media_attachments: z.array(attachment),
      tags: z.array(tagShape),
      card: cardShape,
      quote: quoteShape,
    }),
} satisfies AnswerForm

/**
 * One status as a post. 'skip': not for us (a boost, not public, or an author who does not want to be found);
 * undefined: cannot be read. `server` completes the names of the server's own people.
 */
export function readStatus(given: unknown, server: string): FoundPost | 'skip' | undefined {
  const read = status.safeParse(given)
  if (!read.success) return undefined
  const one = read.data
  if (one.reblog) return 'skip'
  // A new word for who may see it: not shown, and counted as something that we cannot read.
  if (!visibilities.has(one.visibility)) return undefined
  if (one.visibility !== 'public' || one.account.noindex) return 'skip'
  const url = webAddress(one.url) ?? webAddress(one.uri)
  const words = plainOf(one.content)
  const quote = readQuote(one.quote)
  return {
    externalId: one.uri ?? `${server}/statuses/${one.id}`,
    seenId: one.id,
    url,
    author: {
      id: webAddress(one.account.uri) ?? webAddress(one.account.url) ?? one.account.acct,
      name: lineOf(one.account.display_name) ?? one.account.username ?? null,
      handle: `@${one.account.acct.includes('@') ? one.account.acct : `${one.account.acct}@${hostOf(server)}`}`,
      url: webAddress(one.account.url),
    },
    title: null,
    // Readers that know quotes see them below; the "RE: address" line is for those that do not.
    body: { html: quote ? one.content.replace(/<p class="quote-inline">.*?<\/p>/s, '') : one.content },
    tags: listedTags(one, words),
    publishedAt: momentOf(one.created_at),
    editedAt: momentOf(one.edited_at),
    lang: one.language || null,
    media: one.media_attachments.flatMap(readMedia),
    counts: readCounts(one),
    sensitive: one.spoiler_text?.trim() || (one.sensitive ? '⚠' : null),
    public: true,
    // Going on with one's own thread is no answer to somebody else.
    ...(one.in_reply_to_account_id && one.in_reply_to_account_id !== one.account.id && { reply: true }),
    card: readCard(one.card),
    quote,
  }
}

function readCounts(one: Status): Counts {
  return {
    likes: one.favourites_count ?? null,
    comments: one.replies_count ?? null,
    shares: one.reblogs_count ?? null,
  }
}

// The server lists tags folded to ASCII: one that the author typed with ä stands in the text and counts as typed.
function listedTags(one: Status, words: string): string[] {
  const typed = new Set(findTags(words.normalize('NFC')).map((tag) => tagFold(tag.written)))
  return one.tags.flatMap((given) => {
    const tag = tagShape.safeParse(given).data?.name
    return tag && !typed.has(tagFold(tag)) ? [tag] : []
  })
}

function readMedia(given: unknown): FoundMedia[] {
  const read = attachment.safeParse(given)
  if (!read.success) return []
  const { type, url, remote_url, preview_url, description, meta } = read.data
  const kind = type === 'image' ? 'image' : type === 'video' || type === 'gifv' ? 'video' : 'audio'
  if (kind === 'audio' && type !== 'audio') return []
  // Of moving pictures and sounds we show the still one, if there is any.
  const picture = kind === 'image' ? (webAddress(url) ?? webAddress(remote_url)) : webAddress(preview_url)
  if (!picture) return []
  const { width, height, duration } = meta?.original ?? {}
  return [
    {
      kind,
      url: picture,
      alt: description?.trim() || null,
      width: width ? Math.round(width) : null,
      height: height ? Math.round(height) : null,
      ...(kind !== 'image' && { seconds: duration ? Math.round(duration) : null }),
    },
  ]
}

function readCard(given: unknown): NonNullable<FoundPost['card']> | null {
  const card = cardShape.safeParse(given).data
  const url = webAddress(card?.url)
  return card && url ? { url, title: card.title, text: card.description?.trim() || null } : null
}

function readQuote(given: unknown): NonNullable<FoundPost['quote']> | null {
  const quoted = quoteShape.safeParse(given).data?.quoted_status
  if (quoted?.visibility !== 'public') return null
  return { url: webAddress(quoted.url), author: `@${quoted.account.acct}`, text: plainOf(quoted.content) }
}

function webAddress(text: string | null | undefined): string | null {
  if (!text || !URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
}

function hostOf(server: string): string {
  return new URL(server).host
}
