// A source at the desk: its name, what can be done with it, and the card of one that has trouble.
import { formatDate, type Key, t } from '../../config/i18n.ts'
import type { listSources } from '../../db/sources.ts'
import { faultWords } from '../visit-words.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Form, Icon } from './parts.tsx'

export type SourceLine = Awaited<ReturnType<typeof listSources>>[number]

export function sourceName({ id, about }: Pick<SourceLine, 'id' | 'about'>): string {
  return about.title ?? id
}

export function SickSource({ c, source }: { c: DeskContext; source: SourceLine }) {
  const { language, place } = c.var
  const say = (key: Key, values: Record<string, string | number>) => t(language, key, values)
  const told = faultWords(say, source)
  const since = source.fault_since && formatDate(language, source.fault_since, place.time_zone, 'time')
  return (
    <article class="sick" id={source.id} aria-labelledby={`${source.id}-h`}>
      <header>
        <h2 id={`${source.id}-h`}>{sourceName(source)}</h2>
        <p class="need">
          <Icon name="unplug" />
          <b>{t(language, 'sources.since', { when: since ?? t(language, 'desk.unknown') })}</b>
        </p>
      </header>
      <dl>
        <div>
          <dt>{t(language, 'sources.what')}</dt>
          <dd>{told.what}</dd>
        </div>
        <div>
          <dt>{t(language, 'sources.means')}</dt>
          <dd>{told.means}</dd>
        </div>
        <div>
          <dt>{t(language, 'sources.do')}</dt>
          <dd>{told.do}</dd>
        </div>
        <div>
          <dt>{t(language, 'sources.next-try')}</dt>
          <dd>
            {source.next_at && formatDate(language, source.next_at, place.time_zone, 'time')}
            {source.failures > 1 && (
              <span class="quiet"> {t(language, 'sources.tries', { n: source.failures })}</span>
            )}
          </dd>
        </div>
      </dl>
      <SourceActions c={c} source={source} />
    </article>
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
