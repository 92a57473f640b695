// House rules, slogans and the plan's priorities in view beside the work.
import { pick, t } from '../../config/i18n.ts'
import { may } from '../domain/roles.ts'
import { type DeskContext, deskPath } from './layout.tsx'

export const guidanceParts = ['priorities', 'rules', 'slogans'] as const

export function Guidance({ c }: { c: DeskContext }) {
  const { language, place, role } = c.var
  const parts = guidanceParts.filter((one) => place.guidance[one]?.length)
  if (!parts.length && !may(role, 'edit')) return null
  return (
    <section class="guidance" aria-labelledby="guidance">
      <h2 id="guidance">{t(language, 'guidance.title')}</h2>
      {parts.map((part) => (
        <details open={part === 'priorities'}>
          <summary>{t(language, `guidance.${part}`)}</summary>
          <ul>
            {place.guidance[part]?.map((one) => (
              <li>{pick(one, language, place.languages[0])}</li>
            ))}
          </ul>
        </details>
      ))}
      {may(role, 'edit') && <a href={deskPath(c, '/lists')}>{t(language, 'guidance.edit')}</a>}
    </section>
  )
}
