// The wall on a public screen: one large story, the two that follow it, and a code that takes the wall along.
import { encode } from 'uqr'
import { removalPaths } from '../../public-paths.ts'
import { dateOf, Heading, idOf, leading, say, type View } from './view.tsx'
import { Items } from './wall.tsx'

/** As many stories as take turns. */
const TURNS = 9

export function Screen({ view }: { view: View }) {
  const { lead, posts, wall } = view.answer
  const stories = [...lead, ...posts].filter((post) => post.shown === 'whole').slice(0, TURNS)
  const tags = wall.families.flatMap((family) => family.tags.slice(0, 1)).slice(0, 2)
  const level = view.level || 2
  const under = wall.block?.label ?? (leading(view) || say(view, 'intro'))
  const address = wall.block?.url ?? view.address
  const removal = new URL(view.address).host + removalPaths[view.language]
  return (
    <section
      class={`sw sw-screen${view.theme ? ` sw-${view.theme}` : ''}`}
      lang={view.language}
      aria-labelledby={idOf(view)}
    >
      <div class="sw-stage">
        <header class="sw-head">
          <Heading level={level} id={idOf(view)}>
            {wall.label}
          </Heading>
          <p>{under}</p>
        </header>
        {stories.length > 0 ? (
          <ul class="sw-turns">
            <Items view={view} posts={stories} level={level + 1} />
          </ul>
        ) : (
          <p class="sw-turns">{say(view, 'empty')}</p>
        )}
        <footer class="sw-ways">
          <Code text={address} label={say(view, 'code', { address: bare(address) })} />
          <p>
            <b>{say(view, 'read')}</b>
            <br />
            {/* It breaks between its parts. */}
            {bare(address).replaceAll('/', '/\u200b')}
            <br />
            {tags.map((tag) => `#${tag}`).join(' ')}
          </p>
          <p class="sw-turning">
            {wall.updated_at && (
              <span>
                {say(view, 'updated')}{' '}
                <time datetime={wall.updated_at}>{dateOf(view, wall.updated_at).long}</time>
              </span>
            )}
            <span>{say(view, 'remove', { address: removal })}</span>
            {stories.length > 1 && (
              <button type="button" class="sw-button" data-sw="turn" data-go={say(view, 'go')} hidden>
                {say(view, 'stop')}
              </button>
            )}
          </p>
        </footer>
      </div>
    </section>
  )
}

const bare = (address: string) => address.replace(/^https?:\/\//, '').replace(/[?#].*$/, '')

/** A QR code as one path on white: a reader needs a light ground in dark rooms too. */
function Code({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const runs = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark && !row[x - 1] ? [`M${x} ${y}h${lengthFrom(row, x)}v1H${x}z`] : [])),
  )
  return (
    <svg class="sw-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={runs.join('')} />
    </svg>
  )
}

function lengthFrom(row: readonly boolean[], start: number): number {
  const end = row.indexOf(false, start)
  return (end < 0 ? row.length : end) - start
}
