// What OpenAPI tells of digests, numbers and notes.
import { z } from 'zod'
import { digestStates } from '../../db/schema.ts'
import { digestShape, ownDigestShape } from '../digest/shape.ts'
import { sentMeasures } from '../measures.ts'
import { sentNote } from '../notes.ts'
import type { Operation } from '../openapi.ts'
import { correctBody, draftBody, freezeBody, publishBody, textsBody } from './place-digests.ts'

const json = 'application/json'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const place = '/api/v1/places/{place}'
const open = '/digests/{place}'
const digest = {
  status: 200,
  description: 'The digest: every figure with its definition, source and coverage',
  schema: digestShape,
}
const page = { status: 200, description: 'A page', type: 'text/html', headers: ['etag'] } as const
const file = (type: string) =>
  ({ status: 200, description: 'The file', type, headers: ['etag', 'content-disposition'] }) as const
const body = (schema: z.ZodType) => ({ schema, type: json })
const verified = z.object({
  figures: z.boolean().describe('the figures have the hash that they were frozen with'),
  files: z.array(
    z.object({
      format: z.string(),
      language: z.string(),
      sha256: z.string(),
      whole: z.boolean().describe('the stored bytes have the hash that they were stored with'),
      again: z.enum(['same', 'different', 'other-renderer']).describe('made again from the frozen figures'),
    }),
  ),
})
const saved = {
  status: 200,
  description: 'How many were new or different',
  schema: z.object({ saved: z.int(), unchanged: z.int() }),
}
const language = z.object({ lang: z.string().optional().describe('fi, sv or en') })
const revision = language.extend({
  revision: z.string().optional().describe('an earlier published revision'),
})

export const digestOperations: readonly Operation[] = [
  {
    ...{ method: 'get', path: open, id: 'listDigests', section: 'digests', query: language },
    summary: 'The published digests of a place',
    answer: page,
  },
  {
    ...{ method: 'get', path: `${open}/latest`, id: 'openLatestDigest', section: 'digests' },
    summary: 'The newest published digest',
    answer: { status: 302, description: 'Its page', headers: ['location'] },
  },
  {
    ...{ method: 'get', path: `${open}/{quarter}`, id: 'openDigest', section: 'digests', query: revision },
    summary: 'A published digest as a page; the quarter as 2026-q3',
    answer: page,
  },
  {
    ...{ method: 'get', path: `${open}/{quarter}.json`, id: 'readDigest', section: 'digests' },
    summary: 'A published digest as JSON',
    query: revision,
    answer: { ...digest, headers: ['etag'] },
  },
  {
    ...{ method: 'get', path: `${open}/{quarter}.pdf`, id: 'readDigestPdf', section: 'digests' },
    summary: 'As it was made when the digest was published: PDF/UA-1, with archive=1 PDF/A',
    query: revision.extend({ archive: z.string().optional().describe('1: PDF/A') }),
    answer: file('application/pdf'),
  },
  {
    ...{ method: 'get', path: `${open}/{quarter}.docx`, id: 'readDigestDocx', section: 'digests' },
    summary: 'An editable copy for Word',
    query: revision,
    answer: file(WORD),
  },
  {
    ...{ method: 'get', path: `${open}/{quarter}.xlsx`, id: 'readDigestXlsx', section: 'digests' },
    summary: 'All tables as a spreadsheet',
    query: revision,
    answer: file('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  },
  {
    ...{ method: 'get', path: `${open}/{quarter}.csv`, id: 'readDigestCsv', section: 'digests' },
    summary: 'All figures as a table',
    query: revision.extend({
      dialect: z.string().optional().describe('excel-fi: semicolons and decimal commas for a Finnish Excel'),
    }),
    answer: file('text/csv'),
  },
  {
    ...{ method: 'get', path: `${open}/{quarter}/short`, id: 'openShortReport', section: 'digests' },
    summary: 'The same on two pages for decision makers',
    query: language,
    answer: page,
  },
  {
    ...{ method: 'get', path: `${open}/{quarter}/short.pdf`, id: 'readShortPdf', section: 'digests' },
    summary: 'The short report as it was made when the digest was published: PDF/UA-1, two pages at most',
    query: revision,
    answer: file('application/pdf'),
  },
  {
    ...{ method: 'get', path: `${open}/{quarter}/short.docx`, id: 'readShortDocx', section: 'digests' },
    summary: 'An editable copy of the short report for Word',
    query: revision,
    answer: file(WORD),
  },
  {
    ...{ method: 'get', path: `${open}/{quarter}/areas/{area}`, id: 'openAreaPage', section: 'digests' },
    summary: 'What concerns one service area; `reply` is the secret of a mail, which then can be answered',
    query: language.extend({ reply: z.string().optional() }),
    answer: page,
  },
  {
    ...{ method: 'get', path: `${open}/feed.atom`, id: 'feedDigests', section: 'digests', query: language },
    summary: 'Published digests as Atom',
    answer: { ...page, description: 'A feed', type: 'application/atom+xml' },
  },
  {
    ...{ method: 'post', path: `${place}/measures`, id: 'saveMeasures', section: 'numbers', right: 'write' },
    summary: 'Numbers in, saved by indicator, dim, period and source; all or none',
    body: body(sentMeasures),
    answer: saved,
  },
  {
    ...{ method: 'post', path: `${place}/measures.csv`, id: 'saveMeasureTable', section: 'numbers' },
    summary: 'The same as a table with the header indicator, dim, period, value, source, status',
    body: { schema: z.string(), type: 'text/csv' },
    answer: saved,
    right: 'write',
  },
  {
    ...{ method: 'get', path: `${place}/series.csv`, id: 'readSeries', section: 'numbers', right: 'read' },
    summary: 'Everything counted and entered, a row per number',
    answer: { status: 200, description: 'A table', type: 'text/csv', headers: ['content-disposition'] },
  },
  {
    ...{ method: 'post', path: `${place}/notes`, id: 'saveNote', section: 'numbers', right: 'write' },
    summary: 'Feedback, an interview, an observation or a study',
    body: body(sentNote),
    answer: { status: 201, description: 'Its id', schema: z.object({ id: z.string() }) },
  },
  {
    ...{ method: 'post', path: `${place}/digests`, id: 'draftDigest', section: 'compiling', right: 'write' },
    summary: 'Compiles a draft, or compiles it anew while its figures are not locked',
    body: body(draftBody),
    answer: { ...digest, status: 201 },
    refused: [409],
  },
  {
    ...{ method: 'get', path: `${place}/digests/{quarter}`, id: 'readOwnDigest', section: 'compiling' },
    summary: 'The digest in any state, with the texts that are missing and its events',
    answer: { ...digest, schema: ownDigestShape },
    right: 'read',
  },
  {
    ...{ method: 'get', path: `${place}/digests/{quarter}/verify`, id: 'verifyDigest', section: 'compiling' },
    summary:
      'Whether the figures and files are as they were published, and come out the same when made again',
    right: 'read',
    answer: { status: 200, description: 'What was found', schema: verified },
  },
  {
    ...{ method: 'put', path: `${place}/digests/{quarter}/texts`, id: 'writeDigest', section: 'compiling' },
    summary: 'Texts of sections; `-` says that there is nothing this quarter',
    body: body(textsBody),
    answer: {
      status: 200,
      description: 'The texts and those still missing',
      schema: z.object({
        state: z.enum(digestStates),
        texts: digestShape.shape.texts,
        missing: ownDigestShape.shape.missing,
      }),
    },
    refused: [409],
    right: 'write',
  },
  {
    ...{
      method: 'post',
      path: `${place}/digests/{quarter}/freeze`,
      id: 'freezeDigest',
      section: 'compiling',
    },
    summary: 'Locks the figures; before day 15 after the quarter only with a reason',
    body: body(freezeBody),
    answer: digest,
    refused: [409],
    right: 'edit',
  },
  {
    ...{
      method: 'post',
      path: `${place}/digests/{quarter}/publish`,
      id: 'publishDigest',
      section: 'compiling',
    },
    summary: 'Approves and publishes; `alone` when the compiler approves, which the page then tells',
    body: body(publishBody),
    answer: digest,
    refused: [409],
    right: 'edit',
  },
  {
    ...{
      method: 'post',
      path: `${place}/digests/{quarter}/correct`,
      id: 'correctDigest',
      section: 'compiling',
    },
    summary: 'Begins the next revision of a published digest, with a reason',
    body: body(correctBody),
    answer: { ...digest, status: 201 },
    refused: [409],
    right: 'edit',
  },
]
