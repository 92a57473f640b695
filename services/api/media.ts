// Our copies of pictures for anybody: of posts that may be shown whole, once somebody has described the picture.
import { Hono } from 'hono'
import { listConsents } from '../../db/consents.ts'
import { isId } from '../../db/ids.ts'
import { findPicture } from '../../db/media.ts'
import type { Deps } from '../deps.ts'
import { footingOf } from '../domain/footing.ts'
import { dayOf } from '../domain/quarter.ts'
import { mayShowPicture } from '../domain/rights.ts'
import { Refusal } from '../errors.ts'
import { answerPicture, readName } from '../picture-answer.ts'

/** `GET /media/{id}/{width}.{webp|jpg}`. A minute in caches: what was hidden is gone everywhere a minute later. */
export function mediaRoutes(deps: Pick<Deps, 'db' | 'env' | 'clock'>): Hono {
  return new Hono().get('/media/:id/:name', async (c) => {
    const asked = readName(c.req.param('name'))
    const id = c.req.param('id')
    const picture = asked && isId('m', id) ? await findPicture(deps.db, id) : undefined
    if (!asked || !picture?.sha256) throw new Refusal('not-found', 404)
    const consents = await listConsents(deps.db, picture.post_id, picture.account_id)
    const today = dayOf(deps.clock(), picture.time_zone)
    const { rights } = footingOf(picture, consents, [], [], today)
    // On an open wall the posts of accounts we trust are seen before anybody has decided.
    const seen = picture.state === 'shown' || (picture.state === 'new' && rights.why !== 'consent')
    const facts = {
      copied: picture.copy === 'public',
      authorAlt: picture.author_alt,
      descriptions: picture.descriptions,
    }
    if (!seen || !mayShowPicture(facts, rights).shown) throw new Refusal('not-found', 404)
    return answerPicture(
      c,
      deps.env.MEDIA_DIR,
      { ...asked, sha256: picture.sha256 },
      'public, max-age=60, s-maxage=60',
    )
  })
}
