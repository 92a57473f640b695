// Work that can wait lets those go first who look at walls and decide at the desk.
import { getPriority, setPriority } from 'node:os'

/**
 * For the start of a worker thread, or of a whole process before it has begun any: threads begin as their makers are.
 * Linux keeps a priority for each thread and takes 0 for the one that asks; elsewhere a thread would take its process
 * with it, which must not step back.
 */
export function stepBack(): void {
  if (process.platform === 'linux') setPriority(0, Math.min(getPriority(0) + 10, 19))
}
