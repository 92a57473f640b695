// A way out that remembers what went through it, and tells what was asked without any secret.
import type { Answer, Http } from '../services/domain/source.ts'
import { Fault } from '../services/errors.ts'

export type Exchange = {
  method: string
  url: URL
  body: string
  /** Method and address for people: values that let anybody in are left out. */
  asked: string
  /** Null when nobody answered. */
  status: number | null
  answer: Answer | null
}

const secret = /token|secret|proof|password|key|code|signature/i

export function openRecorder(http: Http): { exchanges: Exchange[]; recorded: Http } {
  const exchanges: Exchange[] = []
  const recorded: Http = async (address, ask = {}) => {
    const url = new URL(address)
    const { method = 'GET', body = '' } = ask
    const one: Exchange = { method, url, body, asked: `${method} ${told(url)}`, status: null, answer: null }
    exchanges.push(one)
    try {
      one.answer = await http(address, ask)
      one.status = one.answer.status
      return one.answer
    } catch (error) {
      if (error instanceof Fault) one.status = error.status
      throw error
    }
  }
  return { exchanges, recorded }
}

function told(url: URL): string {
  const shown = new URL(url)
  shown.username = ''
  shown.password = ''
  shown.hash = ''
  for (const name of [...shown.searchParams.keys()]) if (secret.test(name)) shown.searchParams.set(name, '…')
  // What no letters stand behind is told as it was asked.
  return shown.href.replace(/(?:%[\da-f]{2})+/gi, (signs) => {
    try {
      return decodeURIComponent(signs)
    } catch {
      return signs
    }
  })
}
