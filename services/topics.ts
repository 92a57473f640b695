// What is said of a post beside deciding on it: its themes and audiences, and which part of the town answers it.
import type { TopicKind } from '../config/place.ts'
import { appendAudit } from '../db/audit.ts'
import type { LockedPost } from '../db/decisions.ts'
import { lockOpenHandover, saveHandover, settleHandover } from '../db/handovers.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { listTopics, saveMarks } from '../db/topics.ts'
import { type Act, openPost } from './curate.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { mailArea } from './handover-mail.ts'

export type Marking = { theme: string[]; audience: string[] }

/** The post's marks become these. Marks are the team's own: no wall shows them. */
export async function markTopics(deps: Deps, act: Act, publicId: string, marking: Marking): Promise<void> {
  await withPost(deps, act, publicId, 'marked', async (trx, post) => {
    const by = { id: post.id, place: act.place.id, by: act.name, at: deps.clock() }
    for (const kind of ['theme', 'audience'] as const satisfies readonly TopicKind[])
      await saveMarks(trx, by, { kind, ids: marking[kind] })
    return marking
  })
}

/** Hands a post to a service area; one at a time, so that nobody answers twice. */
export async function handOver(
  deps: Deps,
  act: Act,
  publicId: string,
  { area: wanted, question }: { area: string; question: string },
): Promise<void> {
  await withPost(deps, act, publicId, 'handed-over', async (trx, post) => {
    const areas = (await listTopics(trx, act.place.id)).filter((one) => one.kind === 'area')
    const area = areas.find((one) => one.id === wanted)
    if (!area)
      throw new Refusal('invalid', 400, { complaints: [{ path: 'area', message: 'is not on the list' }] })
    if (await lockOpenHandover(trx, post.id)) throw new Refusal('handover-open', 409)
    const place = act.place.id
    const asked = { place, post: post.id, area: wanted, question, by: act.name, at: deps.clock() }
    const id = await saveHandover(trx, asked)
    await mailArea(trx, deps, { place, handover: id, area, question, url: post.url })
    return { handover: id, area: wanted }
  })
}

/** Says how it ended; the words stay with the handover, not in the record of events. */
export async function settleQuestion(
  deps: Deps,
  act: Act,
  publicId: string,
  { state, answer }: { state: 'answered' | 'dropped'; answer: string },
): Promise<void> {
  await withPost(deps, act, publicId, `handover-${state}`, async (trx, post) => {
    const open = await lockOpenHandover(trx, post.id)
    if (!open) throw new Refusal('handover-done', 409)
    await settleHandover(trx, open.id, { state, answer, by: act.name, at: deps.clock() })
    return { handover: open.public_id }
  })
}

async function withPost(
  deps: Deps,
  act: Act,
  publicId: string,
  action: string,
  work: (trx: Db, post: LockedPost) => Promise<Record<string, unknown>>,
): Promise<void> {
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    const post = await openPost(trx, act, publicId)
    const detail = await work(trx, post)
    await appendAudit(trx, { place: act.place.id, at, actor: act.name, action, object: publicId, detail })
  })
}
