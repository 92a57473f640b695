// A line to the tests' PostgreSQL that can be cut, and hung so that nobody is told.
import { existsSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'

/** `target`: the folder of the server's socket; `home`: the folder of the line's own, the host to connect to. */
export async function openLine(target: string, home: string) {
  const path = join(home, '.s.PGSQL.5432')
  const sockets = new Set<Socket>()
  let server: Server | undefined
  let silent = false
  const up = () =>
    new Promise<void>((yes) => {
      server = createServer((near) => {
        if (silent) return void sockets.add(near)
        const far = createConnection(join(target, '.s.PGSQL.5432'))
        for (const [one, other] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(one)
          one.pipe(other)
          one.on('error', () => other.destroy())
          one.on('close', () => other.destroy())
        }
      }).listen(path, yes)
    })
  /** What a database looks like when its process has ended. */
  const cut = async () => {
    const closed = new Promise((done) => server?.close(done))
    for (const socket of sockets) socket.destroy()
    await closed
    if (existsSync(path)) rmSync(path)
  }
  /** What it looks like when its machine is switched off: connections stay open and say nothing. */
  const hang = () => {
    silent = true
    for (const socket of sockets) socket.unpipe().pause()
  }
  /** It is on again: new connections work, the old ones are as dead as before. */
  const wake = () => {
    silent = false
  }
  await up()
  return { home, up, cut, hang, wake }
}
