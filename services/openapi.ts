// The OpenAPI 3.1 document, made from a list of operations and the very shapes that read and write them.
import { Hono } from 'hono'
import { z } from 'zod'
import type { Env } from '../config/env.ts'
import type { Right } from './domain/roles.ts'

const sections = {
  walls: 'Walls of posts, and what a site needs to show one',
  digests: 'The published digests of a place',
  calendar: 'What comes round in the communications of a place',
  notices: 'What a place says about its accessibility and about personal data',
  curation: 'The queue of a place: deciding, describing, recording consents',
  sources: 'Where the posts come from',
  numbers: 'Numbers and notes from outside, and everything counted',
  compiling: 'The life of a digest before and after it is published',
  health: 'Whether the service lives, and its figures',
} as const
const headerWords = {
  etag: 'Sent back as If-None-Match it brings 304 while nothing has changed',
  location: 'Where to go on',
  'content-disposition': 'The name of the file',
} as const
type Answer = {
  status: number
  description: string
  schema?: z.ZodType
  /** Without it JSON, if there is a schema. */
  type?: string
  headers?: readonly (keyof typeof headerWords)[]
}
export type Operation = {
  method: 'get' | 'post' | 'put' | 'delete'
  /** With its parameters in braces: `/api/v1/walls/{place}/{wall}`. */
  path: string
  /** The name of the function in a client made from this document. */
  id: string
  section: keyof typeof sections
  summary: string
  query?: z.ZodObject
  body?: { schema: z.ZodType; type: string }
  answer: Answer
  /** What may come instead when all is well. */
  also?: readonly Answer[]
  /** Statuses of refusals beside those that follow from parameters, body and right. */
  refused?: readonly number[]
  /** What the bearer of the token or session must be allowed at the place; without it, open to anybody. */
  right?: Right
}

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().describe('stable'),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})

const shape = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any', io })
  return rest
}
const json = 'application/json'
const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success

function describe(one: Operation) {
  const named = [...one.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const asked = Object.entries(one.query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !accepts(schema as z.ZodType, undefined),
    description: (schema as z.ZodType).description,
    schema: shape(schema as z.ZodType, 'input'),
  }))
  const parameters = [...named, ...asked]
  const { id, right, body } = one
  return {
    operationId: id,
    tags: [one.section],
    summary: one.summary,
    description: right ? `Needs the right “${right}” at the place.` : 'Open to anybody.',
    ...(parameters.length && { parameters }),
    ...(body && {
      requestBody: {
        required: !accepts(body.schema, {}),
        content: { [body.type]: { schema: shape(body.schema, 'input') } },
      },
    }),
    responses: {
      ...Object.fromEntries([one.answer, ...(one.also ?? [])].flatMap(responses)),
      ...Object.fromEntries(refusalsOf(one).map((status) => [status, problemAnswer])),
      default: problemAnswer,
    },
    security: right ? [{ bearer: [] }] : [],
  }
}

const problemAnswer = { $ref: '#/components/responses/Problem' }

function responses({ status, description, schema, type = json, headers = [] }: Answer): [number, object][] {
  const said = headers.map((name) => [name, { description: headerWords[name], schema: { type: 'string' } }])
  const content = schema ? { schema: shape(schema, 'output') } : type !== json && {}
  const answer = {
    description,
    ...(headers.length && { headers: Object.fromEntries(said) }),
    ...(content && { content: { [type]: content } }),
  }
  const same: [number, object][] = headers.includes('etag') ? [[304, { description: 'Nothing is new' }]] : []
  return [[status, answer], ...same]
}

function refusalsOf({ path, query, body, right, refused = [] }: Operation): number[] {
  // A strict query refuses what it does not know.
  const strict = query && !accepts(query, { 'not one of ours': '' })
  return [
    ...(body || strict ? [400] : []),
    ...(right ? [401] : []),
    ...(right && right !== 'read' ? [403] : []),
    ...(path.includes('{') ? [404] : []),
    ...refused,
  ]
}

function makeDocument(operations: readonly Operation[], env: Env) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const one of operations) paths[one.path] = { ...paths[one.path], [one.method]: describe(one) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Somewall',
      version: '1',
      description:
        'Walls of posts for municipalities. Reading needs no login. Errors are problem+json; where too much is asked ' +
        '(429) or the database is away (503), Retry-After says for how many seconds.',
      contact: { url: env.PUBLIC_URL },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: env.PUBLIC_URL }],
    tags: Object.entries(sections).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      responses: {
        Problem: {
          description: 'What is wrong, in the language asked for, with every complaint at once',
          content: { 'application/problem+json': { schema: shape(problem, 'output') } },
        },
      },
    },
  }
}

export function openApiRoutes(operations: readonly Operation[], env: Env): Hono {
  return new Hono().get('/openapi.json', (c) =>
    c.json(makeDocument(operations, env), 200, {
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
    }),
  )
}
