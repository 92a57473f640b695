// Puts the files of a dump into a new folder.
import { mkdirSync } from 'node:fs'
import { extract } from 'tar'

/** What is not as it must be is an error: half a dump would open as an older database. */
export function unpackDump(dump: string, dir: string): void {
  mkdirSync(dir, { mode: 0o700 })
  extract({
    sync: true,
    file: dump,
    cwd: dir,
    onwarn(code, cause) {
      // Dumps of the first versions name their files from the root, which is taken off.
      if (code !== 'TAR_ENTRY_INFO') throw cause
    },
  })
}
