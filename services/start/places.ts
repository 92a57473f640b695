// Places that the database does not know yet, made from the files of PLACE_FILE.
import { readFileSync } from 'node:fs'
import { BadSettings, type Env } from '../../config/env.ts'
import { type PlaceFile, readPlace } from '../../config/place.ts'
import { createPlace } from '../../db/places.ts'
import type { Deps } from '../deps.ts'

/** Reads every file; throws BadSettings with all complaints of all of them before anything is made. */
export function readPlaceFiles({ PLACE_FILE }: Pick<Env, 'PLACE_FILE'>): PlaceFile[] {
  const complaints: string[] = []
  const places: PlaceFile[] = []
  for (const file of PLACE_FILE) {
    const read = readOne(file)
    if ('complaints' in read) complaints.push(...read.complaints)
    else if (places.some((one) => one.place.id === read.place.place.id))
      complaints.push(`${file} place.id: ${read.place.place.id} is already the place of another file`)
    else places.push(read.place)
  }
  if (complaints.length) throw new BadSettings(complaints)
  return places
}

function readOne(file: string): ReturnType<typeof readPlace> {
  try {
    return readPlace(readFileSync(file, 'utf8'), file)
  } catch (error) {
    return { complaints: [`PLACE_FILE names ${file}, which cannot be read (${(error as Error).message}).`] }
  }
}

/** Makes the unknown places; a known one is left as the town has edited it, and the log says so. */
export async function seedPlaces(
  { db, clock, log }: Pick<Deps, 'db' | 'clock' | 'log'>,
  files: readonly PlaceFile[],
): Promise<void> {
  for (const file of files) {
    const made = await createPlace(db, file, clock())
    if (made) log.info({ place: file.place.id }, 'the place was made from its file')
    else log.info({ place: file.place.id }, 'the place is already known: its file was not read into it')
  }
}
