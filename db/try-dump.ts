// Run as a child process: restores a dump into memory, reads from it what it is judged by, and ends.
import { readFileSync, writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { gunzipSync } from 'node:zlib'
import { openDatabase } from './open.ts'
import { readProof } from './proof.ts'

// Nobody waits for this, and when memory is short this is what must go: it takes a gigabyte for a moment.
setPriority(10)
if (process.platform === 'linux') writeFileSync('/proc/self/oom_score_adj', '1000')
const [dump] = process.argv.slice(2)
if (!dump) throw new Error('db/try-dump.ts needs the dump to try')
const database = await openDatabase({ snapshot: gunzipSync(readFileSync(dump)) })
process.stdout.write(JSON.stringify(await readProof(database.db)))
await database.close()
