// The digest's one model as plain data: the frozen figures (Bundle) and what people wrote of them (Written).
import type { Label, Language } from '../../config/place.ts'
import type { StudyRow } from '../../db/figures/outside.ts'
import { canonicalJson } from './canonical.ts'
import type { Comparison, FigureStatus } from './compare.ts'
import type { Figure, FigureId, Unit } from './figures/figure.ts'
import type { PlanRecord } from './progress.ts'
import type { TargetRecord } from './target-record.ts'

export type FigureRecord = {
  id: FigureId
  dims: Record<string, string>
  value: string | null
  of: string | null
  unit: Unit
  status: FigureStatus
  reason: string | null
  n: { measured: number; of: number } | null
  coverage: { days: number; of: number } | null
  spread: { low: string; high: string } | null
  cmp: { yoy: Comparison; prev: Comparison }
  method: string
  flags: string[]
}

/** A weekly series; `before` is a year ago, given only when the two can be laid side by side. */
export type Series = { id: FigureId; dims: Record<string, string>; now: number[]; before: number[] | null }

/** One source as the coverage section shows it: `gaps` are the stretches without a successful run, days included. */
export type SourceRecord = {
  id: string
  title: string | null
  channel: string
  mode: 'own' | 'partner' | 'resident'
  used: boolean
  fault: string | null
  days: number
  of: number
  gaps: { from: string; to: string }[]
  /** Why it was let pass though it was not collected well enough, and by whom. */
  waived: { reason: string; by: string } | null
}

/** A figure whose printed value in an earlier digest is not what the same definition gives today. */
export type Revised = {
  quarter: string
  id: FigureId
  dims: Record<string, string>
  printed: string | null
  printed_of: string | null
  now: string | null
  now_of: string | null
}

/** Which of a digest's three quarters something happened in. */
export type Period = 'now' | 'yoy' | 'prev'

/** A post among those that got the most attention; its words are in `Written.posts`, when they may be shown. */
export type TopPost = {
  channel: string
  author: 'own' | 'other'
  rank: number
  post: string
  day: string
  /** Likes, comments and shares at 14 days, together. */
  total: number
}

/** One question of a survey as it may be printed: of fewer than five answers nothing but that they are few. */
export type QuestionRecord = {
  id: string
  label: string
  kind: 'scale' | 'nps' | 'grade' | 'choice' | 'several'
  /** Lowest and highest of the scale; null for a choice. */
  low: string | null
  high: string | null
  n: number | null
  /** The mean of a scale or of school grades, two decimals at most. */
  mean: string | null
  /** 95 % limits of the mean, from ten answers on. */
  limits: { low: string; high: string } | null
  /** How many chose each answer, lowest first; null where a count would tell of single people. */
  counts: { answer: string; n: number | null }[] | null
  /** Of 0 to 10: detractors, passives, promoters. */
  nps: { detractors: number; passives: number; promoters: number } | null
}

export type SurveyRecord = {
  id: string
  title: string
  from: string
  to: string
  link: 'closed' | 'open'
  invited: number | null
  /** Null: fewer than five, and then there are no questions. */
  n: number | null
  questions: QuestionRecord[]
}

/** A campaign: its tags, days and cents, and what can be counted of it; older bundles have no `counts`. */
export type CampaignRecord = {
  id: string
  period: Period
  counts?: { label: string; aim: string | null; actual: string }[]
  label: string
  tags: string[]
  from: string
  to: string | null
  owner: string | null
  money: number | null
  posts: string | null
  clicks: string | null
  contacts: string | null
  result: string | null
}

/** Days on which a used source was not collected, in any of the three quarters. */
export type Outage = { period: Period; source: string; channel: string; from: string; to: string }

/** A number of the surroundings at two dates, as its source publishes it. */
export type OutsideRecord = {
  indicator: string
  dim: string
  source: string
  now: { period: string; value: string; status: string; retrieved: string }
  before: { period: string; value: string } | null
  turn: 'up' | 'down' | 'same' | null
}

/** The seeded sample of texts that people labelled, of own posts and of residents' words apart. */
export type SampleRecord = {
  group: 'own' | 'residents'
  population: number
  sample: number
  labelled: number
  days: { from: string; to: string } | null
}

export type Bundle = {
  format: 2
  place: { id: string; name: Label; languages: Language[]; time_zone: string }
  quarter: string
  yoy: string
  prev: string
  from: string
  to: string
  of: number
  elapsed: number
  weeks: string[]
  yoy_weeks: string[]
  families: { id: string; label: Label; tags: { key: string; as_written: string }[]; only_with: string[] }[]
  walls: { id: string; label: Label; actions: { id: string; label: Label }[] }[]
  sources: SourceRecord[]
  figures: FigureRecord[]
  series: Series[]
  /** `excused` is why a week without a lift needed none. */
  lifts: { week: string; n: number; excused: string | null }[]
  /** Each lift of the quarter's weeks; the post's words are in `Written.posts`. */
  lifted: { week: string; post: string; author: 'own' | 'partner' | 'other' }[]
  top: TopPost[]
  samples: SampleRecord[]
  surveys: SurveyRecord[]
  campaigns: CampaignRecord[]
  outages: Outage[]
  outside: OutsideRecord[]
  targets: TargetRecord[]
  plan?: PlanRecord | null
  studies: StudyRow[]
  revised: Revised[]
  /** Of a joint place: each member's figures, in the place file's order, never a ranking. */
  members: { id: string; name: Label; figures: FigureRecord[] }[]
  methods: Pick<Figure, 'id' | 'version' | 'formula' | 'source' | 'unit' | 'stage'>[]
  sample: boolean
}

/** What may be shown of a post, as it stood when the digest was published. */
export type PostWords = {
  rights: 'own' | 'consent' | 'link' | 'gone'
  channel: string
  url: string | null
  name: string | null
  text: string | null
  /** The consent's last day. */
  until: string | null
}

/** One thing that was decided: what, who (and of which service area), by when, and how it went. */
export type ActionRecord = {
  id: string
  quarter: string
  what: string
  who: string
  area: string | null
  due: string | null
  state: 'open' | 'done' | 'dropped'
  result: string | null
  done: string | null
}

/** What people wrote and decided. It changes until publication, has its own hash then, and never again. */
export type Written = {
  format: 1
  texts: Record<string, string>
  signed: { section: string; by: string; at: string }[]
  actions: ActionRecord[]
  /** What earlier digests promised and how it stands. */
  promises: ActionRecord[]
  posts: Record<string, PostWords>
  observations: { day: string; theme: string | null; text: string; url: string | null }[]
  quotes: { group: 'praise' | 'wish'; text: string; origin: string }[]
  strategy: string[]
  priorities: string[]
  areas: { id: string; label: Label }[]
  /** The surroundings read again at publication. */
  outside: OutsideRecord[]
}

type Figured = Pick<Bundle, 'figures'>

/** Dims as one text, whatever their order. */
export const keyOf = (dims: Record<string, string>) => canonicalJson(dims)

export function findFigure(bundle: Figured, id: FigureId, dims: Record<string, string> = {}) {
  return bundle.figures.find((one) => one.id === id && keyOf(one.dims) === keyOf(dims))
}

/** All records of a figure whose dims are exactly these names. */
export function listFigures(bundle: Figured, id: FigureId, ...names: string[]): FigureRecord[] {
  const wanted = [...names].sort().join()
  return bundle.figures.filter((one) => one.id === id && Object.keys(one.dims).sort().join() === wanted)
}
