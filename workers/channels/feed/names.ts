// Names of a feed's elements, the same however a document spells its prefixes.

// By the address without http(s), case, and what stands at its end.
const spaces: Record<string, string> = {
  'www.w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'purl.org/rss/1.0': 'rss',
  'purl.org/net/rss1.1': 'rss',
  'my.netscape.com/rdf/simple/0.9': 'rss',
  'channel.netscape.com/rdf/simple/0.9': 'rss',
  'my.netscape.com/publish/formats/rss-0.91.dtd': 'rss',
  'backend.userland.com/rss': 'rss',
  'backend.userland.com/rss2': 'rss',
  'blogs.law.harvard.edu/tech/rss': 'rss',
  'www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'search.yahoo.com/mrss': 'media',
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'www.w3.org/1999/xhtml': 'xhtml',
  'www.w3.org/xml/1998/namespace': 'xml',
}

/** The prefixes in force at an element; a document that declares none still means the usual ones. */
export type Scope = ReadonlyMap<string, string>

/** The scope of an element with these attributes. */
export function scopeOf(attributes: ReadonlyMap<string, string>, outer: Scope): Scope {
  let inner: Map<string, string> | undefined
  for (const [name, uri] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    const prefix = name.slice(6)
    const bare = uri
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/[/#?]+$/, '')
    inner ??= new Map(outer)
    inner.set(prefix, Object.hasOwn(spaces, bare) ? (spaces[bare] ?? prefix) : prefix)
  }
  return inner ?? outer
}

/** `space:local`, by the space's usual prefix. */
export function nameOf(raw: string, scope: Scope): { space: string; local: string } {
  const colon = raw.indexOf(':')
  const prefix = raw.slice(0, Math.max(0, colon))
  return { space: scope.get(prefix) ?? prefix, local: raw.slice(colon + 1) }
}
