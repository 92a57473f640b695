// The pages behind the links of a digest's mail, without a login: answering it (/vastaus), and stopping (/tilaus).
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type Key, type Language, pick, t } from '../../config/i18n.ts'
import { findPlace } from '../../db/places.ts'
import { findRecipient, stopRecipient } from '../../db/recipients.ts'
import { replyKinds } from '../../db/schema.ts'
import { stopWeekly } from '../../db/weekly.ts'
import { answerDigest, openReply, readStopToken } from '../deliver.ts'
import type { Deps } from '../deps.ts'
import { sayPeriod } from '../digest/say.ts'
import { openFormPause } from '../domain/guessing.ts'
import { Refusal } from '../errors.ts'
import { languageOf, readStrictly } from '../rim.tsx'
import { readFields } from '../same-origin.ts'
import { allowTry, senderOf } from '../sign-in.ts'
import { openWeekly } from '../weekly.ts'
import { linkPage } from './link-page.tsx'
import { Field, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

const form = z.object({ kind: z.enum(replyKinds), body: z.string().trim().max(4000).default('') })

export function replyFormRoutes(deps: Deps): Hono {
  const { db, clock, keys } = deps
  /** What a stop link is for: the digests of a recipient, or somebody's weekly mail. */
  const stopped = async (c: Context): Promise<Stopped> => {
    const token = c.req.param('token') ?? ''
    const weekly = await openWeekly(db, keys, token)
    if (weekly)
      return { ...weekly, role: null, stop: () => stopWeekly(db, weekly.place_id, weekly.person_id, clock()) }
    const found = await findRecipient(db, readStopToken(keys, token) ?? '')
    if (!found) throw new Refusal('not-found', 404)
    return { ...found, stop: () => stopRecipient(db, found.public_id, '', clock()) }
  }
  return (
    new Hono()
      .get('/vastaus/:secret', (c) => showReply(deps, c))
      .post('/vastaus/:secret', async (c) => {
        const secret = c.req.param('secret')
        const fields = await readFields(c)
        try {
          await allowTry(deps, `reply:${senderOf(c, deps)}`, openFormPause)
          const reply = readStrictly(form, fields)
          if (reply.kind !== 'seen' && !reply.body) throw new Refusal('reply-empty', 400)
          await answerDigest(deps, secret, reply)
          return showReply(deps, c, { done: true })
        } catch (error) {
          if (!(error instanceof Refusal) || error.status === 404) throw error
          if (error.retryAfter) c.header('retry-after', String(error.retryAfter))
          return showReply(deps, c, { refusal: error, fields })
        }
      })
      .get('/tilaus/:token', async (c) => showStop(deps, c, await stopped(c)))
      // Mail programs stop by themselves with one POST (RFC 8058), so nothing but the token is asked for.
      .post('/tilaus/:token', async (c) => {
        const one = await stopped(c)
        await one.stop()
        return showStop(deps, c, { ...one, stopped_at: clock() })
      })
  )
}

type Shown = { done?: boolean; refusal?: Refusal; fields?: Record<string, unknown> }

async function showReply(deps: Deps, c: Context, { done, refusal, fields = {} }: Shown = {}) {
  const found = await openReply(deps.db, c.req.param('secret') ?? '', deps.clock())
  const place = await findPlace(deps.db, found.place_id)
  if (!place) throw new Refusal('not-found', 404)
  const language = c.req.query('lang') ? languageOf(c) : found.language
  const name = pick(place.name, language, place.languages[0])
  const values = { role: found.role, place: name, period: sayPeriod(language, found.quarter) }
  const title = t(language, done ? 'reply.done' : 'reply.title')
  const digest = `/digests/${place.id}/${found.quarter}`
  return linkPage(c, { language, title, place: place.id, status: refusal?.status ?? 200 }, [
    done ? <p>{t(language, 'reply.done.more')}</p> : <p>{t(language, 'reply.lede', values)}</p>,
    refusal && <Say tone="need" {...refusalWords(language, refusal)} />,
    <p>
      <a href={digest}>{t(language, 'reply.open')}</a>
    </p>,
    found.area_id !== null && (
      <p>
        <a href={`${digest}/areas/${found.area_id}`}>{t(language, 'digest-mail.area')}</a>
      </p>
    ),
    !done && <ReplyFields language={language} fields={fields} />,
  ])
}

function ReplyFields({ language, fields }: { language: Language; fields: Record<string, unknown> }) {
  const chosen = typeof fields.kind === 'string' ? fields.kind : 'seen'
  return (
    <form method="post" class="settings">
      <fieldset>
        <legend>{t(language, 'reply.kind')}</legend>
        {replyKinds.map((kind) => (
          <label class="tick">
            <input type="radio" name="kind" value={kind} checked={kind === chosen} />{' '}
            {t(language, `reply.kind.${kind}`)}
          </label>
        ))}
      </fieldset>
      <Field id="body" label={t(language, 'reply.body')} hint={t(language, 'reply.body.hint')}>
        <textarea id="body" name="body" rows={4} maxlength={4000} aria-describedby="body-hint">
          {typeof fields.body === 'string' ? fields.body : ''}
        </textarea>
      </Field>
      <button type="submit" class="button main">
        {t(language, 'reply.send')}
      </button>
    </form>
  )
}

/** `role` is null for the weekly mail, which goes to a person of the desk. */
type Stopped = { place_id: string; language: Language; role: string | null; stopped_at: Date | null } & {
  stop: () => Promise<unknown>
}

async function showStop(deps: Deps, c: Context, { role, stopped_at, ...one }: Stopped) {
  const place = await findPlace(deps.db, one.place_id)
  if (!place) throw new Refusal('not-found', 404)
  const language = c.req.query('lang') ? languageOf(c) : one.language
  const values = { place: pick(place.name, language, place.languages[0]), role: role ?? '' }
  const over = stopped_at !== null
  const say = (digests: Key, weekly: Key) => t(language, role === null ? weekly : digests, values)
  const title = over ? say('stop.done', 'stop.weekly.done') : say('stop.title', 'stop.weekly')
  return linkPage(c, { language, title, place: place.id, status: 200 }, [
    <p>{over ? say('stop.done.more', 'stop.weekly.more') : say('stop.lede', 'stop.weekly.lede')}</p>,
    !over && (
      <form method="post" class="settings">
        <button type="submit" class="button main">
          {t(language, 'stop.act')}
        </button>
      </form>
    ),
  ])
}
