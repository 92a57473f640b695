// Compiles the bundle of a quarter: facts of now, of a year ago and of the quarter before, and what goes with them.
import { findPublished } from '../db/digests.ts'
import { listLifted } from '../db/figures/attention.ts'
import { hasSample, listStudies } from '../db/figures/outside.ts'
import { listPostSources } from '../db/figures/service.ts'
import type { Db } from '../db/open.ts'
import { findPlace, listFamilies, listWalls } from '../db/places.ts'
import { listWaivers } from '../db/waivers.ts'
import { campaignsOf, gapsOf, outagesOf, readOutside, samplesOf } from './compile-parts.ts'
import { compileFigures, describeMethods } from './domain/digest.ts'
import type { Bundle, FigureRecord, Period, Revised, Series, SourceRecord } from './domain/digest-model.ts'
import type { Facts } from './domain/facts.ts'
import { blockOf, sumMembers } from './domain/joint.ts'
import { addQuarters, quarterBounds, quarterWeeks } from './domain/quarter.ts'
import { listRevised } from './domain/revised.ts'
import { describeSurvey } from './domain/surveys.ts'
import { Refusal } from './errors.ts'
import { gatherFacts, type PlaceAt, pairFacts } from './facts.ts'
import { readPlanRecord } from './plan-progress.ts'
import { targetsOf } from './target-actuals.ts'

type Figured = {
  figures: FigureRecord[]
  series: Series[]
  facts: Facts
  around: (readonly [Period, Facts])[]
  revised: Revised[]
}

/** Everything the digest says in figures, as the database knows it at `at`. */
export async function compileBundle(db: Db, id: string, quarter: string, at: Date): Promise<Bundle> {
  const place = await findPlace(db, id)
  if (!place) throw new Refusal('not-found', 404)
  const { figures, series, facts, revised, around } = await compilePlace(db, place, quarter, at)
  const members: Bundle['members'] = []
  for (const member of place.members) {
    const row = await findPlace(db, member)
    if (!row) continue
    const compiled = await compilePlace(db, row, quarter, at)
    members.push({ id: row.id, name: row.name, figures: blockOf(compiled.figures) })
  }
  const lifts = facts.weeks.map((week) => ({
    week,
    n: facts.lifts.filter((one) => one.week === week).reduce((sum, one) => sum + one.n, 0),
    excused: facts.excuses.find((one) => one.week === week)?.reason ?? null,
  }))
  return {
    format: 2,
    place: { id, name: place.name, languages: place.languages, time_zone: place.time_zone },
    quarter,
    yoy: addQuarters(quarter, -4),
    prev: addQuarters(quarter, -1),
    ...facts.days,
    of: facts.of,
    elapsed: facts.elapsed,
    weeks: facts.weeks,
    yoy_weeks: quarterWeeks(addQuarters(quarter, -4)),
    families: (await listFamilies(db, id)).map(({ id, label, tags, only_with }) => ({
      id,
      label,
      tags: tags.map(({ key, as_written }) => ({ key, as_written })),
      only_with,
    })),
    walls: (await listWalls(db, id)).map(({ id, label, actions }) => ({
      id,
      label,
      actions: actions.map(({ id, label }) => ({ id, label })),
    })),
    sources: await describeSources(db, id, facts),
    figures: members.length ? sumMembers(members) : figures,
    series: members.length ? [] : series,
    lifts: members.length ? [] : lifts,
    lifted: members.length ? [] : await listLifted(db, id, facts.weeks),
    top: members.length ? [] : facts.posts.top,
    samples: members.length ? [] : samplesOf(facts),
    surveys: facts.surveys.map(describeSurvey),
    campaigns: (await Promise.all(around.map(([period, one]) => campaignsOf(db, place, period, one)))).flat(),
    outages: members.length ? [] : around.flatMap(([period, one]) => outagesOf(period, one)),
    outside: await readOutside(db, id, quarter),
    targets: await targetsOf(db, place, { quarter, at, gathered: facts }),
    plan: await readPlanRecord(db, place, facts.days),
    studies: await listStudies(db, id, facts.days),
    revised,
    members,
    methods: describeMethods(),
    sample: await hasSample(db, id, quarterBounds(quarter, place.time_zone)),
  }
}

async function compilePlace(db: Db, place: PlaceAt, quarter: string, at: Date): Promise<Figured> {
  // At once: a server with more than one core counts the quarters side by side.
  const [facts, yoy, prev] = await Promise.all([
    gatherFacts(db, place, quarter, at),
    gatherFacts(db, place, addQuarters(quarter, -4), at),
    gatherFacts(db, place, addQuarters(quarter, -1), at),
  ])
  const pairs = [await pairFacts(db, place, facts, yoy), await pairFacts(db, place, facts, prev)] as const
  const revised: Revised[] = []
  for (const earlier of [yoy, prev]) {
    const row = await findPublished(db, place.id, earlier.quarter)
    if (row) revised.push(...listRevised(JSON.parse(row.bundle) as Bundle, earlier))
  }
  const around = [['now', facts] as const, ['yoy', yoy] as const, ['prev', prev] as const]
  return { ...compileFigures(facts, ...pairs), facts, around, revised }
}

async function describeSources(db: Db, place: string, facts: Facts): Promise<SourceRecord[]> {
  const rows = await listPostSources(db, place)
  const waivers = await listWaivers(db, place, facts.quarter)
  return facts.sources.map((one) => {
    const row = rows.find((other) => other.id === one.id)
    return {
      id: one.id,
      title: row?.about.title ?? null,
      channel: one.channel,
      mode: one.mode,
      used: one.used,
      fault: one.used ? (row?.fault_kind ?? null) : null,
      days: Math.min(one.days.length, facts.elapsed),
      of: facts.of,
      gaps: one.days.length ? gapsOf(facts, one.days) : [],
      waived: waivers.find((other) => other.source === one.id)?.waived ?? null,
    }
  })
}
