// The bar that says what was just decided and takes it back.
import { t } from '../../config/i18n.ts'
import type { DeskPost } from '../inbox.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Form, Icon, Kbd, startOf } from './parts.tsx'

/** `along`: on how many twins the same was decided. */
export type Done = { post: DeskPost; action: keyof typeof doneKeys; along: number }
const doneKeys = {
  show: 'done.show',
  hide: 'done.hide',
  stash: 'done.stash',
  pin: 'done.pin',
  unpin: 'done.unpin',
  lift: 'done.lift',
  unlift: 'done.unlift',
  undo: 'done.undo',
} as const

/** Stands where the decided card stood, until the next decision; the script fills it in when it decides in place. */
export function Undo({ c, done, back }: { c: DeskContext; done: Done | undefined; back: string }) {
  const { language } = c.var
  const id = done?.post.public_id ?? ''
  return (
    <Form c={c} action={deskPath(c, `/posts/${id || 'none'}/decisions`)} class="undo" hidden={!done}>
      <input type="hidden" name="version" value={done?.post.version ?? ''} />
      <input type="hidden" name="back" value={back} />
      <p role="status">{done && doneWords(c, done)}</p>
      {done?.action !== 'undo' && (
        <button type="submit" class="button" name="action" value="undo" aria-keyshortcuts="z">
          <Icon name="undo-2" />
          {t(language, 'act.undo')} <Kbd>Z</Kbd>
        </button>
      )}
    </Form>
  )
}

/** "Piilotettu: ”Myydään moottorikelkka”, Bluesky ja 2 muuta samanlaista" */
export function doneWords(c: DeskContext, { post, action, along }: Done): string {
  const { language } = c.var
  const channel = t(language, `channel.${post.channel}`)
  const more = along ? ` ${t(language, 'done.along', { n: along })}` : ''
  return `${t(language, doneKeys[action])}: ”${startOf(post)}”, ${channel}${more}`
}
