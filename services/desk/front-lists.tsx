// The lists of the front page: what waits for the person, what the clock says, and the sources that need them.
import { formatDate, type Key, pick, t } from '../../config/i18n.ts'
import { awayWords, dayWords } from '../clock-words.ts'
import { daysBetween } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import { endWords, sourceName } from '../source-words.ts'
import { answerBy, type Today } from '../today.ts'
import { faultWords } from '../visit-words.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { amount, Icon } from './parts.tsx'
import { readerOf } from './source-words.ts'

type RowProps = { href: string; n: string; what: string; why: string }

function Row({ href, n, what, why }: RowProps) {
  return (
    <li>
      <a href={href}>
        <b class="n">{n}</b>
        <span>
          <b>{what}</b> <span>{why}</span>
        </span>
      </a>
    </li>
  )
}

export function Waiting({ c, today }: { c: DeskContext; today: Today }) {
  const { language, place, role } = c.var
  const short = (day: string) => formatDate(language, new Date(`${day}T12:00:00Z`), 'UTC', 'short')
  const days = today.oldest ? daysBetween(today.oldest, today.today) : 0
  const { waiting, undescribed, answers, ending } = today
  const answered = today.answered.filter((one) => one.settled_by !== c.var.visitor.name).length
  const removals = may(role, 'edit') ? today.removals.waiting : 0
  const [asked, ends] = [removals ? today.removals.open[0] : undefined, ending[0]]
  return (
    <section aria-labelledby="waits">
      <h2 id="waits">{t(language, 'today.waits')}</h2>
      {waiting + undescribed + answers + answered + removals + ending.length === 0 && (
        <p class="quiet">{t(language, 'today.nothing')}</p>
      )}
      <ul class="todo">
        {waiting > 0 && (
          <Row
            href={deskPath(c, '/inbox')}
            n={amount(language, waiting)}
            what={t(language, 'today.new', { n: waiting })}
            why={days > 0 ? t(language, 'today.new.detail', { days }) : t(language, 'today.new.today')}
          />
        )}
        {undescribed > 0 && (
          <Row
            href={deskPath(c, '/inbox?undescribed=1')}
            n={amount(language, undescribed)}
            what={t(language, 'today.undescribed', { n: undescribed })}
            why={t(language, 'today.undescribed.detail')}
          />
        )}
        {answers > 0 && (
          <Row
            href={deskPath(c, '/inbox?answer=1')}
            n={amount(language, answers)}
            what={t(language, 'today.answers', { n: answers })}
            why={t(language, 'today.answers.detail')}
          />
        )}
        {answered > 0 && (
          <Row
            href={deskPath(c, '/inbox?answer=1#answered')}
            n={amount(language, answered)}
            what={t(language, 'today.answered', { n: answered })}
            why={t(language, 'today.answered.detail')}
          />
        )}
        {asked && (
          <Row
            href={deskPath(c, '/removals')}
            n={String(removals)}
            what={t(language, 'today.removals', { n: removals })}
            why={t(language, 'today.removals.detail', { day: short(answerBy(asked.at, place.time_zone)) })}
          />
        )}
        {ends?.until && (
          <Row
            href={deskPath(c, ends.public_id ? `/posts/${ends.public_id}` : '/inbox?state=shown')}
            n={String(ending.length)}
            what={t(language, 'today.consents', { n: ending.length })}
            why={t(language, 'today.consents.detail', { day: short(ends.until) })}
          />
        )}
      </ul>
    </section>
  )
}

/** What is late and what comes next by the clock. */
export function Rounds({ c, today }: { c: DeskContext; today: Today }) {
  const { language, place } = c.var
  const { late, soon } = today.clock
  return (
    <section aria-labelledby="rounds">
      <h2 id="rounds">
        {t(language, 'today.clock')}
        {late.length > 0 && <span class="need">{t(language, 'clock.members.late', { n: late.length })}</span>}
      </h2>
      <ul class="todo">
        {[...late, ...soon].map((one) => (
          <li>
            <a href={deskPath(c, `/clock#${one.item.id}-${one.key}`)}>
              <span class={one.state === 'late' ? 'n need' : 'n'}>
                <Icon name={one.state === 'late' ? 'circle-alert' : 'hourglass'} />
              </span>
              <span>
                <b>{pick(one.item.label, language, place.languages[0])}</b>{' '}
                <span>
                  {dayWords(language, one.day)}, {awayWords(language, today.today, one.day)}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {late.length + soon.length === 0 && (
        <p class="quiet">
          {t(language, 'today.clock.none')}{' '}
          <a href={deskPath(c, '/clock')}>{t(language, 'today.clock.open')}</a>
        </p>
      )}
    </section>
  )
}

type SourceRowProps = { c: DeskContext; id: string; icon: string; name: string; why: string }

function SourceRow({ c, id, icon, name, why }: SourceRowProps) {
  return (
    <li>
      <a href={deskPath(c, `/sources#${id}`)}>
        <span class="n need">
          <Icon name={icon} />
        </span>
        <span>
          <b>{name}</b> <span>{why}</span>
        </span>
      </a>
    </li>
  )
}

export function Sources({ c, today }: { c: DeskContext; today: Today }) {
  const { language } = c.var
  const { sources, sick, tokens } = today
  const needy = sick.length + tokens.length
  const say = (key: Key, values: Record<string, string | number>) => t(language, key, values)
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">
        {t(language, 'today.sources')}
        {needy > 0 && (
          <span class="quiet">
            {t(language, 'today.sources.count', { well: sources.well - tokens.length, sick: needy })}
          </span>
        )}
      </h2>
      <ul class="todo">
        {sick.map((one) => (
          <SourceRow c={c} id={one.id} icon="unplug" name={sourceName(one)} why={faultWords(say, one).what} />
        ))}
        {tokens.map((one) => (
          <SourceRow
            c={c}
            id={one.source_id}
            icon="hourglass"
            name={sourceName({ id: one.source_id, about: one.about })}
            why={endWords(readerOf(c), one)}
          />
        ))}
      </ul>
      {needy === 0 && (
        <p class="quiet">
          {sources.well > 0
            ? t(language, 'today.sources.well', { n: sources.well })
            : t(language, 'today.sources.none')}{' '}
          {sources.well === 0 && t(language, 'today.sources.off')}{' '}
          <a href={deskPath(c, '/sources')}>{t(language, 'today.sources.open')}</a>
        </p>
      )}
    </section>
  )
}
