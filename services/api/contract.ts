// The shapes of every public answer: OpenAPI and the element's types are made from these.
import { z } from 'zod'
import { accountKinds, channels } from '../../config/place.ts'

const channel = z.enum(channels)
const moment = z.iso.datetime().describe('UTC')
const count = z.int().nullable().describe('null is "not known", never 0')
const address = z.string().describe('an http or https address')

const media = z.object({
  kind: z.enum(['image', 'video', 'audio']),
  src: z.string().nullable().describe('our copy, a path of this service; null for video and audio'),
  srcset: z.string().describe('the widths of our copy of the picture, or of the poster'),
  width: z.int(),
  height: z.int(),
  alt: z.string().describe('what is in the picture; empty when decorative'),
  lang: z.string().nullable().describe('of alt, where it is known to be another than the wall’s'),
  decorative: z.boolean(),
  poster: z.string().nullable().describe('the still picture of a video'),
  crop: z.boolean().describe('whether the author allows cropping'),
  focus: z.enum(['left', 'centre', 'right']).nullable(),
  tone: z.enum(['light', 'dark']).nullable(),
  sensitive: z.string().nullable().describe('the warning to show before the picture'),
  seconds: z.int().nullable(),
  captions: z.string().nullable(),
})

const post = z.object({
  id: z.string(),
  channel,
  url: address,
  site: z.string().nullable().describe('of a channel that is websites: which one'),
  lang: z.string().nullable(),
  shown: z.enum(['whole', 'link']).describe('link: author is null and text, html and media are empty'),
  sample: z.boolean(),
  title: z.string().nullable(),
  text: z.string(),
  html: z.string().describe('made by us: p, br and a with href and rel, nothing else'),
  fold: z.int().nullable().describe('html.slice(0, fold) and the rest are both complete; null when short'),
  author: z
    .object({
      name: z.string().nullable(),
      handle: z.string().nullable(),
      url: address.nullable(),
      kind: z.enum(accountKinds),
      mark: z.string().nullable().describe('what a partner is called, for example an ambassador'),
      avatar: z.string().nullable(),
    })
    .nullable(),
  tags: z.array(z.string()).describe('keys: NFKC, lower case'),
  families: z.array(z.string()),
  media: z.array(media),
  event: z
    .object({ starts_at: z.string(), ends_at: z.string().nullable(), place: z.string().nullable() })
    .nullable(),
  card: z.object({ url: address, title: z.string(), text: z.string().nullable() }).nullable(),
  quote: z.object({ url: address.nullable(), author: z.string().nullable(), text: z.string() }).nullable(),
  published_at: moment,
  edited_at: moment.nullable(),
  pinned: z.boolean(),
  lifted: z.boolean(),
  counts: z.object({ likes: count, comments: count, shares: count, views: count }),
})

const wall = z.object({
  id: z.string(),
  place: z.string(),
  label: z.string(),
  families: z.array(z.object({ id: z.string(), label: z.string(), tags: z.array(z.string()) })),
  lead: z.array(z.string()).describe('the families whose newest posts lead'),
  channels: z.array(z.object({ channel, label: z.string(), url: address })).describe('whom to follow'),
  block: z
    .object({ channel, label: z.string(), url: address.nullable(), tags: z.array(z.string()) })
    .nullable()
    .describe('of a wall of one channel: which, the place’s own page there, and the hashtags to use'),
  choices: z
    .object({
      channels: z.array(z.object({ channel, label: z.string() })),
      languages: z.array(z.object({ language: z.string(), label: z.string() })),
    })
    .describe('the channels and languages that its posts have'),
  actions: z.array(z.object({ id: z.string(), label: z.string(), url: address })),
  story: z
    .string()
    .nullable()
    .describe('where residents tell their stories, a path of this service; null where they cannot'),
  updated_at: moment.nullable().describe('when a source last answered'),
  stale: z.boolean().describe('no source has answered for a day'),
  time_zone: z.string(),
  lang: z.string(),
})

export const wallAnswer = z.object({
  wall,
  lead: z.array(post),
  posts: z.array(post),
  next: z.string().nullable().describe('the cursor of the next page'),
})

const number = z.coerce.number({ error: 'must be a number' })

export const wallQuery = z.strictObject({
  limit: number
    .int()
    .min(1)
    .max(50)
    .optional()
    .describe('posts beside the lead; the wall decides without it'),
  cursor: z.string().max(60).optional().describe('next of the page before'),
  family: z.string().max(40).optional(),
  channel: channel.optional().describe('feed and wordpress are both websites: either gives both'),
  language: z.string().max(35).optional().describe('only posts written in this language'),
  lang: z
    .string()
    .max(35)
    .optional()
    .describe('what the wall itself speaks: fi, sv or en; the place’s main language without it'),
})

export const stillQuery = z.strictObject({
  ids: z
    .string()
    .regex(/^p_[a-z2-7]{12}(,p_[a-z2-7]{12}){0,99}$/)
    .describe('of at most a hundred posts, between commas'),
})

export const stillAnswer = z.object({
  shown: z
    .record(z.string(), post.shape.shown)
    .describe('what may still be shown of each; one that has gone is not named'),
})

export const feedQuery = wallQuery.omit({ cursor: true })

/** Of the fragment, the frame and the page: how the wall is drawn, beside what is in it. */
export const drawnQuery = wallQuery.extend({
  heading: number.int().min(0).max(4).optional().describe('level of the wall’s heading; 0 leaves it out'),
  layout: z.enum(['grid', 'list', 'screen']).optional(),
  theme: z
    .enum(['light', 'dark'])
    .optional()
    .describe('without it the wall follows the page that it stands in'),
})

export const fragmentQuery = drawnQuery.extend({
  element: z
    .enum(['1'])
    .optional()
    .describe('1: for the element, without its style, addresses relative to the service'),
})

/** Of the page: whoever carries its address on (Facebook, a newsletter) hangs words of their own on it. */
export const pageQuery = drawnQuery
  .extend({ screen: z.enum(['1']).optional().describe('1: for a public screen, as layout=screen') })
  .strip()

export const countBody = z.strictObject({
  place: z.string().max(40),
  wall: z.string().max(40),
  event: z.enum(['view', 'click', 'channel', 'share', 'action']),
  post: z.string().max(20).optional().describe('the post of a click, or of a share'),
  action: z.string().max(40).optional().describe('the next step of an action'),
  channel: channel.optional().describe('the channel that was opened'),
})

export const oembedQuery = z.looseObject({
  url: z.string().max(500),
  format: z.enum(['json', 'xml']).default('json'),
  maxwidth: number.int().min(100).max(4000).optional(),
  maxheight: number.int().min(100).max(4000).optional(),
})

export const oembedAnswer = z.object({
  version: z.literal('1.0'),
  type: z.literal('rich'),
  provider_name: z.string(),
  provider_url: z.string(),
  title: z.string(),
  html: z.string(),
  width: z.int(),
  height: z.int(),
  cache_age: z.int(),
})

export type PublicMedia = z.infer<typeof media>
export type PublicPost = z.infer<typeof post>
export type PublicWall = z.infer<typeof wall>
export type WallAnswer = z.infer<typeof wallAnswer>
export type WallQuery = z.infer<typeof wallQuery>
export type DrawnQuery = z.infer<typeof drawnQuery>
