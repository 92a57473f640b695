// Places with their families, accounts, sources and walls: seeding from a place file, and finding them.
import { sql } from 'kysely'
import { heldRule } from '../config/held-words.ts'
import {
  type Contact,
  type Guidance,
  languages,
  type OwnSettings,
  type PlaceFile,
  type TopicKind,
} from '../config/place.ts'
import { tagKey } from '../config/tag.ts'
import { addAccount } from './known-accounts.ts'
import { type Db, inTransaction, json, notify } from './open.ts'
import { addRule } from './rules.ts'
import type { FamilyTag } from './schema.ts'
import { firstVisit } from './sources.ts'
import { saveTopics } from './topics.ts'
import { addWall } from './wall-settings.ts'

/** Makes a place from its file. A place that is already there is left alone; answers whether it was made. */
export async function createPlace(db: Db, file: PlaceFile, at: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { place } = file
    const made = await trx
      .insertInto('place')
      .values({
        id: place.id,
        name: json(place.name),
        languages: json(place.languages),
        time_zone: place.time_zone,
        municipality_code: place.municipality_code ?? null,
        members: json(place.members),
        contact: json(place.contact),
        guidance: json(place.guidance),
        created_at: at,
      })
      .onConflict((one) => one.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return false
    await saveFamilies(trx, place.id, file.families)
    await saveSources(trx, file, at)
    for (const wall of file.walls) await addWall(trx, place.id, wall)
    for (const [kind, list] of Object.entries(listsOf(file)))
      await saveTopics(trx, place.id, kind as TopicKind, list)
    const main = place.languages[0] ?? 'fi'
    for (const one of languages) await addRule(trx, place.id, { ...heldRule(one, main), by: 'Somewall', at })
    return true
  })
}

const listsOf = ({ themes, audiences, areas }: PlaceFile) => ({
  theme: themes,
  audience: audiences,
  area: areas,
})

async function saveFamilies(db: Db, place: string, families: PlaceFile['families']): Promise<void> {
  let position = 0
  for (const [nth, family] of families.entries()) {
    await db
      .insertInto('family')
      .values({
        place_id: place,
        id: family.id,
        label: json(family.label),
        only_with: json(family.only_with),
        position: nth,
      })
      .execute()
    for (const written of family.tags)
      await db
        .insertInto('family_tag')
        .values({
          place_id: place,
          family_id: family.id,
          key: tagKey(written),
          as_written: written,
          position: position++,
        })
        .execute()
  }
}

async function saveSources(db: Db, file: PlaceFile, at: Date): Promise<void> {
  const place_id = file.place.id
  for (const account of file.accounts)
    await addAccount(db, {
      place: place_id,
      channel: account.channel,
      handle: account.handle,
      name: account.name ?? null,
      kind: account.kind,
      agreement: account.agreement ?? null,
      mark: account.mark ?? null,
      agreedAt: account.agreement ? at : null,
      at,
    })
  const common = { place_id, created_at: at }
  for (const source of file.sources)
    await db
      .insertInto('source')
      .values({
        ...common,
        id: source.id,
        kind: 'posts',
        channel: source.channel,
        mode: source.mode,
        active: source.active,
        families: json(source.families),
        every_minutes: source.every ?? null,
        settings: json(source.settings),
        next_at: firstVisit(source, at),
      })
      .execute()
  for (const meter of file.meters)
    await db
      .insertInto('source')
      .values({
        ...common,
        id: meter.id,
        kind: 'numbers',
        channel: meter.meter,
        mode: 'own',
        active: meter.active,
        families: json([]),
        every_minutes: meter.every ?? null,
        settings: json(meter.settings),
        next_at: meter.active ? at : null,
      })
      .execute()
}

/** The place, or undefined. */
export function findPlace(db: Db, id: string) {
  return db.selectFrom('place').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Every place of the installation, by id. */
export function listPlaces(db: Db) {
  return db.selectFrom('place').selectAll().orderBy('id').execute()
}

/** A family with its spellings in the file's order. */
export type FamilyWithTags = Awaited<ReturnType<typeof listFamilies>>[number]

/** The families of a place, with their spellings, in the file's order. */
export async function listFamilies(db: Db, place: string) {
  return db
    .selectFrom('family')
    .selectAll('family')
    .select(({ selectFrom }) =>
      selectFrom('family_tag as t')
        .select(sql<FamilyTag[]>`coalesce(jsonb_agg(to_jsonb(t) order by t.position), '[]')`.as('tags'))
        .whereRef('t.place_id', '=', 'family.place_id')
        .whereRef('t.family_id', '=', 'family.id')
        .$asScalar()
        .$notNull()
        .as('tags'),
    )
    .where('place_id', '=', place)
    .orderBy('position')
    .execute()
}

/** Whom residents reach, changed at the desk. */
export async function saveContact(db: Db, place: string, contact: Contact): Promise<void> {
  await db
    .updateTable('place')
    .set({ contact: json(contact) })
    .where('id', '=', place)
    .execute()
}

/** What the team keeps in view beside its work, changed at the desk. */
export async function saveGuidance(db: Db, place: string, guidance: Guidance): Promise<void> {
  await db
    .updateTable('place')
    .set({ guidance: json(guidance) })
    .where('id', '=', place)
    .execute()
}

/** What the place is, changed at the desk. */
export async function saveOwn(db: Db, place: string, own: OwnSettings): Promise<void> {
  const { name, languages, time_zone, municipality_code, members } = own
  await db
    .updateTable('place')
    .set({
      ...{ name: json(name), languages: json(languages), members: json(members), time_zone },
      municipality_code: municipality_code ?? null,
    })
    .where('id', '=', place)
    .execute()
}

/** The walls of a place in the file's order. */
export function listWalls(db: Db, place: string) {
  return db.selectFrom('wall').selectAll().where('place_id', '=', place).orderBy('position').execute()
}

/**
 * Says that what the place's walls answer has changed. Call it inside the transaction that changed it: every api
 * process hears `wall` with the place's id, and one that was deaf for a while sees the raised revision. `soon` is for
 * what has only come, which visitors may be told a moment later; whatever has gone is told at once.
 */
export async function touchPlace(db: Db, place: string, when?: 'soon'): Promise<void> {
  await db.updateTable('place').set({ revision: sql`revision + 1` }).where('id', '=', place).execute()
  await notify(db, 'wall', when ? `${place} ${when}` : place)
}
