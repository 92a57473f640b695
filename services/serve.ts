// The HTTP server: limits against slow and endless requests, and a stop that finishes what has begun.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { CannotStart } from '../config/cannot-start.ts'
import type { Env } from '../config/env.ts'
import { countRequest } from './crowd.ts'

/** Milliseconds for requests that were cut off by a stop. */
const CUT_OFF = 1_000

export type Served = { port: number; close: (grace: number) => Promise<void> }

/**
 * Listens on HOST and PORT; a taken port or a foreign address is said in a sentence. `early` is offered each request
 * first and answers true when it has sent what stands ready in memory.
 */
export async function serve(
  app: Hono,
  { HOST, PORT }: Pick<Env, 'HOST' | 'PORT'>,
  early: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<Served> {
  const routed = getRequestListener(app.fetch)
  const limits = {
    headersTimeout: 5_000,
    requestTimeout: 10_000,
    connectionsCheckingInterval: 1_000,
    keepAliveTimeout: 5_000,
  }
  const running = new Set<Promise<void>>()
  const server = createServer(limits, (request, response) => {
    countRequest()
    if (early(request, response)) return
    const done = Promise.resolve(routed(request, response)).finally(() => running.delete(done))
    running.add(done)
  })
  server.maxConnections = 5_000
  let stopping = false
  // A kept-alive connection would otherwise send its next request into a server that is going away.
  server.prependListener('request', (_: IncomingMessage, answer: ServerResponse) => {
    if (stopping) answer.setHeader('connection', 'close')
  })
  await new Promise<void>((yes, no) => {
    server.once('error', (cause) => no(new CannotStart(explain(cause, HOST, PORT), { cause })))
    server.listen(PORT, HOST, yes)
  })
  return {
    port: (server.address() as AddressInfo).port,
    async close(grace) {
      stopping = true
      const closed = new Promise<void>((done) => server.close(() => done()))
      // Requests that are still running leave their connection idle when they are answered.
      const sweep = setInterval(() => server.closeIdleConnections(), 50)
      const late = setTimeout(() => server.closeAllConnections(), grace)
      await closed
      clearInterval(sweep)
      clearTimeout(late)
      // What was cut off notices it, and still needs the database for that.
      await Promise.race([Promise.allSettled(running), wait(CUT_OFF, undefined, { ref: false })])
    },
  }
}

function explain(cause: NodeJS.ErrnoException, host: string, port: number): string {
  const why: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is already taken: stop what uses it, or set PORT.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine: set HOST.`,
    EACCES: `Port ${port} may not be used by this user: set PORT to 1024 or higher.`,
    ENOTFOUND: `HOST=${host} cannot be resolved.`,
  }
  return why[cause.code ?? ''] ?? `The service could not listen on ${host}:${port} (${cause.message}).`
}
