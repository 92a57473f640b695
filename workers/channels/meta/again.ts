// Posts of our own read again, fifty at once; one that is gone fails them all, and then each half is asked for alone.
import type { FoundPost, KnownPost, Reread } from '../../../services/domain/source.ts'
import { Fault } from '../../../services/errors.ts'
import type { Get } from './graph.ts'
import { AT_ONCE, halved } from './many.ts'

type Ways = {
  get: Get
  fields: string
  /** 'skip': not for everybody any more. */
  read: (given: unknown) => FoundPost | 'skip' | undefined
  /** Counts that are asked for beside the posts, by id; those that are not told are absent. */
  more: (ids: readonly string[]) => Promise<ReadonlyMap<string, Reread['counts']>>
  /** Fails when we may not read at all: then nothing is known to be gone. */
  probe: () => Promise<unknown>
}

export async function readAgain(known: readonly KnownPost[], ways: Ways): Promise<Reread[]> {
  const done: Reread[] = []
  try {
    for (let at = 0; at < known.length; at += AT_ONCE) {
      const some = await readSome(known.slice(at, at + AT_ONCE), ways)
      done.push(...some)
      const more = await ways.more(some.flatMap(({ post }) => post?.seenId ?? []))
      for (const one of some) one.counts = { ...one.counts, ...more.get(one.post?.seenId ?? '') }
    }
  } catch (error) {
    // What has been read is worth keeping; the rest stays due.
    if (!(error instanceof Fault) || !done.length) throw error
  }
  return done
}

async function readSome(some: readonly KnownPost[], ways: Ways): Promise<Reread[]> {
  const { get, fields } = ways
  const ids = some.flatMap(({ seenId }) => seenId ?? [])
  const all = await halved(ids, async (part) => {
    const [only] = part
    if (only && part.length === 1) return new Map([[only, await get(encodeURIComponent(only), { fields })]])
    return new Map(Object.entries((await get('', { ids: part.join(), fields })) ?? {}))
  })
  const answers = some.map(({ externalId, seenId }) => {
    // Nothing was said of it: not even that it is missing.
    if (!seenId || (!all.told.has(seenId) && !all.refused.has(seenId)))
      return { externalId, state: 'unknown' } as const
    return judge(externalId, all.told.get(seenId), ways)
  })
  // The loss of a permission looks just like the loss of every post.
  if (answers.some(({ state }) => state === 'gone')) await ways.probe()
  return answers
}

/** `given`: undefined where it was refused. */
function judge(externalId: string, given: unknown, { read }: Ways): Reread {
  const post = given === undefined ? 'skip' : read(given)
  if (post === 'skip') return { externalId, state: 'gone' }
  return post
    ? { externalId, state: 'here', counts: post.counts, post: { ...post, externalId } }
    : { externalId, state: 'unknown' }
}
