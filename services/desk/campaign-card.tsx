// The campaign card as a form: aihe, kohderyhmät, tavoite, toteutus, opit, and the words of its public page.
import { t } from '../../config/i18n.ts'
import type { CampaignRow } from '../../db/campaigns.ts'
import { campaignKinds } from '../../db/schema.ts'
import type { Fields } from '../same-origin.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'

const texts = [
  ['topic', 400],
  ['audiences', 400],
  ['purpose', 1_000],
  ['doing', 2_000],
  ['result', 1_000],
  ['lessons', 2_000],
  ['stays', 2_000],
] as const

export function CampaignCard({ c, row, sent }: { c: DeskContext; row: CampaignRow; sent: Fields }) {
  const { language, place } = c.var
  // A form of another section that was refused has no label; then the card stands as it is kept.
  const again = typeof sent.label === 'string' && 'from_day' in sent
  const was = (name: string, kept: string | null | undefined) =>
    again && typeof sent[name] === 'string' ? sent[name] : (kept ?? '')
  const input = (
    name: 'label' | 'tags' | 'owner' | 'from_day' | 'to_day',
    kept: string | null,
    more = {},
  ) => (
    <Field id={name} label={t(language, `campaign.field.${name}`)}>
      <input id={name} name={name} type="text" value={was(name, kept)} {...more} />
    </Field>
  )
  const area = (name: string, label: string, most: number, kept: string | null | undefined) => (
    <Field id={name} label={label}>
      <textarea id={name} name={name} rows={most > 1_000 ? 4 : 2} maxlength={most}>
        {was(name, kept)}
      </textarea>
    </Field>
  )
  return (
    <section aria-labelledby="card">
      <h2 id="card">{t(language, 'campaign.card')}</h2>
      <Form c={c} action={deskPath(c, `/campaigns/${row.public_id}`)} class="settings">
        <input type="hidden" name="seen" value={row.at.toISOString()} />
        {input('label', row.label, { required: true, maxlength: 160 })}
        <div class="pair">
          <Field id="kind" label={t(language, 'campaign.field.kind')}>
            <select id="kind" name="kind">
              {campaignKinds.map((one) => (
                <option value={one} selected={was('kind', row.kind) === one}>
                  {t(language, `campaign.kind.${one}`)}
                </option>
              ))}
            </select>
          </Field>
          {input('owner', row.owner, { maxlength: 120 })}
        </div>
        {input('tags', row.tags.map((tag) => `#${tag}`).join(' '), { maxlength: 400 })}
        <div class="pair">
          {input('from_day', row.from_day, { type: 'date', required: true })}
          {input('to_day', row.to_day, { type: 'date' })}
        </div>
        {texts.map(([name, most]) => area(name, t(language, `campaign.field.${name}`), most, row[name]))}
        <h3>{t(language, 'campaign.words')}</h3>
        <p class="quiet">{t(language, 'campaign.words.lede')}</p>
        {place.languages.map((one) => (
          <>
            <Field
              id={`title_${one}`}
              label={t(language, 'journey.field.title', { language: t(language, `lang.in.${one}`) })}
            >
              <input
                id={`title_${one}`}
                name={`title_${one}`}
                type="text"
                lang={one}
                maxlength={160}
                value={was(`title_${one}`, row.title[one])}
              />
            </Field>
            {area(
              `story_${one}`,
              t(language, 'journey.field.text', { language: t(language, `lang.in.${one}`) }),
              5_000,
              row.story[one],
            )}
          </>
        ))}
        <button type="submit" class="button main">
          {t(language, 'campaign.save')}
        </button>
      </Form>
    </section>
  )
}
