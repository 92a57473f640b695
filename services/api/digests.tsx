// Published digests for everybody: the page, its files, its paper foot, the list of quarters and the Atom feed.
import { generateAtomFeed } from 'feedsmith'
import { type Context, Hono } from 'hono'
import { type Language, pick, t } from '../../config/i18n.ts'
import { findPublished, listPublished } from '../../db/digests.ts'
import { findPlace } from '../../db/places.ts'
import type { Deps } from '../deps.ts'
import { type FormatName, formats } from '../digest/files/render.ts'
import { DigestPage } from '../digest/page.tsx'
import { presentDigest } from '../digest/present.ts'
import { sayPeriod, sayQuarter } from '../digest/say.ts'
import { AreaPage, ShortReport } from '../digest/short.tsx'
import { dataId } from '../digest/view.ts'
import { openFile } from '../digest-files.ts'
import { openView } from '../digest-view.ts'
import { quarterPattern } from '../domain/quarter.ts'
import { Refusal } from '../errors.ts'
import { NoticeLinks } from '../notice-links.tsx'
import { Shell } from '../page.tsx'
import { languageOf } from '../rim.tsx'
import { answerTagged } from './tagged.ts'

type OpenPlace = NonNullable<Awaited<ReturnType<typeof findPlace>>>

/** Everything under /digests. A draft is not here: it is seen at the desk. */
export function digestRoutes(deps: Deps): Hono {
  const { db, env } = deps
  const open = async (c: Context) => {
    const place = await findPlace(db, c.req.param('place') ?? '')
    if (!place) throw new Refusal('not-found', 404)
    return { place, language: languageOf(c, place.languages) }
  }
  const openPublished = async (c: Context) => {
    const { place, language } = await open(c)
    const quarter = c.req.param('quarter') ?? ''
    const row = quarterPattern.test(quarter) ? await findPublished(db, place.id, quarter) : undefined
    if (!row) throw new Refusal('not-found', 404)
    const address = `${env.PUBLIC_URL}/digests/${place.id}/${quarter}`
    return { view: await openView(db, row, language, address, deps.clock()) }
  }
  const openRevision = async (c: Context, quarter: string) => {
    const { place, language } = await open(c)
    const revision = c.req.query('revision')
    const known = quarterPattern.test(quarter) && (revision === undefined || /^\d{1,4}$/.test(revision))
    const row = known
      ? await findPublished(db, place.id, quarter, revision === undefined ? undefined : Number(revision))
      : undefined
    if (!row) throw new Refusal('not-found', 404)
    return { row, place, language }
  }
  const answerShort = async (c: Context, format: FormatName) => {
    const { row, language } = await openRevision(c, c.req.param('quarter') ?? '')
    return fileAnswer(c, row, format, await openFile(deps, row, format, language))
  }
  return new Hono()
    .get('/digests/:place', async (c) => {
      const { place, language } = await open(c)
      return answerTagged(c, 'text/html', String(await listPage(deps, place, language)))
    })
    .get('/digests/:place/feed.atom', async (c) => {
      const { place, language } = await open(c)
      return answerTagged(c, 'application/atom+xml', await writeFeed(deps, place, language))
    })
    .get('/digests/:place/latest', async (c) => {
      const { place } = await open(c)
      const [newest] = await listPublished(db, place.id)
      if (!newest) throw new Refusal('not-found', 404)
      return c.redirect(`/digests/${place.id}/${newest.quarter}`, 302)
    })
    .get('/digests/:place/:quarter/short', async (c) => {
      const { view } = await openPublished(c)
      return answerTagged(c, 'text/html', String(await ShortReport({ view })))
    })
    .get('/digests/:place/:quarter/short.pdf', (c) => answerShort(c, 'short'))
    .get('/digests/:place/:quarter/short.docx', (c) => answerShort(c, 'short-docx'))
    .get('/digests/:place/:quarter/areas/:area', async (c) => {
      const { view } = await openPublished(c)
      const area = c.req.param('area')
      if (!view.written.areas.some((one) => one.id === area)) throw new Refusal('not-found', 404)
      // Whoever came by a mail of their own brings the way to answer it.
      const secret = /^[\w-]{16,100}$/.exec(c.req.query('reply') ?? '')?.[0]
      const reply = secret ? `/vastaus/${secret}` : null
      if (reply) c.header('referrer-policy', 'no-referrer')
      return answerTagged(c, 'text/html', String(await AreaPage({ view, area, reply })))
    })
    .get('/digests/:place/:file', async (c) => {
      const [, quarter = '', ending] = /^(\d{4}-q[1-4])(\.\w+)?$/.exec(c.req.param('file')) ?? []
      const { row, place, language } = await openRevision(c, quarter)
      const format = formatOf(c, ending)
      if (format) return fileAnswer(c, row, format, await openFile(deps, row, format, language))
      if (ending && ending !== '.css' && ending !== '.json') throw new Refusal('not-found', 404)
      const view = await openView(
        db,
        row,
        language,
        `${env.PUBLIC_URL}/digests/${place.id}/${quarter}`,
        deps.clock(),
      )
      if (ending === '.json') {
        c.header('access-control-allow-origin', '*')
        return answerTagged(c, 'application/json', JSON.stringify(presentDigest(row, view.written, language)))
      }
      if (ending === '.css') return answerTagged(c, 'text/css', paperFoot(place, language, row))
      return answerTagged(c, 'text/html', String(await DigestPage({ view })))
    })
}

/** Which file is asked for: its ending, and the archive's kind of PDF or the CSV of a Finnish Excel. */
function formatOf(c: Context, ending: string | undefined): FormatName | undefined {
  if (ending === '.pdf') return c.req.query('archive') === '1' ? 'archive' : 'pdf'
  if (ending === '.csv') return c.req.query('dialect') === 'excel-fi' ? 'excel' : 'csv'
  return ending === '.docx' || ending === '.xlsx' ? (ending.slice(1) as FormatName) : undefined
}

function fileAnswer(
  c: Context,
  row: { place_id: string; quarter: string },
  format: FormatName,
  { bytes, language }: { bytes: Uint8Array; language: Language },
): Response {
  const { type, ending } = formats[format]
  const name = `${row.place_id}-${row.quarter}-${language}${ending}`
  // A PDF opens where it is clicked; tables and Word go to the program that can read them.
  const how = type === 'application/pdf' ? 'inline' : 'attachment'
  c.header('content-disposition', `${how}; filename="${name}"`)
  c.header('content-language', language)
  return answerTagged(c, type, new Uint8Array(bytes))
}

/** The foot of every printed page names the digest and its data; only a style sheet of its own can say that. */
function paperFoot(place: OpenPlace, language: Language, row: { quarter: string; sha256: string }): string {
  const name = pick(place.name, language, place.languages[0])
  const id = `${t(language, 'digest.meta.data').toLowerCase()} ${dataId(row)}`
  const foot = `${name} · ${t(language, 'digest.title')} ${sayQuarter(language, row.quarter)} · ${id}`
  // Everything but letters, digits and plain signs is written by its number, so that no name can end the string.
  const safe = foot.replace(/[^\p{L}\p{N} ·/-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)
  return (
    `/* The foot of this digest's printed pages. */\n@page { @bottom-left { content: "${safe}"; ` +
    `font: 8pt "Source Sans 3", sans-serif; color: #465562; vertical-align: top; padding-top: 7mm } }\n`
  )
}

async function listPage({ db }: Deps, place: OpenPlace, language: Language) {
  const rows = await listPublished(db, place.id)
  const name = pick(place.name, language, place.languages[0])
  const title = `${t(language, 'digest.list')}, ${name}`
  return (
    <Shell
      language={language}
      title={title}
      styles={['paper.css']}
      bodyClass="digest"
      head={<link rel="alternate" type="application/atom+xml" href={`/digests/${place.id}/feed.atom`} />}
    >
      <main class="page list" id="content">
        <h1>
          {t(language, 'digest.list')} <span>{name}</span>
        </h1>
        {rows.length === 0 && <p>{t(language, 'digest.list.none')}</p>}
        <ul>
          {rows.map((row) => (
            <li>
              <a href={`/digests/${place.id}/${row.quarter}`}>{sayPeriod(language, row.quarter)}</a>
              <p class="soft">
                {sayQuarter(language, row.quarter)} · {t(language, 'digest.meta.revision')} {row.revision}
                {row.sample && ` · ${t(language, 'digest.sample')}`}
              </p>
            </li>
          ))}
        </ul>
        <p>
          <a href={`/digests/${place.id}/feed.atom`}>{t(language, 'digest.list.feed')}</a>
        </p>
      </main>
      <footer class="page">
        <NoticeLinks language={language} place={place.id} />
      </footer>
    </Shell>
  )
}

async function writeFeed({ db, env }: Deps, place: OpenPlace, language: Language): Promise<string> {
  const rows = await listPublished(db, place.id)
  const home = `${env.PUBLIC_URL}/digests/${place.id}`
  const name = pick(place.name, language, place.languages[0])
  const at = (row: (typeof rows)[number]) => row.published_at ?? row.compiled_at
  return generateAtomFeed({
    id: home,
    title: { value: `${t(language, 'digest.list')}, ${name}` },
    updated: rows.map(at).sort((a, b) => b.getTime() - a.getTime())[0] ?? place.created_at,
    authors: [{ name }],
    links: [
      { href: `${home}/feed.atom`, rel: 'self', type: 'application/atom+xml' },
      { href: home, rel: 'alternate', type: 'text/html' },
    ],
    entries: rows.map((row) => ({
      id: `${home}/${row.quarter}?revision=${row.revision}`,
      title: { value: `${t(language, 'digest.title')}: ${sayPeriod(language, row.quarter)}` },
      links: [{ href: `${home}/${row.quarter}`, rel: 'alternate', type: 'text/html' }],
      published: at(row),
      updated: at(row),
    })),
  })
}
