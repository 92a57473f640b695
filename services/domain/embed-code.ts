// The texts that a webmaster pastes: the element with its script, the same for a strict CMS, and frames.

export type Embed = {
  /** Where the service is, without a slash at the end. */
  service: string
  place: string
  wall: string
  language: string
  /** The wall's name: what stands in the page until the posts are there, and names the frame. */
  title: string
  look?: Look
}
/** How the wall is to be drawn, where it is not the usual way. */
export type Look = {
  layout?: string
  limit?: number
  theme?: string
  /** Level of the wall's heading; 0 where the page has one of its own. */
  heading?: number
  family?: string
  channel?: string
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const chosen = ({ look = {} }: Embed) =>
  Object.entries(look)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]): [string, string] => [name, String(value)])
const asAttributes = (embed: Embed, prefix = '') =>
  chosen(embed)
    .map(([name, value]) => ` ${prefix}${name === 'heading' ? 'heading-level' : name}="${escaped(value)}"`)
    .join('')
const script = ({ service }: Embed, file: string) =>
  `<script src="${escaped(service)}/widgets/${file}" async></script>`
const asQuery = (embed: Embed) => String(new URLSearchParams([['lang', embed.language], ...chosen(embed)]))
const link = (embed: Embed) =>
  `<a href="${escaped(embed.service)}/walls/${embed.place}/${embed.wall}?lang=${embed.language}">` +
  `${escaped(embed.title)}</a>`

/** For a page where scripts and own elements may be written. `inside` is the fragment, where a server includes it. */
export function embedElement(embed: Embed, inside = link(embed)): string {
  const { service, place, wall, language } = embed
  const more = asAttributes(embed)
  return (
    `<some-wall src="${escaped(service)}" place="${place}" wall="${wall}" lang="${language}"${more}>\n` +
    `  ${inside}\n</some-wall>\n${script(embed, 'somewall.js')}`
  )
}

/** For a CMS that strips unknown elements: a div and a link survive, the script stands once in the page's frame. */
export function embedDiv(embed: Embed): string {
  const { service, place, wall, language } = embed
  const more = asAttributes(embed, 'data-')
  return (
    `<div data-somewall="${escaped(service)}" data-place="${place}" data-wall="${wall}" ` +
    `data-lang="${language}"${more}>${link(embed)}</div>\n${script(embed, 'somewall.js')}`
  )
}

/** For a page where no script may run; where one may, `embedFrameScript` gives it the height of the wall. */
export function embedFrame(embed: Embed): string {
  const { service, place, wall, title } = embed
  return frame(`${service}/embed/${place}/${wall}?${asQuery(embed)}`, title, 900, ' loading="lazy"')
}

/** Once in a page: gives every frame of ours the height that it tells. */
export function embedFrameScript(embed: Embed): string {
  return script(embed, 'frame.js')
}

/** What oEmbed answers: a short preview. Where a CMS hides the frame until it speaks, the link stands in its place. */
export function embedPreview(embed: Embed & { width: number; height: number }): string {
  const { service, place, wall, language, title, height } = embed
  const preview = frame(`${service}/embed/${place}/${wall}/preview?lang=${language}`, title, height)
  return `<blockquote>${link(embed)}</blockquote>${preview}`
}

// Attributes, not a style: a page with a strict policy would refuse that.
function frame(address: string, title: string, height: number, more = ''): string {
  return (
    `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${height}" ` +
    `frameborder="0"${more} referrerpolicy="strict-origin-when-cross-origin"></iframe>`
  )
}

/** What a public screen opens: as large as it is, with one story at a time, whatever the wall's layout elsewhere. */
export function screenAddress(embed: Embed): string {
  const { layout: _, heading: __, ...look } = embed.look ?? {}
  return `${embed.service}/walls/${embed.place}/${embed.wall}?${asQuery({ ...embed, look })}&screen=1`
}

/** What a server may fetch and put inside the element; a minute old is fresh enough, and five. */
export function fragmentAddress(embed: Embed): string {
  return `${embed.service}/fragment/${embed.place}/${embed.wall}?${asQuery(embed)}`
}

/**
 * One rule that keeps the wall's room free until its posts are there, so that nothing below it moves: cards as they
 * usually come out, and a little more. `posts` and `lead` are how many the wall has now.
 */
export function reserveRule({ posts, lead, list }: { posts: number; lead: number; list?: boolean }): string {
  const rule = (rem: number) => `some-wall,[data-somewall]{display:block;min-height:${Math.ceil(rem)}rem}`
  if (list) return rule(26 + 14 * (posts + lead))
  const rows = (columns: number) => Math.ceil(posts / columns) * 32
  const [narrow, middle, wide] = [
    38 + 30 * (lead + posts),
    25 + (lead && 38 + 16 * lead) + rows(2),
    25 + (lead && 48) + rows(4),
  ]
  return `${rule(narrow)}\n@media (min-width:48em){${rule(middle)}}\n@media (min-width:72em){${rule(wide)}}`
}
