// The week's lift: candidates, the one chosen, and the steps from consent to the wall, on one screen.
import { Hono } from 'hono'
import { formatDate, t } from '../../config/i18n.ts'
import { type FamilyWithTags, listFamilies } from '../../db/places.ts'
import type { Deps } from '../deps.ts'
import { liftNeeds } from '../domain/curation.ts'
import { minutesOf } from '../domain/lifting.ts'
import { type DeskPost, findInboxPost } from '../inbox.ts'
import { campaignTag } from '../lifting.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { readToday, type Today } from '../today.ts'
import { Body, Head, weekNumber } from './card.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { LiftSteps } from './lift-steps.tsx'
import { LiftWeeks } from './lift-weeks.tsx'
import { Icon, Say, Shut, startOf } from './parts.tsx'
import { WorkTime } from './work-time.tsx'

export function liftRoutes(deps: Deps): Hono<Signed> {
  return new Hono<Signed>().get('/:place/lift', signedIn(deps), mayAt(deps, 'curate'), async (c) => {
    const { place, now } = c.var
    const today = await readToday(deps, place, now)
    const asked = c.req.query('post')
    const ids = asked && !today.candidates.includes(asked) ? [asked, ...today.candidates] : today.candidates
    const found = await Promise.all(ids.map((id) => findInboxPost(deps.db, place, id, now)))
    const posts = found.filter((one) => one !== undefined)
    const chosen = posts.find((one) => one.public_id === asked) ?? posts[0]
    const tag = await campaignTag(deps.db, place.id, today.lifting.settings.campaign)
    const families = await listFamilies(deps.db, place.id)
    return c.html(<LiftPage {...{ c, today, posts, chosen, tag, families }} />)
  })
}

type PageProps = {
  c: DeskContext
  today: Today
  posts: readonly DeskPost[]
  chosen: DeskPost | undefined
  tag: string | null
  families: readonly FamilyWithTags[]
}

function LiftPage({ c, today, posts, chosen, tag, families }: PageProps) {
  const { language, place } = c.var
  const title = t(language, 'lift.title', { week: weekNumber(today.week) })
  const { streak, turn, suggested, usual } = today.lifting
  const author = suggested?.author ?? t(language, 'card.unknown-author')
  return (
    <DeskPage c={c} title={title} current="lift" shape="bare" sample={posts.some((one) => one.sample)}>
      <main class="page lift" id="content">
        <header class="head">
          <div>
            <h1>{title}</h1>
            <p class="quiet">
              {streak > 0 && t(language, 'lift.streak', { n: streak })}{' '}
              {turn && t(language, 'lift.turn', { who: turn })}{' '}
              {suggested?.suggests && t(language, 'lift.suggested', { author, who: suggested.suggests })}
            </p>
          </div>
          <WorkTime c={c} seconds={chosen?.lift_seconds ?? null} usual={usual} />
          {today.lift && (
            <Say tone="good" title={`${t(language, 'lift.done')}.`}>
              {t(language, 'lift.done.text', {
                who: today.lift.by,
                when: formatDate(language, today.lift.at, place.time_zone, 'time'),
              })}{' '}
              {today.lift.seconds !== null && t(language, 'lift.took', { n: minutesOf(today.lift.seconds) })}{' '}
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
            <LiftSteps c={c} post={chosen} tag={tag} />
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
        <LiftWeeks c={c} weeks={today.lifting} families={families} />
      </main>
    </DeskPage>
  )
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
                  <span class="quiet">{startOf(post, 36)}</span>
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

function Thumb({ c, post }: { c: DeskContext; post: DeskPost }) {
  const media = post.media.find((one) => one.sha256 && (one.copy === 'public' || one.copy === 'private'))
  if (!media) return <span class="thumb" />
  return <img src={deskPath(c, `/pictures/${media.public_id}`)} alt="" width="96" height="96" />
}

function Ready({ c, post }: { c: DeskContext; post: DeskPost }) {
  const { language } = c.var
  const { icon, words } = readiness(c, post)
  return (
    <span class={icon === 'shield-check' ? 'state good' : 'state need'}>
      <Icon name={icon} /> {words ?? t(language, 'lift.state.ready')}
    </span>
  )
}

/** What stands between a candidate and its lift, in a few words. */
function readiness({ var: { language, place } }: DeskContext, post: DeskPost) {
  const needs = liftNeeds(post.footing)
  const [first] = needs
  const question = post.consents[0]
  if (!first) return { icon: 'shield-check' }
  if (first === 'description') return { icon: 'image-off', words: t(language, 'lift.state.description') }
  if (needs.includes('child')) return { icon: 'users', words: t(language, 'lift.state.child') }
  if (question?.standing === 'refused') return { icon: 'hand', words: t(language, 'lift.state.refused') }
  if (question?.asked_at && question.standing === 'asked') {
    const day = formatDate(language, question.asked_at, place.time_zone, 'short')
    return { icon: 'hourglass', words: t(language, 'lift.state.asked', { day }) }
  }
  return { icon: 'shield-question-mark', words: t(language, 'lift.state.consent') }
}
