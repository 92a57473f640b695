// Answers that serve more than one: places that ask a platform the same question within some minutes ask it once.
import type { SourceRow } from '../db/sources.ts'
import type { Answer, Http } from '../services/domain/source.ts'
import type { WorkerDeps } from './deps.ts'

/** Bytes of answers kept at most by one process, beside their age; the oldest go first. */
const MOST = 20_000_000

type Kept = { by: string; until: number; answer: Promise<Answer>; bytes: number }

/** What each way out has answered lately; it goes when the way out does. */
const memories = new WeakMap<Http, Map<string, Kept>>()

/**
 * The way out of one source, where its channel lets answers be shared. A source is never given what it has itself asked
 * before, so that a person who wants news gets them; and only the same question with the same key counts as the same.
 */
export function shareAnswers(
  { http, clock }: Pick<WorkerDeps, 'http' | 'clock'>,
  { sharedMinutes }: { sharedMinutes?: number },
  source: Pick<SourceRow, 'place_id' | 'id'>,
  ask: Http,
): Http {
  if (!sharedMinutes) return ask
  const memory = memories.get(http) ?? new Map<string, Kept>()
  memories.set(http, memory)
  const by = `${source.place_id} ${source.id}`
  return async (url, more = {}) => {
    if (more.method === 'POST') return ask(url, more)
    const question = JSON.stringify([url, more.headers])
    const now = clock().getTime()
    for (const [old, { until }] of memory) if (until <= now) memory.delete(old)
    const known = memory.get(question)
    const fresh = known && known.by !== by
    // Whose question failed has said nothing of ours.
    const answer = fresh && (await known.answer.catch(() => undefined))
    if (answer) return answer
    const asked: Kept = { by, until: now + sharedMinutes * 60_000, answer: ask(url, more), bytes: 0 }
    memory.delete(question)
    memory.set(question, asked)
    try {
      const got = await asked.answer
      // What it holds: a short answer may be a piece of a longer buffer.
      asked.bytes = got.bytes.buffer.byteLength
      let all = [...memory.values()].reduce((sum, one) => sum + one.bytes, 0)
      for (const [oldest, { bytes }] of memory) {
        if (all <= MOST) break
        all -= bytes
        memory.delete(oldest)
      }
      return got
    } catch (error) {
      if (memory.get(question) === asked) memory.delete(question)
      throw error
    }
  }
}
