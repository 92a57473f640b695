// Campaigns and trials at the desk: the list with what is due, the year's trial money, and a new one.
import { Hono } from 'hono'
import { type Key, type Language, t } from '../../config/i18n.ts'
import { findBudget, listMoney } from '../../db/campaign-money.ts'
import { type CampaignRow, listCampaigns, listFollowUps } from '../../db/campaigns.ts'
import { campaignKinds } from '../../db/schema.ts'
import { type At, sentBudget, sentCampaign, takeBudget, takeCampaign } from '../campaigns.ts'
import type { Deps } from '../deps.ts'
import { sayCents, sayDay, sayDays } from '../digest/say.ts'
import { eurosOf, followUpsDue, runState, sumKnown } from '../domain/campaigns.ts'
import { dayOf } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import { type Fields, readForm } from '../same-origin.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Say } from './parts.tsx'
import { fieldWords } from './refused.tsx'

export const whoIn = (c: DeskContext): At => ({ place: c.var.place, by: c.var.visitor.name })

export function campaignListRoutes(deps: Deps): Hono<Signed> {
  const write = [signedIn(deps), mayAt(deps, 'write')] as const
  const attempt = async (c: DeskContext, work: (fields: Fields) => Promise<string>) => {
    const fields = await readForm(c)
    try {
      return c.redirect(deskPath(c, await work(fields)), 303)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      return show(deps, c, fields, error)
    }
  }
  return new Hono<Signed>()
    .get('/:place/campaigns', ...write, (c) => show(deps, c, {}))
    .post('/:place/campaigns', ...write, (c) =>
      attempt(c, async (fields) => {
        const id = await takeCampaign(deps, whoIn(c), readStrictly(sentCampaign, fields))
        return `/campaigns/${id}?saved=1`
      }),
    )
    .post('/:place/campaigns/budget', ...write, (c) =>
      attempt(c, async (fields) => {
        await takeBudget(deps, whoIn(c), readStrictly(sentBudget, fields))
        return '/campaigns?saved=1'
      }),
    )
}

async function show({ db, clock }: Deps, c: DeskContext, sent: Fields, refusal?: Refusal): Promise<Response> {
  const { language, place, role } = c.var
  const today = dayOf(clock(), place.time_zone)
  const [rows, followed] = [await listCampaigns(db, place.id), await listFollowUps(db, place.id)]
  const due = rows.flatMap((row) => {
    const done = followed.filter((one) => one.campaign_id === row.id).map((one) => one.months)
    return followUpsDue(row.to_day, done, today)
      .filter((one) => one.state === 'due')
      .map((one) => ({ row, ...one }))
  })
  const title = t(language, 'campaigns.title')
  return c.html(
    <DeskPage c={c} title={title} current="notes">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'campaigns.lede')}</p>
        </header>
        {refusal && <Say tone="need" {...fieldWords(language, refusal)} />}
        {c.req.query('saved') && !refusal && <Say tone="good" title={t(language, 'brought.saved')} />}
        {due.length > 0 && (
          <section aria-labelledby="due">
            <h2 id="due">{t(language, 'campaigns.due')}</h2>
            <ul class="todo plain">
              {due.map(({ row, months, due: day }) => (
                <li>
                  <a href={`${deskPath(c, `/campaigns/${row.public_id}`)}#follow-up`}>
                    <span>
                      <b>{row.label}</b>{' '}
                      <span>
                        {t(language, 'campaigns.due.of', { n: months, day: sayDay(language, day, true) })}
                      </span>
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section aria-labelledby="campaigns">
          <h2 id="campaigns">{t(language, 'campaigns.all')}</h2>
          {rows.length === 0 && <p class="quiet">{t(language, 'campaigns.none')}</p>}
          <ul class="todo plain">
            {rows.map((row) => (
              <li>
                <a href={deskPath(c, `/campaigns/${row.public_id}`)}>
                  <span>
                    <b>{row.label}</b> <span>{sayRun(language, row, today)}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
          {may(role, 'curate') && (
            <p>
              <a href={deskPath(c, '/ideas')}>{t(language, 'ideas.desk')}</a>
            </p>
          )}
        </section>
        <TrialMoney {...{ c, year: Number(today.slice(0, 4)) }} money={await moneyOf(db, place.id, today)} />
        <NewCampaign c={c} sent={sent} today={today} />
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

/** `Kokeilu · käynnissä · 1.12.–24.12.2026 · #joulu · elinvoimapalvelut`. */
export function sayRun(language: Language, row: CampaignRow, today: string): string {
  return [
    t(language, `campaign.kind.${row.kind}`),
    t(language, `campaign.state.${runState(row, today)}`),
    sayDays(language, row.from_day, row.to_day),
    row.tags.map((tag) => `#${tag}`).join(' '),
    row.owner,
  ]
    .filter(Boolean)
    .join(' · ')
}

type Money = { budget: number | null; granted: number | null; used: number | null }

async function moneyOf(db: Deps['db'], place: string, today: string): Promise<Money> {
  const year = Number(today.slice(0, 4))
  const rows = (await listMoney(db, place)).filter((one) => one.year === year)
  return {
    budget: await findBudget(db, place, year),
    granted: sumKnown(rows.map((one) => one.granted)),
    used: sumKnown(rows.map((one) => one.used)),
  }
}

function TrialMoney({ c, year, money }: { c: DeskContext; year: number; money: Money }) {
  const { language } = c.var
  const { budget, granted, used } = money
  const say = (cents: number | null) =>
    cents === null ? t(language, 'desk.unknown') : sayCents(language, cents)
  return (
    <section aria-labelledby="budget">
      <h2 id="budget">{t(language, 'campaigns.budget', { year: String(year) })}</h2>
      <p>
        {t(language, 'campaigns.budget.now', { budget: say(budget), granted: say(granted), used: say(used) })}{' '}
        {budget !== null && granted !== null && granted > budget && (
          <b>{t(language, 'campaigns.budget.over', { sum: sayCents(language, granted - budget) })}</b>
        )}
      </p>
      <Form c={c} action={deskPath(c, '/campaigns/budget')} class="settings">
        <input type="hidden" name="year" value={String(year)} />
        <Field id="amount" label={t(language, 'campaigns.budget.amount')}>
          <input
            id="amount"
            name="amount"
            type="text"
            inputmode="decimal"
            maxlength={10}
            value={budget === null ? '' : eurosOf(budget)}
          />
        </Field>
        <button type="submit" class="button">
          {t(language, 'digests.action.save')}
        </button>
      </Form>
    </section>
  )
}

function NewCampaign({ c, sent, today }: { c: DeskContext; sent: Fields; today: string }) {
  const { language } = c.var
  const was = (name: string, otherwise = '') => (typeof sent[name] === 'string' ? sent[name] : otherwise)
  const input = (name: string, label: Key, more: object = {}) => (
    <Field id={`new-${name}`} label={t(language, label)}>
      <input id={`new-${name}`} name={name} type="text" value={was(name)} {...more} />
    </Field>
  )
  return (
    <section aria-labelledby="new">
      <h2 id="new">{t(language, 'campaigns.new')}</h2>
      <Form c={c} action={deskPath(c, '/campaigns')} class="settings">
        {input('label', 'campaign.field.label', { required: true, maxlength: 160 })}
        <div class="pair">
          <Field id="new-kind" label={t(language, 'campaign.field.kind')}>
            <select id="new-kind" name="kind">
              {campaignKinds.map((one) => (
                <option value={one} selected={was('kind') === one}>
                  {t(language, `campaign.kind.${one}`)}
                </option>
              ))}
            </select>
          </Field>
          {input('tags', 'campaign.field.tags', { maxlength: 400 })}
        </div>
        <div class="pair">
          {input('from_day', 'campaign.field.from_day', {
            type: 'date',
            required: true,
            value: was('from_day', today),
          })}
          {input('to_day', 'campaign.field.to_day', { type: 'date' })}
        </div>
        <button type="submit" class="button main">
          {t(language, 'campaigns.save')}
        </button>
      </Form>
    </section>
  )
}
