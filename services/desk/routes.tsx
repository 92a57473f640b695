// The desk as a list: what guards it, then one line a page.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { answerErrors } from '../rim.tsx'
import { sameOrigin } from '../same-origin.ts'
import { accountRoutes } from './accounts.tsx'
import { askRoutes } from './ask.tsx'
import { audienceRoutes } from './audiences.tsx'
import { auditRoutes } from './audit.tsx'
import { broughtRoutes } from './brought.tsx'
import { bulkRoutes } from './bulk.tsx'
import { campaignRoutes } from './campaign.tsx'
import { campaignListRoutes } from './campaigns.tsx'
import { cardRoutes } from './cards.tsx'
import { registerRoutes } from './channels.tsx'
import { clockRoutes } from './clock.tsx'
import { clockItemRoutes } from './clock-items.tsx'
import { clockYearRoutes } from './clock-year.tsx'
import { decideRoutes } from './decide.tsx'
import { digestDeskRoutes } from './digest.tsx'
import { digestListRoutes } from './digests.tsx'
import { doorRoutes } from './door.tsx'
import { dutyRoutes } from './duties.tsx'
import { embedRoutes } from './embed.tsx'
import { exportRoutes } from './exports.tsx'
import { familyRoutes } from './families.tsx'
import { frontRoutes } from './front.tsx'
import { guideRoutes } from './guide.tsx'
import { healthDeskRoutes } from './health.tsx'
import { historyRoutes } from './history.tsx'
import { ideaRoutes } from './ideas.tsx'
import { inboxRoutes } from './inbox.tsx'
import { journeyRoutes } from './journeys.tsx'
import { keepingRoutes } from './keeping.tsx'
import { keepForm } from './kept.tsx'
import { labelRoutes } from './labels.tsx'
import { liftRoutes } from './lift.tsx'
import { liftWeekRoutes } from './lift-weeks.tsx'
import { listRoutes } from './lists.tsx'
import { loginRoutes } from './login.tsx'
import { LoginPage, readDoor } from './login-page.tsx'
import { markRoutes } from './marks.tsx'
import { meRoutes } from './me.tsx'
import { measureRoutes } from './measures.tsx'
import { memberRoutes } from './members.tsx'
import { noteRoutes } from './notes.tsx'
import { deskNoticeRoutes } from './notices.tsx'
import { pastedRoutes } from './pasted.tsx'
import { peopleRoutes } from './people.tsx'
import { pictureRoutes } from './pictures.ts'
import { placeRoutes } from './place.tsx'
import { planRoutes } from './plan.tsx'
import { planListRoutes } from './plans.tsx'
import { platformRoutes } from './platforms.tsx'
import { postRoutes } from './post.tsx'
import { processRoutes } from './process.tsx'
import { recipientRoutes } from './recipients.tsx'
import { recordRoutes } from './records.tsx'
import { removalRoutes } from './removals.tsx'
import { reportRoutes } from './reports.tsx'
import { ruleRoutes } from './rules.tsx'
import { sampleRoutes } from './sample.tsx'
import { settingRoutes } from './settings.tsx'
import { sheetRoutes } from './sheet.tsx'
import { sourceSettingRoutes } from './source.tsx'
import { sourceRoutes } from './sources.tsx'
import { studyRoutes } from './studies.tsx'
import { surveyRoutes } from './survey.tsx'
import { surveyListRoutes } from './surveys.tsx'
import { targetActualRoutes } from './target-actuals.tsx'
import { targetRoutes } from './targets.tsx'
import { topicRoutes } from './topics.tsx'
import { townRoutes } from './town.tsx'
import { wallSettingRoutes } from './walls.tsx'

/** Everything under /desk. */
export function deskRoutes(deps: Deps): Hono {
  const app = new Hono()
  const otherwise = answerErrors(deps)
  app.onError(async (error, c) => {
    const page =
      error instanceof Refusal && error.status === 401 && c.req.header('accept')?.includes('text/html')
    if (!page) return otherwise(error, c)
    const next = c.req.method === 'GET' ? new URL(c.req.url).pathname + new URL(c.req.url).search : ''
    const said = c.req.header('cookie') ? 'ended' : undefined
    const kept = await keepForm(c)
    return c.html(<LoginPage {...{ c, said, next, kept }} door={await readDoor(deps)} />, 401)
  })
  app.use(sameOrigin(deps))
  const pages = [
    loginRoutes,
    meRoutes,
    townRoutes,
    doorRoutes,
    healthDeskRoutes,
    platformRoutes,
    frontRoutes,
    inboxRoutes,
    postRoutes,
    pastedRoutes,
    sheetRoutes,
    decideRoutes,
    bulkRoutes,
    topicRoutes,
    pictureRoutes,
    askRoutes,
    markRoutes,
    liftRoutes,
    liftWeekRoutes,
    journeyRoutes,
    noteRoutes,
    measureRoutes,
    exportRoutes,
    studyRoutes,
    broughtRoutes,
    surveyListRoutes,
    surveyRoutes,
    labelRoutes,
    targetRoutes,
    targetActualRoutes,
    campaignListRoutes,
    campaignRoutes,
    ideaRoutes,
    digestListRoutes,
    digestDeskRoutes,
    recipientRoutes,
    reportRoutes,
    planListRoutes,
    planRoutes,
    audienceRoutes,
    registerRoutes,
    cardRoutes,
    processRoutes,
    clockRoutes,
    clockYearRoutes,
    clockItemRoutes,
    sourceRoutes,
    sourceSettingRoutes,
    guideRoutes,
    settingRoutes,
    embedRoutes,
    deskNoticeRoutes,
    placeRoutes,
    memberRoutes,
    historyRoutes,
    wallSettingRoutes,
    familyRoutes,
    accountRoutes,
    ruleRoutes,
    listRoutes,
    removalRoutes,
    peopleRoutes,
    dutyRoutes,
    keepingRoutes,
    recordRoutes,
    auditRoutes,
    sampleRoutes,
  ]
  for (const routes of pages) app.route('/', routes(deps))
  return app
}
