// Our copies of pictures for anybody: of posts that may be shown whole, once somebody has described the picture.
import { Hono } from 'hono'
import { listConsents } from '../../db/consents.ts'
import { isId } from '../../db/ids.ts'
import { findPicture } from '../../db/media.ts'
import { isUnreachable } from '../../db/open.ts'
import type { Deps } from '../deps.ts'
import { footingOf, hasWords } from '../domain/footing.ts'
import { dayOf } from '../domain/quarter.ts'
import { mayShowPicture } from '../domain/rights.ts'
import { Refusal } from '../errors.ts'
import { answerPicture, readName } from '../picture-answer.ts'
import type { Walls } from './walls.ts'

type Parts = Pick<Deps, 'db' | 'env' | 'clock'>

/** `GET /media/{id}/{width}.{webp|jpg}`. A minute in caches: what was hidden is gone everywhere a minute later. */
export function mediaRoutes(deps: Parts, findKept: Walls['findKept'] = () => undefined): Hono {
  return new Hono().get('/media/:id/:name', async (c) => {
    const asked = readName(c.req.param('name'))
    const id = c.req.param('id')
    if (!asked || !isId('m', id)) throw new Refusal('not-found', 404)
    const sha256 = await findFile(deps, id).catch((error) => {
      const kept = isUnreachable(error) && findKept(id)
      if (!kept) throw error
      return kept
    })
    if (!sha256) throw new Refusal('not-found', 404)
    return answerPicture(c, deps.env.MEDIA_DIR, { ...asked, sha256 }, 'public, max-age=60, s-maxage=60')
  })
}

/** The file that anybody may see under this address. */
async function findFile({ db, clock }: Parts, id: string): Promise<string | null> {
  const picture = await findPicture(db, id)
  if (!picture) return null
  const consents = await listConsents(db, picture.post_id, picture.account_id)
  const { rights } = footingOf(picture, consents, [], [], dayOf(clock(), picture.time_zone))
  // On an open wall the posts of accounts we trust are seen before anybody has decided.
  const seen = picture.state === 'shown' || (picture.state === 'new' && rights.why !== 'consent')
  const facts = {
    copied: picture.copy === 'public',
    // Whether in all its languages is the wall's own question: a joint wall speaks others than the place.
    described: hasWords(picture),
  }
  return seen && mayShowPicture(facts, rights).shown ? picture.sha256 : null
}
