// The pictures that stand beside a story: media:*, enclosures, a podcast's picture.
import type { Counts } from '../../../services/domain/source.ts'
import { lineOf } from '../plain.ts'
import { size } from './content.ts'
import { addressIn, childrenOf, type Element, textOf } from './elements.ts'
import type { Entry } from './entry.ts'

type Media = Entry['media']

/** Of an item or entry. */
export function readMedia(story: Element): Media {
  const groups = [story, ...childrenOf(story, 'media:group')]
  const found = [...groups.flatMap(readGroup), ...childrenOf(story, 'enclosure').flatMap(readEnclosure)]
  if (found.length) return found
  const picture = childrenOf(story, 'itunes:image').map((one) =>
    addressIn(one, one.attributes.get('href')),
  )[0]
  return picture ? [plain(picture)] : []
}

/** What media:community tells of an entry's reception: YouTube's feeds have views, and likes as "ratings". */
export function readCommunity(story: Element): Counts {
  const groups = [story, ...childrenOf(story, 'media:group')]
  const community = groups.flatMap((one) => childrenOf(one, 'media:community'))
  const count = (name: string, attribute: string) => {
    const [told] = community
      .flatMap((one) => childrenOf(one, name))
      .map((one) => one.attributes.get(attribute))
    return /^\d{1,15}$/.test(told ?? '') ? Number(told) : null
  }
  return { views: count('media:statistics', 'views'), likes: count('media:starrating', 'count') }
}

/** What an `<enclosure url>` or an Atom `<link rel="enclosure" href>` brings: pictures; nothing for sound and files. */
export function readEnclosure(one: Element): Media {
  const url = addressIn(one, one.attributes.get('url') ?? one.attributes.get('href'))
  return url && isPicture(one.attributes.get('type'), url) ? [plain(url)] : []
}

function readGroup(group: Element): Media {
  const contents = childrenOf(group, 'media:content')
  const described = textOf(childrenOf(group, 'media:description')[0])
  const pictures = contents.flatMap((one): Media => {
    const [medium, type, url] = ['medium', 'type', 'url'].map((name) => one.attributes.get(name))
    if (medium ? medium !== 'image' : !isPicture(type, url ?? '')) return []
    const alt = lineOf(textOf(childrenOf(one, 'media:description')[0]) || described)
    return [{ url: addressIn(one, url), kind: 'image', alt, ...sizeOf(one) }]
  })
  if (pictures.length) return pictures
  // A video shows its still picture; a bare thumbnail is all the picture there is.
  const moving = contents.some(
    (one) =>
      one.attributes.get('medium') === 'video' || /^video|flash/.test(one.attributes.get('type') ?? ''),
  )
  const still = [group, ...contents].flatMap((one) => childrenOf(one, 'media:thumbnail'))[0]
  if (!still) return []
  const url = addressIn(still, still.attributes.get('url') ?? textOf(still))
  return [{ url, kind: moving ? 'video' : 'image', alt: null, ...sizeOf(still) }]
}

function isPicture(type: string | undefined, url: string): boolean {
  return type ? type.startsWith('image/') : /\.(jpe?g|png|webp|gif|avif)$/i.test(url.replace(/[?#].*/, ''))
}

function sizeOf(one: Element): { width: number | null; height: number | null } {
  return { width: size(one.attributes.get('width')), height: size(one.attributes.get('height')) }
}

function plain(url: string): Media[number] {
  return { url, kind: 'image', alt: null, width: null, height: null }
}
