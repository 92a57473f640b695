// The queue: new posts to show, hide, keep or lift, and the ones already judged, filtered and a page at a time.
import { Hono } from 'hono'
import { formatNumber, pick, t } from '../../config/i18n.ts'
import { channels } from '../../config/place.ts'
import { findLastDecision } from '../../db/decisions.ts'
import { countPosts, countStates } from '../../db/inbox.ts'
import { type FamilyWithTags, listFamilies } from '../../db/places.ts'
import type { postStates } from '../../db/schema.ts'
import { countAlong } from '../decide.ts'
import type { Deps } from '../deps.ts'
import { addDays, dayOf, weekOfDay } from '../domain/quarter.ts'
import { type DeskPost, filterOf, findInboxPost, type InboxQuery, inboxQuery, readCards } from '../inbox.ts'
import { readStrictly } from '../rim.tsx'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { Card, weekNumber } from './card.tsx'
import { KeysHelp } from './keys-help.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Icon, Say, Shut } from './parts.tsx'
import { type Done, Undo } from './undo.tsx'

export function inboxRoutes(deps: Deps): Hono<Signed> {
  const { db } = deps
  return new Hono<Signed>().get('/:place/inbox', signedIn(deps), mayAt(deps, 'curate'), async (c) => {
    const { undo, saved, ...rest } = c.req.query()
    const asked = readStrictly(inboxQuery, rest)
    const plain = asked.state === undefined && asked.undescribed === undefined && !('state' in rest)
    const query: InboxQuery = plain ? { ...asked, state: 'new' } : asked
    const { place, now } = c.var
    const families = await listFamilies(db, place.id)
    const { posts, next } = await readCards(db, place, query, now)
    const states = await countStates(db, place.id)
    const total = await countPosts(db, place.id, filterOf(query, families))
    const undescribed = await countPosts(db, place.id, { undescribed: true })
    const post = undo ? await findInboxPost(db, place, undo, now) : undefined
    const last = post && (await findLastDecision(db, post.id))
    const along = post && last?.action !== 'undo' ? await countAlong(db, place.id, post.public_id) : 0
    const done = post && last && last.action !== 'hold' ? { post, action: last.action, along } : undefined
    const counts = { ...states, undescribed }
    return c.html(<InboxPage {...{ c, query, families, posts, next, counts, total, done, saved }} />)
  })
}

type Counts = Record<(typeof postStates)[number] | 'undescribed', number>
type PageProps = {
  c: DeskContext
  query: InboxQuery
  families: readonly FamilyWithTags[]
  posts: readonly DeskPost[]
  next: string | null
  counts: Counts
  total: number
  done: Done | undefined
  saved: string | undefined
}

function InboxPage({ c, query, families, posts, next, counts, total, done, saved }: PageProps) {
  const { language } = c.var
  const which = query.undescribed ? 'undescribed' : (query.state ?? 'all')
  const title = t(language, `inbox.title.${which}`)
  const address = new URL(c.req.url)
  for (const name of ['undo', 'saved', 'cursor']) address.searchParams.delete(name)
  const here = address.pathname + address.search
  const filtered = ['family', 'channel', 'kind', 'language', 'text'].some((name) =>
    address.searchParams.get(name),
  )
  return (
    <DeskPage c={c} title={title} current="inbox" shape="three" sample={posts.some((one) => one.sample)}>
      <Rail c={c} query={query} families={families} counts={counts} which={which} />
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          {total > 0 && <p class="quiet">{t(language, 'inbox.count', { n: total })}</p>}
          <p class="acts">
            <a href={deskPath(c, '/link')}>{t(language, 'pasted.open')}</a>
            <a href={deskPath(c, '/sheet')}>{t(language, 'sheet.open')}</a>
          </p>
        </header>
        {saved === 'consent' && <Say tone="good" title={t(language, 'consent.saved')} />}
        {saved === '1' && <Say tone="good" title={t(language, 'desk.saved')} />}
        {saved === 'withdrawn' && <Say tone="good" title={t(language, 'consent.withdrawn')} />}
        <Undo c={c} done={done} back={here} />
        {posts.map((post, nth) => (
          <Card c={c} post={post} current={nth === 0} back={here} />
        ))}
        {posts.length === 0 && <Empty c={c} filtered={filtered} />}
        {next && (
          <p class="next">
            <a class="button" href={`${here}${address.search ? '&' : '?'}cursor=${next}`}>
              {t(language, 'inbox.more')}
            </a>
          </p>
        )}
      </main>
      <aside class="side" aria-label={t(language, 'keys.title')}>
        <KeysHelp language={language} />
      </aside>
    </DeskPage>
  )
}

function Empty({ c, filtered }: { c: DeskContext; filtered: boolean }) {
  const { language, place, now } = c.var
  const week = weekNumber(weekOfDay(addDays(dayOf(now, place.time_zone), 7)))
  return (
    <div class="empty">
      <p class="label">{t(language, filtered ? 'inbox.empty.filter' : 'inbox.empty')}</p>
      <p class="quiet">
        {filtered ? t(language, 'inbox.empty.filter.next') : t(language, 'inbox.empty.next', { week })}
      </p>
      <p>
        <a class="button" href={deskPath(c, filtered ? '/inbox' : '/lift')}>
          {t(language, filtered ? 'inbox.filter.clear' : 'desk.nav.lift')}
        </a>
      </p>
    </div>
  )
}

type RailProps = Pick<PageProps, 'c' | 'query' | 'families' | 'counts'> & { which: string }

function Rail({ c, query, families, counts, which }: RailProps) {
  const { language } = c.var
  const link = (name: keyof Counts, label: string) => (
    <li>
      <a
        href={deskPath(c, name === 'undescribed' ? '/inbox?undescribed=1' : `/inbox?state=${name}`)}
        aria-current={which === name ? 'page' : undefined}
      >
        {label} <b data-count={name}>{formatNumber(language, counts[name])}</b>
      </a>
    </li>
  )
  const state = (name: (typeof postStates)[number]) => link(name, t(language, `inbox.state.${name}`))
  return (
    <div class="rail">
      <div class="rail-open">
        <button class="button" type="button" popovertarget="queues">
          <Icon name="inbox" />
          {t(language, 'inbox.queues')}
        </button>
        <button class="button" type="button" popovertarget="filters">
          <Icon name="list-filter" />
          {t(language, 'inbox.filter')}
        </button>
      </div>
      <nav class="drawer" id="queues" popover="auto" aria-label={t(language, 'inbox.queues')}>
        <Shut language={language} target="queues" />
        <p class="label">{t(language, 'inbox.do')}</p>
        <ul class="counts">
          {state('new')}
          {link('undescribed', t(language, 'inbox.undescribed'))}
        </ul>
        <p class="label">{t(language, 'inbox.done')}</p>
        <ul class="counts">
          {state('shown')}
          {state('stashed')}
          {state('hidden')}
        </ul>
      </nav>
      <Filters c={c} query={query} families={families} />
    </div>
  )
}

function Filters({ c, query, families }: Pick<PageProps, 'c' | 'query' | 'families'>) {
  const { language, place } = c.var
  const choice = (name: 'family' | 'channel' | 'kind' | 'language', options: readonly [string, string][]) => (
    <div class="field">
      <label for={name}>{t(language, `inbox.${name}`)}</label>
      <select id={name} name={name}>
        <option value="">{t(language, 'desk.all')}</option>
        {options.map(([value, label]) => (
          <option value={value} selected={query[name] === value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <search>
      <form
        class="filters drawer"
        id="filters"
        popover="auto"
        method="get"
        action={deskPath(c, '/inbox')}
        aria-label={t(language, 'inbox.filter.label')}
      >
        <Shut language={language} target="filters" />
        <p class="label">{t(language, 'inbox.filter')}</p>
        <input type="hidden" name="state" value={query.state ?? ''} />
        {query.undescribed && <input type="hidden" name="undescribed" value="1" />}
        <div class="field">
          <label for="text">{t(language, 'inbox.text')}</label>
          <input id="text" name="text" type="search" value={query.text ?? ''} maxlength={200} />
        </div>
        {choice(
          'family',
          families.map((one) => [one.id, pick(one.label, language, place.languages[0])]),
        )}
        {choice(
          'channel',
          channels.map((one) => [one, t(language, `channel.${one}`)]),
        )}
        {choice(
          'kind',
          (['own', 'partner', 'other'] as const).map((one) => [one, t(language, `kind.group.${one}`)]),
        )}
        {choice(
          'language',
          (['fi', 'sv', 'en', 'se'] as const).map((one) => [one, t(language, `lang.${one}`)]),
        )}
        <button type="submit" class="button">
          {t(language, 'inbox.filter')}
        </button>
      </form>
    </search>
  )
}
