// The tables of one place, in the order in which they can be put back, and what each asks of an export.
export type Row = Record<string, unknown>
export type Kept = {
  name: string
  /** Has an inner id that others refer to; in an export it is the row's number. */
  numbered?: true
  /** Columns that hold the inner id of another row. */
  refers?: Readonly<Record<string, string>>
  /** numeric columns, which JSON numbers would round. */
  exact?: readonly string[]
  /** Columns that mean nothing elsewhere. */
  drops?: readonly string[]
  /** Rows may stand on another place's posts, as a joint place's do; those stay behind. */
  abroad?: true
  /** False for rows that stay behind. */
  keeps?: (row: Row) => boolean
}

const numbered = true as const
const ofPost = { post_id: 'post' }
const ofDigest = { digest_id: 'digest' }
const ofSurvey = { survey_id: 'survey' }
const ofFile = { file_id: 'platform_file' }
const ofCampaign = { campaign_id: 'campaign' }

/** In the order in which they can be put back. */
export const keptTables: readonly Kept[] = [
  { name: 'place' },
  { name: 'family' },
  { name: 'family_tag' },
  { name: 'account', numbered },
  { name: 'source' },
  { name: 'source_run', numbered },
  { name: 'source_day' },
  { name: 'wall' },
  { name: 'platform_file', numbered },
  { name: 'post', numbered, refers: { account_id: 'account' } },
  { name: 'post_tag', refers: ofPost },
  { name: 'post_source', refers: ofPost },
  { name: 'pin', refers: ofPost, abroad: true },
  { name: 'topic' },
  { name: 'post_topic', refers: ofPost },
  { name: 'handover', numbered, refers: ofPost },
  { name: 'media', numbered, refers: ofPost },
  { name: 'description', refers: { media_id: 'media' } },
  { name: 'tally', refers: { ...ofPost, ...ofFile } },
  { name: 'platform_post', refers: { ...ofPost, ...ofFile } },
  { name: 'platform_layout' },
  { name: 'tombstone' },
  { name: 'rule', numbered },
  { name: 'rule_version', refers: { rule_id: 'rule' } },
  {
    name: 'decision',
    numbered,
    refers: { ...ofPost, undoes: 'decision', along: 'decision', rule_id: 'rule' },
    drops: ['person_id'],
  },
  { name: 'lift', numbered, refers: ofPost },
  { name: 'lift_excuse' },
  { name: 'journey', numbered },
  { name: 'journey_post', refers: { ...ofPost, journey_id: 'journey' } },
  { name: 'consent', numbered, refers: { ...ofPost, account_id: 'account' } },
  { name: 'removal', numbered, refers: { ...ofPost, decision_id: 'decision' } },
  { name: 'joint_hiding', refers: ofPost, abroad: true },
  { name: 'wall_day' },
  { name: 'measure', refers: ofFile, exact: ['value'] },
  { name: 'measure_past', refers: ofFile, exact: ['value'] },
  { name: 'note', numbered },
  { name: 'study', numbered },
  { name: 'digest', numbered },
  { name: 'digest_event', numbered, refers: ofDigest },
  { name: 'digest_file', refers: { digest_id: 'digest' } },
  { name: 'recipient', numbered },
  { name: 'delivery', numbered, refers: { digest_id: 'digest', recipient_id: 'recipient' } },
  { name: 'reply', numbered, refers: { delivery_id: 'delivery' } },
  { name: 'digest_action', numbered },
  { name: 'digest_comment', numbered, refers: ofDigest },
  { name: 'digest_signature', refers: ofDigest },
  { name: 'digest_waiver' },
  { name: 'survey', numbered },
  { name: 'survey_question', numbered, refers: ofSurvey },
  { name: 'survey_batch', numbered, refers: ofSurvey },
  { name: 'survey_answer', refers: { batch_id: 'survey_batch', question_id: 'survey_question' } },
  { name: 'survey_layout', refers: ofSurvey },
  { name: 'quote', numbered, refers: ofSurvey },
  { name: 'label' },
  { name: 'target', numbered, exact: ['baseline', 'aim', 'least'] },
  { name: 'target_part', numbered, refers: { target_id: 'target' }, exact: ['aim', 'actual'] },
  { name: 'campaign', numbered },
  ...['ring', 'audience', 'channel_register', 'content_card', 'plan'].map((name) => ({ name })),
  { name: 'plan_event', numbered },
  ...['plan_goal', 'plan_action', 'process_model', 'process_tick'].map((name) => ({ name })),
  { name: 'plan_measure', refers: { target_id: 'target' } },
  { name: 'plan_post', refers: ofPost },
  ...['money', 'door', 'follow_up'].map((part) => ({ name: `campaign_${part}`, refers: ofCampaign })),
  { name: 'campaign_counter', numbered, refers: ofCampaign },
  { name: 'campaign_mark', numbered, refers: { counter_id: 'campaign_counter' } },
  { name: 'campaign_winner', refers: { ...ofCampaign, ...ofPost } },
  { name: 'trial_budget' },
  { name: 'idea', numbered, refers: ofCampaign },
  // What still waits is sent by the installation that wrote it, or by nobody.
  { name: 'mail', numbered, drops: ['next_at'] },
  { name: 'audit', numbered },
  { name: 'step_mark' },
  ...['duty', 'clock_item', 'clock_round', 'reminder'].map((name) => ({ name })),
  { name: 'cycle_report', numbered, refers: ofDigest },
  { name: 'heard_day' },
  { name: 'place_edit', numbered },
  { name: 'forgetting' },
  { name: 'setting', keeps: ({ name }) => !/^(round:|import$)/.test(String(name)) },
]

/** Tables with a place whose rows stay behind: sealed with this installation's key, or told in people.jsonl. */
export const leftTables = ['credential', 'pass', 'person_role', 'duty_holder', 'weekly_mail'] as const
