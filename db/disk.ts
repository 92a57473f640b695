// How much room the disk of a folder has.
import { statfs } from 'node:fs/promises'

export type Disk = { free: number; total: number }

/** In bytes; what is kept back for the superuser is not free. */
export async function readDisk(folder: string): Promise<Disk> {
  const { bavail, bsize, blocks } = await statfs(folder)
  return { free: bavail * bsize, total: blocks * bsize }
}
