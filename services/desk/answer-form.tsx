// The page behind the link of a handover's mail, without a login: a service area says what it answered or did.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { pick, t } from '../../config/i18n.ts'
import { findHandover } from '../../db/handovers.ts'
import { findPlace } from '../../db/places.ts'
import { listTopics } from '../../db/topics.ts'
import type { Deps } from '../deps.ts'
import { openFormPause } from '../domain/guessing.ts'
import { Refusal } from '../errors.ts'
import { readAnswerToken } from '../handover-mail.ts'
import { languageOf, readStrictly } from '../rim.tsx'
import { readFields } from '../same-origin.ts'
import { allowTry, senderOf } from '../sign-in.ts'
import { settleQuestion } from '../topics.ts'
import { linkPage } from './link-page.tsx'
import { Field, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

const form = z.object({ words: z.string().trim().max(1000).default('') })

/** Their tokens begin with a handover's id, which tells them from a digest's. */
const PATH = '/vastaus/:token{h_[a-z2-7]+\\..+}'

export function answerFormRoutes(deps: Deps): Hono {
  return new Hono()
    .get(PATH, async (c) => show(c, await opened(deps, c)))
    .post(PATH, async (c) => {
      const { handover, area, place, language } = await opened(deps, c)
      try {
        await allowTry(deps, `answer:${senderOf(c, deps)}`, openFormPause)
        const { words: answer } = readStrictly(form, await readFields(c))
        if (!answer) throw new Refusal('hand-empty', 400)
        const act = { place, name: area, person: null, language }
        await settleQuestion(deps, act, handover.post, { state: 'answered', answer })
        return show(c, await opened(deps, c))
      } catch (error) {
        if (!(error instanceof Refusal) || error.status === 404) throw error
        if (error.retryAfter) c.header('retry-after', String(error.retryAfter))
        return show(c, await opened(deps, c), error)
      }
    })
}

async function opened({ db, keys }: Deps, c: Context) {
  const handover = await findHandover(db, readAnswerToken(keys, c.req.param('token') ?? '') ?? '')
  const place = handover && (await findPlace(db, handover.place_id))
  if (!place) throw new Refusal('not-found', 404)
  const language = c.req.query('lang') ? languageOf(c) : (place.languages[0] ?? 'fi')
  const line = (await listTopics(db, place.id)).find((one) => one.kind === 'area' && one.id === handover.area)
  return { handover, place, language, area: line ? pick(line.label, language) : handover.area }
}

type Opened = Awaited<ReturnType<typeof opened>>

function show(c: Context, { handover, place, language, area }: Opened, refusal?: Refusal) {
  const over = handover.state !== 'open'
  const title = t(language, over ? 'hand.page.done' : 'hand.page.title')
  return linkPage(c, { language, title, place: place.id, status: refusal?.status ?? 200 }, [
    <p>{over ? t(language, 'hand.page.done.text') : t(language, 'hand.mail.text', { area })}</p>,
    refusal && <Say tone="need" {...refusalWords(language, refusal)} />,
    !over && handover.question && <p>{t(language, 'hand.mail.question', { question: handover.question })}</p>,
    !over && handover.url && (
      <p>
        <a href={handover.url} rel="noreferrer">
          {t(language, 'hand.page.post')}
        </a>
      </p>
    ),
    !over && (
      <form method="post" class="settings">
        <Field id="words" label={t(language, 'hand.answer')}>
          <textarea id="words" name="words" rows={4} maxlength={1000} required />
        </Field>
        <button type="submit" class="button main">
          {t(language, 'hand.page.send')}
        </button>
      </form>
    ),
  ])
}
