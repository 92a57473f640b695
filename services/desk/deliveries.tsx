// Who got a digest and what they answered: how each mail went, replies, and sending to those who have not got it.
import { formatDate, t } from '../../config/i18n.ts'
import type { DigestRow } from '../../db/digests.ts'
import type { listDeliveries, listReplies } from '../../db/recipients.ts'
import { may } from '../domain/roles.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Form } from './parts.tsx'

type Delivered = Awaited<ReturnType<typeof listDeliveries>>
type Replies = Awaited<ReturnType<typeof listReplies>>
type Props = { c: DeskContext; row: DigestRow; delivered: Delivered; replies: Replies }

export function Deliveries({ c, row, delivered, replies }: Props) {
  const { language, place, role } = c.var
  const at = (date: Date) => formatDate(language, date, place.time_zone)
  const mailOf = (one: Delivered[number]) => {
    if (one.state === 'failed') return t(language, 'deliveries.failed')
    if (one.state === 'sent' && one.sent_at) return t(language, 'deliveries.sent', { at: at(one.sent_at) })
    // The mail itself is forgotten after a while; that it went out is not.
    return t(language, one.state === null ? 'deliveries.gone' : 'deliveries.waiting')
  }
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries">{t(language, 'deliveries.title')}</h2>
      {delivered.length === 0 ? (
        <p>{t(language, 'deliveries.none')}</p>
      ) : (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{t(language, 'recipients.role')}</th>
              <th scope="col">{t(language, 'deliveries.mail')}</th>
              <th scope="col">{t(language, 'deliveries.answer')}</th>
            </tr>
          </thead>
          <tbody>
            {delivered.map((one) => {
              const answers = replies.filter((reply) => reply.delivery_id === one.id)
              return (
                <tr>
                  <th scope="row">
                    {one.role} <span class="quiet">{one.email}</span>
                  </th>
                  <td data-label={t(language, 'deliveries.mail')}>
                    {mailOf(one)} {one.fault_detail && <span class="quiet">{one.fault_detail}</span>}
                  </td>
                  <td data-label={t(language, 'deliveries.answer')}>
                    {answers.length === 0 && <span class="quiet">{t(language, 'deliveries.silent')}</span>}
                    {answers.map((reply) => (
                      <p>
                        {t(language, `deliveries.${reply.kind}`, { at: at(reply.at) })}
                        {reply.body && `: ${reply.body}`}
                      </p>
                    ))}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <p class="acts">
        {may(role, 'edit') && <a href={deskPath(c, '/recipients')}>{t(language, 'recipients.title')}</a>}
      </p>
      {may(role, 'edit') && row.state !== 'superseded' && (
        <Form c={c} action={deskPath(c, `/digests/${row.quarter}/send`)}>
          <button type="submit" class="button">
            {t(language, 'deliveries.send')}
          </button>
        </Form>
      )}
    </section>
  )
}
