// What this process holds: its heap and what lies beside it, looked at when everything that nobody needs has gone.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/**
 * Megabytes after a full collection. The size of the process is no measure of growth: V8 lets a heap fill while there
 * is room, and what is free again stays with the process.
 */
export function heldMegabytes(): number {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}
