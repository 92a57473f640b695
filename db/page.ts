// Keyset cursors over (published_at, id): packing what was last seen, and reading it back from strangers.

/** The last row of a page. */
export type Cursor = { at: Date; id: number }

export function packCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString('base64url')
}

/** Undefined when the text is not one of ours. */
export function unpackCursor(text: string): Cursor | undefined {
  const [, at, id] =
    /^(-?\d{1,14})\.(\d{1,10})$/.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? []
  if (!at || !id || Number(id) > 2_147_483_647) return undefined
  return { at: new Date(Number(at)), id: Number(id) }
}
