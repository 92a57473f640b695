// Campaigns and trials at the desk: their tags and days, and what each came to.
import { t } from '../../config/i18n.ts'
import type { listCampaigns } from '../../db/targets.ts'
import { sayDay } from '../digest/say.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'

type Rows = Awaited<ReturnType<typeof listCampaigns>>
type Props = { c: DeskContext; rows: Rows; today: string }

export function CampaignList({ c, rows, today }: Props) {
  const { language } = c.var
  return (
    <section aria-labelledby="campaigns">
      <h2 id="campaigns">{t(language, 'digest.campaigns')}</h2>
      {rows.length === 0 && <p class="quiet">{t(language, 'campaigns.none')}</p>}
      <ul class="noted">
        {rows.map((one) => (
          <li>
            <b>{one.label}</b>{' '}
            <span class="quiet">
              {[
                one.tags.map((tag) => `#${tag}`).join(' '),
                `${sayDay(language, one.from_day, true)}–${one.to_day ? sayDay(language, one.to_day, true) : ''}`,
                one.owner,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <End c={c} one={one} />
          </li>
        ))}
      </ul>
      <h2>{t(language, 'campaigns.new')}</h2>
      <Form c={c} action={deskPath(c, '/campaigns')} class="settings">
        <Field id="campaign" label={t(language, 'digest.campaigns.name')}>
          <input id="campaign" name="label" type="text" required maxlength={160} />
        </Field>
        <Field id="tags" label={t(language, 'campaigns.tags')}>
          <input id="tags" name="tags" type="text" maxlength={400} />
        </Field>
        <div class="pair">
          <Field id="from" label={t(language, 'survey.from')}>
            <input id="from" name="from_day" type="date" required value={today} />
          </Field>
          <Field id="to" label={t(language, 'survey.to')}>
            <input id="to" name="to_day" type="date" />
          </Field>
        </div>
        <div class="pair">
          <Field id="owner" label={t(language, 'digest.actions.who')}>
            <input id="owner" name="owner" type="text" maxlength={120} />
          </Field>
          <Field id="money" label={t(language, 'campaigns.money')}>
            <input id="money" name="money" type="text" inputmode="decimal" maxlength={10} />
          </Field>
        </div>
        <button type="submit" class="button main">
          {t(language, 'campaigns.save')}
        </button>
      </Form>
    </section>
  )
}

function End({ c, one }: { c: DeskContext; one: Rows[number] }) {
  const { language } = c.var
  const id = one.public_id
  return (
    <details class="fold">
      <summary>
        {t(language, 'campaigns.end')}
        <span class="vh">: {one.label}</span>
      </summary>
      <Form c={c} action={deskPath(c, '/campaigns/end')} class="settings">
        <input type="hidden" name="id" value={id} />
        <div class="pair">
          <Field id={`to-${id}`} label={t(language, 'survey.to')}>
            <input id={`to-${id}`} name="to_day" type="date" value={one.to_day ?? ''} />
          </Field>
          <Field id={`money-${id}`} label={t(language, 'campaigns.money')}>
            <input
              id={`money-${id}`}
              name="money"
              type="text"
              inputmode="decimal"
              maxlength={10}
              value={one.money === null ? '' : String(one.money / 100)}
            />
          </Field>
        </div>
        <Field id={`result-${id}`} label={t(language, 'campaigns.result')}>
          <textarea id={`result-${id}`} name="result" rows={2} maxlength={1000}>
            {one.result ?? ''}
          </textarea>
        </Field>
        <button type="submit" class="button">
          {t(language, 'digests.action.save')}
        </button>
      </Form>
    </details>
  )
}
