// Passwords: argon2id of node:crypto as PHC strings, at most two at a time, the same time for unknown people.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** 64 MiB, three passes: about 0.2 s on the machines this runs on. */
const COST = { memory: 65_536, passes: 3, parallelism: 1, tagLength: 32 }
const derive = promisify(argon2)

// Each needs 64 MiB: a flood of sign-ins must not take the memory of the whole service.
const AT_ONCE = 2
const line: (() => void)[] = []
let running = 0

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => line.push(go))
  else running++
  try {
    return await work()
  } finally {
    const next = line.shift()
    if (next) next()
    else running--
  }
}

/** `$argon2id$v=19$m=65536,t=3,p=1$salt$hash` */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await inTurn(() => derive('argon2id', { message: written(password), nonce, ...COST }))
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(hash)}`
}

/** True when the password is the stored one. Without a stored one it takes as long and answers false. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const known = read(stored ?? '')
  const { hash, ...how } = known ?? { hash: randomBytes(COST.tagLength), nonce: randomBytes(16), ...COST }
  const tried = await inTurn(() => derive('argon2id', { message: written(password), ...how }))
  return timingSafeEqual(tried, hash) && known !== undefined
}

// The same letters typed on another keyboard may come decomposed.
const written = (password: string) => password.normalize('NFC')
const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

function read(phc: string) {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(phc)
  if (!found) return undefined
  const [memory, passes, parallelism] = found.slice(1, 4).map(Number) as [number, number, number]
  const hash = Buffer.from(found[5] as string, 'base64')
  const nonce = Buffer.from(found[4] as string, 'base64')
  return { memory, passes, parallelism, nonce, hash, tagLength: hash.length }
}
