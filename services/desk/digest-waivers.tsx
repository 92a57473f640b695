// Before locking: every source in use that was not collected well enough, and the reason why it may pass.
import { t } from '../../config/i18n.ts'
import { channelName } from '../digest/view.ts'
import { isEnough } from '../domain/compare.ts'
import type { Bundle } from '../domain/digest-model.ts'
import { unexplained } from '../domain/digest-states.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'

export function Waivers({ c, bundle }: { c: DeskContext; bundle: Bundle }) {
  const { language } = c.var
  const open = unexplained(bundle)
  const weak = bundle.sources.filter((one) => one.used && !isEnough(one))
  const listed = weak.filter((one) => open.includes(one.id) || one.waived)
  if (!listed.length) return null
  return (
    <section aria-labelledby="waivers">
      <h2 id="waivers">{t(language, 'digests.waive')}</h2>
      <p>{t(language, 'digests.waive.lede', { n: open.length })}</p>
      {listed.map((one) => (
        <Form c={c} action={deskPath(c, `/digests/${bundle.quarter}/waive`)} class="settings">
          <input type="hidden" name="source" value={one.id} />
          <Field
            id={`waive-${one.id}`}
            label={t(language, 'digests.waive.reason', {
              source: one.title ?? `${channelName(language, one.channel)} (${one.id})`,
              days: one.days,
              of: one.of,
            })}
          >
            <input
              id={`waive-${one.id}`}
              name="reason"
              type="text"
              maxlength={300}
              value={one.waived?.reason ?? ''}
            />
          </Field>
          <button type="submit" class="button">
            {t(language, 'digests.waive.save')}
          </button>
        </Form>
      ))}
    </section>
  )
}
