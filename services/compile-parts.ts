// The parts of a bundle that are no figures: campaigns and gaps, the sample, the surroundings.
import { listCounters } from '../db/campaign-counts.ts'
import { listSurroundings } from '../db/figures/outside.ts'
import * as people from '../db/figures/people.ts'
import { SAMPLE } from '../db/labels.ts'
import type { Db } from '../db/open.ts'
import { placesOf } from './campaign-posts.ts'
import type { CampaignRecord, Outage, OutsideRecord, Period, SampleRecord } from './domain/digest-model.ts'
import type { Facts } from './domain/facts.ts'
import { readMeasure } from './domain/measures.ts'
import { moves, pairSurroundings, surroundings } from './domain/outside.ts'
import { addDays, inOrder, listDays, quarterDays, startOfDay } from './domain/quarter.ts'
import type { PlaceAt } from './facts.ts'

/** Stretches of days without a successful run, first and last day, up to the day of compiling. */
export function gapsOf(facts: Facts, days: readonly string[]): { from: string; to: string }[] {
  const ok = new Set(days)
  const gaps: { from: string; to: string }[] = []
  for (const day of listDays(facts.days.from, addDays(facts.days.from, facts.elapsed))) {
    const last = gaps.at(-1)
    if (ok.has(day)) continue
    if (last && addDays(last.to, 1) === day) last.to = day
    else gaps.push({ from: day, to: day })
  }
  return gaps
}

/** The stretches on which sources that were collected in the quarter at all were not. */
export function outagesOf(period: Period, facts: Facts): Outage[] {
  return facts.sources
    .filter((one) => one.used && one.days.length)
    .flatMap(({ id, channel, days }) =>
      gapsOf(facts, days).map((gap) => ({ period, source: id, channel, ...gap })),
    )
}

/** Campaigns that ran in the quarter, with what can be counted of them within it. */
export async function campaignsOf(
  db: Db,
  place: PlaceAt & { members: readonly string[] },
  period: Period,
  facts: Facts,
): Promise<CampaignRecord[]> {
  const rows = await people.listCampaignRows(db, place.id, facts.days)
  const told = (indicator: string, label: string) =>
    readMeasure(facts, indicator, label, {}, 'not-entered').value
  const counters = await listCounters(
    db,
    rows.map((one) => one.row),
    facts.days.to,
  )
  const lastDay = addDays(facts.days.to, -1)
  const posts = (row: people.CampaignRow, from: string) =>
    people.countTagged(
      db,
      {
        places: placesOf(place),
        from: startOfDay(from, place.time_zone),
        to: startOfDay(addDays(inOrder(row.to ?? lastDay, lastDay)[0], 1), place.time_zone),
      },
      row.tags,
    )
  return Promise.all(
    rows.map(async ({ row: inner, ...row }) => {
      const mine = counters.filter((one) => one.campaign === inner)
      const whole = mine.some((one) => one.kind === 'posts')
        ? await posts({ ...row, row: inner }, row.from)
        : 0
      return {
        ...row,
        period,
        posts: row.tags.length
          ? String(await posts({ ...row, row: inner }, inOrder(row.from, facts.days.from)[1]))
          : null,
        clicks: told('campaign.clicks', row.label),
        contacts: row.contacts === null ? told('campaign.contacts', row.label) : String(row.contacts),
        counts: mine.map(({ label, aim, marked }) => ({
          label,
          aim: aim === null ? null : String(aim),
          actual: String(marked ?? whole),
        })),
      }
    }),
  )
}

export function samplesOf({ labels }: Facts): SampleRecord[] {
  return (['own', 'residents'] as const).map((group) => {
    const mine = labels.counts.filter((one) => one.author === group)
    const population = labels.populations[group]
    const first = mine.map((one) => one.first).sort()[0]
    const last = mine
      .map((one) => one.last)
      .sort()
      .at(-1)
    return {
      group,
      population,
      sample: Math.min(population, SAMPLE),
      labelled: mine.reduce((sum, one) => sum + one.n, 0),
      days: first && last ? { from: first, to: last } : null,
    }
  })
}

/** The surroundings and the statistics as they are known now, up to the end of the quarter. */
export async function readOutside(db: Db, place: string, quarter: string): Promise<OutsideRecord[]> {
  const all = [...surroundings, ...moves]
  return pairSurroundings(await listSurroundings(db, place, all, quarterDays(quarter).to))
}
