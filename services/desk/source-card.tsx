// A source at the desk: what can be done with it, and the card of one that has trouble or soon will.
import type { Child } from 'hono/jsx'
import { formatDate, t } from '../../config/i18n.ts'
import type { Deps } from '../deps.ts'
import { daysLeft } from '../domain/warnings.ts'
import type { SourceLine } from '../source-lines.ts'
import { endWords, sickWords, sourceName, type Told, tokenWords } from '../source-words.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Form, Icon } from './parts.tsx'
import { channelName, readerOf } from './source-words.ts'

type CardProps = { c: DeskContext; deps: Pick<Deps, 'channels'>; source: SourceLine }

export function SickSource({ c, deps, source }: CardProps) {
  const { language, place } = c.var
  const when = (at: Date) => formatDate(language, at, place.time_zone, 'time')
  const told = sickWords(deps, readerOf(c), source, source.shown)
  const more = [
    ...(source.token ? [[t(language, 'sources.token'), endWords(readerOf(c), source.token)] as const] : []),
    ...(source.next_at
      ? [
          [
            t(language, 'sources.next-try'),
            <>
              {when(source.next_at)}
              {source.failures > 1 && (
                <span class="quiet"> {t(language, 'sources.tries', { n: source.failures })}</span>
              )}
            </>,
          ] as const,
        ]
      : []),
  ]
  const sign = t(language, 'sources.since', {
    when: source.fault_since ? when(source.fault_since) : t(language, 'desk.unknown'),
  })
  return (
    <Card c={c} source={source} icon="unplug" sign={sign} told={told} more={more}>
      <SourceActions c={c} source={source} />
    </Card>
  )
}

/** A source that still works, or is not asked, and whose token ends soon or has ended. */
export function EndingSource({ c, deps, source }: CardProps) {
  const { language, now, place } = c.var
  const { token } = source
  if (!token) return null
  const n = daysLeft(token.expires_at, now, place.time_zone)
  const sign =
    token.expires_at <= now
      ? t(language, 'sources.ended')
      : n > 0
        ? t(language, 'sources.days-left', { n })
        : t(language, 'sources.last-day')
  const told = tokenWords(deps, readerOf(c), source, token, source.shown)
  return (
    <Card c={c} source={source} icon="hourglass" sign={sign} told={told} more={[]}>
      <div class="acts">
        <a class="button" href={deskPath(c, `/sources/${source.id}`)}>
          {t(language, 'token.renew.open')}
          <span class="vh">: {sourceName(source)}</span>
        </a>
      </div>
    </Card>
  )
}

type Facts = Omit<CardProps, 'deps'> & {
  icon: string
  sign: string
  told: Told
  more: readonly (readonly [what: string, how: Child])[]
  children: Child
}

function Card({ c, source, icon, sign, told, more, children }: Facts) {
  const { language } = c.var
  const lines = [
    [t(language, 'sources.what'), told.what] as const,
    [t(language, 'sources.means'), told.means] as const,
    [t(language, 'sources.do'), <Linked text={told.do} />] as const,
    ...more,
  ]
  return (
    <article class="sick" id={source.id} aria-labelledby={`${source.id}-h`}>
      <header>
        <h2 id={`${source.id}-h`}>
          {sourceName(source)} <span class="quiet">{channelName(c, source)}</span>
        </h2>
        <p class="need">
          <Icon name={icon} />
          <b>{sign}</b>
        </p>
      </header>
      <dl>
        {lines.map(([what, how]) => (
          <div>
            <dt>{what}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
      {children}
    </article>
  )
}

/** A sentence whose addresses can be followed: the exact page is one step away. */
function Linked({ text }: { text: string }) {
  return (
    <>
      {text.split(/(https:\/\/[^\s,)]+[^\s,.):;])/).map((part) =>
        part.startsWith('https://') ? (
          <a href={part} rel="noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  )
}

export function SourceActions({ c, source }: { c: DeskContext; source: SourceLine }) {
  const { language } = c.var
  const at = deskPath(c, `/sources/${source.id}`)
  const name = <span class="vh">: {sourceName(source)}</span>
  return (
    <div class="acts">
      {source.active && (
        <Form c={c} action={`${at}/collect`}>
          <button type="submit" class="button">
            <Icon name="refresh-cw" />
            {t(language, 'sources.collect')}
            {name}
          </button>
        </Form>
      )}
      <Form c={c} action={`${at}/switch`}>
        <button type="submit" class="button" name="active" value={source.active ? '0' : '1'}>
          {t(language, source.active ? 'sources.switch-off' : 'sources.on')}
          {name}
        </button>
      </Form>
      <a class="button plain" href={at}>
        {t(language, 'sources.settings')}
        {name}
      </a>
    </div>
  )
}
