// Posts of our own read again, fifty at once; one that is gone fails them all, and then each is asked for alone.
import type { FoundPost, KnownPost, Reread } from '../../../services/domain/source.ts'
import { Fault } from '../../../services/errors.ts'
import type { Get } from './graph.ts'

const AT_ONCE = 50

type Ways = {
  get: Get
  fields: string
  /** 'skip': not for everybody any more. */
  read: (given: unknown) => FoundPost | 'skip' | undefined
  /** Counts that are asked for one by one; null when they are not told. */
  more: (id: string) => Promise<Reread['counts']>
  /** Fails when we may not read at all: then nothing is known to be gone. */
  probe: () => Promise<unknown>
}

export async function readAgain(known: readonly KnownPost[], ways: Ways): Promise<Reread[]> {
  const done: Reread[] = []
  try {
    for (let at = 0; at < known.length; at += AT_ONCE)
      for (const one of await readSome(known.slice(at, at + AT_ONCE), ways)) done.push(one)
    for (const one of done)
      if (one.post?.seenId) one.counts = { ...one.counts, ...(await ways.more(one.post.seenId)) }
  } catch (error) {
    // What has been read is worth keeping; the rest stays due.
    if (!(error instanceof Fault) || !done.length) throw error
  }
  return done
}

async function readSome(some: readonly KnownPost[], ways: Ways): Promise<Reread[]> {
  const asked = some.filter(({ seenId }) => seenId)
  const ids = asked.map(({ seenId }) => seenId as string)
  const all = ids.length > 1 ? await readMany(ids, ways) : undefined
  const answers: Reread[] = []
  for (const { externalId, seenId } of some) {
    const given = seenId ? (all ? all[seenId] : await readOne(seenId, ways)) : undefined
    answers.push(judge(externalId, given, ways))
  }
  // The loss of a permission looks just like the loss of every post.
  if (answers.some(({ state }) => state === 'gone')) await ways.probe()
  return answers
}

async function readMany(
  ids: readonly string[],
  { get, fields }: Ways,
): Promise<Record<string, unknown> | undefined> {
  const given = await get('', { ids: ids.join(), fields }).catch(unlessMissing)
  return given === GONE ? undefined : (given as Record<string, unknown>)
}

async function readOne(id: string, { get, fields }: Ways): Promise<unknown> {
  return get(encodeURIComponent(id), { fields }).catch(unlessMissing)
}

const GONE = Symbol('gone')

function unlessMissing(error: unknown): typeof GONE {
  if (error instanceof Fault && (error.code === 'meta-gone' || error.code === 'meta-question')) return GONE
  throw error
}

function judge(externalId: string, given: unknown, { read }: Ways): Reread {
  if (given === undefined) return { externalId, state: 'unknown' }
  const post = given === GONE ? 'skip' : read(given)
  if (post === 'skip') return { externalId, state: 'gone' }
  return post
    ? { externalId, state: 'here', counts: post.counts, post: { ...post, externalId } }
    : { externalId, state: 'unknown' }
}
