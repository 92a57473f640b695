// Removing everything that is only a sample, in one action.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { appendAudit } from '../../db/audit.ts'
import { countSample, removeSample } from '../../db/sample.ts'
import type { Deps } from '../deps.ts'
import { dropFiles } from '../pictures.ts'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { DeskPage, deskPath } from './layout.tsx'
import { Form } from './parts.tsx'

export function sampleRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const { db, clock, env } = deps

  app.get('/:place/sample', signedIn(deps), mayAt(deps, 'administer'), async (c) => {
    const { language } = c.var
    const { posts, measures } = await countSample(db, c.var.place.id)
    const title = t(language, 'sample.title')
    return c.html(
      <DeskPage c={c} title={title} current="settings">
        <main class="work" id="content">
          <header class="head">
            <h1>{title}</h1>
          </header>
          {posts + measures === 0 ? (
            <p class="quiet">{t(language, 'sample.none')}</p>
          ) : (
            <Form c={c} action={deskPath(c, '/sample')} class="settings">
              <p>{t(language, 'sample.text', { posts, measures })}</p>
              <button type="submit" class="button main">
                {t(language, 'sample.submit')}
              </button>
            </Form>
          )}
        </main>
      </DeskPage>,
    )
  })

  app.post('/:place/sample', signedIn(deps), mayAt(deps, 'administer'), async (c) => {
    await readForm(c)
    const { place, name } = actOf(c)
    const gone = await db.transaction().execute(async (trx) => {
      const removed = await removeSample(trx, place.id)
      const detail = { posts: removed.posts, measures: removed.measures }
      await appendAudit(trx, {
        place: place.id,
        at: clock(),
        actor: name,
        action: 'sample-removed',
        object: place.id,
        detail,
      })
      return removed
    })
    await dropFiles({ db, env }, gone.pictures)
    return c.redirect(deskPath(c, '/settings?said=sample'), 303)
  })
  return app
}
