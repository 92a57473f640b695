// How to read the digest: its two comparisons, its signs, and what its words about a change mean.
import { t } from '../../config/i18n.ts'
import { VerdictMark } from './parts.tsx'
import { capital } from './say.ts'
import type { View } from './view.ts'

export function HowTo({ view: { language } }: { view: View }) {
  return (
    <section class="howto keep" aria-labelledby="h-howto">
      <h2 id="h-howto">{t(language, 'digest.howto')}</h2>
      <ul>
        {(['1', '2', '3', '4'] as const).map((n) => (
          <li>{t(language, `digest.howto.${n}`)}</li>
        ))}
      </ul>
      <dl>
        {(['clear', 'maybe', 'usual'] as const).map((verdict) => (
          <div>
            <dt>
              <VerdictMark verdict={verdict}>{capital(t(language, `figure.verdict.${verdict}`))}</VerdictMark>
            </dt>
            <dd>{t(language, `digest.howto.${verdict}`)}</dd>
          </div>
        ))}
      </dl>
      <p class="note">{t(language, 'digest.howto.cause')}</p>
    </section>
  )
}
