// A place as it stands in the tables, written as the place file that would make it again.
import { stringify } from 'yaml'
import type { Row } from '../../db/kept-tables.ts'

/** The tables that a place file is written from. */
export const fileTables = ['place', 'family', 'family_tag', 'account', 'source', 'wall', 'topic']

type Rows = Readonly<Record<string, readonly Row[]>>

/** YAML that readPlace accepts. Accounts that are nobody's in particular (residents) are not part of a place file. */
export function writePlaceYaml(rows: Rows): string {
  const [place] = rows.place ?? []
  const list = (table: string) => rows[table] ?? []
  const ofKind = (kind: string) => list('source').filter((one) => one.kind === kind)
  const topics = (kind: string) =>
    inOrder(list('topic').filter((one) => one.kind === kind && !one.ended)).map((one) =>
      filled(one, ['id', 'label', 'email']),
    )
  return stringify(
    {
      place: filled(place ?? {}, [
        ...['id', 'name', 'languages', 'time_zone', 'municipality_code', 'members', 'contact', 'guidance'],
      ]),
      families: inOrder(list('family')).map((family) => ({
        ...filled(family, ['id', 'label', 'only_with']),
        tags: inOrder(list('family_tag'))
          .filter((tag) => tag.family_id === family.id)
          .map((tag) => `#${tag.as_written}`),
      })),
      accounts: list('account')
        .filter((one) => one.handle !== null && one.kind !== 'resident')
        .map((one) => filled(one, ['channel', 'handle', 'name', 'kind', 'agreement', 'mark'])),
      sources: ofKind('posts').map((one) => ({
        ...filled(one, ['id', 'channel', 'mode', 'active', 'families']),
        ...pace(one),
        settings: one.settings,
      })),
      meters: ofKind('numbers').map((one) => ({
        id: one.id,
        meter: one.channel,
        active: one.active,
        ...pace(one),
        settings: one.settings,
      })),
      walls: inOrder(list('wall')).map((one) =>
        filled(one, ['id', 'label', 'families', 'channels', 'show', 'lead', 'moderation', 'actions']),
      ),
      themes: topics('theme'),
      audiences: topics('audience'),
      areas: topics('area'),
    },
    { lineWidth: 110 },
  )
}

const inOrder = (rows: readonly Row[]) => [...rows].sort((a, b) => Number(a.position) - Number(b.position))

const filled = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.flatMap((column) => (row[column] == null ? [] : [[column, row[column]]])))

function pace({ every_minutes: minutes }: Row): { every?: string } {
  if (typeof minutes !== 'number') return {}
  if (minutes % 1440 === 0) return { every: `${minutes / 1440}d` }
  return { every: minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m` }
}
