// The OpenAPI 3.1 document, made from a list of operations and the very shapes that read and write them.
import { Hono } from 'hono'
import { z } from 'zod'
import type { Env } from '../config/env.ts'

type Answer = { description: string; schema?: z.ZodType; type?: string }
export type Operation = {
  method: 'get' | 'post' | 'put' | 'delete'
  /** With its parameters in braces: `/api/v1/walls/{place}/{wall}`. */
  path: string
  summary: string
  query?: z.ZodObject
  body?: { schema: z.ZodType; type: string }
  /** What comes when all is well; errors are the same everywhere. */
  answer: Answer & { status: number }
  /** Needs a bearer token or a session. */
  secured?: true
}

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().describe('stable'),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})

const shape = (schema: z.ZodType) => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any' })
  return rest
}
const json = 'application/json'

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
    required: !(schema as z.ZodType).safeParse(undefined).success,
    description: (schema as z.ZodType).description,
    schema: shape(schema as z.ZodType),
  }))
  const content = ({ schema, type = json }: Answer) =>
    schema || type !== json ? { content: { [type]: schema ? { schema: shape(schema) } : {} } } : {}
  return {
    summary: one.summary,
    ...(named.length + asked.length && { parameters: [...named, ...asked] }),
    ...(one.body && {
      requestBody: { required: true, content: { [one.body.type]: { schema: shape(one.body.schema) } } },
    }),
    responses: {
      [one.answer.status]: { description: one.answer.description, ...content(one.answer) },
      default: { $ref: '#/components/responses/Problem' },
    },
    security: one.secured ? [{ bearer: [] }] : [],
  }
}

function makeDocument(operations: readonly Operation[], env: Env) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const one of operations) paths[one.path] = { ...paths[one.path], [one.method]: describe(one) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Somewall',
      version: '1',
      description: 'Walls of posts for municipalities. Reading needs no login; errors are problem+json.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: env.PUBLIC_URL }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      responses: {
        Problem: {
          description: 'What is wrong, in the language asked for, with every complaint at once',
          content: { 'application/problem+json': { schema: shape(problem) } },
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
