// The wall's public operations, as OpenAPI tells them.
import type { Operation } from '../openapi.ts'
import {
  countBody,
  drawnQuery,
  feedQuery,
  fragmentQuery,
  oembedAnswer,
  oembedQuery,
  pageQuery,
  stillAnswer,
  stillQuery,
  wallAnswer,
  wallQuery,
} from './contract.ts'

const section = 'walls'
const wall = '/walls/{place}/{wall}'
const kept = { status: 200, headers: ['etag'] } as const
const page = (description: string) => ({ ...kept, description, type: 'text/html' })

export const wallOperations: readonly Operation[] = [
  {
    ...{ method: 'get', path: `/api/v1${wall}`, id: 'readWall', section, query: wallQuery },
    summary: 'A wall: the lead, the posts, and the cursor of the next page',
    answer: { ...kept, description: 'The wall', schema: wallAnswer },
  },
  {
    ...{ method: 'get', path: `/api/v1${wall}/stream`, id: 'streamWall', section },
    summary: 'Server-sent events: post when one comes or changes, gone when one leaves',
    query: wallQuery.omit({ limit: true, cursor: true }),
    answer: { status: 200, description: 'Events', type: 'text/event-stream' },
  },
  {
    ...{ method: 'get', path: `/api/v1${wall}/still`, id: 'readStill', section, query: stillQuery },
    summary: 'Which of these posts may still be shown, for a page that has had them for a while',
    answer: { status: 200, description: 'The posts that may', schema: stillAnswer },
  },
  {
    ...{ method: 'get', path: wall, id: 'openWall', section, query: pageQuery },
    summary: 'The wall as a page, or for a public screen',
    answer: page('A page'),
    refused: [400],
  },
  {
    ...{ method: 'get', path: '/embed/{place}/{wall}', id: 'frameWall', section, query: drawnQuery },
    summary: 'The wall for a frame; posts of X are left out',
    answer: page('A page that may be framed'),
  },
  {
    ...{ method: 'get', path: '/embed/{place}/{wall}/preview', id: 'previewWall', section },
    query: wallQuery.pick({ lang: true }),
    summary: 'The newest stories in brief with one link to the wall: what oEmbed frames',
    answer: page('A page that may be framed'),
  },
  {
    ...{ method: 'get', path: '/fragment/{place}/{wall}', id: 'includeWall', section, query: fragmentQuery },
    summary: 'The bare list, for a server that puts it into a page of its own',
    answer: page('A piece of HTML with a link to its style'),
  },
  {
    ...{ method: 'get', path: `${wall}/feed.atom`, id: 'feedWallAtom', section, query: feedQuery },
    summary: 'The wall as Atom 1.0',
    answer: { ...kept, description: 'A feed', type: 'application/atom+xml' },
  },
  {
    ...{ method: 'get', path: `${wall}/feed.json`, id: 'feedWallJson', section, query: feedQuery },
    summary: 'The wall as JSON Feed 1.1',
    answer: { ...kept, description: 'A feed', type: 'application/feed+json' },
  },
  {
    ...{ method: 'get', path: '/oembed', id: 'readOembed', section, query: oembedQuery },
    summary: 'oEmbed 1.0: a short preview for the address of a wall',
    answer: { status: 200, description: 'A preview', schema: oembedAnswer },
    refused: [404, 501],
  },
  {
    ...{ method: 'post', path: '/api/v1/counts', id: 'countOne', section },
    summary: 'One more view or choice at a wall; kept as daily totals only',
    body: { schema: countBody, type: 'text/plain' },
    answer: { status: 204, description: 'Counted' },
    refused: [404],
  },
  {
    ...{ method: 'get', path: '/media/{id}/{file}', id: 'readPicture', section },
    summary: 'A picture of a post; its addresses stand in the wall’s answer',
    answer: { ...kept, description: 'Our copy of the picture', type: 'image/webp' },
  },
  {
    ...{ method: 'get', path: '/widgets/{file}', id: 'readWidget', section },
    summary: 'The element’s script, always the newest as somewall.js; frame.js gives frames their height',
    answer: { ...kept, description: 'A script', type: 'text/javascript' },
  },
]
