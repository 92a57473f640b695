// Which stories of a WordPress site are asked for: its own numbers of a category and of our hashtags.
import { tagFold, tagKey } from '../../../services/domain/tags.ts'
import { Fault } from '../../../services/errors.ts'
import { nameOf } from './post.ts'
import { type Ask, readList, type Site } from './site.ts'

type Wanted = { category?: string | undefined; which?: 'all' | 'tagged' | undefined; tags: readonly string[] }

/** The part of the question that says which stories; undefined when the site has none such. */
export async function filterOf(
  { category, which, tags }: Wanted,
  ask: Ask,
  site: Site,
): Promise<Record<string, string> | undefined> {
  const filter: Record<string, string> = {}
  if (category) {
    const list = await readTerms('categories', [category], ask, site)
    if (!list[0])
      throw new Fault('gone', `no category ${category}`, {
        code: 'wordpress-no-category',
        values: { host: new URL(site.given).host, category },
      })
    filter.categories = list.map((one) => one.id).join()
  }
  if (which === 'tagged') {
    const keys = new Set(tags.map(tagKey))
    const list = await readTerms('tags', [...new Set(tags.flatMap(slugsOf))], ask, site)
    // The short name has lost its dots: #häme and #hame share one, and only the tag's name tells them apart.
    const ours = list.filter(({ name }) => keys.has(tagKey(name.replace(/[^\p{L}\p{M}\p{N}_]/gu, ''))))
    if (!ours.length) return undefined
    filter.tags = ours.map((one) => one.id).join()
  }
  return filter
}

/** How WordPress shortens a tag's name: without dots, in a German site with e, and in some sites not at all. */
function slugsOf(tag: string): string[] {
  const key = tagKey(tag)
  return [tagFold(tag), key.replace(/[äö]/g, (letter) => (letter === 'ä' ? 'ae' : 'oe')), key]
}

async function readTerms(what: 'tags' | 'categories', slugs: string[], ask: Ask, site: Site) {
  const found = new Map<number, { id: number; name: string }>()
  for (let from = 0; from < slugs.length; from += 50) {
    const slug = slugs.slice(from, from + 50).join()
    const list = readList(await ask(what, { slug, per_page: '100', _fields: 'id,name,slug' }), site.given)
    for (const one of list) {
      const [id, name] = [(one as { id?: unknown } | null)?.id, nameOf(one)]
      if (typeof id === 'number' && name) found.set(id, { id, name })
    }
  }
  return [...found.values()]
}
