// An answer's bytes as JSON, or a Fault that says what came instead.
import type { Answer } from '../../services/domain/source.ts'
import { Fault } from '../../services/errors.ts'
import { decodeText } from './decode.ts'

/** Reads the body as JSON; a sign-in page, an empty body or broken JSON is a failure, never "nothing new". */
export function readJson(answer: Answer): unknown {
  const { host } = new URL(answer.url)
  const text = decodeText(answer.bytes, answer.headers['content-type'])
  const fault = (code: string, cause?: unknown) =>
    new Fault('shape', `${host}: ${code}`, { code, values: { host }, status: answer.status, cause })
  if (!text.trim()) throw fault('empty')
  if (text.trimStart().startsWith('<')) throw fault('page-instead')
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw fault('not-json', cause)
  }
}

/** The list under a name in a JSON answer, or the answer itself; nothing when there is none. */
export function listIn(answer: Answer, name?: string): unknown[] {
  const data = readJson(answer)
  const list = name === undefined ? data : (data as Record<string, unknown> | null)?.[name]
  return Array.isArray(list) ? list : []
}
