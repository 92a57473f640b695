// The tables as TypeScript, the states their columns may hold, and how long personal data is kept.
//
// Glossary: place (a municipality or a joint project) · family (one meaning, many spellings of a hashtag) ·
// source (where posts or numbers come from) · channel (the kind of place they come from) · post · account (author) ·
// wall (someseinä) · lead (its newest N on top) · lift (a resident's post raised once a week) · decision (an act of
// curation) · digest (the quarter's figures and texts) · measure (a number from outside) · note (what people wrote).
//
// "keep:" names a column of personal data and how long it stays; prune reads the same list from `keeping` below.
import type { ColumnType, Generated } from 'kysely'
import type { Cycle } from '../config/cycle.ts'
import type { Language, Values } from '../config/i18n.ts'
import type {
  AccountKind,
  ChannelName,
  Contact,
  Guidance,
  Label,
  MeterName,
  TopicKind,
} from '../config/place.ts'

/** jsonb: read as values, written as JSON text (`json(value)` of db/open.ts). */
type Json<T> = ColumnType<T, string, string>
type JsonDefault<T> = ColumnType<T, string | undefined, string>
type Day = string
type Id = Generated<number>
type Default<T> = ColumnType<T, T | undefined, T>

export const postStates = ['new', 'shown', 'hidden', 'stashed'] as const
export type PostState = (typeof postStates)[number]
export type SourceMode = 'own' | 'partner' | 'resident'
export const decisionActions = ['show', 'hide', 'stash', 'pin', 'unpin', 'lift', 'unlift', 'undo'] as const
export type PersonAction = (typeof decisionActions)[number]
/** A rule besides holds a post for a person. */
export type DecisionAction = PersonAction | 'hold'
/** Why a person hid or kept away what they did; words besides are the note. */
export const decisionReasons = [
  'off-topic',
  'advert',
  'spam',
  'discrimination',
  'insult',
  'private',
  'child',
  'copyright',
  'untrue',
  'other',
] as const
export const ruleActions = ['show', 'hide', 'stash', 'hold'] as const
export type RuleAction = (typeof ruleActions)[number]
/** Every condition that is given must hold; of a list, one is enough. */
export type RuleConditions = {
  /** Words or phrases; `*` at an end stands for any letters. */
  words?: string[]
  /** Handles or names. */
  authors?: string[]
  kinds?: AccountKind[]
  channels?: ChannelName[]
  families?: string[]
  /** Language codes; '' is a language that is not known. */
  languages?: string[]
  media?: 'any' | 'none' | 'image' | 'video' | 'audio'
  /** An answer to somebody else's post, or a post that passes another one on in a quote. */
  form?: 'reply' | 'quote'
  /** More than so many posts by the same author on one day. */
  perDay?: number
}
export const roles = ['reader', 'writer', 'curator', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]
export const digestStates = [
  'open',
  'draft',
  'frozen',
  'analysis',
  'published',
  'delivered',
  'handled',
  'superseded',
] as const
export type DigestState = (typeof digestStates)[number]
export type SignInWay = 'password' | 'town'
/** Why a post stays though its removal is asked for: ours, refused before, too many of one sender, or today. */
export type KeptWhy = 'ours' | 'judged' | 'sender' | 'many'
/** Whole rows that are kept with their history: what the plan, the matrix and the register are made of. */
export const rowParts = ['ring', 'audience', 'channel', 'card', 'plan', 'goal', 'action', 'process'] as const
export type RowPart = (typeof rowParts)[number]
export const placeParts = [
  ...(['place', 'contact', 'family', 'account', 'source', 'wall', 'list', 'guidance', 'rule'] as const),
  ...rowParts,
] as const
export type PlacePart = (typeof placeParts)[number]
export type MailState = 'waiting' | 'sending' | 'sent' | 'failed'

/** A stretch of a post's text, in code points: a link, a tag or a mention. */
export type Mark = {
  start: number
  end: number
  kind: 'link' | 'tag' | 'mention'
  href: string | null
  key?: string
}
/** What intake noticed and a person should know: text cut, tags dropped, date clamped. */
export type Remark = { code: string; values?: Record<string, string | number> }
export type Card = { url: string; title: string; text: string | null }
export type Quote = { url: string | null; author: string | null; text: string }
export type PostEvent = { starts_at: string; ends_at: string | null; place: string | null }
export type Lead = { families: string[]; count: number }
export type WallAction = { id: string; label: Label; url: string }
export type ConsentScope = { wall: boolean; digest: boolean; print: boolean; channels: boolean }

export const keptConsents = ['asked', 'granted', 'refused', 'withdrawn', 'removed'] as const
export type KeptConsent = (typeof keptConsents)[number]
/** recognisable: and no guardian has been asked. */
export type ChildAnswer = 'no' | 'unrecognisable' | 'guardian' | 'recognisable'

export interface Place {
  id: string
  name: Json<Label>
  languages: Json<Language[]>
  time_zone: string
  municipality_code: string | null
  members: Json<string[]>
  contact: JsonDefault<Contact>
  guidance: JsonDefault<Guidance>
  /** Raised in the transaction of anything that changes what a wall answers: api processes compare it. */
  revision: Default<number>
  created_at: Date
}
export interface Family {
  place_id: string
  id: string
  label: Json<Label>
  only_with: Json<string[]>
  position: number
}
export interface FamilyTag {
  place_id: string
  /** NFKC, lower case: the identity of a spelling. */
  key: string
  family_id: string
  as_written: string
  position: number
}
/** keep: handle, name, url: as long as a post of theirs is kept whole. */
export interface Account {
  id: Id
  public_id: string
  place_id: string
  channel: ChannelName
  /** The platform's stable id; null for an account named in the place file and not yet met. */
  external_id: string | null
  handle: string | null
  /** Lower case without a leading @: how a named account is recognised when first met. */
  handle_key: string | null
  name: string | null
  url: string | null
  kind: AccountKind
  /** The agreement of a partner in words; without one a partner is treated like a resident. */
  agreement: string | null
  agreed_at: Date | null
  /** What a partner is called on the walls, for example an ambassador; null: a partner. */
  mark: string | null
  /** Salted hash of channel and id: counts authors after the rest is forgotten. */
  author_key: string | null
  created_at: Date
}
export const sourceStates = ['off', 'waiting', 'well', 'sick'] as const
export interface Source {
  place_id: string
  id: string
  /** What it brings. */
  kind: 'posts' | 'numbers'
  channel: ChannelName | MeterName
  mode: SourceMode
  active: boolean
  families: Json<string[]>
  every_minutes: number | null
  settings: Json<Record<string, unknown>>
  sample: Default<boolean>
  /** Due at or after this moment; null when switched off. */
  next_at: Date | null
  memory: JsonDefault<Record<string, unknown>>
  about: JsonDefault<{ title?: string | null; url?: string | null }>
  last_run_at: Date | null
  last_ok_at: Date | null
  failures: Default<number>
  fault_kind: string | null
  /** Which words the desk reads: `fault.<fault_code>.what`, filled with fault_values. */
  fault_code: string | null
  fault_values: JsonDefault<Values>
  fault_detail: string | null
  fault_since: Date | null
  /** Since when it has been sick, as people have been told by mail; null when they need not hear that it is well. */
  told_since: Date | null
  /** The budget whose turn it waits for, and since when: the longest waiting comes first. Waiting is no fault. */
  waits_for: number | null
  waits_since: Date | null
  switched_by: string | null
  switched_at: Date | null
  created_at: Date
}
export interface SourceRun {
  id: Id
  place_id: string
  source_id: string
  trigger: 'clock' | 'person'
  started_at: Date
  ended_at: Date | null
  found: Default<number>
  saved: Default<number>
  unchanged: Default<number>
  removed: Default<number>
  skipped: Default<number>
  fault_kind: string | null
  fault_code: string | null
  fault_detail: string | null
}
/** One calendar day of a source in the place's zone: the digest's coverage. */
export interface SourceDay {
  place_id: string
  source_id: string
  day: Day
  /** At least one run of the day went through. */
  ok: boolean
  runs: number
}
/** A platform's limit for one holder: a server, a key or an account. Installation-wide, shared by all places. */
export interface Budget {
  id: Id
  /** Whose limit it is; of a platform with several channels, all of them together. */
  channel: ChannelName | MeterName | 'meta'
  /** Which of the channel's declared limits. */
  name: string
  /** The host, the account, or a fingerprint of the key; never the key. */
  holder: string
  /** The platform itself said that nothing, or nearly nothing, is left until then. */
  closed_until: Date | null
  used_at: Date
}
export interface BudgetUse {
  budget_id: number
  /** What was asked for, where different things are counted; '' where units are. */
  key: string
  at: Date
  n: number
}
export interface Credential {
  place_id: string
  source_id: string
  name: string
  /** AES-256-GCM: key number, nonce, tag and text, base64url. */
  sealed: string
  expires_at: Date | null
  saved_by: string | null
  saved_at: Date
  /** The nearest of 14, 7, 1 and 0 days before its end that people have been told, and of which end. */
  told_step: number | null
  told_ends: Date | null
}
export interface Pass {
  place_id: string
  source_id: string
  name: string
  /** Like a credential's; null while there is none that still lets us in. */
  sealed: string | null
  /** Raised with each new pass: who was refused with an older one takes this. */
  version: Default<number>
  renew_at: Date | null
  /** Who is getting the next one, until when by the database’s clock: a killed holder lets go by itself. */
  held_by: string | null
  held_until: Date | null
}
export interface Wall {
  place_id: string
  id: string
  label: Json<Label>
  families: Json<string[]>
  channels: Json<ChannelName[]>
  show: number
  lead: ColumnType<Lead | null, string | null, string | null>
  moderation: 'review' | 'open'
  actions: Json<WallAction[]>
  position: number
}
/** keep: text, marks, title, url, account_id, card, quote of an unlifted resident's post: 90 days. */
export interface Post {
  id: Id
  public_id: string
  place_id: string
  channel: ChannelName
  external_id: string
  account_id: number | null
  url: string | null
  /** The address without tracking and trailing noise: equal ones are twins. */
  canonical_url: string | null
  title: string | null
  text: string
  marks: Json<Mark[]>
  lang: string | null
  published_at: Date
  edited_at: Date | null
  first_seen_at: Date
  seen_at: Date
  state: PostState
  version: Default<number>
  sample: Default<boolean>
  sensitive: string | null
  /** False: the author does not want it seen by people who are not signed in to the platform. */
  public: Default<boolean>
  /** It answers somebody else's post. */
  reply: Default<boolean>
  remarks: JsonDefault<Remark[]>
  event: ColumnType<PostEvent | null, string | null | undefined, string | null>
  card: ColumnType<Card | null, string | null | undefined, string | null>
  quote: ColumnType<Quote | null, string | null | undefined, string | null>
  /** Hash of the text when it has 40 characters or more: the same account's equal ones within 48 hours are twins. */
  text_key: string | null
  /** Hash of everything an edit can change: equal means nothing to write. */
  content_key: string
  /** Hash of what a person looked at when deciding (words and pictures): a change opens the decision again. */
  look_key: Default<string>
  /** A picture of it may want words, and may be seen: that has to be looked at. False: none does. */
  undescribed: Default<boolean>
  likes: number | null
  comments: number | null
  shares: number | null
  views: number | null
  counted_at: Date | null
  /** Gone from the platform or made private there: off every wall, never shown again. */
  gone_at: Date | null
  /** How often in a row the platform said that it is not there; the second time, ten minutes later, counts. */
  gone_checks: Default<number>
  /** When the platform was last asked about this one post. */
  reread_at: Date | null
  pruned_at: Date | null
  /** Fit to be lifted at any time of the year. */
  timeless: Default<boolean>
  /** Tells of health, faith, politics or the like (GDPR art. 9): never lifted. */
  delicate: Default<boolean>
  /** A child can be recognised in it: not lifted before a guardian has allowed it. */
  child: Default<boolean>
  /** How long people have worked towards lifting it; null when nobody has. */
  lift_seconds: number | null
}
export interface PostTag {
  post_id: number
  place_id: string
  key: string
  as_written: string
  position: number
}
export interface PostSource {
  post_id: number
  place_id: string
  source_id: string
  /** The post's id on the server that this source asks; null where it is the external id. */
  seen_id: Default<string | null>
  found_at: Date
}
export interface Pin {
  place_id: string
  post_id: number
  /** '' pins on every wall of the place. */
  wall_id: string
  at: Date
}
export interface Media {
  id: Id
  public_id: string
  post_id: number
  place_id: string
  position: number
  kind: 'image' | 'video' | 'audio'
  source_url: string
  width: number | null
  height: number | null
  seconds: number | null
  captions: string | null
  /** The author's own description. */
  author_alt: string | null
  crop: Default<boolean>
  focus: 'left' | 'centre' | 'right' | null
  tone: 'light' | 'dark' | null
  /** none: not copied · private: a curator's preview until private_until · public: may be shown · failed. */
  copy: Default<'none' | 'private' | 'public' | 'failed'>
  copy_detail: string | null
  copy_tries: Default<number>
  private_until: Date | null
  /** SHA-256 of the bytes as fetched; the files in MEDIA_DIR carry its name. */
  sha256: string | null
  copied_at: Date | null
}
export interface Description {
  media_id: number
  place_id: string
  lang: string
  text: string
  decorative: boolean
  by: string
  at: Date
}
export interface Tally {
  post_id: number
  place_id: string
  /** 0 at collection, then 1, 3, 7, 14, 28: the age in days that was due. */
  age: number
  taken_at: Date
  /** The age in hours when it was really taken. */
  hours: number
  likes: number | null
  comments: number | null
  shares: number | null
  views: number | null
  /** The platform's own statistics that told it; null when it was collected. */
  file_id: Default<number | null>
}
/** A file of a platform's own statistics, as a person downloaded it there. */
export interface PlatformFile {
  id: Id
  public_id: string
  place_id: string
  channel: ChannelName | MeterName
  /** A row is a post, or a day of the account or of the website. */
  per: 'post' | 'day'
  name: string
  file_hash: string
  /** When it was downloaded: what the numbers in it are of. */
  taken_at: Date
  first_day: Day
  last_day: Day
  rows: number
  sample: Default<boolean>
  by: string
  at: Date
}
/** What a platform told of one post in one file. */
export interface PlatformPost {
  file_id: number
  place_id: string
  channel: ChannelName
  external_id: string
  /** The collected post that it is; null for one that we do not have. */
  post_id: number | null
  url: string | null
  published_at: Date
  likes: number | null
  comments: number | null
  shares: number | null
  views: number | null
  reach: number | null
  clicks: number | null
}
/** How a file with these headings was read the last time. */
export interface PlatformLayout {
  place_id: string
  fingerprint: string
  channel: ChannelName | MeterName
  per: 'post' | 'day'
  dates: 'ymd' | 'dmy' | 'mdy' | null
  columns: Json<(string | null)[]>
}
export interface Decision {
  id: Id
  place_id: string
  post_id: number
  person_id: number | null
  actor: string
  action: DecisionAction
  from_state: PostState
  to_state: PostState
  /** The post's version after this decision. */
  version: number
  wall_id: string | null
  reason: string | null
  note: string | null
  /** The decision that this one takes back. */
  undoes: number | null
  /** The decision that this one came along with: on a twin, or on the first of many at once. */
  along: number | null
  /** The rule that decided, and in which version; null where a person did. */
  rule_id: Default<number | null>
  rule_version: Default<number | null>
  at: Date
}
export interface Rule {
  id: Id
  public_id: string
  place_id: string
  /** The version that decides now. */
  version: number
  active: boolean
  /** When it was removed; its versions stay, since decisions name them. */
  ended_at: Date | null
}
export interface RuleVersion {
  rule_id: number
  place_id: string
  version: number
  name: string
  action: RuleAction
  conditions: Json<RuleConditions>
  by: string
  at: Date
}
/** A line of one of the place's own lists: themes, audiences, and the service areas that answer. */
export interface Topic {
  place_id: string
  kind: TopicKind
  id: string
  label: Json<Label>
  position: number
  /** Taken off its list: marks of it are seen no more, and come back with it. */
  ended: Default<boolean>
  /** Of a service area: where questions handed to it are sent. */
  email: Default<string | null>
}
export interface PostTopic {
  post_id: number
  place_id: string
  kind: TopicKind
  topic_id: string
  by: string
  at: Date
}
/** keep: question and answer: as long as the post is kept whole. */
export interface Handover {
  id: Id
  public_id: string
  place_id: string
  post_id: number
  /** The service area by its id, kept after it has left the place's list. */
  area: string
  question: string
  state: 'open' | 'answered' | 'dropped'
  by: string
  at: Date
  settled_by: string | null
  settled_at: Date | null
  answer: string | null
}
export interface Lift {
  id: Id
  place_id: string
  post_id: number
  /** ISO week in the place's zone, '2026-W48'. */
  week: string
  by: string
  at: Date
  ended_at: Date | null
  /** How long the work took, from the first look at the post; null is not known. */
  seconds: number | null
  /** Whom the one who was lifted suggests next, in words. */
  suggests: string | null
}
/** A week without a lift for a reason. */
export interface LiftExcuse {
  place_id: string
  week: string
  reason: string
  by: string
  at: Date
}
/** A collection of lifts with a text of its own, a public page once it is published. */
export interface Journey {
  id: Id
  public_id: string
  place_id: string
  title: Json<Label>
  text: Json<Label>
  published_at: Date | null
  by: string
  at: Date
}
export interface JourneyPost {
  journey_id: number
  place_id: string
  post_id: number
  position: number
}
/** keep: all of it, three years after the consent ended. */
export interface Consent {
  id: Id
  public_id: string
  place_id: string
  post_id: number | null
  account_id: number | null
  /** What was said last; what time and the walls make of it is told by services/domain/consents.ts. */
  state: KeptConsent
  scope: Json<ConsentScope>
  wording_version: string
  /** Null until there is an answer. */
  evidence_kind: 'link' | 'note' | 'form' | 'sample' | null
  evidence_ref: string | null
  /** How the author was asked, in words. */
  asked_how: string
  child: ChildAnswer | null
  crop: boolean
  until: Day | null
  recorded_by: string
  /** When what the state says was said; of one that ended, when it was granted. */
  at: Date
  /** When it was withdrawn, or its post removed. */
  withdrawn_at: Date | null
  asked_at: Date | null
  /** The end that people have been told of. */
  told_until: Day | null
  /** Of what and whose it was, as it was called then: the evidence outlives the post. */
  address: string | null
  author: string | null
}
/** keep: contact and reason: two years after the decision. */
export interface Removal {
  id: Id
  public_id: string
  place_id: string
  /** Null when the address was not found among the posts, and after the post has been deleted. */
  post_id: number | null
  address: string
  /** The author asks for all of theirs, also what comes later. */
  everything: Default<boolean>
  reason: string
  contact: string | null
  at: Date
  state: 'open' | 'accepted' | 'refused'
  decided_by: string | null
  decided_at: Date | null
  answer: string | null
  /** The request itself has taken the post off the walls; the decision is the one that did. */
  hidden: Default<boolean>
  kept: KeptWhy | null
  decision_id: number | null
}
export interface Tombstone {
  place_id: string
  /** Salted SHA-256 of channel and external id, of the canonical address, or of the account. */
  hash: string
  kind: 'post' | 'address' | 'account'
  reason: string
  by: string
  at: Date
}
/** Outlives its wall: earlier quarters are compared with it. */
export interface WallDay {
  place_id: string
  wall_id: string
  day: Day
  event: 'view' | 'click' | 'channel' | 'share' | 'action'
  /** The post, channel or action that was chosen; '' for a view. */
  subject: string
  n: number
  sample: Default<boolean>
}
export interface Measure {
  place_id: string
  indicator: string
  dim: string
  period_kind: 'day' | 'week' | 'month' | 'quarter' | 'year'
  period: string
  source_id: string
  /** numeric as text; null is "not known". */
  value: string | null
  unit: string
  status: 'ok' | 'partial' | 'preliminary' | 'estimate'
  sample: Default<boolean>
  entered_by: string | null
  retrieved_at: Date
  revision: Default<number>
  /** api: a meter read it · file: it stood in a file that a person gave · typed: a person entered it. */
  origin: Default<'api' | 'file' | 'typed'>
  /** The platform's own statistics in which it stood. */
  file_id: Default<number | null>
}
/** A number as it was before a newer one took its place. */
export interface MeasurePast extends Omit<Measure, 'sample' | 'revision' | 'origin'> {
  revision: number
  origin: 'api' | 'file' | 'typed'
}
/** A larger study that somebody made, with its file beside the pictures. */
export interface Study {
  id: Id
  public_id: string
  place_id: string
  title: string
  maker: string
  day: Day
  language: string
  summary: string
  findings: JsonDefault<string[]>
  url: string | null
  file_name: string | null
  file_type: string | null
  file_size: number | null
  file_sha256: string | null
  sample: Default<boolean>
  by: string
  at: Date
}
/** keep: body of interviews 12 months after the digest; of feedback 24 months. */
export interface Note {
  id: Id
  public_id: string
  place_id: string
  kind: 'feedback' | 'interview' | 'observation' | 'study'
  day: Day
  theme: string | null
  body: string
  evidence_url: string | null
  /** Of feedback: when it was first answered. */
  answered_on: Day | null
  /** Who let an observation be printed in the digest. */
  cleared_by: string | null
  cleared_at: Date | null
  sample: Default<boolean>
  by: string
  at: Date
}
export interface Digest {
  id: Id
  public_id: string
  place_id: string
  quarter: string
  revision: number
  state: DigestState
  /** Canonical JSON of the figures; byte for byte what `sha256` was computed from. */
  bundle: string
  sha256: string
  sample: Default<boolean>
  compiled_at: Date
  frozen_at: Date | null
  published_at: Date | null
  /** Texts written by people, by section. */
  texts: JsonDefault<Record<string, string>>
  /** What people wrote and decided, as published: canonical JSON, and the hash computed from it. */
  written: string | null
  written_sha256: string | null
  by: string
}
export interface DigestEvent {
  id: Id
  place_id: string
  digest_id: number
  from_state: DigestState | null
  to_state: DigestState
  actor: string
  reason: string | null
  at: Date
}
export interface Survey {
  id: Id
  public_id: string
  place_id: string
  title: string
  sample: Default<boolean>
  by: string
  at: Date
}
export const questionKinds = ['scale', 'nps', 'grade', 'choice', 'several', 'open'] as const
export type QuestionKind = (typeof questionKinds)[number]
export interface SurveyQuestion {
  id: Id
  place_id: string
  survey_id: number
  position: number
  kind: QuestionKind
  label: string
  /** Of a scale its ends, of 0–10 where it begins (0 or 1), of grades 4 and 10; null for words. */
  low: number | null
  high: number | null
  choices: JsonDefault<string[]>
}
/** Answers that came together: a file, or what was typed from paper between two days. */
export interface SurveyBatch {
  id: Id
  public_id: string
  place_id: string
  survey_id: number
  from_day: Day
  to_day: Day
  link: 'closed' | 'open'
  invited: number | null
  origin: 'file' | 'paper'
  /** SHA-256 of the file: the same file replaces itself. */
  file_hash: string | null
  sample: Default<boolean>
  by: string
  at: Date
}
/** keep: value of open answers: 24 months. */
export interface SurveyAnswer {
  place_id: string
  batch_id: number
  respondent: number
  question_id: number
  value: string
}
/** How the columns of a file were read the last time one with the same head came. */
export interface SurveyLayout {
  place_id: string
  fingerprint: string
  survey_id: number
  columns: Json<(number | null)[]>
}
/** A sentence that somebody allowed to be used, without their name. */
export interface ClearedQuote {
  id: Id
  public_id: string
  place_id: string
  mood: 'praise' | 'wish'
  body: string
  origin: 'survey' | 'interview' | 'feedback' | 'event'
  survey_id: number | null
  day: Day
  /** How it was allowed, in words. */
  cleared_how: string
  sample: Default<boolean>
  by: string
  at: Date
}
export const tones = ['positive', 'neutral', 'negative', 'unclear'] as const
export const contents = ['news', 'story', 'event', 'job', 'service', 'picture', 'question', 'other'] as const
export const images = ['nature', 'work', 'home', 'people', 'culture', 'visit', 'other', 'none'] as const
export interface LabelRow {
  place_id: string
  quarter: string
  /** A post's or a note's public id, or batch/respondent/question of an open answer. */
  item: string
  author: 'own' | 'residents'
  tone: (typeof tones)[number]
  content: (typeof contents)[number]
  image: (typeof images)[number]
  theme: string | null
  by: string
  at: Date
}
export interface Target {
  id: Id
  public_id: string
  place_id: string
  year: number
  position: number
  label: string
  /** The figure it is read from; null: `goal.actual` under its label. */
  figure: string | null
  dims: JsonDefault<Record<string, string>>
  baseline: string | null
  aim: string
  least: string | null
  direction: 'up' | 'down' | 'range'
  cumulative: boolean
  note: string | null
  sample: Default<boolean>
  by: string
  at: Date
}
/** One who answers for a part of a target: a member of the joint place, or whoever else takes part. */
export interface TargetPart {
  id: Id
  place_id: string
  target_id: number
  position: number
  label: string
  /** A member whose own figures tell the actual; null: it is written down here. */
  member_id: string | null
  aim: string
  actual: string | null
}
export const campaignKinds = ['campaign', 'trial', 'contest', 'calendar'] as const
export interface Campaign {
  id: Id
  public_id: string
  place_id: string
  kind: Default<(typeof campaignKinds)[number]>
  label: string
  /** Keys of its hashtags. */
  tags: JsonDefault<string[]>
  from_day: Day
  to_day: Day | null
  owner: string | null
  /** The card: aihe, kohderyhmät, tavoite, toteutus, opit, mitä jää käytäntöön. */
  topic: string | null
  audiences: string | null
  purpose: string | null
  doing: string | null
  lessons: string | null
  stays: string | null
  result: string | null
  /** Its public page, by language; the name and nothing else where nobody has written them. */
  title: JsonDefault<Label>
  story: JsonDefault<Label>
  published_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  /** The fields that the last saving changed. */
  changed: JsonDefault<string[]>
  sample: Default<boolean>
  by: string
  at: Date
}
/** Cents, by year; null is not known. */
export interface CampaignMoney {
  place_id: string
  campaign_id: number
  year: number
  granted: number | null
  used: number | null
}
/** What a place keeps for trials in a year, in cents. */
export interface TrialBudget {
  place_id: string
  year: number
  amount: number
  by: string
  at: Date
}
export const counterKinds = ['contacts', 'posts', 'other'] as const
export interface CampaignCounter {
  id: Id
  public_id: string
  place_id: string
  campaign_id: number
  position: number
  /** Posts are counted by the campaign's hashtags, the others by marks that people make. */
  kind: (typeof counterKinds)[number]
  label: string
  aim: number | null
}
export interface CampaignMark {
  id: Id
  public_id: string
  place_id: string
  counter_id: number
  day: Day
  n: number
  /** What was done, as the campaign's page tells it. */
  told: string | null
  by: string
  at: Date
}
/** A day of a calendar; it opens when the day comes. */
export interface CampaignDoor {
  place_id: string
  campaign_id: number
  day: Day
  title: string
  url: string | null
}
export interface CampaignWinner {
  place_id: string
  campaign_id: number
  post_id: number
  by: string
  at: Date
}
/** How things were three and six months after the end. */
export interface CampaignFollowUp {
  place_id: string
  campaign_id: number
  months: 3 | 6
  body: string
  by: string
  at: Date
}
/** keep: name and contact: a year after it was settled; body of one that was not taken up: as long. */
export interface Idea {
  id: Id
  public_id: string
  place_id: string
  body: string
  name: string | null
  contact: string | null
  /** Cents that its giver asks for. */
  money: number | null
  /** The hashtag, as a key, by which its giver has promised to show what is done. */
  tag: string
  state: Default<'new' | 'taken' | 'declined'>
  campaign_id: ColumnType<number | null, number | null | undefined, number | null>
  reply: ColumnType<string | null, string | null | undefined, string | null>
  settled_by: ColumnType<string | null, string | null | undefined, string | null>
  settled_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  sample: Default<boolean>
  at: Date
}
export const actionStates = ['open', 'done', 'dropped'] as const
export interface DigestAction {
  id: Id
  public_id: string
  place_id: string
  /** The quarter whose digest decided it. */
  quarter: string
  what: string
  owner: string
  area_id: string | null
  due: Day | null
  state: Default<(typeof actionStates)[number]>
  result: string | null
  done_on: Day | null
  sample: Default<boolean>
  by: string
  at: Date
}
export interface DigestComment {
  id: Id
  place_id: string
  digest_id: number
  section: string
  body: string
  by: string
  at: Date
}
/** Holds while the section's text has this mark: whoever changes the text takes the signatures off. */
export interface DigestSignature {
  place_id: string
  digest_id: number
  section: string
  mark: string
  by: string
  at: Date
}
export interface DigestWaiver {
  place_id: string
  quarter: string
  source_id: string
  reason: string
  by: string
  at: Date
}
/** keep: until an administrator removes the person; then name and email go, the rows they signed stay. */
export interface Person {
  id: Id
  email: string
  name: string
  /** argon2id as a PHC string; null before the one-time link has been used. */
  password: string | null
  language: Language
  operator: Default<boolean>
  sample: Default<boolean>
  /** SHA-256 of the one-time link's secret, and until when it works. */
  link_hash: string | null
  link_until: Date | null
  /** Who they are among the town's own accounts: the directory and the object id in it, never the e-mail. */
  tenant: string | null
  subject: string | null
  ended_at: Date | null
  created_at: Date
}
export interface PersonRole {
  person_id: number
  place_id: string
  role: Role
  /** town: told by the town's directory at each sign-in, and taken away by it. */
  given: Default<'desk' | 'town'>
}
export interface Session {
  /** SHA-256 of the cookie's secret. */
  hash: string
  person_id: number
  csrf: string
  created_at: Date
  seen_at: Date
  ends_at: Date
  agent: string | null
  way: Default<SignInWay>
}
export interface Guess {
  /** What was tried: `account:…` or `address:…`, hashed. */
  key: string
  at: Date
}
export interface Audit {
  id: Id
  place_id: string | null
  at: Date
  actor: string
  action: string
  object: string
  detail: Json<Record<string, unknown>>
  /** SHA-256 of the row before and this one: a changed row breaks the chain. */
  hash: string
}
/** keep: all of it, 90 days. */
/** A file made when its digest was published: it is the digest, and is never made anew over the old one. */
export interface DigestFile {
  digest_id: number
  place_id: string
  format: string
  language: Language
  bytes: Uint8Array
  sha256: string
  /** Which renderer, in which version, made it: only the same one makes the same bytes again. */
  renderer: string
  made_at: Date
}
/** Who gets the digests by mail: a role at an address, without an account. keep: email: a year after it was stopped. */
export interface Recipient {
  id: Id
  public_id: string
  place_id: string
  role: string
  email: string
  language: Language
  /** Which papers: the digest, and the reports by cycle. */
  gets: JsonDefault<Paper[]>
  /** The service area that they answer for. */
  area_id: ColumnType<string | null, string | null | undefined, string | null>
  by: string
  at: Date
  stopped_at: Date | null
  /** '' when the recipients themselves stopped it. */
  stopped_by: string | null
}
/** One digest to one recipient, once: the row is written with its mail. */
export interface Delivery {
  id: Id
  place_id: string
  digest_id: number
  recipient_id: number
  purpose: string
  message_id: string
  /** SHA-256 of the secret in the reply link. */
  token_hash: string
  expires_at: Date
  at: Date
}
export const replyKinds = ['seen', 'comment', 'action'] as const
export interface Reply {
  id: Id
  place_id: string
  delivery_id: number
  kind: (typeof replyKinds)[number]
  body: string
  at: Date
}
export interface Mail {
  id: Id
  place_id: string | null
  /** Made of what the mail is about and whom it is for: written once, however often it is caused. */
  message_id: string
  recipient: string
  language: Default<Language>
  subject: string
  text: string
  cause: string
  /** sending: handed to the server now; when nobody tells how that ended, it is never sent again. */
  state: Default<MailState>
  tries: Default<number>
  /** The next try; for one that is being sent, when its end counts as not known. Null: never. */
  next_at: Date | null
  fault_code: string | null
  /** What the mail server answered. */
  fault_detail: string | null
  sent_at: Date | null
  created_at: Date
  html: ColumnType<string | null, string | null | undefined, string | null>
  /** Where its reader can stop such mails without a login. */
  unsubscribe: ColumnType<string | null, string | null | undefined, string | null>
  attachment: ColumnType<Attachment | null, string | null | undefined, string | null>
}
/** A file of a digest that goes along with a mail. */
export type Attachment = { digest: string; format: string; language: Language; name: string }
/** What somebody answers for at a place; the clock, the digest and the plan name duties, never roles. */
export interface Duty {
  place_id: string
  id: string
  label: Json<Label>
  position: number
}
export interface DutyHolder {
  place_id: string
  duty_id: string
  deputy: boolean
  person_id: number
  since: Date
}
/** What an item of the clock is about, where the service itself can lead there or see that it is done. */
/** What an item follows: its row has the item's id, and is changed where it stands. */
export const followedParts = ['audience', 'action', 'card'] as const
export type Followed = (typeof followedParts)[number]
export type ClockWork = 'lift' | 'numbers' | 'freeze' | 'analysis' | 'plan' | 'review' | ReportKind | Followed
/** Reports that come by cycle, each prepared from a digest for readers of its own. */
export const reportKinds = ['areas', 'news', 'short-council', 'short-staff'] as const
export type ReportKind = (typeof reportKinds)[number]
export type Paper = 'digest' | ReportKind
/** Something that comes round, or is once: a line of the town's comms clock. */
export interface ClockItem {
  place_id: string
  id: string
  label: Json<Label>
  /** Whose duty it is; null is nobody's yet. */
  duty_id: string | null
  /** Its cycles in time's order: the last one holds, and none is written over. */
  history: Json<{ from: Day; cycle: Cycle }[]>
  /** Days before its day on which somebody is reminded; 0 is the day itself. */
  leads: Json<number[]>
  work: ClockWork | null
  /** The last day on which it comes round; null while there is none. */
  until: Day | null
  revision: Default<number>
  by: string
  at: Date
  ended_at: Date | null
}
/** What became of one round of an item: moved to another day, done, or both. */
export interface ClockRound {
  place_id: string
  item_id: string
  key: string
  planned: Day
  day: Day
  done_at: Date | null
  done_by: string | null
  /** Why it was moved, in the words of whoever moved it. */
  reason: string | null
  revision: number
  by: string
  at: Date
}
/** Somebody was reminded: `mails` is to how many, 0 when there was nobody to write to. */
export interface Reminder {
  place_id: string
  item_id: string
  round: string
  day: Day
  lead: number
  mails: number
  at: Date
}
/** Somebody wants the front page by mail once a week. */
export interface WeeklyMail {
  id: Id
  public_id: string
  place_id: string
  person_id: number
  /** The last ISO week that was written. */
  week: string
  since: Date
  stopped_at: Date | null
}
/** A report by cycle: a draft made from a digest, written on by people, and sent once. */
export interface CycleReport {
  id: Id
  public_id: string
  place_id: string
  kind: ReportKind
  /** Of the digest that it is made from. */
  quarter: string
  digest_id: number
  title: string
  body: string
  version: number
  by: string
  at: Date
  sent_at: Date | null
  sent_by: string | null
}
/** "Mistä kuulit meistä?": how many answered what on a day; nobody's answer is kept by itself. */
export interface HeardDay {
  place_id: string
  day: Day
  form: 'story' | 'feedback'
  answer: string
  n: number
  sample: Default<boolean>
}
/** One change of what the place file holds, as it stood before and after; null is "not there". keep: `audit` days. */
export interface PlaceEdit {
  id: Id
  place_id: string
  at: Date
  actor: string
  part: PlacePart
  object: string
  before: ColumnType<Record<string, unknown> | null, string | null, string | null>
  after: ColumnType<Record<string, unknown> | null, string | null, string | null>
  undone_at: Date | null
}
/** What a night has forgotten, by kind; '' is the installation. */
export interface Forgetting {
  place_id: string
  at: Date
  counts: Json<Record<string, number>>
}
/** A member's post that a joint place does not show. */
export interface JointHiding {
  place_id: string
  post_id: number
  by: string
  at: Date
}
export interface Setting {
  /** '' is the installation. */
  place_id: string
  name: string
  value: Json<unknown>
}
export interface StepMark {
  /** '' is the installation: what its operator has done. */
  place_id: string
  step: string
  by: string
  at: Date
}

/** A circle of those who communicate and those whom they reach (viestinnän kehä). */
export interface Ring {
  place_id: string
  id: string
  label: string
  members: Json<string[]>
  position: number
  sample: Default<boolean>
}
export const audienceSides = ['internal', 'external'] as const
/** A row of the matrix: kenelle, mitä, miten, milloin, kuka. */
export interface Audience {
  place_id: string
  id: string
  side: (typeof audienceSides)[number]
  ring: string | null
  whom: string
  /** One line each. */
  what: string
  how: string
  /** "2 kertaa vuodessa", as the town says it; `cycle` is what the clock reads. */
  cadence: string
  who: string
  duty_id: string | null
  cycle: ColumnType<Cycle | null, string | null, string | null>
  position: number
  sample: Default<boolean>
}
export const channelStates = ['active', 'quiet', 'planned', 'closed'] as const
/** Every channel of the place, also those that are not collected. */
export interface RegisteredChannel {
  place_id: string
  id: string
  name: string
  kind: AccountKind
  medium: string
  url: string | null
  duty_id: string | null
  /** Who keeps it where no duty does. */
  owner: string
  languages: Json<string[]>
  state: (typeof channelStates)[number]
  /** The source that collects it. */
  source_id: string | null
  /** Only members see it: it is listed and never collected. */
  gated: boolean
  note: string
  position: number
  sample: Default<boolean>
}
export const cardKinds = ['landing', 'guides', 'notice', 'service', 'international', 'promise'] as const
/** Who is in the guides' pool, and until when. keep: as long as the card names them; in its history `audit` days. */
export type CardHolder = { name: string; contact: string; languages: string; until: string }
export interface ContentCard {
  place_id: string
  id: string
  kind: (typeof cardKinds)[number]
  title: string
  body: string
  url: string | null
  duty_id: string | null
  holders: Json<CardHolder[]>
  languages: Json<string[]>
  reviewed_on: Day | null
  review_on: Day | null
  position: number
  sample: Default<boolean>
}
export const planStates = ['draft', 'approved', 'sent', 'handled', 'in-force', 'replaced'] as const
export type PlanState = (typeof planStates)[number]
export const planSteps = [
  ...(['why', 'whom', 'what', 'where', 'when', 'who', 'take-part', 'analyse', 'measure', 'develop'] as const),
] as const
export type PlanStep = (typeof planSteps)[number]
export interface Plan {
  place_id: string
  id: string
  title: string
  from_day: Day
  to_day: Day
  steps: Json<Partial<Record<PlanStep, string>>>
  resources: string
  partners: string
  /** What the board is asked to decide, and the number of the matter. */
  proposal: string
  record: string
  state: PlanState
  handled_on: Day | null
  section: string | null
  decision: string | null
  by: string
  at: Date
  sample: Default<boolean>
}
export interface PlanEvent {
  id: Id
  place_id: string
  plan_id: string
  event: string
  detail: Json<Record<string, unknown>>
  by: string
  at: Date
}
export interface PlanGoal {
  place_id: string
  id: string
  plan_id: string
  label: string
  near_text: string
  near_day: Day | null
  far_text: string
  far_day: Day | null
  position: number
}
export interface PlanAction {
  place_id: string
  id: string
  plan_id: string
  goal_id: string | null
  what: string
  audience_id: string | null
  area_id: string | null
  channels: Json<string[]>
  duty_id: string | null
  /** One of the three says when: a day, a cycle, or all the time. */
  day: Day | null
  cycle: ColumnType<Cycle | null, string | null, string | null>
  continuous: boolean
  /** How many posts a quarter, where somebody said so. */
  aim: number | null
  /** Folded hashtags; a post of the town or a partner with one belongs to the action. */
  tags: Json<string[]>
  utm: string | null
  state: (typeof actionStates)[number]
  result: string
  done_on: Day | null
  position: number
}
/** What the plan is measured by: targets of the year, which know their figure, baseline and aim. */
export interface PlanMeasure {
  place_id: string
  plan_id: string
  target_id: number
}
/** A post that a person tied to an action. */
export interface PlanPost {
  place_id: string
  action_id: string
  post_id: number
  by: string
  at: Date
}
export const stageIds = ['collect', 'analyse', 'plan', 'act'] as const
export type StageId = (typeof stageIds)[number]
/** "Vaihe ja vastuu, kriittiset tehtävät, lähtötiedot, syntyvä tieto"; a task is done each quarter or once a year. */
export type Stage = {
  id: StageId
  label: string
  duty: string | null
  tasks: { id: string; label: string; each: 'quarter' | 'year' }[]
  inputs: string[]
  outputs: string[]
}
export const reviewQuestions = [
  ...(['worked', 'results', 'strengths', 'develop', 'roles', 'stages', 'changes'] as const),
] as const
export type ReviewQuestion = (typeof reviewQuestions)[number]
/** How the town handles what it collects, in one year. */
export interface ProcessModel {
  place_id: string
  /** The year. */
  id: string
  /** Who answers for developing it. */
  duty_id: string | null
  stages: Json<Stage[]>
  review: Json<Partial<Record<ReviewQuestion, string>>>
  reviewed_on: Day | null
  by: string
  at: Date
  sample: Default<boolean>
}
export interface ProcessTick {
  place_id: string
  /** '2026-q3' or '2026'. */
  period: string
  task: string
  by: string
  at: Date
}

/** Days that personal data stays; prune reads them here and nowhere else. */
export const keeping = {
  /** text, marks, title, url, card, quote, sensitive and media of an unlifted resident's post without consent. */
  residentsPost: 90,
  /** A resident's picture that a curator may look at before deciding. */
  privatePicture: 30,
  /** The words of a resident's post that has gone from its platform. */
  gonePost: 1,
  /** Mail that went out, or could not. */
  mail: 90,
  /** The last walls on disk, for when the database is away. */
  shelf: 1,
  /** Tries at signing in. */
  guess: 1,
  /** Single runs; their days stay in source_day. */
  sourceRun: 396,
  /** An interview's body after its digest was published, of feedback and open answers after their day. */
  interview: 365,
  feedback: 730,
  /** Who gave an idea and how to reach them, after it was settled; the words of one that was not taken up. */
  idea: 365,
  /** How to reach a guide after the term, and whoever stood on a content card in its history. */
  guide: 90,
  /** The address of a recipient of digests, after it was stopped. */
  recipient: 365,
  /** Who was asked and what they allowed, after the answer or the consent ended. */
  consent: 1096,
  /** Why somebody asked for a removal and how to reach them, after the decision. */
  removal: 730,
  /** Who did what at the desk, and how its settings stood before. */
  audit: 730,
  /** The reports of the nights. */
  forgetting: 90,
} as const

export interface Tables {
  place: Place
  family: Family
  family_tag: FamilyTag
  account: Account
  source: Source
  source_run: SourceRun
  source_day: SourceDay
  budget: Budget
  budget_use: BudgetUse
  credential: Credential
  pass: Pass
  wall: Wall
  post: Post
  post_tag: PostTag
  post_source: PostSource
  pin: Pin
  media: Media
  description: Description
  tally: Tally
  platform_file: PlatformFile
  platform_post: PlatformPost
  platform_layout: PlatformLayout
  decision: Decision
  rule: Rule
  rule_version: RuleVersion
  topic: Topic
  post_topic: PostTopic
  handover: Handover
  lift: Lift
  lift_excuse: LiftExcuse
  journey: Journey
  journey_post: JourneyPost
  consent: Consent
  removal: Removal
  tombstone: Tombstone
  wall_day: WallDay
  measure: Measure
  measure_past: MeasurePast
  note: Note
  study: Study
  digest: Digest
  digest_event: DigestEvent
  digest_file: DigestFile
  recipient: Recipient
  delivery: Delivery
  reply: Reply
  digest_action: DigestAction
  digest_comment: DigestComment
  digest_signature: DigestSignature
  digest_waiver: DigestWaiver
  survey: Survey
  survey_question: SurveyQuestion
  survey_batch: SurveyBatch
  survey_answer: SurveyAnswer
  survey_layout: SurveyLayout
  quote: ClearedQuote
  label: LabelRow
  target: Target
  target_part: TargetPart
  campaign: Campaign
  campaign_money: CampaignMoney
  trial_budget: TrialBudget
  campaign_counter: CampaignCounter
  campaign_mark: CampaignMark
  campaign_door: CampaignDoor
  campaign_winner: CampaignWinner
  campaign_follow_up: CampaignFollowUp
  idea: Idea
  person: Person
  person_role: PersonRole
  session: Session
  guess: Guess
  audit: Audit
  mail: Mail
  setting: Setting
  step_mark: StepMark
  duty: Duty
  duty_holder: DutyHolder
  clock_item: ClockItem
  clock_round: ClockRound
  reminder: Reminder
  weekly_mail: WeeklyMail
  cycle_report: CycleReport
  heard_day: HeardDay
  place_edit: PlaceEdit
  forgetting: Forgetting
  joint_hiding: JointHiding
  ring: Ring
  audience: Audience
  channel_register: RegisteredChannel
  content_card: ContentCard
  plan: Plan
  plan_event: PlanEvent
  plan_goal: PlanGoal
  plan_action: PlanAction
  plan_measure: PlanMeasure
  plan_post: PlanPost
  process_model: ProcessModel
  process_tick: ProcessTick
}
