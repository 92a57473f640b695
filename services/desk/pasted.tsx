// A link at the desk: what its page tells is put into a form, a person corrects it, and it joins the queue.
import { Hono } from 'hono'
import type { z } from 'zod'
import { t } from '../../config/i18n.ts'
import type { Deps } from '../deps.ts'
import { type LinkFacts, platformOf } from '../domain/platforms.ts'
import { dayOf, startOfDay } from '../domain/quarter.ts'
import { Refusal } from '../errors.ts'
import { findPasted, pastedForm, pastedLink, takePasted } from '../pasted.ts'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { textOf } from './row-routes.ts'

const SECONDS = 20

export function pastedRoutes(deps: Deps): Hono<Signed> {
  const curate = [signedIn(deps), mayAt(deps, 'curate')] as const
  return (
    new Hono<Signed>()
      .get('/:place/link', ...curate, (c) => show(c, {}))
      // The first sending reads the link and shows the form, the second saves what stands in it.
      .post('/:place/link', ...curate, async (c) => {
        const fields = await readForm(c)
        const given = { ...fields, link: typeof fields.link === 'string' ? fields.link.trim() : '' }
        try {
          if (fields.step === 'save') {
            const id = await takePasted(deps, actOf(c), readGiven(pastedForm, given))
            return c.redirect(deskPath(c, `/posts/${id}?saved=1`), 303)
          }
          const link = readGiven(pastedLink, given.link)
          const known = await findPasted(deps.db, c.var.place.id, link)
          if (known) return c.redirect(deskPath(c, `/posts/${known}`), 303)
          const signal = AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(SECONDS * 1000)])
          const facts = await deps.readLink(link, signal).catch((error) => {
            if (!signal.aborted) throw error
            return null
          })
          return show(c, facts ? proposal(c, facts) : { link }, { read: facts !== null })
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          return show(c, given, { refusal: error, filled: fields.step === 'save' })
        }
      })
  )
}

function readGiven<S extends z.ZodType>(shape: S, given: unknown): z.infer<S> {
  const read = shape.safeParse(given)
  if (!read.success) throw new Refusal('pasted-missing', 400)
  return read.data
}

/** What was read, as the fields of the form. */
function proposal(c: DeskContext, { url, author, text, tags, publishedAt, picture }: LinkFacts): Fields {
  const zone = c.var.place.time_zone
  const day = publishedAt && dayOf(publishedAt, zone)
  const minutes = publishedAt && day ? (publishedAt.getTime() - startOfDay(day, zone).getTime()) / 60_000 : 0
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
  return {
    link: url,
    author: author ?? '',
    text: text ?? '',
    hashtags: tags.map((tag) => `#${tag}`).join(' '),
    day: day ?? '',
    time: day ? `${two(minutes / 60)}:${two(minutes % 60)}` : '',
    picture: picture?.url ?? '',
    alt: picture?.alt ?? '',
  }
}

type Shown = { refusal?: Refusal; read?: boolean; filled?: boolean }

function show(c: DeskContext, fields: Fields, { refusal, read, filled }: Shown = {}) {
  const { language } = c.var
  const title = t(language, 'pasted.title')
  return c.html(
    <DeskPage c={c} title={title} current="inbox">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'pasted.lede')}</p>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {read === true && <Say tone="good" title={t(language, 'pasted.read')} />}
        {read === false && <Say tone="need" title={t(language, 'pasted.unread')} />}
        {read === undefined && !filled ? <Ask c={c} fields={fields} /> : <Fill c={c} fields={fields} />}
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

function Ask({ c, fields }: { c: DeskContext; fields: Fields }) {
  const { language } = c.var
  return (
    <Form c={c} action={deskPath(c, '/link')} class="settings">
      <Field id="link" label={t(language, 'pasted.link')} hint={t(language, 'pasted.link.hint')}>
        <input
          id="link"
          name="link"
          type="url"
          required
          maxlength={2000}
          value={textOf(fields.link)}
          aria-describedby="link-hint"
        />
      </Field>
      <button type="submit" class="button main">
        {t(language, 'pasted.fetch')}
      </button>
    </Form>
  )
}

function Fill({ c, fields }: { c: DeskContext; fields: Fields }) {
  const { language, place, now } = c.var
  const was = (name: string) => textOf(fields[name])
  const link = was('link')
  const input = (name: 'author' | 'hashtags' | 'picture' | 'alt', type: 'text' | 'url', required = false) => (
    <Field id={name} label={t(language, `pasted.${name}`)} hint={t(language, `pasted.${name}.hint`)}>
      <input
        id={name}
        name={name}
        type={type}
        required={required}
        value={was(name)}
        aria-describedby={`${name}-hint`}
      />
    </Field>
  )
  const channel = URL.canParse(link) ? platformOf(link) : 'pasted'
  return (
    <Form c={c} action={deskPath(c, '/link')} class="settings">
      <input type="hidden" name="step" value="save" />
      <input type="hidden" name="link" value={link} />
      <p>
        <b>{t(language, `channel.${channel}`)}</b>{' '}
        <a href={link} rel="noreferrer noopener">
          {link}
        </a>
      </p>
      {input('author', 'text', true)}
      <Field id="text" label={t(language, 'pasted.text')} hint={t(language, 'pasted.text.hint')}>
        <textarea id="text" name="text" rows={6} required maxlength={20_000} aria-describedby="text-hint">
          {was('text')}
        </textarea>
      </Field>
      {input('hashtags', 'text')}
      <div class="pair">
        <Field id="day" label={t(language, 'pasted.day')}>
          <input
            id="day"
            name="day"
            type="date"
            required
            max={dayOf(now, place.time_zone)}
            value={was('day')}
          />
        </Field>
        <Field id="time" label={t(language, 'pasted.time')}>
          <input id="time" name="time" type="time" value={was('time')} />
        </Field>
      </div>
      {input('picture', 'url')}
      {input('alt', 'text')}
      <button type="submit" class="button main">
        {t(language, 'pasted.save')}
      </button>
    </Form>
  )
}
