// The file of a study as an answer: always to be saved, under our own type, unable to run anything.
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from 'hono'
import type { findStudy } from '../db/studies.ts'
import { type StudyType, studyTypes } from './domain/study-file.ts'
import { Refusal } from './errors.ts'

type Found = Awaited<ReturnType<typeof findStudy>>

export async function answerStudy(
  c: Context,
  dir: string,
  study: Found,
  cacheControl: string,
): Promise<Response> {
  const { file_sha256: sha256, file_type: type, file_name: name } = study ?? {}
  if (!sha256 || !type) throw new Refusal('not-found', 404)
  const path = join(dir, sha256.slice(0, 2), `${sha256}.${type}`)
  const file = await open(path).catch((cause) => {
    throw new Refusal('not-found', 404, { cause })
  })
  try {
    return c.body(new Uint8Array(await file.readFile()), 200, {
      'cache-control': cacheControl,
      'content-type': studyTypes[type as StudyType],
      'content-disposition': `attachment; filename="study.${type}"; filename*=UTF-8''${encodeURIComponent(name ?? '')}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
  } finally {
    await file.close()
  }
}
