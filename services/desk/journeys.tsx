// Travel stories at the desk: lifts chosen from all there have been, a title and a text, and the way to the public.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { formatDate, type Language, pick, t } from '../../config/i18n.ts'
import {
  findJourney,
  type JourneyRow,
  listEverLifted,
  listJourneys,
  publishJourney,
  removeJourney,
  saveJourney,
} from '../../db/journeys.ts'
import { inTransaction } from '../../db/open.ts'
import { record } from '../curate.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { journeyPath } from '../public-paths.ts'
import { readStrictly } from '../rim.tsx'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { JourneyForm } from './journey-form.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Say } from './parts.tsx'

const MOST_POSTS = 60

export function journeyRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const curate = mayAt(deps, 'curate')
  const { db } = deps

  app.get('/:place/journeys', signedIn(deps), curate, async (c) => {
    const { id } = c.var.place
    return c.html(
      <Page c={c} title={t(c.var.language, 'journey.title')}>
        <Journeys c={c} all={await listJourneys(db, id)} />
        <section aria-labelledby="new">
          <h2 id="new">{t(c.var.language, 'journey.new')}</h2>
          <JourneyForm c={c} journey={undefined} lifted={await listEverLifted(db, id)} />
        </section>
      </Page>,
    )
  })

  app.get('/:place/journeys/:id', signedIn(deps), curate, async (c) => {
    const { place, language } = c.var
    const journey = await findJourney(db, place.id, c.req.param('id'))
    if (!journey) throw new Refusal('not-found', 404)
    const title = pick(journey.title, language, place.languages[0])
    return c.html(
      <Page c={c} title={title}>
        <p>
          <a href={deskPath(c, '/journeys')}>{t(language, 'journey.back')}</a>
        </p>
        <JourneyForm c={c} journey={journey} lifted={await listEverLifted(db, place.id)} />
      </Page>,
    )
  })

  app.post('/:place/journeys', signedIn(deps), curate, async (c) => {
    const id = await save(c, undefined, await readForm(c))
    return c.redirect(`${deskPath(c, `/journeys/${id}`)}?saved=1`, 303)
  })

  app.post('/:place/journeys/:id', signedIn(deps), curate, async (c) => {
    const { place, now } = c.var
    const fields = await readForm(c)
    const journey = await findJourney(db, place.id, c.req.param('id'))
    if (!journey) throw new Refusal('not-found', 404)
    const { do: what } = readStrictly(
      z.object({ do: z.enum(['save', 'publish', 'unpublish', 'remove']) }),
      fields,
    )
    const id = journey.public_id
    if (what === 'save' || what === 'publish') await save(c, id, fields)
    if (what !== 'save')
      await inTransaction(db, async (trx) => {
        if (what === 'remove') await removeJourney(trx, journey.id)
        else await publishJourney(trx, journey.id, what === 'publish' ? now : null)
        await record(trx, actOf(c), now, `journey-${what}`, id, {})
      })
    return c.redirect(deskPath(c, what === 'remove' ? '/journeys?saved=1' : `/journeys/${id}?saved=1`), 303)
  })
  return app

  async function save(c: Context<Signed>, known: string | undefined, fields: Fields): Promise<string> {
    const { place, now } = c.var
    const given = readJourney(place.languages, fields)
    return inTransaction(db, async (trx) => {
      const id = await saveJourney(trx, place.id, known, given, { by: c.var.visitor.name, at: now })
      if (!id) throw new Refusal('not-found', 404)
      await record(trx, actOf(c), now, 'journey-saved', id, { posts: given.posts.length })
      return id
    })
  }
}

/** Title and text in each language of the place; the main one is needed. */
function readJourney(languages: readonly Language[], fields: Fields) {
  const line = (most: number) => z.string().trim().max(most)
  const each = (name: 'title' | 'text', most: number) =>
    z
      .object(Object.fromEntries(languages.map((one) => [`${name}_${one}`, line(most).default('')])))
      .transform((all) => Object.fromEntries(languages.map((one) => [one, all[`${name}_${one}`] ?? ''])))
  const title = readStrictly(each('title', 150), fields)
  const text = readStrictly(each('text', 10_000), fields)
  const main = languages[0] ?? 'fi'
  if (!title[main]) throw new Refusal('journey-title', 400)
  const chosen = z.preprocess((one) => [one ?? []].flat(), z.array(z.string().max(20)).max(MOST_POSTS))
  const { post: posts } = readStrictly(z.object({ post: chosen }), fields)
  const filled = (all: Record<string, string>) =>
    Object.fromEntries(Object.entries(all).filter(([, words]) => words))
  return { title: filled(title), text: filled(text), posts }
}

function Page({ c, title, children }: { c: DeskContext; title: string; children: unknown }) {
  const { language } = c.var
  return (
    <DeskPage c={c} title={title} current="lift">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
        </header>
        {c.req.query('saved') && <Say tone="good" title={t(language, 'desk.saved')} />}
        {children}
      </main>
    </DeskPage>
  )
}

function Journeys({ c, all }: { c: DeskContext; all: readonly JourneyRow[] }) {
  const { language, place } = c.var
  return (
    <>
      <p>{t(language, 'journey.lede')}</p>
      {all.length === 0 && <p class="quiet">{t(language, 'journey.none')}</p>}
      <ul class="todo plain">
        {all.map((one) => (
          <li>
            <a href={deskPath(c, `/journeys/${one.public_id}`)}>
              <span>
                <b>{pick(one.title, language, place.languages[0])}</b>{' '}
                <span>
                  {one.published_at
                    ? t(language, 'journey.published', {
                        day: formatDate(language, one.published_at, place.time_zone),
                      })
                    : t(language, 'journey.draft')}
                </span>
              </span>
            </a>
            {one.published_at && (
              <a href={journeyPath(language, place.id, one.public_id)}>{t(language, 'journey.open')}</a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
