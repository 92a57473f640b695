// Pictures as a curator sees them: also the private previews of posts that nobody has decided on yet.
import { Hono } from 'hono'
import { isId } from '../../db/ids.ts'
import { findPicture } from '../../db/media.ts'
import type { Deps } from '../deps.ts'
import { pictureWidths } from '../domain/pictures.ts'
import { Refusal } from '../errors.ts'
import { answerPicture } from '../picture-answer.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'

const WIDTH = 640

export function pictureRoutes(deps: Deps): Hono<Signed> {
  return new Hono<Signed>().get('/:place/pictures/:id', signedIn(deps), mayAt(deps, 'curate'), async (c) => {
    const id = c.req.param('id')
    const picture = isId('m', id) ? await findPicture(deps.db, id) : undefined
    if (!picture?.sha256 || picture.place_id !== c.var.place.id) throw new Refusal('not-found', 404)
    if (picture.copy !== 'private' && picture.copy !== 'public') throw new Refusal('not-found', 404)
    const width = pictureWidths(picture.width ?? WIDTH).findLast((one) => one <= WIDTH) ?? WIDTH
    const file = { sha256: picture.sha256, width, format: 'webp' as const }
    return answerPicture(c, deps.env.MEDIA_DIR, file, 'private, no-store')
  })
}
