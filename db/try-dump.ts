// Run as a child process: restores a dump into a folder, reads from it what it is judged by, and ends.
import { writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { openDatabase } from './open.ts'
import { readProof } from './proof.ts'
import { unpackDump } from './unpack.ts'

// Nobody waits for this, and when memory is short this is what must go.
setPriority(10)
if (process.platform === 'linux') writeFileSync('/proc/self/oom_score_adj', '1000')
const [dump, dir] = process.argv.slice(2)
if (!dump || !dir) throw new Error('db/try-dump.ts needs the dump to try and a folder for it')
unpackDump(dump, dir)
const database = await openDatabase({ dir })
process.stdout.write(JSON.stringify(await readProof(database.db)))
await database.close()
