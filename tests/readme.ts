// The README's section of channels, drawn from their declarations: `npm run readme` writes it, a test compares it.
import { readFileSync, writeFileSync } from 'node:fs'
import { t } from '../config/i18n.ts'
import { absentChannels, handedChannels } from '../config/place.ts'
import { storyPaths } from '../services/public-paths.ts'
import { channels } from '../workers/channels/index.ts'
import { meters } from '../workers/meters/index.ts'

const README = new URL('../README.md', import.meta.url)
const HEADING = '## Channels\n'
const NEXT = '\n## '

/** The README with its section of channels as the declarations have it. */
export function redraw(readme: string): string {
  const from = readme.indexOf(HEADING)
  const to = readme.indexOf(NEXT, from)
  if (from < 0 || to < 0) throw new Error('the README has no section of channels')
  return `${readme.slice(0, from)}${HEADING}${drawSection()}${readme.slice(to)}`
}

function drawSection(): string {
  const read = [...channels, ...meters].map(({ name, title, terms, proof }) => [
    title,
    ...(['needs', 'brings', 'bars'] as const).map((one) => t('en', `told.${name}.${one}`)),
    `\`${proof}\`: ${t('en', `proof.${proof}`)} [Rules](${terms})`,
  ])
  const handed = handedChannels.map((name) => [
    t('en', `guide.meanwhile.${name}`),
    ...(['needs', 'brings', 'bars'] as const).map((one) => t('en', `told.${name}.${one}`)),
  ])
  const absent = absentChannels.map((name) => [t('en', `channel.${name}`), t('en', `told.${name}.why`)])
  return `
What the platforms give, as the channels declare it. The desk leads through taking each into use, step by step. No
platform sees more than half of what it allows: a source whose turn has not come waits.

${table(['channel', 'what it needs', 'what comes', 'what is not allowed', 'how it was tried'], read)}

What no interface gives comes by hand; residents tell their stories at \`${storyPaths.fi}/{place}\`
(\`${storyPaths.sv}\`, \`${storyPaths.en}\`):

${table(['way', 'what it needs', 'what comes', 'its bounds'], handed)}

These are not read, openly; a pasted link or a sheet carries their posts:

${table(['channel', 'why'], absent)}

What each source last did, and what to do when it fails, stands on the desk's page of sources. Numbers come from
Matomo, Google Analytics and Statistics Finland, from the API, from CSV and Excel files, and from the statistics that
Meta, YouTube, LinkedIn, TikTok and X let their users download.
`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

if (process.argv[1]?.endsWith('readme.ts')) writeFileSync(README, redraw(readFileSync(README, 'utf8')))
