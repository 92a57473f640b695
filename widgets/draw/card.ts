// One post as an accessible card: picture, words, and a foot with who, where and when, and the one link.
import type { PublicMedia } from '../../services/api/contract.ts'
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
import { rich } from './rich.ts'

const OUT = 'M7 7h10v10M7 17 17 7'
const PIN = 'M12 17v5M9 3h6l1 8 2 3v2H6v-2l2-3z'
const STAR = 'm12 3 2.7 6.3L21 12l-6.3 2.7L12 21l-2.7-6.3L3 12l6.3-2.7z'
const PLAY = 'M6 4v16l14-8z'
/** Words alone up to this length are set large: they hold their own beside pictures. */
const LARGE = 200

export function card<N>(h: Draw<N>, answer: Answer, view: View, post: Post, level: number): N {
  const [picture] = post.media
  const link = post.shown === 'link'
  const large = link || (!picture && !post.event && !post.title && post.text.length <= LARGE)
  const film = picture && picture.kind !== 'image' && !picture.sensitive
  const named = [post.title && 'h', 'a', 't'].filter(Boolean).map((part) => `sw-${post.id}-${part}`)
  const tag = link && h('p', { class: 'sw-tag' }, post.tags[0] ? `#${post.tags[0]}` : say(view, 'elsewhere'))
  return h(
    // Not the element: its posts need no heading, since each is named by its words.
    'div',
    {
      role: 'article',
      class: `sw-card${large ? ' sw-plain' : ''}${film ? ' sw-film' : ''}`,
      'aria-labelledby': named.join(' '),
      tabindex: -1,
    },
    post.event
      ? when(h, answer, view, post.event)
      : picture
        ? pane(h, view, picture, post.media.length)
        : tag,
    h('div', { class: 'sw-body', lang: link ? null : post.lang }, ...words(h, view, post, level)),
    foot(h, answer, view, post),
  )
}

function words<N>(h: Draw<N>, view: View, post: Post, level: number): Child<N>[] {
  const mark = (key: string, d: string, name = '') =>
    h('p', { class: `sw-mark ${name}`, lang: view.words.lang }, icon(h, d), ` ${say(view, key)}`)
  const marks = [
    post.pinned && mark('pinned', PIN),
    post.lifted && mark('lifted', STAR, 'sw-lift'),
    post.sample && h('p', { class: 'sw-mark', lang: view.words.lang }, say(view, 'sample')),
  ]
  if (post.shown === 'link')
    return [...marks, h('p', { class: 'sw-quiet' }, say(view, post.channel === 'x' ? 'x' : 'ask'))]
  const rest = post.fold === null ? '' : post.html.slice(post.fold)
  const seen = post.html.toLowerCase()
  const tags = post.tags.filter((tag) => !seen.includes(`#${tag}`))
  return [
    ...marks,
    post.title && heading(h, level, post.title, { id: `sw-${post.id}-h` }),
    ...rich(h, post.fold === null ? post.html : post.html.slice(0, post.fold)),
    rest && unfold(h, view, rest),
    post.quote && h('blockquote', null, h('p', null, post.quote.text), post.quote.author),
    post.card && !seen.includes('<a ') && h('p', null, h('a', { href: post.card.url }, post.card.title)),
    tags.length > 0 && h('p', { class: 'sw-tags' }, tags.map((tag) => `#${tag}`).join(' ')),
  ]
}

function unfold<N>(h: Draw<N>, view: View, html: string): N {
  return h(
    'details',
    { class: 'sw-more' },
    h('summary', { lang: view.words.lang }, ...toggle(h, view, 'unfold', 'fold')),
    ...rich(h, html),
  )
}

function toggle<N>(h: Draw<N>, view: View, shut: string, open: string): N[] {
  return [h('span', { class: 'sw-shut' }, say(view, shut)), h('span', { class: 'sw-open' }, say(view, open))]
}

function pane<N>(h: Draw<N>, view: View, picture: PublicMedia, count: number): N {
  const { alt, lang, width, height, kind } = picture
  const still = picture.src ?? picture.poster ?? ''
  const srcset = picture.srcset.replace(/\/\S+/g, (path) => view.base + path)
  // A browser begins to fetch as soon as it reads the address, so what it must know stands before it.
  const image = h('img', {
    loading: 'lazy',
    decoding: 'async',
    sizes: 'auto, (min-width: 40em) 25em, 100vw',
    width,
    height,
    alt,
    lang,
    srcset,
    src: view.base + still,
  })
  const film = kind !== 'image'
  const name = [
    'sw-pic',
    picture.crop && 'sw-crop',
    picture.crop && picture.focus && `sw-${picture.focus}`,
    height > width * 1.05 && !picture.crop && 'sw-tall',
    (film || picture.tone === 'dark') && 'sw-night',
    picture.sensitive && 'sw-veil',
  ]
  const props = { class: name.filter(Boolean).join(' ') }
  if (picture.sensitive)
    return h(
      'details',
      props,
      h(
        'summary',
        null,
        h('span', null, picture.sensitive),
        h('b', { class: 'sw-button' }, ...toggle(h, view, 'unveil', 'veil')),
      ),
      image,
    )
  const { seconds } = picture
  const length = seconds ? ` ${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, '0')}` : ''
  const label = film ? say(view, kind) + length : count > 1 && say(view, 'pictures', { n: count - 1 })
  return h('div', props, image, label && h('span', { class: 'sw-play' }, film && icon(h, PLAY), label))
}

function when<N>(h: Draw<N>, answer: Answer, view: View, event: NonNullable<Post['event']>): N {
  const from = date(answer, view, event.starts_at)
  const to = event.ends_at && date(answer, view, event.ends_at)
  const until = to ? `–${to.short === from.short ? to.bare : to.short}` : ''
  return h(
    'p',
    { class: 'sw-date' },
    h('time', { datetime: event.starts_at }, h('b', null, from.short), ` ${from.day} ${from.time}${until} `),
    h('span', null, event.place),
  )
}

function foot<N>(h: Draw<N>, answer: Answer, view: View, post: Post): N {
  const { author, channel, tags } = post
  const who =
    (author && (author.name || author.handle)) ||
    (tags[0] ? say(view, 'tagged', { tag: tags[0] }) : say(view, 'elsewhere'))
  const how =
    !author || author.kind === 'own' || author.kind === 'staff'
      ? ''
      : say(view, author.kind === 'partner' ? 'partner' : 'permission')
  const where = post.site ? say(view, 'site', { site: post.site }) : view.words[`in.${channel}`]
  return h(
    'footer',
    { class: 'sw-foot' },
    h('p', { id: `sw-${post.id}-a` }, h('b', null, who), how && ', ', how && h('span', null, how)),
    h(
      'a',
      { href: post.url, rel: 'noopener', 'data-sw': 'click', 'data-id': post.id },
      h('span', { class: 'sw-hide' }, `${say(view, 'open', { who })} `),
      `${where} `,
      h(
        'time',
        { id: `sw-${post.id}-t`, datetime: post.published_at },
        date(answer, view, post.published_at).short,
        icon(h, OUT),
      ),
    ),
  )
}
