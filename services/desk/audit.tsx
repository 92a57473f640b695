// Events: who did what and when, newest first, and a check that nobody has changed the record.
import { Hono } from 'hono'
import { formatDate, isKey, type Language, t } from '../../config/i18n.ts'
import { findBrokenAudit, listAudit } from '../../db/audit.ts'
import { packCursor, unpackCursor } from '../../db/page.ts'
import { listPeople } from '../../db/people.ts'
import type { Deps } from '../deps.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { DeskPage, deskPath } from './layout.tsx'
import { Say } from './parts.tsx'

const PAGE = 50

export function auditRoutes({ db, ...deps }: Deps): Hono<Signed> {
  const all = { db, ...deps }
  return new Hono<Signed>().get('/:place/audit', signedIn(all), mayAt(all, 'edit'), async (c) => {
    const { language, place } = c.var
    const rows = await listAudit(db, place.id, unpackCursor(c.req.query('cursor') ?? '')?.id, PAGE + 1)
    const people = await listPeople(db, place.id)
    const page = rows.slice(0, PAGE)
    const last = page.at(-1)
    const broken = c.req.query('check') ? ((await findBrokenAudit(db, place.id)) ?? null) : undefined
    const title = t(language, 'audit.title')
    return c.html(
      <DeskPage c={c} title={title} current="settings">
        <main class="work" id="content">
          <header class="head">
            <h1>{title}</h1>
            <p>
              <a href={deskPath(c, '/audit?check=1')}>{t(language, 'audit.check')}</a>
            </p>
          </header>
          {broken === null && <Say tone="good" title={t(language, 'audit.whole')} />}
          {typeof broken === 'number' && (
            <Say tone="need" title={`${t(language, 'audit.broken')}.`}>
              {t(language, 'audit.broken.text')}
            </Say>
          )}
          {page.length === 0 && <p class="quiet">{t(language, 'audit.empty')}</p>}
          {page.length > 0 && (
            <table class="rows">
              <thead>
                <tr>
                  {(['when', 'who', 'what', 'object'] as const).map((one) => (
                    <th scope="col">{t(language, `audit.${one}`)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {page.map((row) => (
                  <tr>
                    <th scope="row">{formatDate(language, row.at, place.time_zone, 'time')}</th>
                    <td data-label={t(language, 'audit.who')}>{row.actor}</td>
                    <td data-label={t(language, 'audit.what')}>{eventWords(language, row.action)}</td>
                    <td data-label={t(language, 'audit.object')}>
                      {pathOf(row.object) ? (
                        <a href={deskPath(c, pathOf(row.object))}>{row.object}</a>
                      ) : (
                        objectWords(language, row.object, people)
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {rows.length > PAGE && last && (
            <p class="next">
              <a class="button" href={deskPath(c, `/audit?cursor=${packCursor(last)}`)}>
                {t(language, 'audit.more')}
              </a>
            </p>
          )}
        </main>
      </DeskPage>,
    )
  })
}

/** What a later version has done and an older one shows keeps its code. */
function eventWords(language: Language, action: string) {
  const key = `event.${action}`
  return isKey(key) ? t(language, key) : <code>{action}</code>
}

/** Kinds of things that have a page of their own, by the first letter of their ids. */
const pages: Record<string, string> = {
  p: 'posts',
  k: 'campaigns',
  l: 'plan',
  x: 'actions',
  j: 'journeys',
  u: 'rules',
}

/** Where the thing stands at the desk; undefined when it has no page. */
function pathOf(object: string): string | undefined {
  const [, kind = ''] = /^([a-z])_[a-z2-7]{12}$/.exec(object) ?? []
  const [, quarter] = /^digest:(\d{4}-q[1-4])\//.exec(object) ?? []
  if (quarter) return `/digests/${quarter}`
  return pages[kind] && `/${pages[kind]}/${object}`
}

function objectWords(
  language: Language,
  object: string,
  people: Awaited<ReturnType<typeof listPeople>>,
): string {
  const [, person] = /^person (\d+)$/.exec(object) ?? []
  if (!person) return object
  return people.find((one) => one.id === Number(person))?.name ?? t(language, 'event.person.gone')
}
