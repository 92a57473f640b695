// All the words a person can see: one file an area, three languages side by side; Finnish is the master.
import { budgetWords } from './budgets.ts'
import { campaignWords } from './campaigns.ts'
import { channelFactWords } from './channel-facts.ts'
import { channelWords } from './channels.ts'
import { clockWords } from './clock.ts'
import { clockItemWords } from './clock-items.ts'
import { consentPageWords } from './consent-page.ts'
import { deliveryWords } from './delivery.ts'
import { deskWords } from './desk.ts'
import { deskAccountWords } from './desk-accounts.ts'
import { deskAdminWords } from './desk-admin.ts'
import { deskAudienceWords } from './desk-audiences.ts'
import { deskBroughtWords } from './desk-brought.ts'
import { deskDigestWorkWords } from './desk-digest-work.ts'
import { deskDigestWords } from './desk-digests.ts'
import { deskDoorWords } from './desk-door.ts'
import { deskDutyWords } from './desk-duties.ts'
import { deskEmbedWords } from './desk-embed.ts'
import { deskErrorWords } from './desk-errors.ts'
import { deskExportWords } from './desk-exports.ts'
import { deskHealthWords } from './desk-health.ts'
import { deskInboxWords } from './desk-inbox.ts'
import { deskLiftingWords } from './desk-lifting.ts'
import { deskMemberWords } from './desk-members.ts'
import { deskMetaWords } from './desk-meta.ts'
import { deskNoticeWords } from './desk-notices.ts'
import { deskPastedWords } from './desk-pasted.ts'
import { deskPlaceWords } from './desk-place.ts'
import { deskPlanWords } from './desk-plan.ts'
import { deskProcessWords } from './desk-process.ts'
import { deskQueueWords } from './desk-queue.ts'
import { deskRemovalWords } from './desk-removals.ts'
import { deskRuleWords } from './desk-rules.ts'
import { deskSheetWords } from './desk-sheet.ts'
import { deskSourceSettingWords } from './desk-source-settings.ts'
import { deskSourceTrialWords } from './desk-source-trial.ts'
import { deskSourceWords } from './desk-sources.ts'
import { deskStudyWords } from './desk-studies.ts'
import { deskWallWords } from './desk-walls.ts'
import { deskWordpressWords } from './desk-wordpress.ts'
import { deskYoutubeWords } from './desk-youtube.ts'
import { digestWords } from './digest.ts'
import { digestFileWords } from './digest-files.ts'
import { digestPageWords } from './digest-page.ts'
import { digestSectionWords } from './digest-sections.ts'
import { errorWords } from './errors.ts'
import { eventWords } from './events.ts'
import { planEventWords } from './events-plan.ts'
import { workEventWords } from './events-work.ts'
import { faultWords } from './faults.ts'
import { blueskyFaultWords } from './faults-bluesky.ts'
import { metaFaultWords } from './faults-meta.ts'
import { wordpressFaultWords } from './faults-wordpress.ts'
import { youtubeFaultWords } from './faults-youtube.ts'
import { feedbackWords } from './feedback.ts'
import { figureWords } from './figures.ts'
import { figurePeopleWords } from './figures-people.ts'
import { platformFigureWords } from './figures-platforms.ts'
import { guideWords } from './guide.ts'
import { guideStepWords } from './guide-steps.ts'
import { guideTextWords } from './guide-texts.ts'
import { handoverWords } from './handover.ts'
import { historyFieldWords } from './history-fields.ts'
import { ideaWords } from './ideas.ts'
import { indicatorWords } from './indicators.ts'
import { intakeWords } from './intake.ts'
import { journeyWords } from './journeys.ts'
import { accessWords } from './notices-access.ts'
import { countingWords } from './notices-counting.ts'
import { privacyWords } from './notices-privacy.ts'
import { numberWords } from './numbers.ts'
import { pageWords } from './page.ts'
import { planPaperWords } from './plan-paper.ts'
import { recordWords } from './records.ts'
import { reportWords } from './reports.ts'
import { storyWords } from './story.ts'
import { wallWords } from './wall.ts'
import { warningWords } from './warnings.ts'

const areas = [
  accessWords,
  blueskyFaultWords,
  budgetWords,
  campaignWords,
  channelFactWords,
  channelWords,
  clockWords,
  clockItemWords,
  consentPageWords,
  countingWords,
  deliveryWords,
  deskWords,
  deskAccountWords,
  deskAdminWords,
  deskAudienceWords,
  deskBroughtWords,
  deskDigestWords,
  deskDoorWords,
  deskDutyWords,
  deskDigestWorkWords,
  deskDigestWorkWords,
  deskDoorWords,
  deskEmbedWords,
  deskErrorWords,
  deskExportWords,
  deskHealthWords,
  deskInboxWords,
  deskMemberWords,
  deskLiftingWords,
  deskMetaWords,
  deskNoticeWords,
  deskPastedWords,
  deskPlaceWords,
  deskPlanWords,
  deskProcessWords,
  deskRemovalWords,
  deskQueueWords,
  deskRuleWords,
  deskSheetWords,
  deskSourceWords,
  deskSourceSettingWords,
  deskSourceTrialWords,
  deskStudyWords,
  deskWallWords,
  deskWordpressWords,
  deskYoutubeWords,
  digestWords,
  digestFileWords,
  digestPageWords,
  digestSectionWords,
  errorWords,
  eventWords,
  planEventWords,
  workEventWords,
  faultWords,
  feedbackWords,
  figureWords,
  figurePeopleWords,
  platformFigureWords,
  guideWords,
  handoverWords,
  guideStepWords,
  guideTextWords,
  historyFieldWords,
  ideaWords,
  indicatorWords,
  intakeWords,
  journeyWords,
  metaFaultWords,
  numberWords,
  pageWords,
  planPaperWords,
  privacyWords,
  recordWords,
  reportWords,
  storyWords,
  wallWords,
  warningWords,
  wordpressFaultWords,
  youtubeFaultWords,
] as const

type KeysOf<A> = A extends { fi: infer F } ? keyof F & string : never
export type Key = KeysOf<(typeof areas)[number]>

const all = (language: 'fi' | 'sv' | 'en') =>
  Object.assign({}, ...areas.map((area) => area[language])) as Record<Key, string>

export const messages = { fi: all('fi'), sv: all('sv'), en: all('en') }
