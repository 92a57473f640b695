// Which key does what, and the switch that turns the keys off (single letters can be in the way of speech input).
import { type Language, t } from '../../config/i18n.ts'

const keys = [
  ['J K', 'move'],
  ['1', 'show'],
  ['2', 'hide'],
  ['3', 'stash'],
  ['4', 'lift'],
  ['5', 'pin'],
  ['L', 'consent'],
  ['E', 'describe'],
  ['H', 'hand'],
  ['O', 'original'],
  ['X', 'pick'],
  ['A', 'all'],
  ['Z', 'undo'],
] as const

export function KeysHelp({ language }: { language: Language }) {
  return (
    <section class="keys" aria-labelledby="keys">
      <h2 id="keys">{t(language, 'keys.title')}</h2>
      <dl>
        {keys.map(([all, what]) => (
          <div>
            <dt>
              {all.split(' ').map((one) => (
                <kbd>{one}</kbd>
              ))}
            </dt>
            <dd>{t(language, `keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <button
        class="button plain"
        type="button"
        data-keys
        data-off={t(language, 'keys.off')}
        data-on={t(language, 'keys.on')}
      >
        {t(language, 'keys.off')}
      </button>
    </section>
  )
}
