// The codes of a wall for a website, each with what it is for, and which of them works in which publishing system.
import { type Language, t } from '../../config/i18n.ts'
import type { Bundle } from '../deps.ts'
import {
  type Embed,
  embedDiv,
  embedElement,
  embedFrame,
  embedFrameScript,
  fragmentAddress,
  reserveRule,
  screenAddress,
} from '../domain/embed-code.ts'
import { Icon } from './parts.tsx'

const kinds = [
  'element',
  'reserve',
  'div',
  'frame',
  'frame-script',
  'fragment',
  'screen',
  'policy',
  'pinned',
] as const
type Kind = (typeof kinds)[number]

/** Publishing systems that Finnish towns have, by how many do. */
const systems = [
  'WordPress',
  'Drupal',
  'Liferay',
  'Joomla',
  'TYPO3',
  'Umbraco',
  'SharePoint',
  'Squarespace',
] as const

export function codesOf(
  embed: Embed,
  room: Parameters<typeof reserveRule>[0],
  script: Pick<Bundle, 'hash' | 'integrity'>,
): Record<Kind, string> {
  const { service } = embed
  return {
    element: embedElement(embed),
    div: embedDiv(embed),
    frame: embedFrame(embed),
    'frame-script': embedFrameScript(embed),
    fragment: fragmentAddress(embed),
    screen: screenAddress(embed),
    reserve: reserveRule(room),
    policy: ['script-src', 'connect-src', 'img-src', 'frame-src']
      .map((one) => `${one} ${service};`)
      .join(' '),
    pinned:
      `<script src="${service}/widgets/somewall.${script.hash}.js" integrity="${script.integrity}" ` +
      'crossorigin="anonymous" async></script>',
  }
}

export function Systems({ language, plugin }: { language: Language; plugin: string }) {
  const key = (name: (typeof systems)[number]) => name.toLowerCase() as Lowercase<typeof name>
  return (
    <section aria-labelledby="systems">
      <h2 id="systems">{t(language, 'embed.systems')}</h2>
      <dl class="systems">
        {systems.map((name) => (
          <div>
            <dt>{name}</dt>
            <dd>
              {t(language, `embed.${key(name)}`)}
              {name === 'WordPress' && (
                <a class="button" href={plugin} download="somewall.zip">
                  {t(language, 'embed.plugin')}
                </a>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t(language, 'embed.other.name')}</dt>
          <dd>{t(language, 'embed.other')}</dd>
        </div>
      </dl>
    </section>
  )
}

export function Codes({ language, codes }: { language: Language; codes: Record<Kind, string> }) {
  return (
    <section aria-labelledby="codes">
      <h2 id="codes">{t(language, 'embed.codes')}</h2>
      {kinds.map((kind) => (
        <Code language={language} kind={kind} text={codes[kind]} />
      ))}
    </section>
  )
}

function Code({ language, kind, text }: { language: Language; kind: Kind; text: string }) {
  const id = `code-${kind}`
  return (
    <div class="code">
      <h3>{t(language, `embed.${kind}`)}</h3>
      <p class="quiet">{t(language, `embed.${kind}.text`)}</p>
      <pre id={id} data-live={kind}>
        {text}
      </pre>
      <button
        class="button needs-js"
        type="button"
        data-copy={id}
        data-copied={t(language, 'consent.copied')}
      >
        <Icon name="copy" />
        {t(language, 'consent.copy')}
        <span class="vh">: {t(language, `embed.${kind}`)}</span>
      </button>
    </div>
  )
}
