// The wall's public operations, as OpenAPI tells them.
import type { Operation } from '../openapi.ts'
import {
  countBody,
  drawnQuery,
  oembedAnswer,
  oembedQuery,
  pageQuery,
  wallAnswer,
  wallQuery,
} from './contract.ts'

const html = 'text/html'
const page = (description: string) => ({ status: 200, description, type: html })
const wall = '/walls/{place}/{wall}'

export const wallOperations: readonly Operation[] = [
  {
    method: 'get',
    path: `/api/v1${wall}`,
    summary: 'A wall: the lead, the posts, and the cursor of the next page',
    query: wallQuery,
    answer: { status: 200, description: 'The wall', schema: wallAnswer },
  },
  {
    method: 'get',
    path: `/api/v1${wall}/stream`,
    summary: 'Server-sent events: post when one comes or changes, gone when one leaves',
    query: wallQuery.pick({ family: true, channel: true, lang: true }),
    answer: { status: 200, description: 'Events', type: 'text/event-stream' },
  },
  {
    method: 'get',
    path: wall,
    summary: 'The wall as a page, or for a public screen',
    query: pageQuery,
    answer: page('A page'),
  },
  {
    method: 'get',
    path: '/embed/{place}/{wall}',
    summary: 'The wall for a frame; posts of X are left out',
    query: drawnQuery,
    answer: page('A page that may be framed'),
  },
  {
    method: 'get',
    path: '/fragment/{place}/{wall}',
    summary: 'The bare list, for a server that puts it into a page of its own',
    query: drawnQuery,
    answer: page('A piece of HTML with a link to its style'),
  },
  {
    method: 'get',
    path: `${wall}/feed.atom`,
    summary: 'The wall as Atom 1.0',
    answer: { status: 200, description: 'A feed', type: 'application/atom+xml' },
  },
  {
    method: 'get',
    path: `${wall}/feed.json`,
    summary: 'The wall as JSON Feed 1.1',
    answer: { status: 200, description: 'A feed', type: 'application/feed+json' },
  },
  {
    method: 'get',
    path: '/oembed',
    summary: 'oEmbed 1.0: a frame for the address of a wall',
    query: oembedQuery,
    answer: { status: 200, description: 'A frame', schema: oembedAnswer },
  },
  {
    method: 'post',
    path: '/api/v1/counts',
    summary: 'One more view or choice at a wall; kept as daily totals only',
    body: { schema: countBody, type: 'text/plain' },
    answer: { status: 204, description: 'Counted' },
  },
]
