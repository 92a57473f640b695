// What single settings may look like, each with the words that are said when it does not.
import { isIP } from 'node:net'
import { z } from 'zod'
import { channels, meters } from './place.ts'

export const number = (low: number, high: number) => {
  const error = `must be a whole number from ${low} to ${high}`
  return z
    .string()
    .regex(/^\d{1,9}$/, error)
    .transform(Number)
    .refine((n) => n >= low && n <= high, error)
}
/** A list separated by commas; what `fits` refuses is named one by one. */
export const list = (fits: (one: string) => boolean, ought: string) =>
  z.string().transform((text, ctx) => {
    const parts = text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
    for (const part of parts)
      if (!fits(part)) ctx.addIssue({ code: 'custom', message: `holds ${part}, but each part ${ought}` })
    return parts
  })
export const url = (protocol: RegExp, ought: string) => z.url({ protocol, error: ought })
export const address = url(/^https?$/, 'must be an http or https address').refine((text) => {
  const parts = URL.parse(text)
  // What is no address at all has been complained of by the line above.
  return !parts || (!parts.username && parts.pathname === '/' && !parts.search && !parts.hash)
}, 'must be only the host, like https://somewall.example.org, without a path')
export const secret = z.string().min(32, 'must be at least 32 characters long')

export function isHostAndPort(text: string): boolean {
  const port = Number(/^(?:\[[0-9a-f:.]+\]|[^\s:/@]+):(\d{1,5})$/i.exec(text)?.[1])
  return port >= 1 && port <= 65535
}

export function isNetwork(text: string): boolean {
  const [ip = '', bits, ...rest] = text.split('/')
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(ip)] ?? -1
  return (
    !rest.length && longest > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
  )
}

// What stands here goes into a header, so nothing but an origin may pass.
export const isFrameAncestor = (text: string) =>
  text === '*' || /^https?:\/\/(\*\.)?[a-z0-9.-]+(:(\d{1,5}|\*))?$/i.test(text)

export const platformUrls = z.string().transform((text, ctx) => {
  const ought = 'must be JSON of channel to base address, like {"mastodon":"http://127.0.0.1:9000"}'
  const names = [...channels, ...meters, 'entra'] as const
  try {
    const read = z.partialRecord(z.enum(names), z.url()).parse(JSON.parse(text))
    return read as Record<string, string>
  } catch {
    ctx.addIssue({ code: 'custom', message: ought })
    return z.NEVER
  }
})

/** Which directory lets people in at which places: `GUID=kemijarvi,GUID=posio`, one at several if need be. */
export const tenants = list(
  (one) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}=[a-z0-9][a-z0-9-]{1,39}$/i.test(one),
  'must be the id of a directory, = and a place, like 1b4e28ba-2fa1-11d2-883f-0016d3cca427=kemijarvi',
).transform((parts) => {
  const places = new Map<string, string[]>()
  for (const part of parts) {
    const [id = '', place = ''] = part.split('=')
    places.set(id.toLowerCase(), [...(places.get(id.toLowerCase()) ?? []), place])
  }
  return [...places].map(([id, at]) => ({ id, places: at }))
})
