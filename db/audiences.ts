// The matrix of audiences with its rings, the register of channels, and the content cards: read in their order.
import type { Db } from './open.ts'

/** The circles of those who communicate and those whom they reach. */
export function listRings(db: Db, place: string) {
  return db
    .selectFrom('ring')
    .selectAll()
    .where('place_id', '=', place)
    .orderBy('position')
    .orderBy('id')
    .execute()
}
export type RingRow = Awaited<ReturnType<typeof listRings>>[number]

/** The rows of the matrix: internal ones first. */
export function listAudiences(db: Db, place: string) {
  return db
    .selectFrom('audience')
    .selectAll()
    .where('place_id', '=', place)
    .orderBy('side', 'desc')
    .orderBy('position')
    .orderBy('id')
    .execute()
}
export type AudienceRow = Awaited<ReturnType<typeof listAudiences>>[number]

/** Every channel of the place, also those that are not collected. */
export function listRegister(db: Db, place: string) {
  return db
    .selectFrom('channel_register')
    .selectAll()
    .where('place_id', '=', place)
    .orderBy('position')
    .orderBy('id')
    .execute()
}
export type ChannelRow = Awaited<ReturnType<typeof listRegister>>[number]

export function listCards(db: Db, place: string) {
  return db
    .selectFrom('content_card')
    .selectAll()
    .where('place_id', '=', place)
    .orderBy('position')
    .orderBy('id')
    .execute()
}
export type CardRow = Awaited<ReturnType<typeof listCards>>[number]
