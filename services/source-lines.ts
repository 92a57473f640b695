// How a place's sources are, for the desk: each with the token that ends soon and what of it is on the wall.
import { listSources } from '../db/sources.ts'
import { listShown, listTokens, type Shown, type TokenRow } from '../db/warnings.ts'
import type { Deps } from './deps.ts'
import { stepOf } from './domain/warnings.ts'

export type SourceLine = Awaited<ReturnType<typeof listSources>>[number] & {
  /** The token that ends first, once it is time to tell. */
  token: TokenRow | undefined
  /** Only of those that need somebody. */
  shown: Shown | undefined
}

export async function readSources(
  { db }: Pick<Deps, 'db'>,
  place: { id: string; time_zone: string },
  now: Date,
): Promise<SourceLine[]> {
  const sources = await listSources(db, place.id)
  const tokens = await listTokens(db, place.id)
  const lines = sources.map((source) => ({
    ...source,
    token: tokens.find(
      (one) => one.source_id === source.id && stepOf(one.expires_at, one, now, place.time_zone) !== null,
    ),
  }))
  const needy = lines.filter((one) => one.state === 'sick' || one.token)
  const shown = await listShown(
    db,
    place.id,
    needy.map((one) => one.id),
  )
  return lines.map((one) => ({ ...one, shown: shown.get(one.id) }))
}
