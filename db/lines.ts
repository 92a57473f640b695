// Lines in this process: work that would wait for one lock of the database waits here first, without a connection.

const ends = new Map<string, Promise<void>>()

/**
 * Runs the work when all that came before it under this name is over. A lock alone keeps the order too, but whoever
 * waits for it holds a connection: a crowd at one lock takes them all, and nobody else reaches the database.
 */
export async function inLine<T>(name: string, work: () => Promise<T>): Promise<T> {
  const mine = (ends.get(name) ?? Promise.resolve()).then(work)
  const end = mine.then(
    () => {},
    () => {},
  )
  ends.set(name, end)
  try {
    return await mine
  } finally {
    if (ends.get(name) === end) ends.delete(name)
  }
}
