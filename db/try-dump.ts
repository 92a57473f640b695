// Run as a child process: restores a dump into memory, reads from it what it is judged by, and ends.
import { readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { gunzipSync } from 'node:zlib'
import { openDatabase } from './open.ts'
import { readProof } from './proof.ts'

// Nobody waits for this, and its memory is given back with its process.
setPriority(10)
const [dump] = process.argv.slice(2)
if (!dump) throw new Error('db/try-dump.ts needs the dump to try')
const database = await openDatabase({ snapshot: gunzipSync(readFileSync(dump)) })
process.stdout.write(JSON.stringify(await readProof(database.db)))
await database.close()
