// The twins folded into a card: in which channels the same was said, and what a decision on the card sends of them.
import { z } from 'zod'
import { formatDate, isKey, t } from '../../config/i18n.ts'
import type { SeenTwin } from '../decide.ts'
import type { DeskPost } from '../inbox.ts'
import { type DeskContext, deskPath } from './layout.tsx'

/** A post with the version that the person sees, so that an overtaken one is noticed: `p_….3`. */
export const seenOf = ({ public_id, version }: Pick<DeskPost, 'public_id' | 'version'>) =>
  `${public_id}.${version}`

export function readSeen(text: string, ctx: z.RefinementCtx): SeenTwin {
  const [, id, version] = /^(p_[a-z2-7]{12})\.(\d{1,9})$/.exec(text) ?? []
  if (id && version) return { id, version: Number(version) }
  ctx.addIssue({ code: 'custom', message: 'is not a post with its version' })
  return z.NEVER
}

export function SeenTwins({ post }: { post: DeskPost }) {
  return (
    <>
      {post.twins.map((one) => (
        <input type="hidden" name="twin" value={seenOf(one)} />
      ))}
    </>
  )
}

export function Twins({ c, post }: { c: DeskContext; post: DeskPost }) {
  const { language, place } = c.var
  if (!post.twins.length) return null
  return (
    <details class="same">
      <summary>{title(c, post)}</summary>
      <ul class="twins">
        {post.twins.map((one) => (
          <li>
            <a href={deskPath(c, `/posts/${one.public_id}`)}>{t(language, `channel.${one.channel}`)}</a>
            {`, ${formatDate(language, one.published_at, place.time_zone, 'time')}, `}
            {t(language, `state.${one.state}`)}
          </li>
        ))}
      </ul>
      <p class="quiet">{t(language, 'twins.text')}</p>
    </details>
  )
}

function title({ var: { language } }: DeskContext, { channel, twins }: DeskPost): string {
  const n = new Set([channel, ...twins.map((one) => one.channel)]).size
  if (n === 1) return t(language, 'twins.times', { n: twins.length + 1 })
  const key = `twins.channels.${n}`
  return t(language, isKey(key) ? key : 'twins.channels', { n })
}
