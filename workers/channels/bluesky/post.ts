// A Bluesky post as its server shows it, read into a found post; whatever is missing makes it thinner, never an error.
import { z } from 'zod'
import { httpUrl } from '../../../services/domain/link.ts'
import type { AnswerForm, FoundMedia, FoundPost } from '../../../services/domain/source.ts'
import { momentOf } from '../found.ts'
import { listIn } from '../json.ts'
import { plainOf } from '../plain.ts'
import { readFacets } from './facets.ts'

const DAY = 86_400_000
const POST = 'app.bsky.feed.post'

const text = z.string().nullish().catch(null)
const count = z.int().min(0).max(2_147_483_647).nullish().catch(null)
const many = z.array(z.unknown()).catch([])
const labelShape = z.looseObject({ val: z.string(), neg: z.boolean().nullish().catch(null) })
const uri = z.string().regex(/^at:\/\/did:[\w.:%-]+\/[\w.-]+\/[\w.~:-]+$/)

const author = z.looseObject({
  did: z.string().regex(/^did:[a-z]+:[\w.:%-]+$/),
  handle: z.string().min(1),
  displayName: text,
  labels: many,
})
/** The record is what the author's app wrote: nobody has checked it. */
const record = z.looseObject({
  $type: z.literal(POST),
  text: z.string(),
  createdAt: text,
  facets: many,
  langs: many,
  tags: many,
  labels: z.looseObject({ values: many }).nullish().catch(null),
  reply: z
    .looseObject({ parent: z.looseObject({ uri: z.string() }) })
    .nullish()
    .catch(null),
})
const postView = z.looseObject({
  uri,
  author,
  record,
  embed: z.unknown().optional(),
  indexedAt: text,
  labels: many,
  likeCount: count,
  replyCount: count,
  repostCount: count,
})
type PostView = z.infer<typeof postView>

/** A post, and the moment by which the server sorts it. */
export type ReadPost = { post: FoundPost; sortedAt: Date | null; replyTo: string | null }

/** Undefined when it cannot be read. */
export function readPost(given: unknown): ReadPost | undefined {
  const view = postView.safeParse(given).data
  if (!view) return undefined
  const { record: said, author: by } = view
  const [created, indexed] = [momentOf(said.createdAt), momentOf(view.indexedAt)]
  const labels = labelsOf(view)
  const { html, tags } = readFacets(said.text, said.facets)
  const name = nameOf(by)
  return {
    post: {
      externalId: view.uri,
      url: addressOf(view),
      author: {
        id: by.did,
        name: by.displayName?.trim() || null,
        handle: name === by.did ? null : `@${name}`,
        url: `https://bsky.app/profile/${name}`,
      },
      title: null,
      body: { html },
      tags: [...tags, ...textsOf(said.tags)],
      publishedAt: publishedAt(created, indexed),
      editedAt: null,
      lang: textsOf(said.langs)[0] ?? null,
      ...readEmbed(view.embed),
      counts: {
        likes: view.likeCount ?? null,
        comments: view.replyCount ?? null,
        shares: view.repostCount ?? null,
      },
      sensitive: labels.some((label) => delicate.has(label)) ? '⚠' : null,
      public: !labels.some((label) => closed.has(label)),
      ...(answersAnother(view) && { reply: true }),
    },
    sortedAt: created && indexed && created < indexed ? created : indexed,
    replyTo: said.reply?.parent.uri ?? null,
  }
}

const answersAnother = ({ author: by, record: said }: PostView) =>
  Boolean(said.reply && !said.reply.parent.uri.startsWith(`at://${by.did}/`))

/** What the author or a moderator has put on it; these two sets are Bluesky's own words. */
const delicate = new Set(['porn', 'sexual', 'nudity', 'graphic-media', 'gore', '!warn'])
const closed = new Set(['!no-unauthenticated', '!hide', '!takedown'])

function labelsOf(view: Pick<PostView, 'author' | 'record' | 'labels'>): string[] {
  const all = [...view.labels, ...view.author.labels, ...(view.record.labels?.values ?? [])]
  const read = all.flatMap((one) => labelShape.safeParse(one).data ?? [])
  const lifted = new Set(read.filter((one) => one.neg).map((one) => one.val))
  return read.map((one) => one.val).filter((label) => !lifted.has(label))
}

/** The author's own time, unless it is more than a day off from when the network learned of the post. */
function publishedAt(created: Date | null, indexed: Date | null): Date | null {
  if (!created || !indexed) return created ?? indexed
  return Math.abs(created.getTime() - indexed.getTime()) > DAY ? indexed : created
}

function nameOf({ handle, did }: PostView['author']): string {
  return /^[a-z0-9][a-z0-9.-]+$/i.test(handle) && handle !== 'handle.invalid' ? handle : did
}

function addressOf({ uri, author }: Pick<PostView, 'uri' | 'author'>): string {
  return `https://bsky.app/profile/${nameOf(author)}/post/${uri.split('/').at(-1)}`
}

const ratio = z.looseObject({ width: z.int().positive(), height: z.int().positive() }).nullish().catch(null)
const picture = z.looseObject({
  fullsize: text,
  thumb: text,
  thumbnail: text,
  alt: text,
  aspectRatio: ratio,
})
const embedShape = z.looseObject({
  $type: z.string(),
  images: many,
  items: many,
  thumbnail: text,
  alt: text,
  aspectRatio: ratio,
  external: z.unknown().optional(),
  record: z.unknown().optional(),
  media: z.unknown().optional(),
})
const cardShape = z.looseObject({ uri: z.string(), title: text, description: text })
const quoted = z.looseObject({
  $type: z.literal('app.bsky.embed.record#viewRecord'),
  uri,
  author,
  value: record,
  labels: many,
})

/** A post with everything that is read of what it holds. */
export const postForm = {
  name: 'post',
  answers: ({ pathname }) => /\.(?:searchPosts|getAuthorFeed|getPosts)$/.test(pathname),
  things: (answer) => [
    ...listIn(answer, 'posts'),
    ...listIn(answer, 'feed').map((one) => (one as { post?: unknown } | null)?.post),
  ],
  shape: () =>
    postView.extend({
      labels: z.array(labelShape),
      embed: embedShape
        .extend({ images: z.array(picture), items: z.array(picture), external: cardShape, record: quoted })
        .optional(),
    }),
} satisfies AnswerForm

type Embedded = { media: FoundMedia[] } & Required<Pick<FoundPost, 'card' | 'quote'>>

/** Pictures, the still of a video, a link card, a quoted post: a post holds one kind, or a quote and one kind. */
function readEmbed(given: unknown): Embedded {
  const none: Embedded = { media: [], card: null, quote: null }
  const embed = embedShape.safeParse(given).data
  switch (embed?.$type.replace(/^app\.bsky\.embed\./, '')) {
    case 'images#view':
      return { ...none, media: embed.images.flatMap(readPicture) }
    case 'gallery#view':
      return { ...none, media: embed.items.flatMap(readPicture) }
    case 'video#view':
      return { ...none, media: mediaOf('video', embed.thumbnail, embed) }
    case 'external#view':
      return { ...none, card: readCard(embed.external) }
    case 'record#view':
      return { ...none, quote: readQuote(embed.record) }
    case 'recordWithMedia#view': {
      const inner = z.looseObject({ record: z.unknown().optional() }).safeParse(embed.record).data
      return { ...readEmbed(embed.media), quote: readQuote(inner?.record) }
    }
    default:
      return none
  }
}

function readPicture(given: unknown): FoundMedia[] {
  const one = picture.safeParse(given).data
  return one ? mediaOf('image', one.fullsize ?? one.thumb ?? one.thumbnail, one) : []
}

function mediaOf(
  kind: FoundMedia['kind'],
  address: string | null | undefined,
  { alt, aspectRatio }: Pick<z.infer<typeof picture>, 'alt' | 'aspectRatio'>,
): FoundMedia[] {
  const url = httpUrl(address)
  const { width = null, height = null } = aspectRatio ?? {}
  return url ? [{ kind, url, alt: alt?.trim() || null, width, height }] : []
}

function readCard(given: unknown): Embedded['card'] {
  const card = cardShape.safeParse(given).data
  const url = httpUrl(card?.uri)
  const title = card?.title?.trim()
  return card && url && title ? { url, title, text: card.description?.trim() || null } : null
}

// A quote that its author wants nobody signed out to see, or that carries a warning, is left out.
function readQuote(given: unknown): Embedded['quote'] {
  const one = quoted.safeParse(given).data
  if (!one) return null
  const labels = labelsOf({ ...one, record: one.value })
  if (labels.some((label) => closed.has(label) || delicate.has(label))) return null
  return {
    url: addressOf(one),
    author: one.author.displayName?.trim() || `@${nameOf(one.author)}`,
    text: plainOf(readFacets(one.value.text, []).html),
  }
}

function textsOf(given: readonly unknown[]): string[] {
  return given.filter((one) => typeof one === 'string')
}
