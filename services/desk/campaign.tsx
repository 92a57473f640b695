// One campaign at the desk: what it counts, its card, its public page, and everything that is written of it later.
import { Hono } from 'hono'
import { pick, t } from '../../config/i18n.ts'
import { listCounters, listMarks } from '../../db/campaign-counts.ts'
import { listMoney } from '../../db/campaign-money.ts'
import { type CampaignRow, findCampaign, listDoors, listEntries, listFollowUps } from '../../db/campaigns.ts'
import { listPlaces } from '../../db/places.ts'
import { countPosts, daysOf } from '../campaign-posts.ts'
import * as campaigns from '../campaigns.ts'
import type { Deps } from '../deps.ts'
import { sayDay } from '../digest/say.ts'
import { followUpsDue } from '../domain/campaigns.ts'
import { dayOf } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import { Refusal } from '../errors.ts'
import { campaignPath } from '../public-paths.ts'
import { readStrictly } from '../rim.tsx'
import { type Fields, readForm } from '../same-origin.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { CampaignCard } from './campaign-card.tsx'
import { Counters } from './campaign-counts.tsx'
import { Doors, Entries, FollowUps, Money } from './campaign-later.tsx'
import { sayRun, whoIn } from './campaigns.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

type Work = (c: DeskContext, id: string, fields: Fields) => Promise<unknown>

export function campaignRoutes(deps: Deps): Hono<Signed> {
  const who = whoIn
  const write: Record<string, Work> = {
    '': (c, id, sent) =>
      campaigns.changeCampaign(deps, who(c), id, readStrictly(campaigns.sentCampaign, sent)),
    '/counters': (c, id, sent) =>
      campaigns.takeCounter(deps, who(c), id, readStrictly(campaigns.sentCounter, sent)),
    '/marks': (c, id, sent) => campaigns.takeMark(deps, who(c), id, readStrictly(campaigns.sentMark, sent)),
    '/remove': (c, id, sent) =>
      campaigns.dropCounted(deps, who(c), id, readStrictly(campaigns.sentRemoval, sent)),
    '/money': (c, id, sent) => campaigns.takeMoney(deps, who(c), id, readStrictly(campaigns.sentMoney, sent)),
    '/doors': (c, id, sent) => campaigns.takeDoors(deps, who(c), id, readStrictly(campaigns.sentDoors, sent)),
    '/follow-ups': (c, id, sent) =>
      campaigns.takeFollowUp(deps, who(c), id, readStrictly(campaigns.sentFollowUp, sent)),
  }
  // What the public sees of others' posts, and whether it sees anything, is for those who curate.
  const curate: Record<string, Work> = {
    '/publish': (c, id, sent) =>
      campaigns.showCampaign(deps, who(c), id, readStrictly(campaigns.sentPublishing, sent)),
    '/winners': (c, id, sent) =>
      campaigns.takeWinner(deps, who(c), id, readStrictly(campaigns.sentWinner, sent)),
  }
  const app = new Hono<Signed>().get('/:place/campaigns/:id', signedIn(deps), mayAt(deps, 'write'), (c) =>
    show(deps, c, {}),
  )
  const guarded = [
    ['write', write],
    ['curate', curate],
  ] as const
  for (const [right, works] of guarded)
    for (const [path, work] of Object.entries(works))
      app.post(`/:place/campaigns/:id${path}`, signedIn(deps), mayAt(deps, right), async (c) => {
        const fields = await readForm(c)
        const id = c.req.param('id') ?? ''
        try {
          await work(c, id, fields)
        } catch (error) {
          if (!(error instanceof Refusal) || error.status === 404) throw error
          return show(deps, c, fields, error)
        }
        return c.redirect(deskPath(c, `/campaigns/${id}?saved=1`), 303)
      })
  return app
}

async function show({ db, clock }: Deps, c: DeskContext, sent: Fields, refusal?: Refusal): Promise<Response> {
  const { language, place, role } = c.var
  const row = await findCampaign(db, place.id, c.req.param('id') ?? '')
  if (!row) throw new Refusal('not-found', 404)
  const today = dayOf(clock(), place.time_zone)
  const followed = (await listFollowUps(db, place.id)).filter((one) => one.campaign_id === row.id)
  const contest = row.kind === 'contest' && may(role, 'curate')
  const key = { place: place.id, id: row.id, members: place.members }
  const members = contest && place.members.length ? await listPlaces(db) : []
  return c.html(
    <DeskPage c={c} title={row.label} current="notes">
      <main class="work" id="content">
        <header class="head">
          <p>
            <a href={deskPath(c, '/campaigns')}>{t(language, 'campaigns.title')}</a>
          </p>
          <h1>{row.label}</h1>
          <p class="quiet">{sayRun(language, row, today)}</p>
          <Stamp c={c} row={row} />
        </header>
        {refusal && (
          <Say tone="need" {...refusalWords(language, refusal)}>
            {refusal.complaints.map((one) => sayComplaint(c, refusal.code, one)).join(' ') ||
              refusalWords(language, refusal).children}
          </Say>
        )}
        {c.req.query('saved') && !refusal && <Say tone="good" title={t(language, 'brought.saved')} />}
        <Counters
          {...{ c, row, today }}
          counters={await listCounters(db, [row.id])}
          posts={await countPosts(db, place, row, today)}
          marks={await listMarks(db, row.id)}
        />
        <CampaignCard {...{ c, row, sent }} />
        {may(role, 'curate') && <PublicPage c={c} row={row} />}
        {contest && (
          <Entries
            {...{ c, row }}
            names={new Map(members.map((one) => [one.id, pick(one.name, language, one.languages[0])]))}
            entries={await listEntries(db, key, { ...daysOf(place, row, today), keys: row.tags })}
          />
        )}
        {row.kind === 'calendar' && <Doors {...{ c, row, sent }} doors={await listDoors(db, row.id)} />}
        <Money {...{ c, row, today }} rows={await listMoney(db, place.id, row.id)} />
        <FollowUps
          {...{ c, row, followed, sent }}
          due={followUpsDue(
            row.to_day,
            followed.map((one) => one.months),
            today,
          )}
        />
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

/** A calendar's complaint names its line; any other the field. */
function sayComplaint(c: DeskContext, code: string, one: { path: string; message: string }): string {
  const { language } = c.var
  if (code !== 'doors-wrong') return `${one.path} ${one.message}`
  return t(language, 'doors.line', { n: one.path, why: t(language, `doors.wrong.${one.message as 'day'}`) })
}

/** Viimeisin päivitys, päivittäjä, päivitetyt kohdat. */
function Stamp({ c, row }: { c: DeskContext; row: CampaignRow }) {
  const { language, place } = c.var
  const changed = row.changed.map((one) => t(language, `campaign.field.${one as 'label'}`).toLowerCase())
  return (
    <p class="quiet">
      {t(language, 'campaign.stamp', {
        day: sayDay(language, dayOf(row.at, place.time_zone), true),
        by: row.by,
      })}{' '}
      {changed.length > 0 && t(language, 'campaign.stamp.parts', { parts: changed.join(', ') })}
    </p>
  )
}

function PublicPage({ c, row }: { c: DeskContext; row: CampaignRow }) {
  const { language, place } = c.var
  const shown = row.published_at !== null
  return (
    <section aria-labelledby="public">
      <h2 id="public">{t(language, 'campaign.public')}</h2>
      <p>
        {t(language, shown ? 'campaign.public.on' : 'campaign.public.off')}{' '}
        {shown && (
          <a href={campaignPath(language, place.id, row.public_id)}>{t(language, 'campaign.public.open')}</a>
        )}
      </p>
      <Form c={c} action={deskPath(c, `/campaigns/${row.public_id}/publish`)}>
        <button type="submit" class="button" name="do" value={shown ? 'unpublish' : 'publish'}>
          {t(language, shown ? 'campaign.unpublish' : 'campaign.publish')}
        </button>
      </Form>
    </section>
  )
}
