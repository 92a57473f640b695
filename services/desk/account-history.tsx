// What has become of an account: who said what of it and when, and its posts by their states.
import { formatDate, isKey, t } from '../../config/i18n.ts'
import { listDone } from '../../db/audit.ts'
import { type AccountLine, findAccountPosts } from '../../db/known-accounts.ts'
import type { Deps } from '../deps.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { startOf } from './parts.tsx'

const EVENTS = 30
const POSTS = 5

export async function readHistory(db: Deps['db'], place: string, account: string) {
  return {
    events: await listDone(db, place, account, EVENTS),
    ...(await findAccountPosts(db, place, account, POSTS)),
  }
}

type HistoryProps = { c: DeskContext; account: AccountLine; history: Awaited<ReturnType<typeof readHistory>> }

export function AccountHistory({ c, account, history: { events, states, newest } }: HistoryProps) {
  const { language, place } = c.var
  const day = (at: Date) => formatDate(language, at, place.time_zone)
  const told = states.map((one) => `${t(language, `state.${one.state}`)} ${one.n}`).join(', ')
  const author = encodeURIComponent(account.handle ?? account.name ?? '')
  return (
    <>
      <section aria-labelledby="history">
        <h2 id="history">{t(language, 'accounts.history')}</h2>
        <ol class="history">
          {events.map((one) => (
            <li>
              <b>{kinds(c, one.detail)}</b>{' '}
              <span class="quiet">
                {one.actor}, {day(one.at)},{' '}
                {t(language, one.detail.agreement ? 'accounts.with' : 'accounts.without')}
              </span>
            </li>
          ))}
          <li class="quiet">{t(language, 'accounts.met', { day: day(account.created_at) })}</li>
        </ol>
      </section>
      {newest.length > 0 && (
        <section aria-labelledby="newest">
          <h2 id="newest">{t(language, 'accounts.newest')}</h2>
          <p class="quiet">{t(language, 'accounts.states', { told })}</p>
          <ul class="matches">
            {newest.map((one) => (
              <li>
                <a href={deskPath(c, `/posts/${one.public_id}`)}>{startOf(one)}</a>{' '}
                <span class="quiet">
                  {day(one.published_at)}, {t(language, `state.${one.state}`)}
                </span>
              </li>
            ))}
          </ul>
          <p>
            <a href={deskPath(c, `/inbox?state=&author=${author}`)}>{t(language, 'accounts.queue')}</a>
          </p>
        </section>
      )}
    </>
  )
}

/** "Asukas → Kumppani" of an event; of the first only what the account became. */
function kinds({ var: { language } }: DeskContext, { from, to }: Record<string, unknown>): string {
  const name = (kind: unknown) => {
    const key = `kind.${kind}`
    return isKey(key) ? t(language, key) : ''
  }
  return from ? t(language, 'accounts.set', { from: name(from), to: name(to) }) : name(to)
}
