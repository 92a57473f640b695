// A load of kept-alive connections from a thread of its own: each asks again as soon as it has its answer.
import { connect } from 'node:net'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

type Task = {
  /** Two servers that are asked in turns, so that whatever else the machine does meets both. */
  ports: readonly [number, number]
  path: string
  encoding: string
  /** The ETag that each of the two is asked with, when it is to answer that nothing has changed. */
  known?: readonly [string | undefined, string | undefined]
  connections: number
  rounds: number
  /** Milliseconds of a turn that are counted, and before that to get going. */
  turn: number
  start: number
}

/** Requests answered in a second by each of the two, a pair for each round. */
export function measurePairs(task: Task): Promise<[number, number][]> {
  return new Promise((done, fail) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: task })
    thread.once('message', (pairs: [number, number][]) => {
      void thread.terminate()
      done(pairs)
    })
    thread.once('error', fail)
  })
}

async function run(task: Task): Promise<void> {
  const pairs: [number, number][] = []
  for (let round = 0; round < task.rounds; round++) {
    const [first, second] = round % 2 ? [1, 0] : [0, 1]
    const pair: [number, number] = [0, 0]
    pair[first as 0 | 1] = await takeTurn(first as 0 | 1, task)
    pair[second as 0 | 1] = await takeTurn(second as 0 | 1, task)
    pairs.push(pair)
  }
  parentPort?.postMessage(pairs)
}

async function takeTurn(side: 0 | 1, task: Task): Promise<number> {
  const { path, encoding, connections, turn, start, known } = task
  const port = task.ports[side]
  const etag = known?.[side]
  const asked = etag ? `if-none-match: ${etag}\r\n` : ''
  const ask = `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept-encoding: ${encoding}\r\n${asked}\r\n`
  let answered = 0
  let wrong = 0
  const open = () => {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    // What is still to come of the answer; -1 while its head is not complete.
    let left = -1
    let head = ''
    socket.on('connect', () => socket.write(ask))
    socket.on('data', (chunk: Buffer) => {
      if (left < 0) {
        head += chunk.toString('latin1')
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        const length = etag ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1])
        if (!head.startsWith(`HTTP/1.1 ${etag ? 304 : 200}`) || !Number.isFinite(length)) wrong++
        left = length - (head.length - end - 4)
        head = ''
      } else left -= chunk.length
      if (left > 0) return
      left = -1
      answered++
      socket.write(ask)
    })
    socket.on('error', () => void wrong++)
    return socket
  }
  const sockets = Array.from({ length: connections }, open)
  await new Promise((done) => setTimeout(done, start))
  const [before, since] = [answered, performance.now()]
  await new Promise((done) => setTimeout(done, turn))
  const rate = ((answered - before) * 1000) / (performance.now() - since)
  for (const socket of sockets) socket.destroy()
  if (wrong) throw new Error(`${wrong} answers of ${path} were not what was asked for`)
  return rate
}

if (!isMainThread && workerData?.ports) void run(workerData as Task)
