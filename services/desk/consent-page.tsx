// The author's own page, /lupa/{token}: what is asked of them, a yes, a no, and the way back; no login and no script.
import { type Context, Hono } from 'hono'
import { raw } from 'hono/html'
import { z } from 'zod'
import { type Language, pick, t } from '../../config/i18n.ts'
import { findSubject } from '../../db/consents.ts'
import { answerConsent, openConsent } from '../consents.ts'
import type { Deps } from '../deps.ts'
import { type ConsentState, canBe, standingOf } from '../domain/consents.ts'
import { safeUrl } from '../domain/link.ts'
import { addDays, dayOf } from '../domain/quarter.ts'
import { renderHtml } from '../domain/render.ts'
import { Refusal } from '../errors.ts'
import { noticePath } from '../notice-links.tsx'
import { languageOf } from '../rim.tsx'
import { type Fields, readFields } from '../same-origin.ts'
import { GrantForm } from './grant-form.tsx'
import { OpenPage } from './open-page.tsx'
import { Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { dayWords } from './why.tsx'

/** Days for which a consent holds when its author chooses a year. */
const YEAR = 365

const tick = z
  .literal('1')
  .optional()
  .transform((one) => one === '1')
const yes = z.object({
  digest: tick,
  channels: tick,
  print: tick,
  crop: tick,
  child: z.enum(['no', 'unrecognisable', 'guardian', 'recognisable']).optional(),
  until: z.enum(['year', 'open']).default('year'),
  name: z.string().trim().min(2).max(100),
  mine: z.literal('1'),
})

export function consentPageRoutes(deps: Deps): Hono {
  const app = new Hono()
  const read = async (c: Context): Promise<Opened> => {
    const { kept, place } = await openConsent(deps, c.req.param('token') ?? '')
    const today = dayOf(deps.clock(), place.time_zone)
    const askedOn = kept.asked_at && dayOf(kept.asked_at, place.time_zone)
    const standing = standingOf({ ...kept, askedOn }, { today, onWall: false })
    return { kept, place, standing, subject: await findSubject(deps.db, kept) }
  }

  app.get('/lupa/:token', async (c) => answer(c, await read(c)))

  app.post('/lupa/:token', async (c) => {
    const opened = await read(c)
    const language = languageOf(c)
    const fields = await readFields(c)
    const token = c.req.param('token')
    try {
      if (fields.answer === 'grant') {
        const given = readYes(opened, fields)
        await answerConsent(deps, token, language, { answer: 'grant', ...given })
      } else if (fields.answer === 'refuse' || fields.answer === 'withdraw')
        await answerConsent(deps, token, language, { answer: fields.answer })
      else throw new Refusal('invalid', 400)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return answer(c, await read(c), { refusal: error, fields })
    }
    return c.redirect(`/lupa/${token}?lang=${language}`, 303)
  })
  return app

  function readYes({ place, subject }: Opened, fields: Fields) {
    const form = yes.safeParse(fields)
    if (!form.success || (subject.picture && !form.data.child)) throw new Refusal('lupa-missing', 400)
    const { digest, channels, print, crop, child = 'no', until, name } = form.data
    const end = until === 'open' ? null : addDays(dayOf(deps.clock(), place.time_zone), YEAR)
    return { name, grant: { scope: { wall: true, digest, channels, print }, crop, child, until: end } }
  }
}

type Subject = Awaited<ReturnType<typeof findSubject>>
type Opened = Awaited<ReturnType<typeof openConsent>> & { standing: ConsentState; subject: Subject }
type Wrong = { refusal: Refusal; fields: Fields }

function answer(c: Context, opened: Opened, wrong?: Wrong) {
  c.header('cache-control', 'no-store')
  // The address is a key: it is told to nobody when the author goes on to the original.
  c.header('referrer-policy', 'same-origin')
  return c.html(<Page c={c} opened={opened} wrong={wrong} />, (wrong?.refusal.status ?? 200) as 200)
}

function Page({ c, opened, wrong }: { c: Context; opened: Opened; wrong: Wrong | undefined }) {
  const { place, standing, subject } = opened
  const language = languageOf(c)
  const name = pick(place.name, language, place.languages[0])
  const known = ['granted', 'refused', 'withdrawn', 'expired', 'removed'] as const
  const now = known.find((one) => one === standing)
  const title = t(language, now ? `lupa.now.${now}` : 'lupa.title')
  const action = `/lupa/${c.req.param('token')}?lang=${language}`
  return (
    <OpenPage
      {...{ language, title }}
      place={{ id: place.id, name }}
      path={(to) => `/lupa/${c.req.param('token')}?lang=${to}`}
      hidden
    >
      {wrong && <Say tone="need" {...refusalWords(language, wrong.refusal)} />}
      {now ? (
        <Now language={language} opened={opened} now={now} />
      ) : (
        <p>{t(language, 'lupa.lede', { place: name })}</p>
      )}
      {standing !== 'removed' && <About language={language} subject={subject} />}
      {canBe(standing, 'grant') && (
        <GrantForm
          {...{ language, action, picture: subject.picture, fields: wrong?.fields ?? {} }}
          mayRefuse={canBe(standing, 'refuse')}
        />
      )}
      {canBe(standing, 'withdraw') && (
        <form method="post" action={action} class="settings">
          <p>{t(language, 'lupa.withdraw.text')}</p>
          <button type="submit" class="button" name="answer" value="withdraw">
            {t(language, 'lupa.withdraw')}
          </button>
        </form>
      )}
      {canBe(standing, 'withdraw') && <p>{t(language, 'lupa.keep')}</p>}
      <p>
        <a href={noticePath('privacy', language, place.id)}>{t(language, 'lupa.more')}</a>
      </p>
    </OpenPage>
  )
}

type NowProps = {
  language: Language
  opened: Opened
  now: 'granted' | 'refused' | 'withdrawn' | 'expired' | 'removed'
}

/** How the consent stands, once there has been an answer. */
function Now({ language, opened: { kept }, now }: NowProps) {
  const until = kept.until ? dayWords(language, kept.until) : ''
  return (
    <>
      <p>{t(language, now === 'granted' && until ? 'lupa.now.until' : `lupa.now.${now}.text`, { until })}</p>
      {now === 'granted' && kept.child === 'recognisable' && <p>{t(language, 'lupa.now.child')}</p>}
    </>
  )
}

/** The post as its author wrote it; of an account, whose it is. */
function About({ language, subject }: { language: Language; subject: Subject }) {
  const url = safeUrl(subject.url)
  return (
    <section aria-labelledby="post">
      <h2 id="post">{t(language, 'lupa.post')}</h2>
      {subject.post ? (
        <blockquote class="say" lang={subject.post.lang ?? undefined} dir="auto">
          {raw(renderHtml(subject.post.text, subject.post.marks))}
        </blockquote>
      ) : (
        <p>{t(language, 'lupa.account', { author: subject.author ?? '–' })}</p>
      )}
      {url && (
        <p>
          <a href={url} rel="noopener noreferrer">
            {t(language, 'lupa.open')}
          </a>
        </p>
      )}
    </section>
  )
}
