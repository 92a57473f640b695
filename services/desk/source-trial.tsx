// What a try of a source has shown: how many posts would come, the first of them as cards, or why nothing came.
import { formatDate, isKey, type Key, type Language, pick, t } from '../../config/i18n.ts'
import type { FamilyWithTags } from '../../db/places.ts'
import type { Tried, TriedPost } from '../domain/trial.ts'
import type { Fault } from '../errors.ts'
import { faultWords } from '../visit-words.ts'
import type { DeskContext } from './layout.tsx'
import { Icon, Say } from './parts.tsx'

type Props = {
  c: DeskContext
  tried: Tried
  families: readonly FamilyWithTags[]
  kind: 'posts' | 'numbers'
  past: string | undefined
}

export function TrialResult({ c, tried, families, kind, past }: Props) {
  const { language } = c.var
  const { fault, notice, found, kept, days, cut, measures } = tried
  const came = found > 0
  return (
    <section class="tried" aria-labelledby="tried">
      <h2 id="tried">{t(language, 'try.title')}</h2>
      {fault && <Failed c={c} fault={fault} kind={kind} />}
      {came && (
        <Say tone="good" title={t(language, `try.found.${kind}`, { n: found, days })}>
          {kind === 'posts' && kept < found && t(language, 'try.kept', { n: kept })}{' '}
          {cut && t(language, 'try.cut')}
        </Say>
      )}
      {!came && !fault && <Say tone="good" title={t(language, cut ? 'try.slow' : 'try.none', { days })} />}
      {notice && <p>{noticeOf(language, notice, kind)}</p>}
      {tried.posts.length > 0 && (
        <ol class="cards">
          {tried.posts.map((post) => (
            <TriedCard c={c} post={post} families={families} />
          ))}
        </ol>
      )}
      {measures.length > 0 && (
        <ul>
          {measures.map(({ indicator, dim, period, value }) => (
            <li>
              {t(language, 'try.measure', {
                name: [nameOf(language, indicator), dim].filter(Boolean).join(', '),
                period,
                value: value ?? t(language, 'desk.unknown'),
              })}
            </li>
          ))}
        </ul>
      )}
      {past && <p class="quiet">{past}</p>}
      <p class="quiet">{t(language, 'try.nothing-kept')}</p>
    </section>
  )
}

const nameOf = (language: Language, indicator: string) => {
  const key = `indicator.${indicator}`
  return isKey(key) ? t(language, key) : indicator
}

function Failed({ c, fault, kind }: { c: DeskContext; fault: Fault; kind: Props['kind'] }) {
  const { language, place } = c.var
  if (fault.kind === 'budget') {
    const when = fault.retryAt && formatDate(language, fault.retryAt, place.time_zone, 'time')
    return (
      <Say tone="need" title={t(language, 'try.budget')}>
        {t(language, 'try.budget.when', { when: when ?? t(language, 'desk.unknown') })}
      </Say>
    )
  }
  if (fault.code === 'slow')
    return (
      <Say tone="need" title={t(language, 'try.slow')}>
        {t(language, 'try.slow.do')}
      </Say>
    )
  const told = wordsOf(language, { code: fault.code, kind: fault.kind, values: fault.values }, kind)
  return (
    <Say tone="need" title={told.what}>
      {told.do}
    </Say>
  )
}

function noticeOf(language: Language, notice: NonNullable<Tried['notice']>, kind: Props['kind']): string {
  const { what, do: act } = wordsOf(language, { ...notice, kind: null }, kind)
  return `${what} ${act}`
}

/** What it means for the wall is left out: nothing of it is on a wall yet. */
function wordsOf(
  language: Language,
  { code, kind, values }: { code: string; kind: string | null; values: Fault['values'] },
  of: Props['kind'],
) {
  const say = (key: Key, more: Fault['values']) => t(language, key, more)
  return faultWords(say, { kind: of, fault_kind: kind, fault_code: code, fault_values: values })
}

function TriedCard({ c, post, families }: { c: DeskContext; post: TriedPost } & Pick<Props, 'families'>) {
  const { language, place } = c.var
  const { rights, kept, atOnce } = post
  const labels = families
    .filter((one) => post.families.includes(one.id))
    .map((one) => pick(one.label, language, place.languages[0]))
  const author = post.author ?? t(language, post.unsigned ? 'try.unsigned' : 'card.unknown-author')
  return (
    <li>
      <p>
        <b>{rights.why === 'not-public' ? t(language, 'try.not-public') : author}</b>{' '}
        <span class="quiet">{formatDate(language, post.publishedAt, place.time_zone, 'time')}</span>
        {post.url && rights.why !== 'not-public' && (
          <>
            {' '}
            <a href={post.url} rel="noopener noreferrer">
              {t(language, 'try.original')}
            </a>
          </>
        )}
      </p>
      {post.title && rights.why !== 'not-public' && <h3 lang={post.lang ?? undefined}>{post.title}</h3>}
      {post.text && (
        <p lang={post.lang ?? undefined} dir="auto">
          {post.text}
        </p>
      )}
      <p class="quiet">
        {post.tags.length
          ? t(language, 'try.tags', { tags: post.tags.map((tag) => `#${tag}`).join(' ') })
          : t(language, 'try.no-tags')}
        {labels.length > 0 && ` ${t(language, 'try.families', { families: labels.join(', ') })}`}
      </p>
      <p class={kept && rights.shown !== 'never' ? 'shows' : 'shows not'}>
        <Icon
          name={!kept || rights.shown === 'never' ? 'eye-off' : rights.shown === 'link' ? 'link' : 'eye'}
        />
        <span>{t(language, kept ? shownKey(post, atOnce) : 'try.left-out')}</span>
      </p>
    </li>
  )
}

function shownKey({ rights, unsigned }: TriedPost, atOnce: boolean): Key {
  if (rights.shown === 'never')
    return rights.why === 'not-public' ? 'try.shown.not-public' : 'try.shown.never'
  if (rights.shown === 'link') return unsigned ? 'try.shown.unsigned' : 'try.shown.link'
  return atOnce ? 'try.shown.at-once' : 'try.shown.whole'
}
