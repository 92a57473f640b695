// A whole wall: head, lead, newest posts and the end with its ways on; drawn alike by the element and by our pages.
import { card } from './card.ts'
import {
  type Answer,
  type Child,
  type Draw,
  date,
  heading,
  icon,
  type Post,
  say,
  type View,
} from './ground.ts'

const CHECK = 'M20 6 9 17l-5-5'
const CLOCK = 'M12 6v6l4 2M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0'
const DAY = 86_400_000

export function wall<N>(h: Draw<N>, answer: Answer, view: View): N {
  const { lead, posts } = answer
  const { label, lang, id, families } = answer.wall
  const { level } = view
  const named = `sw-${id}`
  const top = families.find((one) => answer.wall.lead.includes(one.id))
  const under = levelUnder(view)
  return h(
    'section',
    {
      class: `sw${view.list ? ' sw-lines' : ''}`,
      lang,
      ...(level ? { 'aria-labelledby': named } : { 'aria-label': label }),
    },
    h(
      'header',
      { class: 'sw-head' },
      level > 0 && heading(h, level, label, { id: named }),
      h(
        'p',
        null,
        level > 0 && `${say(view, 'intro')} `,
        h('a', { class: 'sw-past', href: `#${named}-end`, 'data-sw': 'skip' }, say(view, 'skip')),
      ),
    ),
    lead.length > 0 &&
      h(
        'section',
        { class: 'sw-lead', 'aria-label': top?.label ?? label },
        top && heading(h, under, top.label, { class: 'sw-label' }),
        h('ul', { class: view.list ? 'sw-posts' : 'sw-top' }, ...items(h, answer, view, lead)),
      ),
    (posts.length > 0 || answer.next) &&
      h(
        'section',
        { 'aria-label': say(view, 'newest') },
        lead.length > 0 && heading(h, under, say(view, 'newest'), { class: 'sw-label' }),
        h('ul', { class: 'sw-posts sw-new' }, ...items(h, answer, view, posts)),
      ),
    ...(lead.length + posts.length ? [] : empty(h, answer, view)),
    end(h, answer, view, `${named}-end`),
  )
}

/** Below the wall's own heading; without one the host's is taken to be the second. */
const levelUnder = (view: View) => (view.level || 2) + 1

/** The cards as list items, below the headings of the wall `answer`: for a wall, and for what is added to one. */
export function items<N>(
  h: Draw<N>,
  answer: Answer,
  view: View,
  posts: readonly Post[],
  level = levelUnder(view) + (answer.lead.length ? 1 : 0),
): N[] {
  return posts.map((post) => h('li', null, card(h, answer, view, post, level)))
}

/** The link to the next page; null at the end. */
export function more<N>(h: Draw<N>, answer: Answer, view: View): N | null {
  if (!answer.next) return null
  const query = { cursor: answer.next, ...(view.family && { family: view.family }) }
  return h(
    'a',
    {
      class: 'sw-button sw-first',
      href: view.href(query),
      rel: 'next',
      'data-sw': 'more',
      'data-id': answer.next,
    },
    say(view, 'more'),
  )
}

function end<N>(h: Draw<N>, answer: Answer, view: View, id: string): N {
  const { actions, updated_at: updated, stale } = answer.wall
  // An empty wall has already said whom and what to follow.
  const families = answer.lead.length + answer.posts.length || view.family ? answer.wall.families : []
  const tags = families
    .map((one) => one.tags[0])
    .filter(Boolean)
    .slice(0, 2)
  const [before, after] = say(view, 'join').split('{tags}')
  const topic = (label: string, of: string) => {
    const now = (view.family ?? '') === of
    const props = { 'aria-current': now ? 'true' : null, 'data-sw': 'family', 'data-id': of }
    return h('a', { href: view.href(of ? { family: of } : {}), ...props }, now && icon(h, CHECK), label)
  }
  const step = (one: (typeof actions)[number]) =>
    h('a', { href: one.url, 'data-sw': 'action', 'data-id': one.id }, one.label)
  const ways = (name: string, links: N[]) =>
    h(
      'nav',
      { class: 'sw-topics', 'aria-label': say(view, name) },
      h('ul', null, ...links.map((link) => h('li', null, link))),
    )
  return h(
    'footer',
    { class: 'sw-end', id, tabindex: -1 },
    h('p', { class: 'sw-next' }, more(h, answer, view)),
    families.length > 1 &&
      ways('topics', [topic(say(view, 'all'), ''), ...families.map((one) => topic(one.label, one.id))]),
    actions.length > 0 && ways('steps', actions.map(step)),
    stale && old(h, answer, view),
    tags.length > 0 && h('p', null, before, ...hashtags(h, tags, ` ${say(view, 'or')} `), after),
    h(
      'p',
      { class: 'sw-small' },
      h(
        'span',
        null,
        updated && !stale && `${say(view, 'updated')} `,
        updated && !stale && h('time', { datetime: updated }, date(answer, view, updated).long),
      ),
      h('a', { href: view.base + say(view, 'why-path') }, say(view, 'why')),
    ),
    h('p', { class: 'sw-hide', role: 'status' }),
  )
}

function hashtags<N>(h: Draw<N>, tags: readonly (string | undefined)[], between: string): Child<N>[] {
  return tags.flatMap((tag, at) => [at > 0 && between, h('b', null, `#${tag}`)])
}

function old<N>(h: Draw<N>, answer: Answer, view: View): N {
  const at = answer.wall.updated_at ?? ''
  const n = Math.floor((view.now - Date.parse(at)) / DAY)
  const fetched = say(view, 'fetched', { at: date(answer, view, at).long })
  const age = n > 1 ? say(view, 'stale-days', { n }) : say(view, 'stale-day')
  return h(
    'p',
    { class: 'sw-stale' },
    icon(h, CLOCK),
    h('span', null, `${age} ${fetched} `, ...channels(h, answer, say(view, 'direct'))),
  )
}

function channels<N>(h: Draw<N>, answer: Answer, before: string): Child<N>[] {
  const list = answer.wall.channels
  if (!list.length) return []
  return [
    `${before} `,
    ...list.flatMap((one, at) => [
      at > 0 && ', ',
      h('a', { href: one.url, rel: 'noopener', 'data-sw': 'channel', 'data-id': one.channel }, one.label),
    ]),
    '.',
  ]
}

function empty<N>(h: Draw<N>, answer: Answer, view: View): Child<N>[] {
  if (view.family) return [h('p', null, say(view, 'none'))]
  const tags = answer.wall.families.flatMap((one) => one.tags).slice(0, 6)
  const [before, after] = say(view, 'follow').split('{tags}')
  return [
    h('p', null, say(view, 'empty'), ' ', ...channels(h, answer, say(view, 'channels'))),
    tags.length > 0 && h('p', null, before, ...hashtags(h, tags, ', '), after),
  ]
}
