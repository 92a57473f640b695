// The board of a place's sources: every one that is on, sick and well side by side, each with one line of how it is.
import { formatDate, t } from '../../config/i18n.ts'
import type { SourceLine } from '../source-lines.ts'
import { sourceName } from '../source-words.ts'
import type { DeskContext } from './layout.tsx'
import { Icon } from './parts.tsx'
import { channelName } from './source-words.ts'

export function Board({ c, sources }: { c: DeskContext; sources: readonly SourceLine[] }) {
  const { language } = c.var
  if (sources.length < 2) return null
  return (
    <nav aria-label={t(language, 'sources.board')}>
      <ul class="board">
        {sources.map((one) => {
          const { icon, tone, line } = signOf(c, one)
          return (
            <li>
              <a href={`#${one.id}`} class={tone}>
                <Icon name={icon} />
                <span>
                  <b>{sourceName(one)}</b> <span class="quiet">{channelName(c, one)}</span>{' '}
                  <span>{line}</span>
                </span>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function signOf(c: DeskContext, source: SourceLine): { icon: string; tone: 'need' | 'good'; line: string } {
  const { language, place, now } = c.var
  const on = (at: Date) => formatDate(language, at, place.time_zone)
  const when = (at: Date) => formatDate(language, at, place.time_zone, 'time')
  const { token, fault_since, last_ok_at } = source
  if (source.state === 'sick') {
    const since = fault_since ? when(fault_since) : t(language, 'desk.unknown')
    return { icon: 'unplug', tone: 'need', line: t(language, 'sources.since', { when: since }) }
  }
  if (token) {
    const key = token.expires_at <= now ? 'sources.board.ended' : 'sources.board.ends'
    return { icon: 'hourglass', tone: 'need', line: t(language, key, { day: on(token.expires_at) }) }
  }
  if (!last_ok_at) return { icon: 'clock', tone: 'good', line: t(language, 'sources.board.waiting') }
  return {
    icon: 'circle-check',
    tone: 'good',
    line: t(language, 'sources.board.well', { when: when(last_ok_at) }),
  }
}
