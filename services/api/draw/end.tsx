// The end of a wall: more of it, ways to narrow it down, next steps, its age, and why a post may be here.
import type { Child } from 'hono/jsx'
import { asKnown } from '../../domain/wall.ts'
import { removalPath } from '../../public-paths.ts'
import type { PublicWall } from '../contract.ts'
import { type Chosen, dateOf, Icon, idOf, say, type View } from './view.tsx'

const CHECK = 'M20 6 9 17l-5-5'
const CLOCK = 'M12 6v6l4 2M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0'
const DAY = 86_400_000

export function End({ view }: { view: View }) {
  const { wall, lead, posts, next } = view.answer
  const { actions, updated_at: updated, stale } = wall
  const chosen = Object.values(view.chosen).some(Boolean)
  // An empty wall has already said whom and what to follow.
  const families = lead.length + posts.length || chosen ? wall.families : []
  const tags = families.flatMap((one) => one.tags.slice(0, 1)).slice(0, 2)
  const [before, after] = say(view, 'join').split('{tags}')
  return (
    <footer class="sw-end" id={idOf(view, 'end')} tabindex={-1}>
      <p class="sw-next">
        {next && (
          <a
            class="sw-button sw-first"
            href={view.href({ ...view.chosen, cursor: next })}
            rel="next"
            data-sw="more"
            data-id={next}
          >
            {say(view, 'more')}
          </a>
        )}
      </p>
      {families.length > 1 && (
        <Choices
          view={view}
          of="family"
          now={view.chosen.family}
          title={say(view, 'topics')}
          options={families}
        />
      )}
      <Sift view={view} />
      {actions.length > 0 && (
        <nav class="sw-steps" aria-label={say(view, 'steps')}>
          <ul>
            {actions.map((one) => (
              <li>
                <a class="sw-button" href={one.url} data-sw="action" data-id={one.id}>
                  {one.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {stale && <Age view={view} />}
      {(tags.length > 0 || wall.story) && (
        <p>
          {tags.length > 0 && (
            <>
              {before}
              <Tags tags={tags} between={` ${say(view, 'or')} `} />
              {after}{' '}
            </>
          )}
          {wall.story && <a href={view.base + wall.story}>{say(view, tags.length ? 'tell-too' : 'tell')}</a>}
        </p>
      )}
      <p class="sw-small">
        {updated && !stale && (
          <span>
            {say(view, 'updated')} <time datetime={updated}>{dateOf(view, updated).long}</time>
          </span>
        )}
        {/* The element shows it: without script there is nothing but the address, which the browser has. */}
        <a href={view.address} data-sw="share" hidden>
          {say(view, 'share')}
        </a>
        <a href={view.base + removalPath(view.language, view.answer.wall.place)}>{say(view, 'why')}</a>
      </p>
      <p
        class="sw-hide"
        role="status"
        data-added={say(view, 'added')}
        data-failed={say(view, 'failed')}
        data-copied={say(view, 'copied')}
      />
    </footer>
  )
}

type Option = { id: string; label: string; lang?: string }

/** Channels and languages, where the wall has more than one; shut until wanted, since topics say most. */
function Sift({ view }: { view: View }) {
  const { channels, languages } = view.answer.wall.choices
  if (channels.length < 2 && languages.length < 2) return null
  const { channel, language } = view.chosen
  return (
    <details class="sw-sift" open={Boolean(channel || language)}>
      <summary>{say(view, 'sift')}</summary>
      {channels.length > 1 && (
        <Choices
          view={view}
          of="channel"
          now={channel && asKnown(channel)}
          named
          title={say(view, 'channel')}
          options={channels.map((one) => ({ id: one.channel, label: one.label }))}
        />
      )}
      {languages.length > 1 && (
        <Choices
          view={view}
          of="language"
          now={language}
          named
          title={say(view, 'language')}
          options={languages.map((one) => ({ id: one.language, label: one.label, lang: one.language }))}
        />
      )}
    </details>
  )
}

type ChoicesProps = {
  view: View
  of: keyof Chosen
  now: string | undefined
  title: string
  /** Two rows of choices one above the other need their names in sight. */
  named?: boolean
  options: readonly Option[]
}

/** One choice among some, as links: each a page of its own without script. */
function Choices({ view, of, now = '', title, named = false, options }: ChoicesProps) {
  return (
    <Ways
      title={title}
      named={named}
      links={[{ id: '', label: say(view, 'all') }, ...options].map(({ id, label, lang }: Option) => (
        <a
          href={view.href({ ...view.chosen, [of]: id || undefined })}
          lang={lang}
          aria-current={now === id ? 'true' : undefined}
          data-sw="choose"
          data-to={`${of}=${id}`}
        >
          {now === id && <Icon d={CHECK} />}
          {label}
        </a>
      ))}
    />
  )
}

function Ways({ title, named, links }: { title: string; named?: boolean; links: Child[] }) {
  return (
    <nav class="sw-topics" aria-label={title}>
      {named && <p aria-hidden="true">{title}</p>}
      <ul>
        {links.map((link) => (
          <li>{link}</li>
        ))}
      </ul>
    </nav>
  )
}

export function Tags({ tags, between }: { tags: readonly string[]; between: string }) {
  return (
    <>
      {tags.map((tag, at) => (
        <>
          {at > 0 && between}
          <b>#{tag}</b>
        </>
      ))}
    </>
  )
}

function Age({ view }: { view: View }) {
  const { updated_at, channels } = view.answer.wall
  const at = updated_at ?? ''
  const n = Math.floor((view.now - Date.parse(at)) / DAY)
  const age = n > 1 ? say(view, 'stale-days', { n }) : say(view, 'stale-day')
  return (
    <p class="sw-stale">
      <Icon d={CLOCK} />
      <span>
        {age} {say(view, 'fetched', { at: dateOf(view, at).long })}{' '}
        <ChannelLinks channels={channels} before={say(view, 'direct')} />
      </span>
    </p>
  )
}

type ChannelProps = { channels: PublicWall['channels']; before: string }

export function ChannelLinks({ channels, before }: ChannelProps) {
  if (!channels.length) return null
  return (
    <>
      {before}{' '}
      {channels.map((one, at) => (
        <>
          {at > 0 && ', '}
          <a href={one.url} rel="noopener" data-sw="channel" data-id={one.channel}>
            {one.label}
          </a>
        </>
      ))}
      .
    </>
  )
}
