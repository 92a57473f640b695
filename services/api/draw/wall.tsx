// A whole wall: its head, the lead, the newest posts, and its end; drawn once for pages, frames, fragments and element.
import type { PublicPost } from '../contract.ts'
import { Card } from './card.tsx'
import { ChannelLinks, End, Tags } from './end.tsx'
import { Heading, idOf, leading, levelUnder, say, type View } from './view.tsx'

export function Wall({ view }: { view: View }) {
  const { lead, posts, next, wall } = view.answer
  const { level, layout, theme } = view
  const top = leading(view)
  const under = levelUnder(view)
  const names = ['sw', layout === 'list' && 'sw-lines', theme && `sw-${theme}`]
  return (
    <section
      class={names.filter(Boolean).join(' ')}
      lang={view.language}
      {...(level ? { 'aria-labelledby': idOf(view) } : { 'aria-label': wall.label })}
    >
      <Head view={view} />
      {/* The element says here what has come meanwhile; it hangs over the posts, so that none of them moves. */}
      <p
        class="sw-newer"
        role="status"
        data-one={say(view, 'newer-one')}
        data-many={say(view, 'newer-many')}
        data-gone={say(view, 'gone')}
      />
      {lead.length > 0 && (
        <section class="sw-lead" aria-label={top || wall.label}>
          {top && (
            <Heading level={under} class="sw-label">
              {top}
            </Heading>
          )}
          <ul class={layout === 'list' ? 'sw-posts' : 'sw-top'}>
            <Items view={view} posts={lead} level={under + 1} />
          </ul>
        </section>
      )}
      {(posts.length > 0 || next) && (
        <section aria-label={say(view, 'newest')}>
          {wall.lead.length > 0 && (
            <Heading level={under} class="sw-label">
              {say(view, 'newest')}
            </Heading>
          )}
          <ul class="sw-posts sw-new">
            <Items view={view} posts={posts} level={under + (wall.lead.length ? 1 : 0)} />
          </ul>
        </section>
      )}
      {lead.length + posts.length === 0 && <Nothing view={view} />}
      <End view={view} />
    </section>
  )
}

function Head({ view }: { view: View }) {
  const { block, label } = view.answer.wall
  return (
    <header class="sw-head">
      {view.level > 0 && (
        <Heading level={view.level} id={idOf(view)}>
          {label}
        </Heading>
      )}
      {block ? (
        <p class="sw-block">
          {block.url ? (
            <a href={block.url} rel="noopener" data-sw="channel" data-id={block.channel}>
              {block.label}
            </a>
          ) : (
            block.label
          )}
          {': '}
          <Tags tags={block.tags} between=" " />
        </p>
      ) : (
        view.level > 0 && <p>{say(view, 'intro')}</p>
      )}
      <p>
        <a class="sw-past" href={`#${idOf(view, 'end')}`} data-sw="skip">
          {say(view, 'skip')}
        </a>
      </p>
    </header>
  )
}

type ItemProps = { view: View; posts: readonly PublicPost[]; level: number }

export function Items({ view, posts, level }: ItemProps) {
  return (
    <>
      {posts.map((post) => (
        <li data-post={post.id}>
          <Card view={view} post={post} level={level} />
        </li>
      ))}
    </>
  )
}

/** Nothing yet: whom and what to follow. Nothing of what was chosen: how to see the rest. */
function Nothing({ view }: { view: View }) {
  const { families, channels } = view.answer.wall
  if (Object.values(view.chosen).some(Boolean))
    return (
      <p>
        {say(view, 'none')}{' '}
        <a href={view.href({})} data-sw="choose" data-to="family=&channel=&language=">
          {say(view, 'none-all')}
        </a>
      </p>
    )
  const tags = families.flatMap((one) => one.tags).slice(0, 6)
  const [before, after] = say(view, 'follow').split('{tags}')
  return (
    <>
      <p>
        {say(view, 'empty')} <ChannelLinks channels={channels} before={say(view, 'channels')} />
      </p>
      {tags.length > 0 && (
        <p>
          {before}
          <Tags tags={tags} between=", " />
          {after}
        </p>
      )}
    </>
  )
}
