// One post as a card of the queue: picture and text, reasons and rights, and what may be done with it.
import { raw } from 'hono/html'
import { formatDate, isKey, type Key, t } from '../../config/i18n.ts'
import type { TopicRow } from '../../db/topics.ts'
import { renderHtml } from '../domain/render.ts'
import { may } from '../domain/roles.ts'
import type { DeskPost } from '../inbox.ts'
import { Picker } from './bulk.tsx'
import { Acts, wantsWords } from './card-acts.tsx'
import { Handed, HandOver, Topics } from './card-marks.tsx'
import { ConsentFields, ConsentTarget } from './consent.tsx'
import { Describe } from './describe.tsx'
import { type DeskContext, deskPath } from './layout.tsx'
import { Form } from './parts.tsx'
import { SeenTwins, Twins } from './twins.tsx'
import { Why } from './why.tsx'

type CardProps = {
  c: DeskContext
  post: DeskPost
  /** The card that the keys act on first. */
  current?: boolean
  /** Where the answer goes back to. */
  back: string
  /** The place's lists, for marking and handing over. */
  topics: readonly TopicRow[]
  /** It can be picked among many, and is. */
  pick?: { picked: boolean } | undefined
}

export function Card({ c, post, topics, current = false, back, pick }: CardProps) {
  const id = post.public_id
  return (
    <article
      class={current ? 'post current' : 'post'}
      id={id}
      aria-labelledby={`${id}-h`}
      aria-current={current ? 'true' : undefined}
      data-post={id}
    >
      <Head c={c} post={post} pick={pick} />
      <Form c={c} action={deskPath(c, `/posts/${id}/decisions`)} class="decide">
        <input type="hidden" name="version" value={post.version} />
        <SeenTwins post={post} />
        <input type="hidden" name="back" value={back} />
        <Body c={c} post={post} asking={asks(post)} />
        <Describe c={c} post={post} open={wantsWords(post)} />
        <Handed c={c} post={post} topics={topics} />
        <div class="notes">
          <Topics c={c} post={post} topics={topics} />
          <HandOver c={c} post={post} topics={topics} />
        </div>
        <Acts c={c} post={post} main={current} />
      </Form>
      {asks(post) && <ConsentTarget c={c} post={post} back={back} />}
    </article>
  )
}

// A consent would change what may be shown.
const asks = (post: DeskPost) => post.footing.rights.why === 'no-consent'

type HeadProps = Pick<CardProps, 'c' | 'post' | 'pick'>

export function Head({ c, post, pick }: HeadProps) {
  const { language, place } = c.var
  return (
    <header>
      <h2 id={`${post.public_id}-h`}>{post.author ?? post.handle ?? t(language, 'card.unknown-author')}</h2>
      <Whose c={c} post={post} />
      {post.sample && <span class="tag">{t(language, 'card.sample')}</span>}
      {post.pins.length > 0 && <span class="tag">{t(language, 'card.pinned')}</span>}
      {post.lift && (
        <span class="tag">{t(language, 'card.lifted', { week: weekNumber(post.lift.week) })}</span>
      )}
      <p class="quiet">
        {t(language, `channel.${post.channel}`)},{' '}
        <time datetime={post.published_at.toISOString()}>
          {formatDate(language, post.published_at, place.time_zone, 'time')}
        </time>
      </p>
      {pick && <Picker language={language} post={post} picked={pick.picked} />}
    </header>
  )
}

/** Whose it is; for those who may change it, the way to where that is said. */
function Whose({ c, post }: { c: DeskContext; post: DeskPost }) {
  const { language, role } = c.var
  const kind = t(language, `kind.${post.kind}`)
  if (!post.author_id || !may(role, 'edit')) return <span class="tag">{kind}</span>
  return (
    <a class="tag" href={deskPath(c, `/accounts?account=${post.author_id}`)}>
      <span class="vh">{t(language, 'accounts.kind')}: </span>
      {kind}
    </a>
  )
}

/** 48 of 2026-W48. */
export const weekNumber = (week: string) => Number(week.slice(-2))

type BodyProps = { c: DeskContext; post: DeskPost; asking?: boolean; why?: boolean }

/** Picture and words; in the queue the way to record a consent stands right under the reason that asks for it. */
export function Body({ c, post, asking = false, why = true }: BodyProps) {
  const { language } = c.var
  const words = (
    <div>
      {post.title && <h3 lang={post.lang ?? undefined}>{post.title}</h3>}
      <blockquote lang={post.lang ?? undefined} dir="auto">
        {raw(renderHtml(post.text, post.marks))}
      </blockquote>
      {why && <Why language={language} reasons={post.reasons} />}
      {why && <Twins c={c} post={post} />}
      {asking && <ConsentFields c={c} post={post} />}
    </div>
  )
  if (!post.media.length) return words
  return (
    <div class="body">
      <div class="pictures">
        {post.media.map((one) => (
          <Picture c={c} media={one} />
        ))}
      </div>
      {words}
    </div>
  )
}

/** What was wrong with the picture itself; else it was not to be had. */
function whyNoPicture(code: string | null): Key {
  const key = `picture.${code}`
  return isKey(key) ? key : 'picture.away'
}

export function Picture({ c, media }: { c: DeskContext; media: DeskPost['media'][number] }) {
  const { language } = c.var
  if (media.copy === 'none' || media.copy === 'failed' || !media.sha256)
    return (
      <p class="hint">
        {t(language, media.copy === 'failed' ? whyNoPicture(media.copy_detail) : 'card.picture-waits')}
      </p>
    )
  const text = media.descriptions.find((one) => one.lang === language)?.text || media.author_alt
  const decorative = media.descriptions.some((one) => one.decorative)
  return (
    <img
      src={deskPath(c, `/pictures/${media.public_id}`)}
      alt={text || (decorative ? '' : t(language, 'card.no-alt'))}
      width={media.width ?? undefined}
      height={media.height ?? undefined}
      loading="lazy"
    />
  )
}
