// What OpenAPI tells of digests, numbers and notes.
import { z } from 'zod'
import { sentMeasures } from '../measures.ts'
import { sentNote } from '../notes.ts'
import type { Operation } from '../openapi.ts'
import { correctBody, draftBody, freezeBody, publishBody, textsBody } from './place-digests.ts'

const json = 'application/json'
const place = '/api/v1/places/{place}'
const digest = {
  status: 200,
  description: 'The digest: every figure with its definition, source and coverage',
}
const body = (schema: z.ZodType) => ({ schema, type: json })
const saved = z.object({ saved: z.int(), unchanged: z.int() })
const revision = z.object({
  lang: z.string().optional().describe('fi, sv or en'),
  revision: z.string().optional().describe('an earlier published revision'),
})

export const digestOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/digests/{place}',
    summary: 'The published digests of a place',
    answer: { status: 200, description: 'A page', type: 'text/html' },
  },
  {
    method: 'get',
    path: '/digests/{place}/{quarter}',
    summary: 'A published digest as a page; the quarter as 2026-q3',
    query: revision,
    answer: { status: 200, description: 'A page', type: 'text/html' },
  },
  {
    method: 'get',
    path: '/digests/{place}/{quarter}.json',
    summary: 'A published digest as JSON',
    query: revision,
    answer: digest,
  },
  {
    method: 'get',
    path: '/digests/{place}/feed.atom',
    summary: 'Published digests as Atom',
    answer: { status: 200, description: 'A feed', type: 'application/atom+xml' },
  },
  {
    method: 'post',
    path: `${place}/measures`,
    summary: 'Numbers in, saved by indicator, dim, period and source; all or none',
    body: body(sentMeasures),
    answer: { status: 200, description: 'How many were new or different', schema: saved },
    secured: true,
  },
  {
    method: 'post',
    path: `${place}/measures.csv`,
    summary: 'The same as a table with the header indicator, dim, period, value, source, status',
    body: { schema: z.string(), type: 'text/csv' },
    answer: { status: 200, description: 'How many were new or different', schema: saved },
    secured: true,
  },
  {
    method: 'get',
    path: `${place}/series.csv`,
    summary: 'Everything counted and entered, a row per number',
    answer: { status: 200, description: 'A table', type: 'text/csv' },
    secured: true,
  },
  {
    method: 'post',
    path: `${place}/notes`,
    summary: 'Feedback, an interview, an observation or a study',
    body: body(sentNote),
    answer: { status: 201, description: 'Its id', schema: z.object({ id: z.string() }) },
    secured: true,
  },
  {
    method: 'post',
    path: `${place}/digests`,
    summary: 'Compiles a draft, or compiles it anew while its figures are not locked',
    body: body(draftBody),
    answer: { ...digest, status: 201 },
    secured: true,
  },
  {
    method: 'get',
    path: `${place}/digests/{quarter}`,
    summary: 'The digest in any state, with the texts that are missing and its events',
    answer: digest,
    secured: true,
  },
  {
    method: 'put',
    path: `${place}/digests/{quarter}/texts`,
    summary: 'Texts of sections; `-` says that there is nothing this quarter',
    body: body(textsBody),
    answer: { status: 200, description: 'The texts and those still missing' },
    secured: true,
  },
  {
    method: 'post',
    path: `${place}/digests/{quarter}/freeze`,
    summary: 'Locks the figures; before day 15 after the quarter only with a reason',
    body: body(freezeBody),
    answer: digest,
    secured: true,
  },
  {
    method: 'post',
    path: `${place}/digests/{quarter}/publish`,
    summary: 'Approves and publishes; `alone` when the compiler approves, which the page then tells',
    body: body(publishBody),
    answer: digest,
    secured: true,
  },
  {
    method: 'post',
    path: `${place}/digests/{quarter}/correct`,
    summary: 'Begins the next revision of a published digest, with a reason',
    body: body(correctBody),
    answer: { ...digest, status: 201 },
    secured: true,
  },
]
