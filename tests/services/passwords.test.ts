// Passwords are stored as argon2id, checked in constant time, and never more than two at a time.
import { expect, it } from 'vitest'
import { hashPassword, verifyPassword } from '../../services/passwords.ts'

const right = 'lumi tulee lokakuussa'

it('stores argon2id with 64 MiB, three passes and a salt of its own, and knows only the right password', async () => {
  const [one, two] = await Promise.all([hashPassword(right), hashPassword(right)])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(two).not.toBe(one)
  expect(await verifyPassword(right, one)).toBe(true)
  expect(await verifyPassword('lumi tulee syyskuussa', one)).toBe(false)
})
it('takes the same letters typed as composed or decomposed', async () => {
  const stored = await hashPassword('pääskynen'.normalize('NFD'))
  expect(await verifyPassword('pääskynen'.normalize('NFC'), stored)).toBe(true)
})
it.each([null, '', 'rubbish', '$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$'])(
  'refuses against %j',
  async (stored) => {
    expect(await verifyPassword(right, stored)).toBe(false)
  },
)
it('takes as long for somebody unknown as for a wrong password', async () => {
  const stored = await hashPassword(right)
  const time = async (against: string | null) => {
    const begun = performance.now()
    await verifyPassword('wrong', against)
    return performance.now() - begun
  }
  const known: number[] = []
  const unknown: number[] = []
  for (let n = 0; n < 5; n++) {
    known.push(await time(stored))
    unknown.push(await time(null))
  }
  const median = (all: number[]) => all.sort((a, b) => a - b)[2] as number
  // The work is the same; on a busy machine only the order of magnitude can be asserted.
  expect(median(unknown) / median(known)).toBeGreaterThan(0.5)
  expect(median(unknown) / median(known)).toBeLessThan(2)
})
it('finishes a flood of sign-ins in turn, without failing one', async () => {
  const stored = await hashPassword(right)
  const before = process.memoryUsage().rss
  const all = Promise.all(Array.from({ length: 8 }, () => verifyPassword(right, stored)))
  await new Promise((done) => setTimeout(done, 50))
  // Eight at once would hold 512 MiB.
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20)
  expect(await all).toEqual(Array.from({ length: 8 }, () => true))
})
