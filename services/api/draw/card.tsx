// One post as an accessible card: picture, words, and a foot with who, where and when, and the link to the original.
import { raw } from 'hono/html'
import { t } from '../../../config/i18n.ts'
import type { PublicPost } from '../contract.ts'
import { Picture } from './picture.tsx'
import { dateOf, Heading, Icon, idOf, type Saying, say, type View } from './view.tsx'

const OUT = 'M7 7h10v10M7 17 17 7'
const PIN = 'M12 17v5M9 3h6l1 8 2 3v2H6v-2l2-3z'
const STAR = 'm12 3 2.7 6.3L21 12l-6.3 2.7L12 21l-2.7-6.3L3 12l6.3-2.7z'
const DAY = 'M8 2v4M16 2v4M3 10h18M5 4h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2'
/** Words alone up to this length are set large: they hold their own beside pictures. */
const LARGE = 200
const LONG = 20

type Props = { view: View; post: PublicPost }

export function Card({ view, post, level }: Props & { level: number }) {
  const [picture] = post.media
  const link = post.shown === 'link'
  const large = link || (!picture && !post.event && post.text.length <= LARGE)
  const film = picture && picture.kind !== 'image' && !picture.sensitive
  const named = [post.title && 'h', 'a', 't'].filter(Boolean).map((part) => idOf(view, `${post.id}-${part}`))
  return (
    // biome-ignore lint/a11y/useSemanticElements: an article element wants a heading; a post is named by its words
    <div
      role="article"
      class={`sw-card${large ? ' sw-plain' : ''}${film ? ' sw-film' : ''}`}
      aria-labelledby={named.join(' ')}
      tabindex={-1}
    >
      {picture ? (
        <Picture view={view} picture={picture} count={post.media.length} />
      ) : post.event ? (
        <EventDay view={view} event={post.event} />
      ) : (
        link && <Found tag={post.tags[0]} elsewhere={say(view, 'elsewhere')} />
      )}
      <div class="sw-body" lang={link ? undefined : (post.lang ?? undefined)}>
        <Marks view={view} post={post} />
        {link ? (
          <p class="sw-quiet">{say(view, post.channel === 'x' ? 'x' : 'ask')}</p>
        ) : (
          <Words view={view} post={post} level={level} />
        )}
      </div>
      <Foot view={view} post={post} />
    </div>
  )
}

/** By what a post was found that is only linked to; a long hashtag breaks nowhere that one can read. */
function Found({ tag, elsewhere }: { tag: string | undefined; elsewhere: string }) {
  return <p class={`sw-tag${tag && tag.length > LONG ? ' sw-long' : ''}`}>{tag ? `#${tag}` : elsewhere}</p>
}

function Marks({ view, post }: Props) {
  const [picture] = post.media
  const mark = (text: string, d?: string, name = '') => (
    <p class={`sw-mark${name}`} lang={view.language}>
      {d && <Icon d={d} />} {text}
    </p>
  )
  return (
    <>
      {post.pinned && mark(say(view, 'pinned'), PIN)}
      {post.lifted && mark(say(view, 'lifted'), STAR, ' sw-lift')}
      {post.sample && mark(say(view, 'sample'))}
      {/* A picture has taken the place where an event's day stands large. */}
      {post.event && picture && mark(eventLine(view, post.event, picture.kind === 'video'), DAY)}
    </>
  )
}

function Words({ view, post, level }: Props & { level: number }) {
  const { html, fold, title, quote, card } = post
  const tags = tagsOf(view, post)
  return (
    <>
      {title && (
        <Heading level={level} id={idOf(view, `${post.id}-h`)}>
          {title}
        </Heading>
      )}
      {raw(fold === null ? html : html.slice(0, fold))}
      {fold !== null && (
        <details class="sw-more">
          <summary lang={view.language}>
            <span class="sw-shut">{say(view, 'unfold')}</span>
            <span class="sw-open">{say(view, 'fold')}</span>
          </summary>
          {raw(html.slice(fold))}
        </details>
      )}
      {quote && (
        <blockquote>
          <p>{quote.text}</p>
          {quote.url ? (
            <a href={quote.url} rel="nofollow noopener ugc">
              {quote.author || say(view, 'quoted')}
            </a>
          ) : (
            quote.author
          )}
        </blockquote>
      )}
      {card && (
        <p class="sw-link">
          <a href={card.url} rel="nofollow noopener ugc">
            {card.title}
          </a>
          <span>{new URL(card.url).hostname.replace(/^www\./, '')}</span>
        </p>
      )}
      {tags.length > 0 && <p class="sw-tags">{tags.join(' · ')}</p>}
    </>
  )
}

const plain = (tag: string) => tag.normalize('NFKC').toLowerCase().replace(/^#/, '')

/**
 * What the text is about: its families by name, since long hashtags are hard to hear, then the hashtags that neither
 * belong to them nor stand in the text already.
 */
function tagsOf({ answer }: View, post: PublicPost): string[] {
  const families = answer.wall.families.filter((one) => post.families.includes(one.id))
  const named = new Set(families.flatMap((one) => one.tags.map(plain)))
  const seen = post.html.toLowerCase()
  const tags = post.tags.filter((tag) => !named.has(tag) && !seen.includes(`#${tag}`))
  return [...families.map((one) => one.label), tags.map((tag) => `#${tag}`).join(' ')].filter(Boolean)
}

type EventProps = { view: View; event: NonNullable<PublicPost['event']> }

function EventDay({ view, event }: EventProps) {
  const { short, day, hours } = timesOf(view, event)
  return (
    <p class="sw-date">
      <time datetime={event.starts_at}>
        <b>{short}</b> {day} {hours}
      </time>{' '}
      <span>{event.place}</span>
    </p>
  )
}

function eventLine(view: View, event: EventProps['event'], film: boolean): string {
  const { short, day, hours } = timesOf(view, event)
  const key: Saying = film ? 'live' : 'event'
  return `${say(view, key)} ${day} ${short} ${hours}${event.place ? `, ${event.place}` : ''}`
}

function timesOf(view: View, event: EventProps['event']) {
  const from = dateOf(view, event.starts_at)
  const to = event.ends_at ? dateOf(view, event.ends_at) : undefined
  // Even hours are said without their minutes: 17.30–19.
  const until = to ? `–${to.short === from.short ? to.bare.replace(/\.00$/, '') : to.short}` : ''
  return { short: from.short, day: from.day, hours: from.time + until }
}

function Foot({ view, post }: Props) {
  const { author, channel, tags } = post
  const who =
    (author && (author.name || author.handle)) ||
    (tags[0] ? say(view, 'tagged', { tag: tags[0] }) : say(view, 'elsewhere'))
  const how =
    !author || author.kind === 'own' || author.kind === 'staff'
      ? ''
      : (author.mark ?? say(view, author.kind === 'partner' ? 'partner' : 'permission'))
  const where = post.site ? say(view, 'site', { site: post.site }) : t(view.language, `channel.${channel}.in`)
  const { near, rest, long } = dateOf(view, post.published_at)
  // It was told to us: there is no original elsewhere, but the form in which others can tell theirs.
  const own = channel === 'story'
  return (
    <footer class="sw-foot">
      <p id={idOf(view, `${post.id}-a`)}>
        <b>{who}</b>
        {how && ', '}
        {how && <span>{how}</span>}
      </p>
      <a href={post.url} rel="noopener" data-sw="click" data-id={post.id}>
        <span class="sw-hide">{own ? `${who}: ` : say(view, 'open', { who })} </span>
        {where}{' '}
        <time id={idOf(view, `${post.id}-t`)} datetime={post.published_at} title={long}>
          {near}
          <span class="sw-hide">{rest}</span>
          {!own && <Icon d={OUT} />}
        </time>
      </a>
    </footer>
  )
}
