// Run as a child process: makes a folder of the embedded database, empty or from a dump, and ends.
import { PGlite } from '@electric-sql/pglite'
import { unpackDump } from './unpack.ts'

// A first start holds up to 760 MB until its process ends; the service itself then opens the folder with 250 MB.
const [dir, dump] = process.argv.slice(2)
if (!dir) throw new Error('db/create.ts needs the folder to make')
if (dump) unpackDump(dump, dir)
const db = await PGlite.create({ dataDir: dir })
await db.query('select 1')
await db.close()
