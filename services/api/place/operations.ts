// What OpenAPI tells of a place's queue, sources and record of events.
import { z } from 'zod'
import { accountKinds, channels } from '../../../config/place.ts'
import { keptConsents, postStates } from '../../../db/schema.ts'
import { consentStates } from '../../domain/consents.ts'
import { faultKinds } from '../../errors.ts'
import { inboxQuery } from '../../inbox-query.ts'
import type { Operation } from '../../openapi.ts'
import { auditQuery } from './audit.ts'
import { consentBody, decisionBody, descriptionBody } from './posts.ts'

const json = 'application/json'
const place = '/api/v1/places/{place}'
const moment = z.iso.datetime().describe('UTC')
const count = z.int().nullable().describe('null is "not known", never 0')
const counts = { likes: count, comments: count, shares: count, views: count }
const next = z.string().nullable().describe('the cursor of the next page')
const scope = z.object({ wall: z.boolean(), digest: z.boolean(), print: z.boolean(), channels: z.boolean() })

const post = z.object({
  id: z.string(),
  state: z.enum(postStates),
  version: z.int().describe('sent back with a decision; 409 when somebody was faster'),
  channel: z.enum(channels),
  url: z.string().nullable(),
  title: z.string().nullable(),
  text: z.string(),
  lang: z.string().nullable(),
  sample: z.boolean(),
  published_at: moment,
  edited_at: moment.nullable(),
  account: z
    .object({
      name: z.string().nullable(),
      handle: z.string().nullable(),
      url: z.string().nullable(),
      kind: z.enum(accountKinds),
    })
    .nullable(),
  shown_as: z.enum(['never', 'link', 'whole']).describe('what a wall would show of it'),
  reasons: z.array(
    z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  tags: z.array(z.string()),
  families: z.array(z.string()),
  pins: z.array(z.string()).describe('walls where it is pinned; empty text: every wall'),
  themes: z.array(z.string()),
  audiences: z.array(z.string()),
  handover: z
    .object({
      id: z.string(),
      area: z.string(),
      state: z.enum(['open', 'answered', 'dropped']),
      question: z.string(),
      answer: z.string().nullable(),
      at: moment,
    })
    .nullable()
    .describe('the newest question that was handed to a service area'),
  marks: z.object({ timeless: z.boolean(), child: z.boolean(), delicate: z.boolean() }),
  twins: z
    .array(z.object({ id: z.string(), channel: z.enum(channels), state: z.enum(postStates) }))
    .describe('the same story in other channels'),
  lift: z.object({ week: z.string(), at: moment, by: z.string() }).nullable(),
  media: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['image', 'video', 'audio']),
      copy: z.enum(['none', 'private', 'public', 'failed']),
      author_alt: z.string().nullable(),
      missing: z.array(z.string()).describe('languages without a description'),
      descriptions: z.array(z.object({ lang: z.string(), text: z.string(), decorative: z.boolean() })),
    }),
  ),
  consents: z.array(
    z.object({
      id: z.string(),
      state: z.enum(keptConsents).describe('what was said last'),
      standing: z.enum(consentStates).describe('what time and the walls have made of it since'),
      covers: z.enum(['post', 'account']),
      scope,
      until: z.iso.date().nullable(),
    }),
  ),
  counts: z.object(counts),
  tallies: z.array(z.object({ age: z.int().describe('in days'), taken_at: moment, ...counts })),
})

const fault = z.object({ kind: z.enum(faultKinds), code: z.string() })
const run = z.object({
  started_at: moment,
  ended_at: moment.nullable(),
  found: z.int(),
  saved: z.int(),
  unchanged: z.int(),
  removed: z.int(),
  fault: fault.nullable(),
})
const running = { status: 202, description: 'It still runs', schema: z.object({ run: z.string() }) }

const source = z.object({
  id: z.string(),
  kind: z.enum(['posts', 'numbers']),
  channel: z.string(),
  mode: z.enum(['own', 'partner', 'resident']),
  state: z.string(),
  families: z.array(z.string()),
  every_minutes: z.int().nullable(),
  settings: z.record(z.string(), z.unknown()),
  about: z.object({ title: z.string().nullish(), url: z.string().nullish() }),
  last_ok_at: moment.nullable(),
  next_at: moment.nullable(),
  waits_since: moment.nullable().describe('when a visit had to wait for its turn at the platform; no fault'),
  fault: fault
    .extend({ since: moment.nullable(), what: z.string(), means: z.string(), do: z.string() })
    .nullable(),
  run: run.nullable().describe('the last visit'),
})

const consent = z.object({ id: z.string(), state: z.enum(['granted', 'withdrawn']) })

export const placeOperations: readonly Operation[] = [
  {
    ...{ method: 'get', path: `${place}/posts`, id: 'listPosts', section: 'curation', right: 'curate' },
    summary: 'The queue, newest first',
    query: inboxQuery,
    answer: { status: 200, description: 'A page of it', schema: z.object({ posts: z.array(post), next }) },
  },
  {
    ...{ method: 'get', path: `${place}/posts/{id}`, id: 'readPost', section: 'curation', right: 'curate' },
    summary: 'One post with everything that is known of it',
    answer: { status: 200, description: 'The post', schema: post },
  },
  {
    ...{ method: 'post', path: `${place}/posts/{id}/decisions`, id: 'decide', section: 'curation' },
    summary: 'Show, hide, stash, pin, lift, or take the last decision back',
    body: { schema: decisionBody, type: json },
    answer: {
      status: 200,
      description: 'The post’s new state and version',
      schema: post.pick({ id: true, state: true, version: true, pins: true }).extend({ lifted: z.boolean() }),
    },
    refused: [409],
    right: 'curate',
  },
  {
    ...{ method: 'put', path: `${place}/posts/{id}/descriptions`, id: 'describe', section: 'curation' },
    summary: 'What is in a picture, by language',
    body: { schema: descriptionBody, type: json },
    answer: { status: 204, description: 'Saved' },
    right: 'curate',
  },
  {
    ...{ method: 'post', path: `${place}/posts/{id}/consents`, id: 'recordConsent', section: 'curation' },
    summary: 'What the author has allowed, or takes back',
    body: { schema: consentBody, type: json },
    answer: { status: 201, description: 'Recorded', schema: consent },
    also: [{ status: 200, description: 'Taken back', schema: consent }],
    right: 'curate',
  },
  {
    ...{ method: 'get', path: `${place}/audit`, id: 'listEvents', section: 'curation', right: 'edit' },
    summary: 'Who did what and when, newest first',
    query: auditQuery,
    answer: {
      status: 200,
      description: 'A page of events',
      schema: z.object({
        entries: z.array(
          z.object({
            at: moment,
            actor: z.string(),
            action: z.string(),
            object: z.string(),
            detail: z.record(z.string(), z.unknown()),
          }),
        ),
        next,
      }),
    },
  },
  {
    ...{ method: 'get', path: `${place}/sources`, id: 'listSources', section: 'sources', right: 'edit' },
    summary: 'Every source with its health in words',
    answer: { status: 200, description: 'The sources', schema: z.object({ sources: z.array(source) }) },
  },
  {
    ...{ method: 'post', path: `${place}/sources/{id}/collect`, id: 'collect', section: 'sources' },
    summary: 'Collects now, and waits for a minute at most',
    answer: { status: 200, description: 'What was found', schema: run },
    also: [{ ...running, headers: ['location'] }],
    refused: [409, 429],
    right: 'edit',
  },
  {
    ...{ method: 'get', path: `${place}/runs/{run}`, id: 'readRun', section: 'sources', right: 'edit' },
    summary: 'A visit to a source',
    answer: { status: 200, description: 'What was found', schema: run },
    also: [running],
  },
]
