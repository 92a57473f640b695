// Walls as an editor sets them up: read by the rules of the place file, told in words, kept in one transaction.
import { type Language, t } from '../config/i18n.ts'
import { wallShape } from '../config/place.ts'
import { checkWall } from '../config/place-check.ts'
import { inTransaction } from '../db/open.ts'
import { listFamilies, listWalls } from '../db/places.ts'
import { addWall, dropWall, saveWall } from '../db/wall-settings.ts'
import { type Act, record } from './curate.ts'
import type { Deps } from './deps.ts'
import { type Complaint, Refusal } from './errors.ts'
import { withHistory } from './history.ts'

/** Changes a wall, or adds it with `isNew`. `form` is what was sent, not yet judged. */
export async function keepWall(deps: Deps, act: Act, form: unknown, isNew: boolean): Promise<string> {
  const at = deps.clock()
  const read = wallShape.safeParse(form)
  if (!read.success)
    throw refused(
      act.language,
      read.error.issues.map((one) => one.path),
    )
  const wall = read.data
  await inTransaction(deps.db, async (trx) => {
    const families = new Set((await listFamilies(trx, act.place.id)).map((one) => one.id))
    const wrong = checkWall(wall, families)
    if (wrong.length)
      throw refused(
        act.language,
        wrong.map(([path]) => path),
      )
    const known = (await listWalls(trx, act.place.id)).some((one) => one.id === wall.id)
    if (known === isNew) throw isNew ? new Refusal('id-taken', 409) : new Refusal('not-found', 404)
    await withHistory(trx, act, at, { part: 'wall', object: wall.id }, () =>
      (isNew ? addWall : saveWall)(trx, act.place.id, wall),
    )
    const { id, ...detail } = wall
    await record(trx, act, at, isNew ? 'wall-added' : 'wall-set', id, detail)
  })
  return wall.id
}

/** Removes a wall: its address answers no more, its counts stay. */
export async function removeWall(deps: Deps, act: Act, id: string): Promise<void> {
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    await withHistory(trx, act, at, { part: 'wall', object: id }, async () => {
      if (!(await dropWall(trx, act.place.id, id))) throw new Refusal('not-found', 404)
    })
    await record(trx, act, at, 'wall-removed', id, {})
  })
}

const fields = ['id', 'label', 'families', 'channels', 'show', 'lead', 'moderation'] as const

/** One sentence for each field of the form that is wrong, however much is wrong with it. */
function refused(language: Language, paths: readonly PropertyKey[][]): Refusal {
  const found = new Map<string, Complaint>()
  for (const [field, nth] of paths) {
    const path = field === 'actions' ? `actions.${String(nth ?? 0)}` : String(field ?? '')
    const plain = fields.find((one) => one === field)
    const message = plain
      ? t(language, `walls.wrong.${plain}`)
      : t(language, 'walls.wrong.action', { n: Number(nth ?? 0) + 1 })
    found.set(path, { path, message })
  }
  return new Refusal('invalid', 400, { complaints: [...found.values()] })
}
