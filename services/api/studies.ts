// The files of studies that a published digest lists, for anybody.
import { Hono } from 'hono'
import { isId } from '../../db/ids.ts'
import { findStudy, isStudyPublished } from '../../db/studies.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { answerStudy } from '../study-answer.ts'

export function studyFileRoutes({ db, env }: Pick<Deps, 'db' | 'env'>): Hono {
  return new Hono().get('/studies/:place/:id', async (c) => {
    const { place, id } = c.req.param()
    if (!isId('t', id) || !(await isStudyPublished(db, place, id))) throw new Refusal('not-found', 404)
    return answerStudy(c, env.MEDIA_DIR, await findStudy(db, place, id), 'public, max-age=60')
  })
}
