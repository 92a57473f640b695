// A form that came after its session had ended: what was written goes along through the door and is sent again.
import type { Context } from 'hono'
import { z } from 'zod'
import { t } from '../../config/i18n.ts'
import { languageOf } from '../rim.tsx'
import { type Fields, readFields } from '../same-origin.ts'
import { Gate } from './gate.tsx'
import type { Door } from './login-page.tsx'
import { backTo } from './parts.tsx'

/** Where the form was going, and what was in it; the ended session's token is of no use any more. */
export type Kept = { to: string; fields: Fields }

const shape = z.record(z.string().max(200), z.union([z.string(), z.array(z.string())]))

/** What a form that nobody could be asked about had in it; undefined when it was nothing that somebody wrote. */
export async function keepForm(c: Context): Promise<Kept | undefined> {
  const url = new URL(c.req.url)
  const to = url.pathname + url.search
  if (c.req.method !== 'POST' || backTo(to, '') !== to || /^\/desk\/(log(in|out)|language)/.test(to))
    return undefined
  const { csrf: _, ...fields } = await readFields(c)
  // Not signed in yet in the other tab.
  if (to === '/desk/again') return readKept(fields)
  return Object.keys(fields).length ? { to, fields } : undefined
}

/** The same out of the door's own form. */
export function readKept({ to, kept }: { to?: unknown; kept?: unknown }): Kept | undefined {
  if (typeof kept !== 'string' || !kept || typeof to !== 'string' || backTo(to, '') !== to) return undefined
  try {
    const read = shape.safeParse(JSON.parse(kept))
    return read.success ? { to, fields: read.data } : undefined
  } catch {
    return undefined
  }
}

/** The fields that carry it through the door. */
export function KeptFields({ kept }: { kept: Kept }) {
  return (
    <>
      <input type="hidden" name="to" value={kept.to} />
      <input type="hidden" name="kept" value={JSON.stringify(kept.fields)} />
    </>
  )
}

type PageProps = { c: Context; door: Door; kept: Kept; csrf: string }

/** Behind the door: what was written, to be read once more and sent. */
export function KeptPage({ c, door, kept, csrf }: PageProps) {
  const language = languageOf(c)
  const all = Object.entries(kept.fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as const),
  )
  const long = all.filter(([, text]) => text.length > 40 || text.includes('\n'))
  const title = t(language, 'kept.title')
  return (
    <Gate language={language} places={door.places} title={title} path="/desk">
      <h1>{title}</h1>
      <p>{t(language, 'kept.text')}</p>
      {long.map(([, text]) => (
        <p class="kept" dir="auto">
          {text}
        </p>
      ))}
      <form method="post" action={kept.to}>
        <input type="hidden" name="csrf" value={csrf} />
        {all.map(([name, text]) => (
          <input type="hidden" name={name} value={text} />
        ))}
        <button type="submit" class="button main">
          {t(language, 'kept.send')}
        </button>
      </form>
      <p>
        <a href="/desk">{t(language, 'kept.leave')}</a>
      </p>
    </Gate>
  )
}
