// Which outside judges this machine has: one that is absent is skipped, saying what brings it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'

const own = (path: string) => fileURLToPath(new URL(`./node_modules/${path}`, import.meta.url))
const debian = (packages: string) => `apt-get install --no-install-recommends ${packages}`

/** Where each judge lies, and what brings it. */
export const judges = {
  java: { file: '/usr/bin/java', by: debian('default-jre-headless') },
  vnu: { file: own('vnu-jar/build/dist/vnu.jar'), by: 'npm run judges' },
  spectral: { file: own('@stoplight/spectral-cli/dist/index.js'), by: 'npm run judges' },
  feedparser: {
    file: '/usr/lib/python3/dist-packages/feedparser/__init__.py',
    by: debian('python3-feedparser'),
  },
  wordpress: {
    file: '/usr/share/wordpress/wp-load.php',
    by: debian('wordpress wordpress-theme-twentytwentythree wordpress-l10n'),
  },
  php: {
    file: '/usr/bin/php',
    by: debian('php-cli php-mysql php-xml php-mbstring php-curl php-gd php-intl'),
  },
  mariadb: { file: '/usr/sbin/mariadbd', by: debian('mariadb-server') },
  redis: { file: '/usr/bin/redis-server', by: debian('redis-server') },
  // Half a gigabyte, and a part of it is compiled: in a folder of its own.
  bluesky: {
    file: join(process.env.TEST_BLUESKY ?? own('..'), 'node_modules/@atproto/dev-env/dist/index.js'),
    by: 'npm install @atproto/dev-env in the folder that TEST_BLUESKY names',
  },
} as const
type Judge = keyof typeof judges

/** A suite that outside software decides: only at full length, and only where that software is. */
export function judged(title: string, by: readonly Judge[], suite: () => void): void {
  const absent = by.map((name) => judges[name]).find(({ file }) => !existsSync(file))
  const why = absent ? ` (skipped: ${absent.by} brings ${absent.file})` : ''
  describe.skipIf(!process.env.LONG || absent)(title + why, suite)
}
