// The platforms' own statistics at the desk: a file, its columns and what is in it, saving, and taking a file back.
import { Hono } from 'hono'
import { z } from 'zod'
import { t } from '../../config/i18n.ts'
import { listPlatformFiles } from '../../db/platform-files.ts'
import type { Deps } from '../deps.ts'
import { sayDay } from '../digest/say.ts'
import { decodeTable, readCsv } from '../domain/csv.ts'
import { isPeriod } from '../domain/measures.ts'
import { dateOrders } from '../domain/platform-dates.ts'
import { fieldsOf, isCounter, type Teller, tellers } from '../domain/platform-layouts.ts'
import { dayOf } from '../domain/quarter.ts'
import { Refusal } from '../errors.ts'
import {
  checkExport,
  type Found,
  pickSheets,
  readExport,
  readShape,
  removeExport,
  takeExport,
} from '../platform-files.ts'
import { readStrictly } from '../rim.tsx'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { channelName } from '../source-words.ts'
import { isSpreadsheet, readSheets } from '../spreadsheet.ts'
import { MapExport, type Shown } from './export-columns.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, RemoveForm, Say, TableFile } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { textOf } from './row-routes.ts'

export function exportRoutes(deps: Deps): Hono<Signed> {
  const write = [signedIn(deps), mayAt(deps, 'write')] as const
  return (
    new Hono<Signed>()
      .get('/:place/exports', ...write, (c) => show(deps, c))
      // The first sending shows the columns and what is in the file, the second saves what was shown.
      .post('/:place/exports/import', ...write, async (c) => {
        const fields = await readForm(c)
        try {
          const { rows, days, name } = await sentFile(c, fields)
          const takenOn = takenOf(fields, dayOf(deps.clock(), c.var.place.time_zone))
          const found = withTold(await readShape(deps, c.var.place.id, rows, toldOf(fields)), fields)
          const checked = await checkExport(deps, c.var, found, takenOn)
          if (fields.step !== 'save' || checked.complaints.length || checked.before)
            return show(deps, c, { found, checked, rows, days, name, takenOn })
          const { rows: saved } = await takeExport(deps, actOf(c), found, checked, name)
          if (!days.length) return c.redirect(deskPath(c, `/exports?saved=${saved}`), 303)
          // The workbook has days, too: they are looked at and saved next.
          const next = await readShape(deps, c.var.place.id, days)
          const shown = { found: next, rows: days, days: [], name, takenOn, saved }
          return show(deps, c, { ...shown, checked: await checkExport(deps, c.var, next, takenOn) })
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          return show(deps, c, undefined, error)
        }
      })
      .post('/:place/exports/:id/remove', ...write, async (c) => {
        await readForm(c)
        await removeExport(deps, actOf(c), c.req.param('id'))
        return c.redirect(deskPath(c, '/exports?removed=1'), 303)
      })
  )
}

/** The file's rows, or those that the page before carries; `days` are of another sheet than `rows`. */
async function sentFile(c: DeskContext, fields: Fields): Promise<Pick<Shown, 'rows' | 'days' | 'name'>> {
  const { file } = await c.req.parseBody({ all: true })
  if (!(file instanceof File)) {
    const [rows, days] = [readCsv(textOf(fields.table), ';'), readCsv(textOf(fields.days), ';')]
    return { rows, days, name: textOf(fields.name).slice(0, 200) }
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const name = file.name.slice(0, 200)
  if (isSpreadsheet(bytes)) {
    const sheets = await readSheets(bytes)
    if (!sheets) throw new Refusal('export-unreadable', 400)
    return { ...pickSheets(sheets), name }
  }
  const text = decodeTable(bytes)
  // A text has no such signs; an old spreadsheet or a picture is full of them.
  if (text.includes('\0')) throw new Refusal('export-unreadable', 400)
  return { rows: readExport(text), days: [], name }
}

const telling = z.object({
  channel: z.enum(tellers as [Teller, ...Teller[]]),
  per: z.enum(['post', 'day']),
})

function toldOf(fields: Fields): Parameters<typeof readShape>[3] {
  if (fields.channel === undefined) return undefined
  const { channel, per } = readStrictly(telling, { channel: fields.channel, per: fields.per })
  // A counter of visitors knows no posts.
  return { channel, per: isCounter(channel) ? 'day' : per }
}

/** The columns as a person has chosen them, unless the choice of platform has just changed what there is to choose. */
function withTold(found: Found, fields: Fields): Found {
  const { shape, head } = found
  if (fields.was !== `${shape.channel} ${shape.per}`) return found
  const names: readonly string[] = fieldsOf(shape.channel, shape.per)
  const columns = head.cells.map((_, nth) => {
    const chosen = textOf(fields[`column_${nth}`])
    return names.includes(chosen) ? (chosen as Found['shape']['columns'][number]) : null
  })
  const dates = dateOrders.find((one) => one === fields.dates) ?? null
  return { ...found, shape: { ...shape, columns, dates } }
}

function takenOf(fields: Fields, today: string): string {
  const day = textOf(fields.taken)
  return isPeriod('day', day) && day <= today ? day : today
}

async function show(
  { db, clock }: Deps,
  c: DeskContext,
  shown?: Shown,
  refusal?: Refusal,
): Promise<Response> {
  const { language, place } = c.var
  const title = t(language, 'export.title')
  const files = await listPlatformFiles(db, place.id)
  const told = /^\d{1,6}$/.exec(c.req.query('saved') ?? '')?.[0]
  const saved = shown ? shown.saved : told && Number(told)
  const wrong = shown?.checked.complaints.length ? 400 : 200
  return c.html(
    <DeskPage c={c} title={title} current="notes">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'export.lede')}</p>
          <p>
            <a href={deskPath(c, '/measures')}>{t(language, 'numbers.title')}</a>
          </p>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {saved !== undefined && !refusal && (
          <Say tone="good" title={t(language, 'export.saved', { rows: saved })} />
        )}
        {c.req.query('removed') && !shown && !refusal && (
          <Say tone="good" title={t(language, 'export.removed')} />
        )}
        {shown ? (
          <MapExport c={c} shown={shown} today={dayOf(clock(), place.time_zone)} />
        ) : (
          <FileForm c={c} />
        )}
        <section aria-labelledby="files">
          <h2 id="files">{t(language, 'export.list')}</h2>
          {files.length === 0 && <p class="quiet">{t(language, 'export.list.none')}</p>}
          <ul class="noted">
            {files.map((one) => (
              <li>
                <b>{channelName(language, one.channel)}</b> {one.name}{' '}
                <span class="quiet">
                  {[
                    `${sayDay(language, one.first_day)}–${sayDay(language, one.last_day, true)}`,
                    t(language, `export.list.rows.${one.per}`, { n: one.rows }),
                    t(language, 'export.list.taken', {
                      day: sayDay(language, dayOf(one.taken_at, place.time_zone), true),
                    }),
                    one.by,
                  ].join(' · ')}
                </span>
                <RemoveForm
                  c={c}
                  action={deskPath(c, `/exports/${one.public_id}/remove`)}
                  label={t(language, 'export.remove')}
                  of={one.name}
                />
              </li>
            ))}
          </ul>
        </section>
      </main>
    </DeskPage>,
    (refusal?.status ?? wrong) as 200,
  )
}

function FileForm({ c }: { c: DeskContext }) {
  const { language } = c.var
  return (
    <Form c={c} action={deskPath(c, '/exports/import')} class="settings" enctype="multipart/form-data">
      <Field id="file" label={t(language, 'export.file')} hint={t(language, 'export.file.hint')}>
        <TableFile />
      </Field>
      <button type="submit" class="button main">
        {t(language, 'export.read')}
      </button>
    </Form>
  )
}
