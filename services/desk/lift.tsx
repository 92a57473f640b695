// The week's lift: candidates, the one chosen, and the steps from consent to the wall, on one screen.
import { Hono } from 'hono'
import { formatDate, t } from '../../config/i18n.ts'
import type { Deps } from '../deps.ts'
import { liftNeeds } from '../domain/curation.ts'
import { type DeskPost, findInboxPost } from '../inbox.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { Body, Head, weekNumber } from './card.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { LiftSteps } from './lift-steps.tsx'
import { Icon, Say, Shut } from './parts.tsx'
import { readToday, type Today } from './today.ts'

export function liftRoutes(deps: Deps): Hono<Signed> {
  return new Hono<Signed>().get('/:place/lift', signedIn(deps), mayAt(deps, 'curate'), async (c) => {
    const { place, now } = c.var
    const today = await readToday(deps, place, now)
    const asked = c.req.query('post')
    const ids = asked && !today.candidates.includes(asked) ? [asked, ...today.candidates] : today.candidates
    const found = await Promise.all(ids.map((id) => findInboxPost(deps.db, place, id, now)))
    const posts = found.filter((one) => one !== undefined)
    const chosen = posts.find((one) => one.public_id === asked) ?? posts[0]
    return c.html(<LiftPage c={c} today={today} posts={posts} chosen={chosen} />)
  })
}

type PageProps = { c: DeskContext; today: Today; posts: readonly DeskPost[]; chosen: DeskPost | undefined }

function LiftPage({ c, today, posts, chosen }: PageProps) {
  const { language, place } = c.var
  const title = t(language, 'lift.title', { week: weekNumber(today.week) })
  const streak = countStreak(today)
  return (
    <DeskPage c={c} title={title} current="lift" shape="bare" sample={posts.some((one) => one.sample)}>
      <main class="page lift" id="content">
        <header class="head">
          <div>
            <h1>{title}</h1>
            {streak > 0 && <p class="quiet">{t(language, 'lift.streak', { n: streak })}</p>}
          </div>
          {today.lift && (
            <Say tone="good" title={`${t(language, 'lift.done')}.`}>
              {t(language, 'lift.done.text', {
                who: today.lift.by,
                when: formatDate(language, today.lift.at, place.time_zone, 'time'),
              })}{' '}
              {t(language, 'lift.done.more')}
            </Say>
          )}
        </header>
        {chosen ? (
          <>
            <Candidates c={c} posts={posts} chosen={chosen} />
            <article class="chosen" aria-labelledby={`${chosen.public_id}-h`}>
              <Head c={c} post={chosen} />
              <Body c={c} post={chosen} why={false} />
            </article>
            <LiftSteps c={c} post={chosen} />
          </>
        ) : (
          <div class="empty">
            <p class="label">{t(language, 'lift.none')}</p>
            <p class="quiet">{t(language, 'lift.none.text')}</p>
            <a class="button main" href={deskPath(c, '/inbox')}>
              {t(language, 'desk.nav.inbox')}
            </a>
          </div>
        )}
      </main>
    </DeskPage>
  )
}

/** Weeks in a row up to now that had a lift; this one counts when it is done. */
function countStreak(today: Today): number {
  const lifted = new Set(today.lifts.map((one) => one.week))
  let week = lifted.has(today.week)
    ? today.quarter.weeks.indexOf(today.week)
    : today.quarter.weeks.indexOf(today.week) - 1
  let streak = 0
  for (; week >= 0 && lifted.has(today.quarter.weeks[week] as string); week--) streak++
  return streak
}

type CandidateProps = { c: DeskContext; posts: readonly DeskPost[]; chosen: DeskPost }

function Candidates({ c, posts, chosen }: CandidateProps) {
  const { language } = c.var
  return (
    <>
      <div class="pick-open">
        <button class="button" type="button" popovertarget="candidates">
          <Icon name="list" />
          {t(language, 'lift.candidates.open')}
        </button>
      </div>
      <nav class="candidates drawer" id="candidates" popover="auto" aria-labelledby="candidates-h">
        <Shut language={language} target="candidates" />
        <h2 id="candidates-h">{t(language, 'lift.candidates', { n: posts.length })}</h2>
        <ol>
          {posts.map((post) => (
            <li>
              <a
                href={deskPath(c, `/lift?post=${post.public_id}`)}
                aria-current={post === chosen ? 'true' : undefined}
              >
                <Thumb c={c} post={post} />
                <span>
                  <b>{post.author ?? post.handle ?? t(language, 'card.unknown-author')}</b>
                  <span class="quiet">{firstWords(post)}</span>
                  <Ready c={c} post={post} />
                </span>
              </a>
            </li>
          ))}
        </ol>
        <p class="small quiet">
          {t(language, 'lift.candidates.hint')}{' '}
          <a href={deskPath(c, '/inbox?state=shown')}>{t(language, 'lift.other')}</a>
        </p>
      </nav>
    </>
  )
}

function firstWords(post: DeskPost): string {
  const text = (post.title ?? post.text).replace(/\s+/g, ' ').trim()
  return [...text].length > 36 ? `${[...text].slice(0, 35).join('').trimEnd()}…` : text
}

function Thumb({ c, post }: { c: DeskContext; post: DeskPost }) {
  const media = post.media.find((one) => one.sha256 && (one.copy === 'public' || one.copy === 'private'))
  if (!media) return <span class="thumb" />
  return <img src={deskPath(c, `/pictures/${media.public_id}`)} alt="" width="96" height="96" />
}

function Ready({ c, post }: { c: DeskContext; post: DeskPost }) {
  const { language } = c.var
  const [first] = liftNeeds(post.footing)
  if (!first)
    return (
      <span class="state good">
        <Icon name="shield-check" /> {t(language, 'lift.state.ready')}
      </span>
    )
  const missing = first === 'description' ? 'description' : 'consent'
  return (
    <span class="state need">
      <Icon name={missing === 'description' ? 'image-off' : 'shield-question-mark'} />{' '}
      {t(language, `lift.state.${missing}`)}
    </span>
  )
}
