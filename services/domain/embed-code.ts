// The texts that a webmaster pastes: the element with its script, the same for a strict CMS, and a frame.

export type Embed = {
  /** Where the service is, without a slash at the end. */
  service: string
  place: string
  wall: string
  language: string
  /** The wall's name: what stands in the page until the posts are there, and names the frame. */
  title: string
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const script = ({ service }: Embed) => `<script src="${escaped(service)}/widgets/somewall.js" async></script>`
const link = (embed: Embed) =>
  `<a href="${escaped(embed.service)}/walls/${embed.place}/${embed.wall}?lang=${embed.language}">` +
  `${escaped(embed.title)}</a>`

/** For a page where scripts and own elements may be written. `inside` is the fragment, where a server includes it. */
export function embedElement(embed: Embed, inside = link(embed)): string {
  const { service, place, wall, language } = embed
  return (
    `<some-wall src="${escaped(service)}" place="${place}" wall="${wall}" lang="${language}">\n` +
    `  ${inside}\n</some-wall>\n${script(embed)}`
  )
}

/** For a CMS that strips unknown elements: a div and a link survive, the script stands once in the page's frame. */
export function embedDiv(embed: Embed): string {
  const { service, place, wall, language } = embed
  return (
    `<div data-somewall="${escaped(service)}" data-place="${place}" data-wall="${wall}" ` +
    `data-lang="${language}">${link(embed)}</div>\n${script(embed)}`
  )
}

/** For a page where no script may run. `width` is for oEmbed: no wider, and as good where a CMS drops the style. */
export function embedFrame(embed: Embed & { width?: number; height?: number }): string {
  const { service, place, wall, language, title, width, height = 900 } = embed
  return (
    `<iframe src="${escaped(service)}/embed/${place}/${wall}?lang=${language}" title="${escaped(title)}" ` +
    `${width ? 'width="100%" frameborder="0" ' : ''}height="${height}" loading="lazy" ` +
    'referrerpolicy="strict-origin-when-cross-origin" ' +
    `style="border:0;width:100%${width ? `;max-width:${width}px` : ''}"></iframe>`
  )
}

/** What a server may fetch and put inside the element; five minutes old is fresh enough. */
export function fragmentAddress({ service, place, wall, language }: Embed): string {
  return `${service}/fragment/${place}/${wall}?lang=${language}`
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
