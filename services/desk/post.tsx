// One post with everything about it: its rights, its history of decisions and consents, and what it would become.
import { Hono } from 'hono'
import { formatDate, pick, t } from '../../config/i18n.ts'
import { listDecisions } from '../../db/decisions.ts'
import { listFamilies } from '../../db/places.ts'
import { listTopics, type TopicRow } from '../../db/topics.ts'
import type { Deps } from '../deps.ts'
import { canBe } from '../domain/consents.ts'
import { Refusal } from '../errors.ts'
import { type DeskPost, findInboxPost } from '../inbox.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { Card } from './card.tsx'
import { HandedSaid } from './card-marks.tsx'
import { ConsentFields, ConsentTarget } from './consent.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Marks } from './marks.tsx'
import { Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { becauseWords, dayWords } from './why.tsx'

export function postRoutes(deps: Deps): Hono<Signed> {
  return new Hono<Signed>().get('/:place/posts/:id', signedIn(deps), mayAt(deps, 'curate'), (c) =>
    showPost(deps, c, { status: 200 }),
  )
}

type Shown = { status: number; refusal?: Refusal }

/** The page of a post; also the answer to a decision that could not be made, with what was in the way on top. */
export async function showPost({ db }: Deps, c: DeskContext, { status, refusal }: Shown): Promise<Response> {
  const { place, language, now } = c.var
  const post = await findInboxPost(db, place, c.req.param('id') ?? '', now)
  if (!post) throw new Refusal('not-found', 404)
  const history = await listDecisions(db, post.id)
  const topics = await listTopics(db, place.id)
  const families = (await listFamilies(db, place.id)).filter((one) => post.families.includes(one.id))
  const labels = families.map((one) => pick(one.label, language, place.languages[0])).join(', ')
  return c.html(<PostPage {...{ c, post, history, labels, refusal, topics }} />, status as 200)
}

type History = Awaited<ReturnType<typeof listDecisions>>
type PageProps = {
  c: DeskContext
  post: DeskPost
  history: History
  labels: string
  refusal: Refusal | undefined
  topics: readonly TopicRow[]
}

function PostPage({ c, post, history, labels, refusal, topics }: PageProps) {
  const { language } = c.var
  const title = post.title ?? post.author ?? post.handle ?? t(language, 'card.unknown-author')
  const here = deskPath(c, `/posts/${post.public_id}`)
  const saved = c.req.query('saved')
  const granted = post.consents.filter(({ standing }) => canBe(standing, 'withdraw'))
  return (
    <DeskPage c={c} title={title} current="inbox" shape="two" sample={post.sample}>
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p>
            <a href={deskPath(c, `/inbox?state=${post.state}`)}>{t(language, 'post.back')}</a>
          </p>
        </header>
        {refusal && <Told c={c} refusal={refusal} />}
        {saved === 'consent' && <Say tone="good" title={t(language, 'consent.saved')} />}
        {saved === 'withdrawn' && <Say tone="good" title={t(language, 'consent.withdrawn')} />}
        {saved === '1' && <Say tone="good" title={t(language, 'desk.saved')} />}
        <HandedSaid language={language} saved={saved} />
        <Card c={c} post={post} topics={topics} current back={here} />
        {(granted.length > 0 || post.footing.rights.why === 'consent') && (
          <section aria-labelledby="consents" class="consents">
            <h2 id="consents">{t(language, 'consent.title')}</h2>
            {granted.map((one) => (
              <Form c={c} action={`${here}/consents/${one.public_id}/end`} class="acts">
                <input type="hidden" name="back" value={here} />
                <p>
                  {one.until
                    ? t(language, 'why.consent-until.text', {
                        how: one.asked_how,
                        until: dayWords(language, one.until),
                      })
                    : `${one.asked_how}.`}{' '}
                  <span class="quiet">{one.evidence_ref}</span>
                </p>
                <button type="submit" class="button">
                  {t(language, 'consent.withdraw')}
                </button>
              </Form>
            ))}
            {post.footing.rights.why === 'consent' && (
              <>
                <ConsentTarget c={c} post={post} back={here} />
                <ConsentFields c={c} post={post} />
              </>
            )}
          </section>
        )}
      </main>
      <aside class="side" aria-labelledby="facts">
        <Facts c={c} post={post} labels={labels} />
        <Marks c={c} post={post} back={here} />
        <Steps c={c} post={post} history={history} />
      </aside>
    </DeskPage>
  )
}

function Told({ c, refusal }: { c: DeskContext; refusal: Refusal }) {
  const { language } = c.var
  if (refusal.code !== 'conflict' || !refusal.values.who)
    return <Say tone="need" {...refusalWords(language, refusal)} />
  return (
    <Say tone="need" title={t(language, 'conflict.title', refusal.values)}>
      {t(language, 'conflict.text')}
    </Say>
  )
}

function Facts({ c, post, labels }: Pick<PageProps, 'c' | 'post' | 'labels'>) {
  const { language, place } = c.var
  const unknown = t(language, 'desk.unknown')
  const counted = (['likes', 'comments', 'shares'] as const).flatMap((one) => {
    const n = post[one]
    return n === null ? [] : [t(language, `post.${one}`, { n })]
  })
  const rows: [string, string][] = [
    [t(language, 'post.is'), t(language, `state.${post.state}`)],
    [t(language, 'post.would'), t(language, `post.would.${post.footing.rights.shown}`)],
    [t(language, 'inbox.family'), labels || unknown],
    [t(language, 'inbox.language'), languageName(c, post.lang) ?? unknown],
    [t(language, 'post.counts'), counted.join(', ') || unknown],
    [t(language, 'post.found'), formatDate(language, post.first_seen_at, place.time_zone, 'time')],
  ]
  return (
    <section>
      <h2 id="facts">{t(language, 'post.facts')}</h2>
      <dl class="pairs stack">
        {rows.map(([term, value]) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function languageName(c: DeskContext, lang: string | null): string | undefined {
  if (lang === null) return undefined
  return new Intl.DisplayNames([c.var.language], { type: 'language' }).of(lang)
}

function Steps({ c, post, history }: Pick<PageProps, 'c' | 'post' | 'history'>) {
  const { language, place } = c.var
  const when = (at: Date) => formatDate(language, at, place.time_zone, 'time')
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t(language, 'post.history')}</h2>
      <ol class="history">
        {history.toReversed().map((one) => (
          <li>
            <b>{t(language, `done.${one.action}`)}</b>{' '}
            <span class="quiet">
              {one.actor}, {when(one.at)}
            </span>
            {one.rule_version !== null && (
              <p>{t(language, 'post.by-rule', { rule: one.actor, version: one.rule_version })}</p>
            )}
            {one.rule_version === null && one.reason && <p>{becauseWords(language, one.reason)}</p>}
            {one.note && <p>{one.rule_version === null ? one.note : `”${one.note}”`}</p>}
          </li>
        ))}
        <li>
          <b>{t(language, 'post.history.arrived')}</b> <span class="quiet">{when(post.first_seen_at)}</span>
        </li>
      </ol>
    </section>
  )
}
