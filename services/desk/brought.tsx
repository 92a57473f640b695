// What people bring to the digest, page by page: where each thing is written down, and quotes that may be printed.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { listQuotes } from '../../db/quotes.ts'
import { listStrategy } from '../../db/strategy.ts'
import { dropQuote, sentQuote, sentStrategy, takeQuote, takeStrategy } from '../brought.ts'
import type { Deps } from '../deps.ts'
import { sayDay } from '../digest/say.ts'
import { dayOf, quarterDays, quarterOf } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import { type Fields, readForm } from '../same-origin.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, RemoveForm, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

const pages = [
  'notes',
  'measures',
  'exports',
  'studies',
  'surveys',
  'labels',
  'targets',
  'campaigns',
] as const

export function broughtRoutes(deps: Deps): Hono<Signed> {
  const write = [signedIn(deps), mayAt(deps, 'write')] as const
  const who = (c: DeskContext) => ({ place: c.var.place, by: c.var.visitor.name })
  const attempt = async (c: DeskContext, work: (fields: Fields) => Promise<void>) => {
    const fields = await readForm(c)
    try {
      await work(fields)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      return show(deps, c, fields, error)
    }
    return c.redirect(deskPath(c, '/brought?saved=1'), 303)
  }
  return new Hono<Signed>()
    .get('/:place/brought', ...write, (c) => show(deps, c, {}))
    .post('/:place/quotes', ...write, (c) =>
      attempt(c, (fields) => takeQuote(deps, who(c), readStrictly(sentQuote, fields))),
    )
    .post('/:place/quotes/:id/remove', ...write, (c) =>
      attempt(c, () => dropQuote(deps, who(c), c.req.param('id') ?? '')),
    )
    .post('/:place/strategy', signedIn(deps), mayAt(deps, 'edit'), (c) =>
      attempt(c, (fields) => takeStrategy(deps, who(c), readStrictly(sentStrategy, fields))),
    )
}

async function show({ db, clock }: Deps, c: DeskContext, sent: Fields, refusal?: Refusal): Promise<Response> {
  const { language, place, role } = c.var
  const now = clock()
  const quotes = await listQuotes(db, place.id, quarterDays(quarterOf(now, place.time_zone)))
  const strategy = await listStrategy(db, place.id)
  const title = t(language, 'brought.title')
  return c.html(
    <DeskPage c={c} title={title} current="notes">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'brought.lede')}</p>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {c.req.query('saved') && !refusal && <Say tone="good" title={t(language, 'brought.saved')} />}
        <ul class="todo plain">
          {pages.map((page) => (
            <li>
              <a href={deskPath(c, `/${page}`)}>
                <span>
                  <b>{t(language, `brought.${page}`)}</b> <span>{t(language, `brought.${page}.text`)}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
        <QuoteForm c={c} sent={sent} today={dayOf(now, place.time_zone)} />
        <ul class="noted">
          {quotes.map((one) => (
            <li>
              <b>{t(language, `digest.quotes.${one.mood}`)}</b> <q>{one.body}</q>{' '}
              <span class="quiet">
                {[sayDay(language, one.day), one.cleared_how, one.by].filter(Boolean).join(' · ')}
              </span>
              <RemoveForm
                c={c}
                action={deskPath(c, `/quotes/${one.public_id}/remove`)}
                label={t(language, 'brought.quote.remove')}
                of={one.body.slice(0, 40)}
              />
            </li>
          ))}
        </ul>
        {may(role, 'edit') && <Strategy c={c} lines={strategy} />}
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

function QuoteForm({ c, sent, today }: { c: DeskContext; sent: Fields; today: string }) {
  const { language } = c.var
  const was = (name: string, otherwise = '') => (typeof sent[name] === 'string' ? sent[name] : otherwise)
  const choice = (name: 'mood' | 'origin', values: readonly string[], label: (one: string) => string) => (
    <Field id={name} label={t(language, `brought.quote.${name}`)}>
      <select id={name} name={name}>
        {values.map((one) => (
          <option value={one} selected={was(name) === one}>
            {label(one)}
          </option>
        ))}
      </select>
    </Field>
  )
  return (
    <section aria-labelledby="quotes">
      <h2 id="quotes">{t(language, 'brought.quotes')}</h2>
      <p class="quiet">{t(language, 'brought.quotes.lede')}</p>
      <Form c={c} action={deskPath(c, '/quotes')} class="settings">
        <Field id="body" label={t(language, 'brought.quote.body')}>
          <textarea id="body" name="body" rows={2} required maxlength={500}>
            {was('body')}
          </textarea>
        </Field>
        <div class="pair">
          {choice('mood', ['praise', 'wish'], (one) => t(language, `digest.quotes.${one as 'wish'}`))}
          {choice('origin', ['survey', 'interview', 'feedback', 'event'], (one) =>
            t(language, `digest.quotes.from.${one as 'survey'}`),
          )}
          <Field id="day" label={t(language, 'notes.day')}>
            <input id="day" name="day" type="date" required max={today} value={was('day', today)} />
          </Field>
        </div>
        <Field id="cleared" label={t(language, 'brought.quote.cleared')}>
          <input
            id="cleared"
            name="cleared_how"
            type="text"
            required
            maxlength={200}
            value={was('cleared_how')}
          />
        </Field>
        <button type="submit" class="button main">
          {t(language, 'brought.quote.save')}
        </button>
      </Form>
    </section>
  )
}

function Strategy({ c, lines }: { c: DeskContext; lines: readonly string[] }) {
  const { language } = c.var
  return (
    <section aria-labelledby="lines">
      <h2 id="lines">{t(language, 'digest.strategy')}</h2>
      <Form c={c} action={deskPath(c, '/strategy')} class="settings">
        <Field id="strategy" label={t(language, 'brought.strategy')}>
          <textarea id="strategy" name="strategy" rows={4} maxlength={6000}>
            {lines.join('\n')}
          </textarea>
        </Field>
        <button type="submit" class="button">
          {t(language, 'brought.strategy.save')}
        </button>
      </Form>
    </section>
  )
}
