// What a rule would have done in the past, before it is saved: how many posts, which ones, and how they stand.
import { formatDate, t } from '../../config/i18n.ts'
import type { PastMatch, Tryout } from '../rules.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { startOf } from './parts.tsx'

const SHOWN = 20

/** The page's only primary button stands here: what is seen is what is saved. */
export function Tried({ c, tried }: { c: DeskContext; tried: Tryout }) {
  const { language } = c.var
  const { looked, days, matches } = tried
  const against = matches.filter(({ post, would }) => post.state === 'shown' && would !== 'shown').length
  return (
    <section class="tried" aria-labelledby="tried">
      <h2 id="tried">{t(language, 'rules.tried', { n: matches.length })}</h2>
      <p>
        {t(language, 'rules.tried.of', { n: looked, days })}{' '}
        {against > 0 && <b>{t(language, 'rules.tried.against', { n: against })}</b>}
      </p>
      <ul class="matches">
        {matches.slice(0, SHOWN).map((one) => (
          <Match c={c} match={one} />
        ))}
      </ul>
      {matches.length > SHOWN && (
        <p class="quiet">{t(language, 'rules.tried.more', { n: matches.length - SHOWN })}</p>
      )}
      <p class="acts">
        <button type="submit" class="button main" name="do" value="save">
          {t(language, 'rules.save')}
        </button>
      </p>
      <p class="hint">{t(language, 'rules.save.hint')}</p>
    </section>
  )
}

function Match({ c, match: { post, because, would } }: { c: DeskContext; match: PastMatch }) {
  const { language, place } = c.var
  return (
    <li>
      <a href={deskPath(c, `/posts/${post.public_id}`)}>”{startOf(post)}”</a>
      <br />
      <span class="quiet">
        {post.name ?? post.handle ?? t(language, 'card.unknown-author')},{' '}
        {t(language, `channel.${post.channel}`)},{' '}
        {formatDate(language, post.published_at, place.time_zone, 'short')}
      </span>{' '}
      {because && <b>”{because}”</b>}{' '}
      {t(language, 'rules.would', { now: state(post.state), would: state(would) })}
    </li>
  )

  function state(one: PastMatch['would']): string {
    return t(language, `state.${one}`)
  }
}
