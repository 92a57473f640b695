// The record of processing (GDPR art. 30) and the description of the system, written from how the place is set up.
import { type Key, type Language, pick, t, type Values } from '../config/i18n.ts'
import { listPeople } from '../db/people.ts'
import { findPlace, listFamilies, listWalls } from '../db/places.ts'
import { roles } from '../db/schema.ts'
import { listSources } from '../db/sources.ts'
import type { Deps } from './deps.ts'
import { passwordsOpen } from './door.ts'
import { keepingTimes, keepingValues } from './keeping-times.ts'
import { channelName } from './source-words.ts'

export type RecordLine = { what: string; how: string[] }
export type Records = { processing: RecordLine[]; system: RecordLine[] }
type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>

/** Both documents in a language; what the town has not told yet says so. */
export async function writeRecords(deps: Deps, place: Place, language: Language): Promise<Records> {
  const { db, env, database, directory } = deps
  const say = (key: Key, values?: Values) => t(language, key, values)
  const nameOf = (one: Place) => pick(one.name, language, one.languages[0])
  const members = await Promise.all(place.members.map((id) => findPlace(db, id)))
  const controllers = members.length ? members.flatMap((one) => (one ? [nameOf(one)] : [])) : [nameOf(place)]
  const sources = (await listSources(db, place.id)).filter((one) => one.active)
  // Meters bring numbers, of nobody.
  const ofPeople = sources.filter((one) => one.kind === 'posts')
  const channels = [...new Set(ofPeople.map((one) => channelName(language, one.channel)))]
  const people = await listPeople(db, place.id)
  const walls = await listWalls(db, place.id)
  const { contact } = place
  const missing = say('record.missing')
  const values = keepingValues(language)
  const line = (what: Key, ...how: (string | undefined)[]): RecordLine => ({
    what: say(what),
    how: how.filter((one) => one !== undefined && one !== '') as string[],
  })
  const entrance = [
    say((await passwordsOpen(deps)) ? 'record.door.passwords' : 'record.door.no-passwords'),
    say(directory ? 'record.door.town' : 'record.door.no-town'),
  ]
  const security = (['roles', 'sessions', 'sealed', 'log', 'fence', 'copies'] as const).map((one) =>
    say(`record.security.${one}`),
  )
  return {
    processing: [
      line('record.controller', controllers.join(', '), contact.unit && pick(contact.unit, language)),
      line('record.officer', contact.officer ?? missing),
      line('record.purpose', say('record.purpose.text')),
      line('record.basis', say('record.basis.task'), say('record.basis.consent')),
      line('record.subjects', say('record.subjects.text')),
      line('record.data', say('record.data.posts'), say('record.data.consents'), say('record.data.desk')),
      line('record.origin', channels.join(', ') || say('record.origin.none'), say('record.origin.forms')),
      line('record.recipients', say('record.recipients.public'), say('record.recipients.desk')),
      line(
        'record.transfer',
        contact.hosting ? pick(contact.hosting, language, place.languages[0]) : missing,
      ),
      {
        what: say('privacy.keep'),
        how: keepingTimes.map(([what, time]) => `${say(what, values)}: ${say(time, values)}`),
      },
      { what: say('record.security'), how: [...entrance, ...security] },
    ],
    system: [
      line('record.system', say('record.system.text'), env.PUBLIC_URL),
      line('record.parts', say(`record.database.${database.kind}`), say('record.parts.files')),
      line(
        'record.set-up',
        say('record.set-up.walls', {
          names: walls.map((one) => pick(one.label, language)).join(', ') || '–',
        }),
        say('record.set-up.families', { n: (await listFamilies(db, place.id)).length }),
        say('record.set-up.people', { n: people.length }),
        ...roles.flatMap((role) => {
          const n = people.filter((one) => one.role === role).length
          return n ? [`${say(`role.${role}`)}: ${n}`] : []
        }),
      ),
      {
        what: say('record.in'),
        how: sources.length
          ? sources.map((one) => `${channelName(language, one.channel)}: ${one.about.title ?? one.id}`)
          : [say('record.origin.none')],
      },
      line('record.out', say('record.out.api'), say('record.out.embed'), say('record.out.feeds')),
      line('record.doors', ...entrance, say(env.SMTP_URL ? 'record.mail.on' : 'record.mail.off')),
      line('record.sets', say('record.sets.text')),
      line('record.logs', say('record.logs.text')),
      line('record.saved', say(`record.saved.${database.kind}`), say('record.saved.export')),
    ],
  }
}
