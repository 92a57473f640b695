// The declared list of numbers from outside: what each is called, counted in and how it may be added up.
import type { Key } from '../../config/i18n.ts'

export type Indicator = {
  id: string
  unit:
    | 'visits'
    | 'views'
    | 'searches'
    | 'clicks'
    | 'people'
    | 'nights'
    | 'answers'
    | 'scale'
    | 'contacts'
    | 'posts'
    | 'percent'
    | 'count'
    | 'hours'
  label: Key
  /** What `dim` names; null: only '' is written. */
  dim: 'page-group' | 'term' | 'link-group' | 'channel' | 'theme' | 'survey' | 'name' | null
  /** True: days may be added up to a longer period. False: a number holds for its own period only. */
  additive: boolean
}

export const indicators = [
  { id: 'web.visits', unit: 'visits', label: 'indicator.web.visits', dim: null, additive: true },
  // dim '' is the whole site, a page group's id its part; groups may overlap, so they never add up to ''.
  { id: 'web.views', unit: 'views', label: 'indicator.web.views', dim: 'page-group', additive: true },
  { id: 'web.searches', unit: 'searches', label: 'indicator.web.searches', dim: null, additive: true },
  {
    id: 'web.searches-empty',
    unit: 'searches',
    label: 'indicator.web.searches-empty',
    dim: null,
    additive: false,
  },
  // Only terms searched at least five times in the period, so periods must not be added up.
  {
    id: 'web.search-term',
    unit: 'searches',
    label: 'indicator.web.search-term',
    dim: 'term',
    additive: false,
  },
  { id: 'web.outlinks', unit: 'clicks', label: 'indicator.web.outlinks', dim: 'link-group', additive: true },
  { id: 'contact.count', unit: 'contacts', label: 'indicator.contact.count', dim: 'channel', additive: true },
  {
    id: 'contact.heard-from',
    unit: 'contacts',
    label: 'indicator.contact.heard-from',
    dim: 'name',
    additive: true,
  },
  { id: 'social.clicks', unit: 'clicks', label: 'indicator.social.clicks', dim: 'channel', additive: true },
  // As a platform's own statistics tell of a day; dim names the channel. Never added to the numbers of single posts.
  { id: 'social.views', unit: 'views', label: 'indicator.social.views', dim: 'channel', additive: true },
  {
    id: 'social.followers',
    unit: 'people',
    label: 'indicator.social.followers',
    dim: 'channel',
    additive: false,
  },
  { id: 'work.hours', unit: 'hours', label: 'indicator.work.hours', dim: 'name', additive: true },
  { id: 'feedback.count', unit: 'contacts', label: 'indicator.feedback.count', dim: 'theme', additive: true },
  { id: 'survey.answers', unit: 'answers', label: 'indicator.survey.answers', dim: 'survey', additive: true },
  { id: 'survey.mean', unit: 'scale', label: 'indicator.survey.mean', dim: 'survey', additive: false },
  { id: 'people.moved-in', unit: 'people', label: 'indicator.people.moved-in', dim: null, additive: true },
  { id: 'people.moved-out', unit: 'people', label: 'indicator.people.moved-out', dim: null, additive: true },
  { id: 'people.net-moved', unit: 'people', label: 'indicator.people.net-moved', dim: null, additive: true },
  { id: 'work.unemployed', unit: 'people', label: 'indicator.work.unemployed', dim: null, additive: false },
  { id: 'stay.arrivals', unit: 'people', label: 'indicator.stay.arrivals', dim: null, additive: true },
  { id: 'stay.nights', unit: 'nights', label: 'indicator.stay.nights', dim: null, additive: true },
  { id: 'service.clients', unit: 'people', label: 'indicator.service.clients', dim: null, additive: true },
  // The surroundings, told at two dates and never added up.
  {
    id: 'work.unemployment',
    unit: 'percent',
    label: 'indicator.work.unemployment',
    dim: null,
    additive: false,
  },
  { id: 'work.open-jobs', unit: 'count', label: 'indicator.work.open-jobs', dim: null, additive: false },
  { id: 'surroundings', unit: 'count', label: 'indicator.surroundings', dim: 'name', additive: false },
  // Of a campaign, by its name: visits by its address, and people who got in touch because of it.
  { id: 'campaign.clicks', unit: 'clicks', label: 'indicator.campaign.clicks', dim: 'name', additive: true },
  {
    id: 'campaign.contacts',
    unit: 'contacts',
    label: 'indicator.campaign.contacts',
    dim: 'name',
    additive: true,
  },
  // Counted by hand where a channel has no interface; dim names the channel. Never added to collected posts.
  { id: 'social.posts', unit: 'posts', label: 'indicator.social.posts', dim: 'channel', additive: true },
  // What a study says of the municipality's image: dim is the statement, the value a percentage of those who answered.
  {
    id: 'image.statement',
    unit: 'percent',
    label: 'indicator.image.statement',
    dim: 'name',
    additive: false,
  },
  // Reached against aimed at; dim names the goal, and both are given for the same period.
  { id: 'goal.actual', unit: 'count', label: 'indicator.goal.actual', dim: 'name', additive: false },
  { id: 'goal.target', unit: 'count', label: 'indicator.goal.target', dim: 'name', additive: false },
  // Companies met, persons advised, people at an event: whatever a project counts, under its own name.
  { id: 'counter', unit: 'count', label: 'indicator.counter', dim: 'name', additive: true },
  { id: 'reach.people', unit: 'people', label: 'indicator.reach.people', dim: 'name', additive: false },
] as const satisfies readonly Indicator[]

export type IndicatorId = (typeof indicators)[number]['id']

/** The declared indicator of this id; undefined when a sender made it up. */
export function findIndicator(id: string): Indicator | undefined {
  return indicators.find((one) => one.id === id)
}
