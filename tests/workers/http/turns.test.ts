// Turns at a host, and a few hosts at once.
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openTurns } from '../../../workers/http/turns.ts'

function record() {
  const events: string[] = []
  const starts: number[] = []
  let running = 0
  let most = 0
  const work =
    (name: string, ms = 5) =>
    async () => {
      starts.push(performance.now())
      most = Math.max(most, ++running)
      events.push(name)
      await wait(ms)
      running--
      return name
    }
  return { events, starts, work, most: () => most }
}

describe('turns', () => {
  it('one at a time at a host, in order, and apart', async () => {
    const turns = openTurns(() => 0)
    const { events, starts, work, most } = record()
    await Promise.all(['a', 'b', 'c'].map((name) => turns.take('yksi', 60, undefined, work(name))))
    expect(events).toEqual(['a', 'b', 'c'])
    expect(most()).toBe(1)
    for (const at of [1, 2]) expect((starts[at] ?? 0) - (starts[at - 1] ?? 0)).toBeGreaterThan(58)
  })

  it('different hosts side by side, eight at most', async () => {
    const turns = openTurns()
    const { work, most } = record()
    await Promise.all(Array.from({ length: 30 }, (_, n) => turns.take(`h${n}`, 0, undefined, work('x', 10))))
    expect(most()).toBe(8)
  })

  it('a failure frees the turn, and its error goes to who asked', async () => {
    const turns = openTurns()
    const bad = turns.take('a', 0, undefined, async () => {
      throw new Error('broken')
    })
    await expect(bad).rejects.toThrow('broken')
    await expect(turns.take('a', 0, undefined, async () => 'fine')).resolves.toBe('fine')
  })

  it('who gives up waiting lets nobody overtake and holds nothing up', async () => {
    const turns = openTurns()
    const { events, work, most } = record()
    const stop = new AbortController()
    const first = turns.take('a', 0, undefined, work('first', 40))
    const second = turns.take('a', 0, stop.signal, work('second'))
    const third = turns.take('a', 0, undefined, work('third'))
    stop.abort(new Error('enough'))
    await expect(second).rejects.toThrow('enough')
    expect(await Promise.all([first, third])).toEqual(['first', 'third'])
    expect([events, most()]).toEqual([['first', 'third'], 1])
  })

  it('giving up in the crowd passes the place on', async () => {
    const turns = openTurns()
    const { work } = record()
    const stop = new AbortController()
    const busy = Array.from({ length: 8 }, (_, n) => turns.take(`h${n}`, 0, undefined, work('x', 30)))
    const gone = Array.from({ length: 5 }, (_, n) => turns.take(`g${n}`, 0, stop.signal, work('never')))
    const last = turns.take('last', 0, undefined, work('last'))
    stop.abort(new Error('enough'))
    for (const one of gone) await expect(one).rejects.toThrow('enough')
    await Promise.all(busy)
    expect(await last).toBe('last')
  })

  it('giving up in the very moment of being let in passes the place on, too', async () => {
    const turns = openTurns()
    const stop = new AbortController()
    const first = Promise.withResolvers<void>()
    const rest = Promise.withResolvers<void>()
    const busy = Array.from({ length: 8 }, (_, n) =>
      turns.take(`h${n}`, 0, undefined, () => (n ? rest : first).promise),
    )
    const gone = turns.take('gone', 0, stop.signal, async () => 'never')
    await wait(5)
    const last = turns.take('last', 0, undefined, async () => 'last')
    await wait(5)
    // Runs after the turn has been handed to the first who waits, and before that one has noticed.
    first.promise.then(() => stop.abort(new Error('enough')))
    first.resolve()
    await expect(gone).rejects.toThrow('enough')
    expect(await last).toBe('last')
    rest.resolve()
    await Promise.all(busy)
  })
})
