// Measures the feed readers on other projects' feeds: `node tests/judges/feed-corpus.ts FOLDER… [--failed READER]`.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { decodeText } from '../../workers/channels/decode.ts'
import { type ReadFeed, readEntries } from '../../workers/channels/feed/entry.ts'
import { lineOf } from '../../workers/channels/plain.ts'
import { type Check, readChecks } from './feed-checks.ts'
import { type Reader, readers } from './feed-readers.ts'

// The address that the feedparser corpus is served at by its own runner.
const SERVED = 'http://127.0.0.1:8097/'

const failedOf = process.argv.includes('--failed') ? process.argv.at(-1) : undefined
const folders = process.argv.slice(2, failedOf ? -2 : undefined)
const cases = folders.flatMap((folder) =>
  globSync('**/*.{xml,rss,atom,rdf,json}', { cwd: folder })
    .sort()
    .flatMap((file) => {
      const read = readChecks(join(folder, file))
      return read ? { ...read, address: SERVED + file } : []
    }),
)
const count = cases.reduce((sum, { checks }) => sum + checks.length, 0)
process.stdout.write(`${cases.length} documents, ${count} checks in our field\n`)

for (const [name, read] of Object.entries(readers)) {
  if (failedOf && name !== failedOf) continue
  const passed: Record<string, [passed: number, all: number]> = {}
  const start = performance.now()
  for (const { file, bytes, contentType, address, checks } of cases) {
    const feed = await attempt(read, decodeText(bytes, contentType), address)
    for (const check of checks) {
      const is = feed instanceof Error ? feed.message : see(feed, check)
      const ok = !(feed instanceof Error) && same(is, check)
      passed[check.group] ??= [0, 0]
      const tally = passed[check.group] as [number, number]
      tally[0] += ok ? 1 : 0
      tally[1]++
      if (failedOf && !ok)
        process.stdout.write(
          `${file}\n  ${check.field}[${check.at}] due ${JSON.stringify(check.due)}\n  is ${JSON.stringify(is)}\n`,
        )
    }
  }
  const sum = Object.values(passed).reduce((all, one) => all + one[0], 0)
  const parts = Object.entries(passed).map(([group, [n, all]]) => `${group} ${n}/${all}`)
  const took = Math.round(performance.now() - start)
  process.stdout.write(
    `${name.padEnd(28)} ${sum}/${count} = ${((100 * sum) / count).toFixed(1)} %  (${parts.join(', ')}; ${took} ms)\n`,
  )
}

async function attempt(read: Reader, text: string, address: string): Promise<ReadFeed | Error> {
  try {
    const document = await read(text, address)
    // A corpus's entries often consist of one field; without a name we would leave them out.
    const entries = document.entries.map(
      (entry, at) => entry && { ...entry, id: entry.id || entry.link || `entry ${at}` },
    )
    return readEntries({ ...document, entries }, address, (it) => it)
  } catch (error) {
    return error as Error
  }
}

type Seen = string | number | null | undefined | (string | null)[]

/** What we have for the field of a check. */
function see(feed: ReadFeed, { field, at }: Check): Seen {
  if (field === 'feed.title') return feed.title
  if (field === 'feed.link') return feed.url
  if (field === 'feed.ttl') return feed.ttlMinutes
  if (field === 'count') return feed.posts.length
  const post = feed.posts[at]
  if (!post) return undefined
  if (field === 'title') return post.title
  if (field === 'link') return post.url
  if (field === 'id') return post.externalId
  if (field === 'body') return 'html' in post.body ? signature(post.body.html) : post.body.text
  if (field === 'date') return [post.publishedAt, post.editedAt].map((date) => date?.toISOString() ?? null)
  if (field === 'tag') return post.tags
  if (field === 'picture') return post.media.map(({ url }) => url)
  return undefined
}

function same(is: Seen, { field, due }: Check): boolean {
  if (is === undefined) return false
  if (Array.isArray(is)) return is.includes(String(due))
  if (typeof due === 'number') return is === due
  if (field === 'body')
    return squeeze(String(is ?? '')) === squeeze(signature(due)) || squeeze(String(is ?? '')) === squeeze(due)
  if (field.endsWith('title'))
    return [lineOf(due) ?? '', squeeze(due)].includes(is ? squeeze(String(is)) : '')
  return is === due || (field.endsWith('link') && URL.canParse(due) && new URL(due).href === is)
}

/** The words and the addresses of a piece of HTML: how other readers clean it is their own affair. */
function signature(html: string): string {
  const links = [...html.matchAll(/(?:href|src)="(https?:[^"]*)"/gi)].map(([, link]) =>
    link?.replaceAll('&amp;', '&'),
  )
  return [lineOf(html) ?? '', ...links].join(' ')
}

function squeeze(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
