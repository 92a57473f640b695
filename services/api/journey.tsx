// A travel story for anybody: its text, then its lifts one after another, each as far as its author allows today.
import { Hono } from 'hono'
import { raw } from 'hono/html'
import { formatDate, type Language, offeredAt, pick, t } from '../../config/i18n.ts'
import { isId } from '../../db/ids.ts'
import { findJourney, type Journey } from '../../db/journeys.ts'
import { findPlace } from '../../db/places.ts'
import { listConsents, readPosts } from '../../db/walls.ts'
import type { Deps } from '../deps.ts'
import { footingOf } from '../domain/footing.ts'
import { dayOf } from '../domain/quarter.ts'
import { Refusal } from '../errors.ts'
import { NoticeFoot } from '../notice-links.tsx'
import { Shell } from '../page.tsx'
import { PageTop } from '../page-top.tsx'
import { journeyPath, removalPath } from '../public-paths.ts'
import { languageOf } from '../rim.tsx'
import type { PublicMedia, PublicPost } from './contract.ts'
import { presentPost } from './present.ts'

type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>

/** `GET /matka/{place}/{id}`: a minute in caches, like the pictures on it. */
export function journeyPageRoutes({ db, clock, env }: Pick<Deps, 'db' | 'clock' | 'env'>): Hono {
  return new Hono().get('/matka/:place/:id', async (c) => {
    const id = c.req.param('id')
    const place = await findPlace(db, c.req.param('place'))
    const journey = place && isId('j', id) ? await findJourney(db, place.id, id) : undefined
    if (!place || !journey?.published_at) throw new Refusal('not-found', 404)
    const language = languageOf(c, offeredAt(place.languages))
    const posts = await readShown(db, place, journey, language, dayOf(clock(), place.time_zone))
    const page = <JourneyPage {...{ place, journey, posts, language, origin: env.PUBLIC_URL }} />
    return c.html(page, 200, { 'cache-control': 'public, max-age=60, s-maxage=60', vary: 'accept-language' })
  })
}

/** The story's posts that may be shown whole today, in its order. */
async function readShown(
  db: Deps['db'],
  place: Place,
  journey: Journey,
  language: Language,
  today: string,
): Promise<PublicPost[]> {
  const rows = await readPosts(
    db,
    journey.posts.map((one) => one.id),
  )
  const consents = await listConsents(db, [place.id])
  return journey.posts.flatMap(({ id }) => {
    const row = rows.find((one) => one.id === id)
    if (row?.state !== 'shown') return []
    const mine = consents.filter(
      (one) => one.post_id === id || (one.account_id !== null && one.account_id === row.account_id),
    )
    const facts = { ...row, kind: row.account_kind, agreement: row.account_agreement }
    const { rights } = footingOf(facts, mine, [], [], today)
    if (rights.shown !== 'whole') return []
    const shown = { rights, tags: [], families: [], pinned: false }
    return presentPost(row, shown, language, place.languages) ?? []
  })
}

type PageProps = { place: Place; journey: Journey; posts: PublicPost[]; language: Language; origin: string }

function JourneyPage({ place, journey, posts, language, origin }: PageProps) {
  const main = place.languages[0] ?? 'fi'
  const title = pick(journey.title, language, main)
  const name = pick(place.name, language, main)
  // Where the story is told in another language than its page.
  const told = journey.title[language] ? undefined : main
  const url = (one: Language) => origin + journeyPath(one, place.id, journey.public_id)
  return (
    <Shell
      language={language}
      title={`${title} – ${name}`}
      description={t(language, 'journey.description', { place: name })}
      styles={['notice.css', 'journey.css']}
      bodyClass="notice journey"
      head={
        <>
          <link rel="canonical" href={url(language)} />
          {place.languages.map((one) => (
            <link rel="alternate" hreflang={one} href={url(one)} />
          ))}
        </>
      }
    >
      <PageTop
        {...{ name, language }}
        offered={place.languages}
        path={(to) => journeyPath(to, place.id, journey.public_id)}
      />
      <main id="content" class="sheet">
        <h1 lang={told}>{title}</h1>
        {paragraphs(pick(journey.text, language, main)).map((one) => (
          <p lang={told}>{one}</p>
        ))}
        {posts.length === 0 && <p>{t(language, 'journey.empty')}</p>}
        {posts.map((post) => (
          <Stop post={post} language={language} zone={place.time_zone} />
        ))}
      </main>
      <NoticeFoot language={language} place={place.id}>
        <p>
          <a href={removalPath(language, place.id)}>{t(language, 'say.why')}</a>
        </p>
      </NoticeFoot>
    </Shell>
  )
}

const paragraphs = (text: string) => text.split(/\n\s*\n/).filter((one) => one.trim())

type StopProps = { post: PublicPost; language: Language; zone: string }

/** One lift: picture, words, and whose they are, where and when. */
function Stop({ post, language, zone }: StopProps) {
  const author = post.author?.name ?? post.author?.handle ?? t(language, 'card.unknown-author')
  return (
    <article aria-labelledby={`${post.id}-by`}>
      {post.media.map((one) => (
        <Still picture={one} language={language} />
      ))}
      {post.title && <h2 lang={post.lang ?? undefined}>{post.title}</h2>}
      <div lang={post.lang ?? undefined} dir="auto">
        {raw(post.html)}
      </div>
      <p class="by" id={`${post.id}-by`}>
        <b>{author}</b>, <a href={post.url}>{t(language, `channel.${post.channel}`)}</a>,{' '}
        <time datetime={post.published_at}>{formatDate(language, new Date(post.published_at), zone)}</time>
        {post.sample && ` (${t(language, 'card.sample')})`}
      </p>
    </article>
  )
}

function Still({ picture, language }: { picture: PublicMedia; language: Language }) {
  const { src, poster, srcset, width, height, alt, lang, sensitive } = picture
  const image = (
    <img
      src={src ?? poster ?? ''}
      alt={alt}
      {...{ srcset, width, height }}
      sizes="(min-width: 48rem) 46rem, 100vw"
      lang={lang ?? undefined}
      loading="lazy"
      decoding="async"
    />
  )
  if (!sensitive) return image
  return (
    <details>
      <summary>
        {sensitive} <span lang={language}>({t(language, 'say.unveil')})</span>
      </summary>
      {image}
    </details>
  )
}
