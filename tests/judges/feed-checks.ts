// What four feed corpora expect (feedparser, gofeed, podcastparser, KDE's syndication), as far as we use the fields.
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

export type Check = { group: string; field: string; at: number; due: string | number }
export type Case = {
  file: string
  bytes: Uint8Array
  contentType: string | undefined
  checks: Check[]
}

/** The case that a file of a corpus is; undefined when nothing that we use is expected of it. */
export function readChecks(file: string): Case | undefined {
  const bytes = readFileSync(file)
  const text = narrow(bytes)
  const contentType = /^Header:\s*Content-type:\s*(.*)/im.exec(text)?.[1]?.trim()
  const assertion = /^Expect:\s*(.*)$/m.exec(text)?.[1]
  const checks = assertion ? pythonChecks(assertion) : fileChecks(file)
  return checks.length ? { file, bytes, contentType, checks } : undefined
}

function fileChecks(file: string): Check[] {
  const json = file.replace(/\.\w+$/, '.json')
  if (json !== file && existsSync(json)) {
    const answers = JSON.parse(readFileSync(json, 'utf8')) as Answers
    // A document without a title has its file's name there, and its relative addresses that of the disk.
    return jsonChecks(answers).filter(
      ({ due }) => due !== basename(json, '.json') && !/^file:/.test(String(due)),
    )
  }
  const listed = `${file}.expected`
  return existsSync(listed) ? listedChecks(readFileSync(listed, 'utf8')) : []
}

/** The bytes of any encoding, so that the ASCII in them can be searched. */
function narrow(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll('\0', '')
}

const fields: [path: RegExp, group: string, field: string][] = [
  [/^feed\.(title|title_detail\.value)$/, 'feed title', 'feed.title'],
  [/^feed\.link$/, 'feed link', 'feed.link'],
  [/^feed\.ttl$/, 'ttl', 'feed.ttl'],
  [/^entries\.(title|title_detail\.value)$/, 'title', 'title'],
  [/^entries\.link$/, 'link', 'link'],
  [/^entries\.(id|guid)$/, 'id', 'id'],
  [/^entries\.(summary|description|summary_detail\.value|content\.value)$/, 'body', 'body'],
  [/^entries\.(published|updated|created|modified)_parsed$/, 'date', 'date'],
  [/^entries\.(tags\.(term|label)|category)$/, 'tag', 'tag'],
  [/^entries\.(media_content|media_thumbnail)\.url$/, 'picture', 'picture'],
]

/** `not bozo and entries[0]['title'] == 'A' and …`; whether a reader calls a document broken is its own affair. */
function pythonChecks(assertion: string): Check[] {
  return assertion.split(/\s+and\s+(?=not |bozo|feed|entries|len)/).flatMap((clause) => {
    const [, left = '', right = ''] = /^((?:feed|entries)[^=]*?)\s*==\s*(.*)$/s.exec(clause.trim()) ?? []
    const at = Number(/^entries\[(\d+)\]/.exec(left)?.[1] ?? 0)
    const path = left
      .replace(/\[\d+\]/g, '')
      .replace(/\[u?['"](\w+)['"]\]/g, '.$1')
      .trim()
    const due = readPython(right.trim())
    const found = fields.find(([shape]) => shape.test(path))
    if (due === undefined || !found) return []
    return [{ group: found[1], field: found[2], at, due: found[2] === 'feed.ttl' ? Number(due) : due }]
  })
}

/** A Python string, number or time tuple. */
function readPython(text: string): string | number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  const tuple = /^\((\d+(?:,\s*\d+){8})\)$/.exec(text)?.[1]?.split(',').map(Number)
  if (tuple) {
    const [y = 0, m = 1, d, h, min, s] = tuple
    return new Date(Date.UTC(y, m - 1, d, h, min, s)).toISOString()
  }
  const parts = [...text.matchAll(/u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(\s*\+\s*|$)/g)]
  if (!parts.length || parts.map(([all]) => all).join('') !== text) return undefined
  return parts.map(([, quoted = '']) => unescapePython(quoted.slice(1, -1))).join('')
}

function unescapePython(text: string): string {
  const simple: Record<string, string> = { n: '\n', t: '\t', r: '\r' }
  return text.replace(/\\(?:x(\w\w)|u(\w{4})|U(\w{8})|(.))/g, (_, x, u, U, one) =>
    one ? (simple[one] ?? one) : String.fromCodePoint(Number.parseInt(x ?? u ?? U, 16)),
  )
}

type Answers = Record<string, unknown>

function jsonChecks(answers: Answers): Check[] {
  const checks: Check[] = []
  const add = (group: string, field: string, at: number, due: unknown) => {
    if (typeof due === 'string' && due) checks.push({ group, field, at, due })
  }
  add('feed title', 'feed.title', 0, answers.title)
  add('feed link', 'feed.link', 0, answers.link)
  const items = (answers.items ?? answers.entries ?? answers.episodes ?? []) as Answers[]
  for (const [at, item] of items.entries()) {
    add('title', 'title', at, item.title)
    add('link', 'link', at, item.link)
    // A podcast's id is that of its sound file where it has none of its own.
    if (!answers.episodes) add('id', 'id', at, item.id ?? givenIn(item.guid))
    add(
      'body',
      'body',
      at,
      givenIn(item.content) ?? item.description_html ?? item.summary ?? item.description,
    )
    const date = item.publishedParsed ?? item.pubDateParsed ?? item.updatedParsed ?? item.published
    if (typeof date === 'number' && date) add('date', 'date', at, new Date(date * 1000).toISOString())
    if (typeof date === 'string' && /^\d{4}-.*Z$/.test(date))
      add('date', 'date', at, new Date(date).toISOString())
    for (const one of (item.categories ?? []) as unknown[]) add('tag', 'tag', at, givenIn(one))
  }
  return checks
}

function givenIn(one: unknown): unknown {
  if (typeof one !== 'object' || one === null) return one
  const { value, label, term } = one as Answers
  return value ?? label ?? term
}

const listedFields: Record<string, [group: string, field: string]> = {
  id: ['id', 'id'],
  title: ['title', 'title'],
  link: ['link', 'link'],
  datePublished: ['date', 'date'],
  term: ['tag', 'tag'],
}

/** `# Item begin ###` lines with `title: #A#` between them. */
function listedChecks(text: string): Check[] {
  const [head = '', ...items] = text.split(/^# Item begin #+$/m)
  const lines = (part: string) =>
    [...part.matchAll(/^(\w+): #([\s\S]*?)#$/gm)].map(([, key = '', due = '']) => ({ key, due }))
  const ofFeed = lines(head).filter(({ key }) => key === 'title' || key === 'link')
  const checks = ofFeed.map(({ key, due }) => ({ group: `feed ${key}`, field: `feed.${key}`, at: 0, due }))
  for (const [at, item] of items.entries()) {
    const all = lines(item)
    for (const { key, due } of all) {
      const [group, field] = listedFields[key] ?? []
      if (!group || !field || !due || (field === 'id' && due.startsWith('hash:'))) continue
      checks.push({ group, field, at, due: field === 'date' ? new Date(`${due} UTC`).toISOString() : due })
    }
    const body = all.find(({ key }) => key === 'content') ?? all.find(({ key }) => key === 'description')
    if (body) checks.push({ group: 'body', field: 'body', at, due: body.due })
  }
  return checks
}
