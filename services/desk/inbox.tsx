// The queue: new posts to show, hide, keep or lift, and the ones already judged, filtered and a page at a time.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { findLastDecision } from '../../db/decisions.ts'
import type { Answered } from '../../db/handovers.ts'
import type { FamilyWithTags } from '../../db/places.ts'
import { listRemovals } from '../../db/removals.ts'
import type { TopicRow } from '../../db/topics.ts'
import { countAlong } from '../decide.ts'
import type { Deps } from '../deps.ts'
import { addDays, dayOf, weekOfDay } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import { type DeskPost, findInboxPost, readQueue } from '../inbox.ts'
import { type InboxQuery, inboxQuery } from '../inbox-query.ts'
import { readStrictly } from '../rim.tsx'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { readAnswered } from '../today.ts'
import { Answers } from './answers.tsx'
import { Bulk, Stayed } from './bulk.tsx'
import { Card, weekNumber } from './card.tsx'
import { HandedSaid } from './card-marks.tsx'
import { Guidance } from './guidance.tsx'
import { type Counts, Rail } from './inbox-rail.tsx'
import { KeysHelp } from './keys-help.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { amount, Say } from './parts.tsx'
import { type Done, Undo } from './undo.tsx'

/** Of so many posts that stayed as they were the page tells why. */
const MOST_TOLD = 10

export function inboxRoutes(deps: Deps): Hono<Signed> {
  const { db } = deps
  return new Hono<Signed>().get('/:place/inbox', signedIn(deps), mayAt(deps, 'curate'), async (c) => {
    const { undo, saved, stayed, pick, ...rest } = c.req.query()
    const asked = readStrictly(inboxQuery, rest)
    const plain = asked.state === undefined && !asked.undescribed && !asked.answer && !('state' in rest)
    const query: InboxQuery = plain ? { ...asked, state: 'new' } : asked
    const { place, now, role } = c.var
    const { posts, next, families, topics, counts: queues, total } = await readQueue(db, place, query, now)
    const removals = may(role, 'edit') ? (await listRemovals(db, place.id)).waiting : 0
    const counts: Counts = { ...queues, removals }
    const post = undo ? await findInboxPost(db, place, undo, now) : undefined
    const last = post && (await findLastDecision(db, post.id))
    const along = post && last?.action !== 'undo' ? await countAlong(db, place.id, post.public_id) : 0
    const done = post && last && last.action !== 'hold' ? { post, action: last.action, along } : undefined
    const answered = query.answer ? await readAnswered(db, place.id, now) : []
    const left: DeskPost[] = []
    for (const id of (stayed ?? '').split(' ').slice(0, MOST_TOLD)) {
      const one = await findInboxPost(db, place, id, now)
      if (one) left.push(one)
    }
    return c.html(
      <InboxPage
        {...{ c, query, families, topics, posts, next, counts, total, done, saved, left, answered }}
        all={pick === 'all'}
      />,
    )
  })
}

type PageProps = {
  c: DeskContext
  query: InboxQuery
  families: readonly FamilyWithTags[]
  topics: readonly TopicRow[]
  posts: readonly DeskPost[]
  next: string | null
  counts: Counts
  total: number
  done: Done | undefined
  saved: string | undefined
  /** Of the many that were decided on at once, those that stayed as they were. */
  left: readonly DeskPost[]
  /** Beside the questions that wait: those that were answered lately. */
  answered: readonly Answered[]
  /** Every post of the page is picked. */
  all: boolean
}

const filters = ['family', 'channel', 'kind', 'language', 'text', 'author', 'theme', 'audience', 'from', 'to']

function InboxPage(props: PageProps) {
  const { c, query, families, topics, posts, next, counts, total, done, saved, left, all } = props
  const { answered } = props
  const { language } = c.var
  const which = query.undescribed ? 'undescribed' : query.answer ? 'answer' : (query.state ?? 'all')
  const title = t(language, `inbox.title.${which}`)
  const address = new URL(c.req.url)
  for (const name of ['undo', 'saved', 'stayed', 'pick']) address.searchParams.delete(name)
  const everything = new URL(address)
  everything.searchParams.set('pick', 'all')
  address.searchParams.delete('cursor')
  const here = address.pathname + address.search
  const filtered = filters.some((name) => address.searchParams.get(name))
  return (
    <DeskPage c={c} title={title} current="inbox" shape="three" sample={posts.some((one) => one.sample)}>
      <Rail c={c} query={query} families={families} topics={topics} counts={counts} which={which} />
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          {total > 0 && (
            <p class="quiet">{t(language, 'inbox.count', { n: total, told: amount(language, total) })}</p>
          )}
          <p class="acts">
            <a href={deskPath(c, '/link')}>{t(language, 'pasted.open')}</a>
            <a href={deskPath(c, '/sheet')}>{t(language, 'sheet.open')}</a>
            {posts.length > 1 && (
              <a href={everything.pathname + everything.search} data-pick-all>
                {t(language, 'bulk.all')}
              </a>
            )}
          </p>
        </header>
        {saved === 'consent' && <Say tone="good" title={t(language, 'consent.saved')} />}
        {saved === '1' && <Say tone="good" title={t(language, 'desk.saved')} />}
        {saved === 'withdrawn' && <Say tone="good" title={t(language, 'consent.withdrawn')} />}
        <HandedSaid language={language} saved={saved} />
        {left.length > 0 && <Stayed c={c} posts={left} />}
        <Undo c={c} done={done} back={here} />
        {posts.map((post, nth) => (
          <Card
            c={c}
            post={post}
            topics={topics}
            current={nth === 0}
            back={here}
            pick={posts.length > 1 ? { picked: all } : undefined}
          />
        ))}
        {posts.length === 0 && <Empty c={c} filtered={filtered} everywhere={anywhere(address, which)} />}
        {next && (
          <p class="next">
            <a class="button" href={`${here}${address.search ? '&' : '?'}cursor=${next}`}>
              {t(language, 'inbox.more')}
            </a>
          </p>
        )}
        {posts.length > 1 && <Bulk c={c} back={here} />}
        {answered.length > 0 && <Answers c={c} answered={answered} topics={topics} />}
      </main>
      <aside class="side" aria-label={t(language, 'inbox.beside')}>
        <Guidance c={c} />
        <KeysHelp language={language} />
      </aside>
    </DeskPage>
  )
}

/** The same search in every queue; undefined when it is that already. */
function anywhere(address: URL, which: string): string | undefined {
  if (which === 'all') return undefined
  const wide = new URL(address)
  wide.searchParams.set('state', '')
  for (const name of ['undescribed', 'answer']) wide.searchParams.delete(name)
  return wide.pathname + wide.search
}

type EmptyProps = { c: DeskContext; filtered: boolean; everywhere: string | undefined }

function Empty({ c, filtered, everywhere }: EmptyProps) {
  const { language, place, now } = c.var
  const week = weekNumber(weekOfDay(addDays(dayOf(now, place.time_zone), 7)))
  return (
    <div class="empty">
      <p class="label">{t(language, filtered ? 'inbox.empty.filter' : 'inbox.empty')}</p>
      <p class="quiet">
        {filtered ? t(language, 'inbox.empty.filter.next') : t(language, 'inbox.empty.next', { week })}
      </p>
      <p class="acts">
        {filtered && everywhere && (
          <a class="button main" href={everywhere}>
            {t(language, 'inbox.filter.everywhere')}
          </a>
        )}
        <a class="button" href={deskPath(c, filtered ? '/inbox' : '/lift')}>
          {t(language, filtered ? 'inbox.filter.clear' : 'desk.nav.lift')}
        </a>
      </p>
    </div>
  )
}
