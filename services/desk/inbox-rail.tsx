// Beside the queue: what waits and what is done, each with how many, and the filters.
import { pick, t } from '../../config/i18n.ts'
import { channels } from '../../config/place.ts'
import type { FamilyWithTags } from '../../db/places.ts'
import type { postStates } from '../../db/schema.ts'
import type { TopicRow } from '../../db/topics.ts'
import { may } from '../domain/roles.ts'
import type { InboxQuery } from '../inbox-query.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { amount, Icon, Shut } from './parts.tsx'

export type Counts = Record<(typeof postStates)[number] | 'undescribed' | 'answer' | 'removals', number>

type RailProps = {
  c: DeskContext
  query: InboxQuery
  families: readonly FamilyWithTags[]
  topics: readonly TopicRow[]
  counts: Counts
  /** Which of the queues is on the page. */
  which: string
}

export function Rail({ c, query, families, topics, counts, which }: RailProps) {
  const { language, role } = c.var
  const link = (name: keyof Counts, label: string, path: string) => (
    <li>
      <a href={deskPath(c, path)} aria-current={which === name ? 'page' : undefined}>
        {label} <b data-count={name}>{amount(language, counts[name])}</b>
      </a>
    </li>
  )
  const state = (name: (typeof postStates)[number]) =>
    link(name, t(language, `inbox.state.${name}`), `/inbox?state=${name}`)
  return (
    <div class="rail">
      <div class="rail-open">
        <button class="button" type="button" popovertarget="queues">
          <Icon name="inbox" />
          {t(language, 'inbox.queues')}
        </button>
        <button class="button" type="button" popovertarget="filters">
          <Icon name="list-filter" />
          {t(language, 'inbox.filter')}
        </button>
      </div>
      <nav class="drawer" id="queues" popover="auto" aria-label={t(language, 'inbox.queues')}>
        <Shut language={language} target="queues" />
        <p class="label">{t(language, 'inbox.do')}</p>
        <ul class="counts">
          {state('new')}
          {link('undescribed', t(language, 'inbox.undescribed'), '/inbox?undescribed=1')}
          {link('answer', t(language, 'inbox.answer'), '/inbox?answer=1')}
          {may(role, 'edit') && link('removals', t(language, 'settings.removals'), '/removals')}
          <li>
            <a href={deskPath(c, '/lift')}>{t(language, 'inbox.candidates')}</a>
          </li>
        </ul>
        <p class="label">{t(language, 'inbox.done')}</p>
        <ul class="counts">
          {state('shown')}
          {state('stashed')}
          {state('hidden')}
        </ul>
      </nav>
      <Filters c={c} query={query} families={families} topics={topics} />
    </div>
  )
}

type FilterProps = Pick<RailProps, 'c' | 'query' | 'families' | 'topics'>
type Choice = 'family' | 'channel' | 'kind' | 'language' | 'theme' | 'audience'

function Filters({ c, query, families, topics }: FilterProps) {
  const { language, place } = c.var
  const lines = (kind: 'theme' | 'audience') =>
    topics
      .filter((one) => one.kind === kind)
      .map((one): [string, string] => [one.id, pick(one.label, language, place.languages[0])])
  const choice = (name: Choice, options: readonly [string, string][]) => (
    <div class="field">
      <label for={name}>{t(language, `inbox.${name}`)}</label>
      <select id={name} name={name}>
        <option value="">{t(language, 'desk.all')}</option>
        {options.map(([value, label]) => (
          <option value={value} selected={query[name] === value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <search>
      <form
        class="filters drawer"
        id="filters"
        popover="auto"
        method="get"
        action={deskPath(c, '/inbox')}
        aria-label={t(language, 'inbox.filter.label')}
      >
        <Shut language={language} target="filters" />
        <p class="label">{t(language, 'inbox.filter')}</p>
        <input type="hidden" name="state" value={query.state ?? ''} />
        {query.undescribed && <input type="hidden" name="undescribed" value="1" />}
        {query.answer && <input type="hidden" name="answer" value="1" />}
        <div class="field">
          <label for="text">{t(language, 'inbox.text')}</label>
          <input id="text" name="text" type="search" value={query.text ?? ''} maxlength={200} />
        </div>
        {choice(
          'family',
          families.map((one) => [one.id, pick(one.label, language, place.languages[0])]),
        )}
        {choice(
          'channel',
          channels.map((one) => [one, t(language, `channel.${one}`)]),
        )}
        {choice(
          'kind',
          (['own', 'partner', 'other'] as const).map((one) => [one, t(language, `kind.group.${one}`)]),
        )}
        {choice(
          'language',
          (['fi', 'sv', 'en', 'se'] as const).map((one) => [one, t(language, `lang.${one}`)]),
        )}
        {choice('theme', lines('theme'))}
        {choice('audience', lines('audience'))}
        <div class="field">
          <label for="author">{t(language, 'inbox.author')}</label>
          <input id="author" name="author" type="search" value={query.author ?? ''} maxlength={200} />
        </div>
        {(['from', 'to'] as const).map((one) => (
          <div class="field">
            <label for={one}>{t(language, `inbox.${one}`)}</label>
            <input id={one} name={one} type="date" value={query[one] ?? ''} />
          </div>
        ))}
        <button type="submit" class="button">
          {t(language, 'inbox.filter')}
        </button>
      </form>
    </search>
  )
}
