// The lines of the town's communication strategy, which stand beside the conclusions of a digest.
import type { Db } from './open.ts'
import { readSetting, saveSetting } from './settings.ts'

const NAME = 'strategy'

export async function listStrategy(db: Db, place: string): Promise<string[]> {
  return (await readSetting<string[]>(db, place, NAME)) ?? []
}

export const saveStrategy = (db: Db, place: string, lines: readonly string[]): Promise<void> =>
  saveSetting(db, place, NAME, lines)
