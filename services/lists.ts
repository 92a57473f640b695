// The place's own lists and guidance as an editor keeps them: lines in the place's languages, each with a lasting id.
import { type Guidance, guidanceShape, topicList } from '../config/lists.ts'
import type { Label, Language, TopicKind } from '../config/place.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { findPlace, saveGuidance } from '../db/places.ts'
import { listEndedIds, listTopics, saveTopics } from '../db/topics.ts'
import { type Act, record } from './curate.ts'
import type { Deps } from './deps.ts'
import { tagFold } from './domain/tags.ts'
import { withHistory } from './history.ts'
import { readStrictly } from './rim.tsx'

/** A line as it was typed; without an id it is new. Languages that the form did not ask for stay as they were. */
export type TypedLine = { id: string; label: Label; email?: string | null }

/** The list becomes what was typed; a line without words is taken away, and its marks on posts with it. */
export async function keepTopics(
  deps: Deps,
  act: Act,
  kind: TopicKind,
  typed: readonly TypedLine[],
): Promise<void> {
  await setList(deps, act, kind, async (trx) => {
    const known = (await listTopics(trx, act.place.id)).filter((one) => one.kind === kind)
    const taken = new Set([...known.map((one) => one.id), ...(await listEndedIds(trx, act.place.id, kind))])
    return typed.flatMap(({ id, label, email = null }) => {
      if (!Object.keys(wordsOf(label)).length) return []
      const was = known.find((one) => one.id === id)
      const told = wordsOf({ ...was?.label, ...label })
      const line = { id: was?.id ?? freshId(told, taken), label: told, email }
      taken.add(line.id)
      return [line]
    })
  })
}

/** The list as it stood before: the same lines, with the marks that posts had of them. */
export function putBackTopics(deps: Deps, act: Act, kind: TopicKind, lines: unknown): Promise<void> {
  return setList(deps, act, kind, async () => lines)
}

/** Guidance has no ids: lines are told apart by where they stand. */
export async function keepGuidance(
  deps: Deps,
  act: Act,
  typed: Readonly<Record<keyof Guidance, readonly Label[]>>,
): Promise<void> {
  await setGuidance(deps, act, async (trx) => {
    const was = (await findPlace(trx, act.place.id))?.guidance ?? {}
    const merged = Object.entries(typed).flatMap(([name, lines]) => {
      const before = was[name as keyof Guidance] ?? []
      const told = lines.flatMap((label, at) =>
        Object.keys(wordsOf(label)).length ? [wordsOf({ ...before[at], ...label })] : [],
      )
      return told.length ? [[name, told]] : []
    })
    return Object.fromEntries(merged)
  })
}

export function putBackGuidance(deps: Deps, act: Act, guidance: unknown): Promise<void> {
  return setGuidance(deps, act, async () => guidance)
}

async function setList(deps: Deps, act: Act, kind: TopicKind, read: (trx: Db) => Promise<unknown>) {
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    const lines = readStrictly(topicList, await read(trx))
    await withHistory(trx, act, at, { part: 'list', object: kind }, () =>
      saveTopics(trx, act.place.id, kind, lines),
    )
    await record(trx, act, at, `${kind}s-set`, act.place.id, { lines: lines.map((one) => one.id) })
  })
}

async function setGuidance(deps: Deps, act: Act, read: (trx: Db) => Promise<unknown>) {
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    const guidance = readStrictly(guidanceShape, await read(trx))
    await withHistory(trx, act, at, { part: 'guidance', object: act.place.id }, () =>
      saveGuidance(trx, act.place.id, guidance),
    )
    await record(trx, act, at, 'guidance-set', act.place.id, {})
  })
}

const wordsOf = (label: Label): Label =>
  Object.fromEntries(Object.entries(label).filter(([, text]) => text?.trim())) as Label

/** An id of the words, and a number behind it where that is taken. */
function freshId(label: Label, taken: ReadonlySet<string>): string {
  const [words = ''] = (['fi', 'sv', 'en'] as const satisfies readonly Language[]).flatMap(
    (one) => label[one] ?? [],
  )
  const folded = tagFold(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const start =
    folded.length > 1 ? folded.slice(0, 36).replace(/-+$/, '') : `rivi-${folded}`.replace(/-$/, '')
  let id = start
  for (let n = 2; taken.has(id); n++) id = `${start}-${n}`
  return id
}
