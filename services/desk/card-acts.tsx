// What may be done with a post: its moves in the order of the keys, and what is needed more seldom.
import { type Key, type Language, t } from '../../config/i18n.ts'
import { decisionReasons } from '../../db/schema.ts'
import { liftNeeds } from '../domain/curation.ts'
import type { DeskPost } from '../inbox.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Icon, Kbd } from './parts.tsx'

/** A picture that could be shown if somebody said what is in it. */
export const wantsWords = (post: DeskPost) =>
  post.footing.rights.shown === 'whole' && post.media.some((one) => one.missing.length > 0)

/** What may be done, in the order of the keys; the first is the main one of the card that is worked on. */
export function Acts({ c, post, main }: { c: DeskContext; post: DeskPost; main: boolean }) {
  const { language } = c.var
  return (
    <div class="acts">
      {movesOf(post).map(({ key, action, label, icon }, nth) => (
        <Move action={action} keyed={key} icon={icon} main={main && nth === 0} label={t(language, label)} />
      ))}
      <More c={c} post={post} />
    </div>
  )
}

type PossibleMove = { key: number; action: string; label: Key; icon: string }

function movesOf(post: DeskPost): PossibleMove[] {
  const { state, lift, footing } = post
  const { shown } = footing.rights
  const wordless = wantsWords(post)
  const found: PossibleMove[] = []
  if (state === 'shown' && wordless)
    found.push({ key: 1, action: 'describe', label: 'act.describe', icon: 'image' })
  if (state !== 'shown' && shown === 'link')
    found.push({ key: 1, action: 'show', label: 'act.show-link', icon: 'link' })
  if (state !== 'shown' && shown === 'whole')
    found.push({ key: 1, action: 'show', label: wordless ? 'act.save-show' : 'act.show', icon: 'eye' })
  if (state !== 'hidden') found.push({ key: 2, action: 'hide', label: 'act.hide', icon: 'eye-off' })
  if (state !== 'stashed') found.push({ key: 3, action: 'stash', label: 'act.stash', icon: 'archive' })
  const raised = { key: 4, icon: 'arrow-up-from-line' }
  if (lift) found.push({ ...raised, action: 'unlift', label: 'act.unlift' })
  else if (state !== 'hidden' && liftNeeds(footing).length === 0)
    found.push({ ...raised, action: 'lift', label: 'act.lift' })
  return found
}

type MoveProps = { action: string; keyed: number; icon: string; main?: boolean; label: string }

function Move({ action, keyed, icon, main, label }: MoveProps) {
  return (
    <button
      type="submit"
      class={main ? 'button main' : 'button'}
      name="action"
      value={action}
      aria-keyshortcuts={String(keyed)}
    >
      <Icon name={icon} />
      {label} <Kbd>{keyed}</Kbd>
    </button>
  )
}

function More({ c, post }: { c: DeskContext; post: DeskPost }) {
  const { language } = c.var
  const pinned = post.pins.includes('')
  return (
    <details class="more">
      <summary class="button">{t(language, 'act.more')}</summary>
      <div>
        {post.state !== 'hidden' && post.footing.rights.shown !== 'never' && (
          <Move
            action={pinned ? 'unpin' : 'pin'}
            keyed={5}
            icon="pin"
            label={t(language, pinned ? 'act.unpin' : 'act.pin')}
          />
        )}
        {post.url && (
          <a
            class="button original"
            href={post.url}
            rel="noopener noreferrer"
            target="_blank"
            aria-keyshortcuts="o"
          >
            <Icon name="external-link" />
            {t(language, 'act.original')}
            <span class="vh"> ({t(language, 'act.new-tab')})</span> <Kbd>O</Kbd>
          </a>
        )}
        <a class="button" href={deskPath(c, `/posts/${post.public_id}`)}>
          <Icon name="info" />
          {t(language, 'act.history')}
        </a>
        <Reasons language={language} id={`${post.public_id}-reason`} />
        <div class="field">
          <label for={`${post.public_id}-note`}>{t(language, 'act.note')}</label>
          <input id={`${post.public_id}-note`} name="note" type="text" maxlength={500} />
        </div>
      </div>
    </details>
  )
}

/** Why a post is hidden or kept away, by our own codes. */
export function Reasons({ language, id }: { language: Language; id: string }) {
  return (
    <div class="field">
      <label for={id}>{t(language, 'act.reason')}</label>
      <select id={id} name="reason">
        <option value="">{t(language, 'act.reason.none')}</option>
        {decisionReasons.map((one) => (
          <option value={one}>{t(language, `reason.${one}`)}</option>
        ))}
      </select>
    </div>
  )
}
