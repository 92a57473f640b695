// Asking an author: the request is noted, then its texts stand ready to be copied, first in the post's language.
import { Hono } from 'hono'
import { z } from 'zod'
import { type Language, languages, pick, t } from '../../config/i18n.ts'
import { askConsent, consentToken, refuseConsent } from '../consents.ts'
import type { Deps } from '../deps.ts'
import { dayOf } from '../domain/quarter.ts'
import { Refusal } from '../errors.ts'
import { type DeskPost, findInboxPost } from '../inbox.ts'
import { noteWork } from '../lifting.ts'
import { noticePath } from '../notice-links.tsx'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { openQuestion } from './ask-acts.tsx'
import { Body, Head } from './card.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { backTo, Icon, withParam } from './parts.tsx'
import { dayWords } from './why.tsx'
import { readOpened } from './work-time.tsx'

const asking = z.object({ author: z.string().trim().min(2).max(100).optional() })

export function askRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const curate = mayAt(deps, 'curate')

  app.post('/:place/posts/:id/consents/ask', signedIn(deps), curate, async (c) => {
    const { back, ...fields } = await readForm(c)
    const { place } = c.var
    const id = c.req.param('id')
    const { author } = readStrictly(asking, fields)
    await askConsent(deps, actOf(c), id, t(place.languages[0] ?? 'fi', 'ask.sent'), author)
    await noteWork(deps, place.id, id, { opened: readOpened(fields), lifts: false, suggests: null })
    const to = backTo(back, deskPath(c, `/posts/${id}`))
    return c.redirect(`${deskPath(c, `/posts/${id}/ask`)}?back=${encodeURIComponent(to)}`, 303)
  })

  app.post('/:place/posts/:id/consents/:consent/refuse', signedIn(deps), curate, async (c) => {
    const { back } = await readForm(c)
    const id = c.req.param('id')
    await refuseConsent(deps, actOf(c), id, c.req.param('consent'))
    return c.redirect(withParam(back, deskPath(c, `/posts/${id}`), 'saved', '1'), 303)
  })

  app.get('/:place/posts/:id/ask', signedIn(deps), curate, async (c) => {
    const post = await findInboxPost(deps.db, c.var.place, c.req.param('id'), c.var.now)
    const asked = post && openQuestion(post)
    if (!post || !asked) throw new Refusal('not-found', 404)
    const link = `${deps.env.PUBLIC_URL}/lupa/${consentToken(deps.keys, asked.public_id)}`
    const day = asked.askedOn ?? dayOf(asked.at, c.var.place.time_zone)
    return c.html(<AskPage c={c} post={post} day={day} link={link} origin={deps.env.PUBLIC_URL} />)
  })
  return app
}

type PageProps = { c: DeskContext; post: DeskPost; day: string; link: string; origin: string }

function AskPage({ c, post, day, link, origin }: PageProps) {
  const { language, place } = c.var
  const title = t(language, 'ask.title')
  const back = backTo(c.req.query('back'), deskPath(c, `/lift?post=${post.public_id}`))
  const notice = (one: Language) => `${origin}${noticePath('privacy', one, place.id)}`
  const name = (one: Language) => pick(place.name, one, place.languages[0])
  const comment = (one: Language) => t(one, 'consent.ask.text', { notice: notice(one) })
  const message = (one: Language) =>
    t(one, 'ask.message.words', { place: name(one), link: `${link}?lang=${one}` })
  return (
    <DeskPage c={c} title={title} current="lift" sample={post.sample}>
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p>
            <a href={back}>{t(language, 'ask.back')}</a>
          </p>
        </header>
        <p>{t(language, 'ask.state', { day: dayWords(language, day) })}</p>
        <article class="chosen" aria-labelledby={`${post.public_id}-h`}>
          <Head c={c} post={post} />
          <Body c={c} post={post} why={false} />
          {post.url && (
            <p>
              <a class="button" href={post.url} rel="noopener noreferrer" target="_blank">
                <Icon name="external-link" />
                {t(language, 'act.original')}
                <span class="vh"> ({t(language, 'act.new-tab')})</span>
              </a>
            </p>
          )}
        </article>
        <Texts c={c} post={post} kind="comment" words={comment} />
        <Texts c={c} post={post} kind="message" words={message} />
      </main>
    </DeskPage>
  )
}

type TextsProps = {
  c: DeskContext
  post: DeskPost
  kind: 'comment' | 'message'
  words: (language: Language) => string
}

function Texts({ c, post, kind, words }: TextsProps) {
  const { language, place } = c.var
  const first = spokenBy(post, place.languages)
  const text = (one: Language) => (
    <>
      <p id={`${kind}-${one}`} class="say" lang={one}>
        {words(one)}
      </p>
      <button
        class="button needs-js"
        type="button"
        data-copy={`${kind}-${one}`}
        data-copied={t(language, 'consent.copied')}
      >
        <Icon name="copy" />
        {t(language, 'consent.copy')}
        <span class="vh"> {t(language, `lang.in.${one}`)}</span>
      </button>
    </>
  )
  return (
    <section aria-labelledby={`ask-${kind}`} class="asking">
      <h2 id={`ask-${kind}`}>{t(language, `ask.${kind}`)}</h2>
      <p>{t(language, `ask.${kind}.text`)}</p>
      {text(first)}
      <details>
        <summary>{t(language, 'ask.other')}</summary>
        {languages.filter((one) => one !== first).map(text)}
      </details>
    </section>
  )
}

/** The language in which an author is spoken to: that of the post, when we have words in it. */
export function spokenBy(post: Pick<DeskPost, 'lang'>, placeLanguages: readonly Language[]): Language {
  return languages.find((one) => one === post.lang) ?? placeLanguages[0] ?? 'fi'
}
