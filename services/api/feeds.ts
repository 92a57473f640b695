// The wall as Atom 1.0 and JSON Feed 1.1, newest first, with no more than the wall itself shows.

import { generateAtomFeed, generateJsonFeed } from 'feedsmith'
import { type Language, t } from '../../config/i18n.ts'
import type { PublicPost, WallAnswer } from './contract.ts'
import type { Writing } from './wall-memory.ts'

type Entry = { post: PublicPost; title: string; html: string; author: string | undefined }

function entries({ wall, lead, posts }: WallAnswer, base: string): Entry[] {
  const language = wall.lang as Language
  return [...lead, ...posts]
    .sort((a, b) => b.published_at.localeCompare(a.published_at))
    .map((post) => {
      const tagged = post.tags[0]
        ? t(language, 'say.tagged', { tag: post.tags[0] })
        : t(language, 'say.elsewhere')
      const line = post.title ?? firstLine(post.text)
      return {
        post,
        title: (post.shown === 'link' ? tagged : line) || tagged,
        html: post.html + pictures(post, base),
        author: post.author?.name ?? post.author?.handle ?? undefined,
      }
    })
}

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  const points = [...line]
  return points.length > 90 ? `${points.slice(0, 89).join('').trimEnd()}…` : line
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

function pictures(post: PublicPost, base: string): string {
  return post.media
    .filter((one) => one.sensitive === null && (one.src ?? one.poster))
    .map((one) => `<p><img src="${base}${one.src ?? one.poster}" alt="${escaped(one.alt)}"></p>`)
    .join('')
}

const addresses = (base: string, { wall }: WallAnswer) => {
  const home = `${base}/walls/${wall.place}/${wall.id}`
  return { home, atom: `${home}/feed.atom`, json: `${home}/feed.json` }
}

export function asAtom(base: string): Writing {
  return {
    name: 'atom',
    type: 'application/atom+xml; charset=utf-8',
    form: 'open',
    write(answer, view) {
      const { home, atom } = addresses(base, answer)
      const all = entries(answer, base)
      const newest = all
        .map(({ post }) => post.edited_at ?? post.published_at)
        .sort()
        .at(-1)
      return generateAtomFeed({
        id: home,
        title: { value: answer.wall.label },
        updated: new Date(newest ?? view.place.created_at),
        links: [
          { href: atom, rel: 'self', type: 'application/atom+xml' },
          { href: home, rel: 'alternate', type: 'text/html' },
        ],
        entries: all.map(({ post, title, html, author }) => ({
          id: `${base}/posts/${post.id}`,
          title: { value: title },
          links: [{ href: post.url, rel: 'alternate' }],
          published: new Date(post.published_at),
          updated: new Date(post.edited_at ?? post.published_at),
          authors: [{ name: author ?? answer.wall.label }],
          categories: post.tags.map((term) => ({ term })),
          ...(html && { content: { type: 'html', value: html } }),
        })),
      })
    },
  }
}

export function asJsonFeed(base: string): Writing {
  return {
    name: 'jsonfeed',
    type: 'application/feed+json; charset=utf-8',
    form: 'open',
    write(answer) {
      const { home, json } = addresses(base, answer)
      const feed = generateJsonFeed({
        title: answer.wall.label,
        home_page_url: home,
        feed_url: json,
        language: answer.wall.lang,
        items: entries(answer, base).map(({ post, title, html, author }) => ({
          id: `${base}/posts/${post.id}`,
          url: post.url,
          title,
          content_html: html || `<p>${escaped(title)}</p>`,
          date_published: new Date(post.published_at),
          ...(post.edited_at && { date_modified: new Date(post.edited_at) }),
          ...(author && { authors: [{ name: author }] }),
          tags: post.tags,
          ...(post.lang && { language: post.lang }),
        })),
      })
      return JSON.stringify(feed)
    },
  }
}
