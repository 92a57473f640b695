// Reports by cycle at the desk: what comes next and whose duty it is, the drafts, and one of them written and sent.
import { Hono } from 'hono'
import { z } from 'zod'
import { formatDate, t } from '../../config/i18n.ts'
import { findReport, listReports, type ReportRow } from '../../db/cycle-reports.ts'
import { listDeliveries } from '../../db/recipients.ts'
import { readAnswerers, readClock } from '../clock.ts'
import { answererWords, awayWords, dayWords } from '../clock-words.ts'
import { listDueReports, listReaders, sendReport, writeReport } from '../cycle-reports.ts'
import type { Deps } from '../deps.ts'
import { sayQuarter } from '../digest/say.ts'
import { dayOf } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

/** Days ahead in which every kind of report comes round. */
const YEAR = 370

const form = z.object({
  title: z.string().trim().min(1).max(200),
  body: z.string().trim().min(1).max(20_000),
  version: z.coerce.number().int(),
})

export function reportRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const works = {
    '/:place/reports/:id': [
      'write',
      (c: DeskContext, fields: Fields, id: string) =>
        writeReport(deps, actOf(c), id, readStrictly(form, fields)),
    ],
    '/:place/reports/:id/send': [
      'edit',
      (c: DeskContext, _: Fields, id: string) => sendReport(deps, actOf(c), id),
    ],
  } as const
  app.get('/:place/reports', signedIn(deps), mayAt(deps, 'read'), (c) => showAll(deps, c))
  app.get('/:place/reports/:id', signedIn(deps), mayAt(deps, 'read'), (c) =>
    showOne(deps, c, c.req.param('id')),
  )
  for (const [path, [right, work]] of Object.entries(works))
    app.post(path, signedIn(deps), mayAt(deps, right), async (c) => {
      const fields = await readForm(c)
      const id = c.req.param('id') ?? ''
      try {
        await work(c, fields, id)
      } catch (error) {
        if (!(error instanceof Refusal) || error.status === 404) throw error
        return showOne(deps, c, id, fields, error)
      }
      return c.redirect(deskPath(c, `/reports/${id}?saved=1`), 303)
    })
  return app
}

async function showAll({ db, clock }: Deps, c: DeskContext): Promise<Response> {
  const { language, place } = c.var
  const today = dayOf(clock(), place.time_zone)
  const due = listDueReports(await readClock(db, place.id, today), today, YEAR)
  const rows = await listReports(db, place.id)
  const answererOf = await readAnswerers(db, place.id)
  const title = t(language, 'reports.title')
  const of = (row: ReportRow, one: (typeof due)[number]) =>
    row.kind === one.kind && row.quarter === one.quarter
  const waits = due.filter((one) => !rows.some((row) => of(row, one)))
  /** Only the next of each kind: the clock has the whole year. */
  const next = waits.filter((one) => waits.find(({ kind }) => kind === one.kind) === one)
  const whenWords = ({ entry }: (typeof due)[number]) =>
    [
      `${dayWords(language, entry.day)}, ${awayWords(language, today, entry.day)}`,
      answererWords(language, answererOf(entry.item.duty_id), place.languages[0]),
    ].join(' · ')
  const sent = rows.filter((row) => row.sent_at)
  const listed = (some: typeof rows) => (
    <ul class="todo plain">
      {some.map((row) => {
        const round = due.find((one) => of(row, one))
        return (
          <li>
            <a href={deskPath(c, `/reports/${row.public_id}`)}>
              <span>
                <b>{row.title}</b>{' '}
                <span>{[stateWords(c, row), round && whenWords(round)].filter(Boolean).join(' · ')}</span>
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
  return c.html(
    <DeskPage c={c} title={title} current="digests">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'reports.lede')}</p>
        </header>
        {rows.length === 0 && <p>{t(language, 'reports.none')}</p>}
        {listed(rows.filter((row) => !row.sent_at))}
        {next.length > 0 && (
          <section aria-labelledby="next">
            <h2 id="next">{t(language, 'clock.coming')}</h2>
            <ul class="noted">
              {next.map((one) => (
                <li>
                  <b>{t(language, `reports.${one.kind}`)}</b> <span>{whenWords(one)}</span>
                  <p class="quiet">
                    {t(language, 'reports.waits', { quarter: sayQuarter(language, one.quarter) })}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        )}
        {sent.length > 0 && (
          <section aria-labelledby="sent">
            <h2 id="sent">{t(language, 'reports.all-sent')}</h2>
            {listed(sent)}
          </section>
        )}
        <p class="acts">
          {may(c.var.role, 'edit') && (
            <a href={deskPath(c, '/recipients')}>{t(language, 'recipients.title')}</a>
          )}
        </p>
      </main>
    </DeskPage>,
  )
}

function stateWords(c: DeskContext, { sent_at, sent_by }: ReportRow): string {
  const { language, place } = c.var
  if (!sent_at) return t(language, 'reports.draft')
  return t(language, 'reports.sent', {
    who: sent_by ?? '',
    day: formatDate(language, sent_at, place.time_zone),
  })
}

async function showOne({ db, env }: Deps, c: DeskContext, id: string, sent: Fields = {}, refusal?: Refusal) {
  const { language, place, role } = c.var
  const row = await findReport(db, place.id, id)
  if (!row) throw new Refusal('not-found', 404)
  const text = (name: 'title' | 'body') => {
    const typed = sent[name]
    return typeof typed === 'string' ? typed : row[name]
  }
  const readers = await listReaders(db, place.id, row.kind)
  const delivered = await listDeliveries(db, row.digest_id, row.kind)
  const writes = may(role, 'write') && !row.sent_at
  return c.html(
    <DeskPage c={c} title={row.title} current="digests">
      <main class="work" id="content">
        <header class="head">
          <h1>{row.title}</h1>
          <p class="quiet">{stateWords(c, row)}</p>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {c.req.query('saved') && !refusal && <Say tone="good" title={t(language, 'desk.saved')} />}
        {!env.SMTP_URL && <Say tone="need" title={t(language, 'recipients.no-mail')} />}
        {writes ? (
          <Form c={c} action={deskPath(c, `/reports/${id}`)} class="settings">
            <input type="hidden" name="version" value={String(row.version)} />
            <Field id="title" label={t(language, 'reports.subject')}>
              <input id="title" name="title" type="text" required maxlength={200} value={text('title')} />
            </Field>
            <Field id="body" label={t(language, 'reports.body')} hint={t(language, 'reports.body.hint')}>
              <textarea
                id="body"
                name="body"
                rows={24}
                maxlength={20_000}
                required
                aria-describedby="body-hint"
              >
                {text('body')}
              </textarea>
            </Field>
            <button type="submit" class="button main">
              {t(language, 'desk.save')}
            </button>
          </Form>
        ) : (
          row.body.split(/\n{2,}/).map((one) => <p class="paragraph">{one}</p>)
        )}
        <section aria-labelledby="whom">
          <h2 id="whom">{t(language, 'reports.whom')}</h2>
          {readers.length === 0 && <p>{t(language, 'reports.nobody')}</p>}
          <ul class="noted">
            {readers.map((one) => {
              const got = delivered.find(({ email }) => email === one.email)
              return (
                <li>
                  {one.role} <span class="quiet">{one.email}</span>{' '}
                  {got && t(language, got.state === 'failed' ? 'deliveries.failed' : 'reports.got')}
                </li>
              )
            })}
          </ul>
          {may(role, 'edit') && (
            <Form c={c} action={deskPath(c, `/reports/${id}/send`)}>
              <button type="submit" class="button">
                {t(language, row.sent_at ? 'reports.send-rest' : 'reports.send')}
              </button>
            </Form>
          )}
        </section>
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}
