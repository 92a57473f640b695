// A ring of communication: who belongs to it, read by everybody and changed by editors.
import { t } from '../../config/i18n.ts'
import type { RingRow } from '../../db/audiences.ts'
import type { Fields } from '../same-origin.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'
import { RemoveRow, RowOf } from './plan-frame.tsx'
import { textOf } from './row-routes.ts'

type Props = { c: DeskContext; ring: RingRow | undefined; edits: boolean; seen: number; sent: Fields }

export function Ring({ c, ring, edits, seen, sent }: Props) {
  const { language } = c.var
  const own = ring?.id ?? 'new-ring'
  return (
    <details class="fold" open={Object.keys(sent).length > 0}>
      <summary>
        <b>{ring?.label ?? t(language, 'audiences.rings.add')}</b>{' '}
        {ring && <span class="quiet">{t(language, 'audiences.rings.n', { n: ring.members.length })}</span>}
      </summary>
      {edits ? (
        <>
          <Form c={c} action={deskPath(c, '/rings')} class="settings">
            <RowOf id={ring?.id} seen={seen} />
            <Field id={`${own}-label`} label={t(language, 'audiences.rings.label')}>
              <input
                id={`${own}-label`}
                name="label"
                type="text"
                required
                maxlength={120}
                value={textOf(sent.label) || (ring?.label ?? '')}
              />
            </Field>
            <Field id={`${own}-members`} label={t(language, 'audiences.rings.members')}>
              <textarea id={`${own}-members`} name="members" rows={8}>
                {textOf(sent.members) || (ring?.members.join('\n') ?? '')}
              </textarea>
            </Field>
            <button type="submit" class="button">
              {t(language, 'desk.save')}
            </button>
          </Form>
          {ring && <RemoveRow c={c} path={`/rings/${ring.id}`} name={ring.label} />}
        </>
      ) : (
        <ul>
          {ring?.members.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      )}
    </details>
  )
}
