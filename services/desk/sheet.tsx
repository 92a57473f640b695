// Posts as a table at the desk: a template to download, a file or pasted lines, what is wrong in them, and saving.
import { Hono } from 'hono'
import { formatDate, t } from '../../config/i18n.ts'
import type { Deps } from '../deps.ts'
import { type CsvRow, csvLine, decodeTable, readCsv } from '../domain/csv.ts'
import { Refusal } from '../errors.ts'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { type CheckedSheet, checkSheet, columnName, sheetColumns, takeSheet } from '../sheet.ts'
import { isSpreadsheet, readSpreadsheet } from '../spreadsheet.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Say } from './parts.tsx'

/** More would hardly be read; the count above the list is of all. */
const SHOWN = 50

type Sent = CheckedSheet & { text: string }

export function sheetRoutes(deps: Deps): Hono<Signed> {
  const curate = [signedIn(deps), mayAt(deps, 'curate')] as const
  return (
    new Hono<Signed>()
      .get('/:place/sheet', ...curate, (c) => show(c))
      .get('/:place/sheet/template.csv', ...curate, (c) => {
        const { language } = c.var
        const heads = sheetColumns.map((column) => columnName(language, column))
        const example = sheetColumns.map((column) => t(language, `sheet.example.${column}`))
        c.header('content-disposition', `attachment; filename="${t(language, 'sheet.template.file')}"`)
        // The mark at the beginning tells Excel which letters these are, the semicolons that they are columns.
        const text = `\uFEFF${csvLine(heads, ';')}${csvLine(example, ';')}`
        return c.body(text, 200, { 'content-type': 'text/csv; charset=utf-8' })
      })
      // The first sending checks and shows, the second saves what was shown.
      .post('/:place/sheet/import', ...curate, async (c) => {
        const fields = await readForm(c)
        const { rows, text } = await sentTable(c, fields)
        const sent = { ...checkSheet(rows, actOf(c), c.var.now), text }
        if (fields.step !== 'save' || sent.complaints.length) return show(c, sent)
        const { saved, unchanged } = await takeSheet(deps, actOf(c), sent)
        return c.redirect(deskPath(c, `/sheet?saved=${saved}&unchanged=${unchanged}`), 303)
      })
  )
}

/** The file when there is one, else the pasted lines; `text` is what is sent back with the page. */
async function sentTable(c: DeskContext, fields: Fields): Promise<{ rows: CsvRow[]; text: string }> {
  const { file } = await c.req.parseBody({ all: true })
  if (!(file instanceof File && file.size)) {
    if (typeof fields.table !== 'string') throw new Refusal('invalid', 400)
    return { rows: readCsv(fields.table), text: fields.table }
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!isSpreadsheet(bytes)) {
    const text = decodeTable(bytes)
    return { rows: readCsv(text), text }
  }
  const rows = await readSpreadsheet(bytes)
  if (!rows) throw new Refusal('sheet-unreadable', 400)
  return { rows, text: rows.map(({ cells }) => csvLine(cells)).join('') }
}

function show(c: DeskContext, sent?: Sent): Response | Promise<Response> {
  const { language } = c.var
  const title = t(language, 'sheet.title')
  const n = sent?.complaints.length ?? 0
  const count = (name: string) => Number(/^\d{1,6}$/.exec(c.req.query(name) ?? '')?.[0] ?? 0)
  const values = { saved: count('saved'), unchanged: count('unchanged') }
  return c.html(
    <DeskPage c={c} title={title} current="inbox">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'sheet.lede')}</p>
          <p>
            <a href={deskPath(c, '/sheet/template.csv')}>{t(language, 'sheet.template')}</a>
          </p>
        </header>
        {c.req.query('saved') && <Say tone="good" title={t(language, 'sheet.saved', values)} />}
        {sent && n > 0 && <Complaints c={c} sent={sent} />}
        {sent && n === 0 && <Checked c={c} sent={sent} />}
        <Form c={c} action={deskPath(c, '/sheet/import')} class="settings" enctype="multipart/form-data">
          <Field id="file" label={t(language, 'sheet.file')} hint={t(language, 'sheet.file.hint')}>
            <input
              id="file"
              name="file"
              type="file"
              accept=".csv,.tsv,.txt,.xlsx"
              aria-describedby="file-hint"
            />
          </Field>
          <Field id="table" label={t(language, 'numbers.paste')}>
            <textarea id="table" name="table" rows={5}>
              {n > 0 ? sent?.text : ''}
            </textarea>
          </Field>
          <button type="submit" class="button">
            {t(language, 'numbers.check')}
          </button>
        </Form>
      </main>
    </DeskPage>,
    n > 0 ? 400 : 200,
  )
}

function More({ c, all }: { c: DeskContext; all: number }) {
  return all > SHOWN ? <li>{t(c.var.language, 'numbers.more', { n: all - SHOWN })}</li> : null
}

function Complaints({ c, sent: { complaints } }: { c: DeskContext; sent: Sent }) {
  return (
    <Say tone="need" title={t(c.var.language, 'numbers.complaints', { n: complaints.length })}>
      <ul>
        {complaints.slice(0, SHOWN).map((one) => (
          <li>
            {one.path && `${one.path}: `}
            {one.message}
          </li>
        ))}
        <More c={c} all={complaints.length} />
      </ul>
    </Say>
  )
}

function Checked({ c, sent: { posts, text } }: { c: DeskContext; sent: Sent }) {
  const { language, place } = c.var
  return (
    <>
      <Say tone="good" title={t(language, 'sheet.good', { n: posts.length })}>
        <ul>
          {posts.slice(0, SHOWN).map((one) => (
            <li>
              {t(language, `channel.${one.channel}`)} · {one.author} ·{' '}
              {formatDate(language, one.publishedAt, place.time_zone, 'date')} · {one.url}
            </li>
          ))}
          <More c={c} all={posts.length} />
        </ul>
      </Say>
      <Form c={c} action={deskPath(c, '/sheet/import')}>
        <input type="hidden" name="step" value="save" />
        <textarea name="table" hidden aria-label={t(language, 'numbers.table')}>
          {text}
        </textarea>
        <button type="submit" class="button main">
          {t(language, 'sheet.import')}
        </button>
      </Form>
    </>
  )
}
