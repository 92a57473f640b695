// The operator's steps, taken once for the whole installation: terms accepted, apps made, keys set.
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { pick, t } from '../../config/i18n.ts'
import { listPlaces, listWalls } from '../../db/places.ts'
import { listStepMarks } from '../../db/step-marks.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { readForm } from '../same-origin.ts'
import { type Signed, signedIn } from '../session.ts'
import { belongsTo, markStep } from '../steps.ts'
import { Addresses } from './guide-paste.tsx'
import { marksOf, StepItem } from './guide-steps.tsx'
import { Frame } from './layout.tsx'
import { Account } from './parts.tsx'

export function platformRoutes(deps: Deps): Hono<Signed> {
  const operate = createMiddleware<Signed>(async function operate(c, next) {
    if (!c.var.visitor.operator) throw new Refusal('forbidden', 403)
    await next()
  })
  return new Hono<Signed>()
    .get('/platforms', signedIn(deps), operate, async (c) => {
      const { language } = c.var
      const places = await listPlaces(deps.db)
      const place = places.find(({ id }) => id === c.req.query('place')) ?? places[0]
      const walls = place ? await listWalls(deps.db, place.id) : []
      const pasting = place && { site: deps.env.PUBLIC_URL, place, walls }
      const marks = marksOf(await listStepMarks(deps.db))
      const title = t(language, 'platforms.title')
      const foot = (
        <footer class="foot">
          <Account c={c} />
        </footer>
      )
      return c.html(
        <Frame language={language} title={title} home="/desk" name="Somewall" foot={foot}>
          <div class="page one">
            <main class="work" id="content">
              <header class="head">
                <h1>{title}</h1>
                <p class="quiet">{t(language, 'platforms.lede')}</p>
              </header>
              {places.length > 1 && (
                <nav aria-label={t(language, 'platforms.place')}>
                  <p>{t(language, 'platforms.place')}</p>
                  <ul class="acts">
                    {places.map((one) => (
                      <li>
                        <a
                          class="button"
                          href={`/desk/platforms?place=${one.id}`}
                          aria-current={one.id === place?.id ? 'true' : undefined}
                        >
                          {pick(one.name, language, one.languages[0])}
                        </a>
                      </li>
                    ))}
                  </ul>
                </nav>
              )}
              {stepsOf(deps).map(([names, steps]) => (
                <section aria-labelledby={names.join('-')}>
                  <h2 id={names.join('-')}>{names.join(', ')}</h2>
                  <ol class="steps">
                    {steps.map((step) => (
                      <StepItem
                        {...{ c, step, marks, pasting }}
                        env={deps.env}
                        zone={place?.time_zone ?? 'UTC'}
                        action={`/desk/platforms/${step.id}`}
                      />
                    ))}
                  </ol>
                </section>
              ))}
              {pasting && <Addresses c={c} pasting={pasting} />}
            </main>
          </div>
        </Frame>,
      )
    })
    .post('/platforms/:step', signedIn(deps), operate, async (c) => {
      const { done } = await readForm(c)
      const step = c.req.param('step')
      await markStep(deps, { place: null, step, done: done === '1', by: c.var.visitor.name })
      return c.redirect(`/desk/platforms#${step}`, 303)
    })
}

/** The operator's steps, each once, under the names of the channels that need the same. */
function stepsOf({ channels, meters }: Deps) {
  const found = new Map<string, { names: string[]; steps: Deps['channels'][number]['guide'] }>()
  for (const { title, guide } of [...channels, ...meters]) {
    const steps = guide.filter((one) => belongsTo(null, one))
    const key = steps.map(({ id }) => id).join()
    if (key) found.set(key, { steps, names: [...(found.get(key)?.names ?? []), title] })
  }
  return [...found.values()].map(({ names, steps }) => [names, steps] as const)
}
