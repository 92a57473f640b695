// A pause in long work, in which the event loop answers whoever has asked meanwhile.
import { setImmediate } from 'node:timers/promises'

let last: Promise<unknown> = Promise.resolve()

/** Lets the loop go round. Of those who wait at once one goes on in each round: together they hold it no longer. */
export async function breathe(): Promise<void> {
  last = last.then(() => setImmediate())
  await last
}
