// The place's own lists and guidance as an editor keeps them: lines in the place's languages, each with a lasting id.
import { type Guidance, guidanceShape, type TopicLine, topicList } from '../config/lists.ts'
import type { Label, Language, TopicKind } from '../config/place.ts'
import { appendAudit } from '../db/audit.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { findPlace, saveGuidance } from '../db/places.ts'
import { listTopics, saveTopics } from '../db/topics.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import { tagFold } from './domain/tags.ts'
import { readStrictly } from './rim.tsx'

/** A line as it was typed; without an id it is new. Languages that the form did not ask for stay as they were. */
export type TypedLine = { id: string; label: Label }

/** The list becomes what was typed; a line without words is taken away, and its marks on posts with it. */
export async function keepTopics(
  deps: Deps,
  act: Act,
  kind: TopicKind,
  typed: readonly TypedLine[],
): Promise<void> {
  await change(deps, act, `${kind}s-set`, async (trx) => {
    const known = (await listTopics(trx, act.place.id)).filter((one) => one.kind === kind)
    const lines: TopicLine[] = []
    for (const { id, label } of typed) {
      const was = known.find((one) => one.id === id)
      const told = wordsOf({ ...was?.label, ...label })
      if (Object.keys(wordsOf(label)).length)
        lines.push({ id: was?.id ?? freshId(told, [...known, ...lines]), label: told })
    }
    await saveTopics(trx, act.place.id, kind, readStrictly(topicList, lines))
    return { lines: lines.map((one) => one.id) }
  })
}

/** Guidance has no ids: lines are told apart by where they stand. */
export async function keepGuidance(
  deps: Deps,
  act: Act,
  typed: Readonly<Record<keyof Guidance, readonly Label[]>>,
): Promise<void> {
  await change(deps, act, 'guidance-set', async (trx) => {
    const was = (await findPlace(trx, act.place.id))?.guidance ?? {}
    const merged = Object.entries(typed).map(([name, lines]) => {
      const before = was[name as keyof Guidance] ?? []
      const told = lines.flatMap((label, at) =>
        Object.keys(wordsOf(label)).length ? [wordsOf({ ...before[at], ...label })] : [],
      )
      return [name, told]
    })
    await saveGuidance(trx, act.place.id, readStrictly(guidanceShape, Object.fromEntries(merged)))
    return {}
  })
}

const wordsOf = (label: Label): Label =>
  Object.fromEntries(Object.entries(label).filter(([, text]) => text?.trim())) as Label

/** An id of the words, and a number behind it where that is taken. */
function freshId(label: Label, taken: readonly { id: string }[]): string {
  const [words = ''] = (['fi', 'sv', 'en'] as const satisfies readonly Language[]).flatMap(
    (one) => label[one] ?? [],
  )
  const folded = tagFold(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const start =
    folded.length > 1 ? folded.slice(0, 36).replace(/-+$/, '') : `rivi-${folded}`.replace(/-$/, '')
  const free = (id: string) => !taken.some((one) => one.id === id)
  let id = start
  for (let n = 2; !free(id); n++) id = `${start}-${n}`
  return id
}

async function change(
  deps: Deps,
  act: Act,
  action: string,
  work: (trx: Db) => Promise<Record<string, unknown>>,
): Promise<void> {
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    const detail = await work(trx)
    await appendAudit(trx, { place: act.place.id, at, actor: act.name, action, object: act.place.id, detail })
  })
}
