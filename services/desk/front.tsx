// Today: the week's lift, what waits for the person, and the sources that need them.
import { Hono } from 'hono'
import { z } from 'zod'
import { pick, t } from '../../config/i18n.ts'
import { listWalls } from '../../db/places.ts'
import { wantsWeekly } from '../../db/weekly.ts'
import type { Deps } from '../deps.ts'
import { addDays, weekOfDay } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import { passwordsOpen } from '../door.ts'
import { type DeskPost, findInboxPost } from '../inbox.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import type { Told } from '../source-words.ts'
import type { Space } from '../space.ts'
import { readToday, type Today } from '../today.ts'
import { keyWords, readTownKey } from '../town-key.ts'
import { chooseWeekly } from '../weekly.ts'
import { Picture, weekNumber } from './card.tsx'
import { Rounds, Sources, Waiting } from './front-lists.tsx'
import { type DeskContext, DeskPage, deskPath, Frame } from './layout.tsx'
import { Account, Say } from './parts.tsx'
import { Paused } from './paused.tsx'
import { QuarterSide } from './quarter-side.tsx'
import { WeeklyChoice } from './weekly-choice.tsx'

export function frontRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()

  app.get('/', signedIn(deps), (c) => {
    const { visitor, language } = c.var
    const [only, ...others] = visitor.places
    if (only && !others.length) return c.redirect(`/desk/${only.id}`, 303)
    const title = t(language, 'desk.choose-place')
    return c.html(
      <Frame
        language={language}
        title={title}
        home="/desk"
        name="Somewall"
        foot={
          <footer class="foot">
            <Account c={c} />
          </footer>
        }
      >
        <main class="page one" id="content">
          <h1>{title}</h1>
          <ul class="todo">
            {visitor.places.map((one) => (
              <li>
                <a href={`/desk/${one.id}`}>
                  <span />
                  <span>
                    <b>{pick(one.name, language)}</b>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </main>
      </Frame>,
    )
  })

  app.get('/:place', signedIn(deps), mayAt(deps, 'read'), async (c) => {
    const { place, now, role } = c.var
    const today = await readToday(deps, place, now)
    const [first] = today.candidates
    const best = first && may(role, 'curate') ? await findInboxPost(deps.db, place, first, now) : undefined
    const { person } = c.var.visitor
    const walls = await listWalls(deps.db, place.id)
    const weekly = person !== null && (await wantsWeekly(deps.db, place.id, person))
    const key = readTownKey(deps, place)
    const ends =
      may(role, 'administer') && key && key.step !== null
        ? keyWords(c.var.language, key, await passwordsOpen(deps))
        : undefined
    return c.html(<FrontPage {...{ c, today, best, walls, weekly, ends }} space={deps.space()} />)
  })

  app.post('/:place/weekly', signedIn(deps), mayAt(deps, 'read'), async (c) => {
    const { want } = readStrictly(z.object({ want: z.enum(['yes', 'no']) }), await readForm(c))
    await chooseWeekly(deps, actOf(c), want === 'yes')
    return c.redirect(deskPath(c, '#weekly'), 303)
  })
  return app
}

type PageProps = { c: DeskContext; today: Today; best: DeskPost | undefined }

type Walls = Awaited<ReturnType<typeof listWalls>>
type FrontProps = PageProps & { walls: Walls; space: Space; weekly: boolean; ends: Told | undefined }

function FrontPage({ c, today, best, walls, space, weekly, ends }: FrontProps) {
  const { language, role } = c.var
  return (
    <DeskPage c={c} title={t(language, 'desk.nav.today')} current="today" shape="two">
      <main class="work" id="content">
        {may(role, 'curate') && <Paused language={language} space={space} />}
        {ends && (
          <Say tone="need" title={ends.what}>
            {ends.means} {ends.do}
          </Say>
        )}
        {may(role, 'curate') ? (
          <LiftFirst c={c} today={today} best={best} />
        ) : (
          <Welcome c={c} today={today} />
        )}
        {may(role, 'curate') && <Waiting c={c} today={today} />}
        <Rounds c={c} today={today} />
        {may(role, 'edit') && <Sources c={c} today={today} />}
      </main>
      <QuarterSide c={c} today={today}>
        <Walls c={c} walls={walls} />
        {c.var.visitor.person !== null && <WeeklyChoice c={c} weekly={weekly} />}
      </QuarterSide>
    </DeskPage>
  )
}

/** What all of it is for: the walls as everybody sees them. */
function Walls({ c, walls }: { c: DeskContext; walls: Walls }) {
  const { language, place } = c.var
  if (walls.length === 0) return null
  return (
    <section aria-labelledby="walls">
      <h3 id="walls">{t(language, 'today.walls')}</h3>
      <ul>
        {walls.map((one) => (
          <li>
            <a href={`/walls/${place.id}/${one.id}`}>{pick(one.label, language, place.languages[0])}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function dateLine(c: DeskContext, today: Today): string {
  const { language } = c.var
  const at = new Date(`${today.today}T12:00:00Z`)
  const locale = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }[language]
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(at)
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(at)
  const line = t(language, 'today.date', { weekday, day, week: weekNumber(today.week) })
  return line.charAt(0).toUpperCase() + line.slice(1)
}

function LiftFirst({ c, today, best }: PageProps) {
  const { language } = c.var
  const { lift } = today
  const next = weekNumber(weekOfDay(addDays(today.today, 7)))
  const found = today.candidates.length
  const { turn, weeks } = today.lifting
  const excuse = weeks.at(-1)?.reason
  return (
    <section class="today" aria-labelledby="lift">
      <div>
        <p class="quiet">{dateLine(c, today)}</p>
        <h1 id="lift">
          {t(language, lift ? 'today.lift-done' : excuse ? 'today.lift-excused' : 'today.lift-waits')}
        </h1>
        <p class="lede">
          {lift
            ? t(language, 'today.lift-done.detail', { who: lift.by, post: lift.author ?? lift.title ?? '–' })
            : found
              ? t(language, 'today.lift-candidates', { n: found })
              : t(language, 'today.lift-none')}{' '}
          {!lift && best?.author && t(language, 'today.lift-first', { who: best.author })}{' '}
          {!lift && turn && t(language, 'lift.turn', { who: turn })}
          {lift && t(language, 'today.next-lift', { week: next })}
        </p>
        {!lift && excuse && <p>{t(language, 'today.lift-excused.why', { reason: excuse })}</p>}
        <p class="go">
          {lift ? (
            <a class="button" href={deskPath(c, `/posts/${lift.public_id}`)}>
              {t(language, 'act.history')}
            </a>
          ) : (
            <>
              <a class="button main big" href={deskPath(c, found ? '/lift' : '/inbox')}>
                {t(language, found ? 'today.lift-choose' : 'desk.nav.inbox')}
              </a>
              {found > 0 && <span class="quiet">{t(language, 'today.lift-time')}</span>}
            </>
          )}
        </p>
      </div>
      {!lift && best?.media[0] && <Picture c={c} media={best.media[0]} />}
    </section>
  )
}

function Welcome({ c, today }: { c: DeskContext; today: Today }) {
  const { language, visitor } = c.var
  return (
    <section class="today">
      <div>
        <p class="quiet">{dateLine(c, today)}</p>
        <h1>{t(language, 'today.read', { name: visitor.name.split(' ')[0] ?? visitor.name })}</h1>
        <p class="lede">{t(language, 'today.read.detail')}</p>
        <p class="go">
          <a class="button main" href={deskPath(c, '/digests')}>
            {t(language, 'today.digest.open')}
          </a>
        </p>
      </div>
    </section>
  )
}
