// The Hono app as a list: what guards every answer, then the rooms that answer.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { calendarOperations, calendarRoutes } from './api/calendar.ts'
import { campaignPageRoutes } from './api/campaign.tsx'
import { digestOperations } from './api/digest-operations.ts'
import { digestRoutes } from './api/digests.tsx'
import { healthOperations } from './api/health.ts'
import { journeyPageRoutes } from './api/journey.tsx'
import { mediaRoutes } from './api/media.ts'
import { noticeOperations, noticeRoutes } from './api/notices.ts'
import { numberRoutes } from './api/numbers.ts'
import { placeOperations } from './api/place/operations.ts'
import { placeGuards, placeRoutes } from './api/place/routes.ts'
import { placeDigestRoutes } from './api/place-digests.ts'
import { studyFileRoutes } from './api/studies.ts'
import { wallOperations } from './api/wall-operations.ts'
import { openWalls, wallSite } from './api/walls.ts'
import { assetRoutes } from './assets.ts'
import type { Deps } from './deps.ts'
import { answerFormRoutes } from './desk/answer-form.tsx'
import { consentPageRoutes } from './desk/consent-page.tsx'
import { feedbackFormRoutes } from './desk/feedback-form.tsx'
import { ideaFormRoutes } from './desk/idea-form.tsx'
import { removalFormRoutes } from './desk/removal-form.tsx'
import { replyFormRoutes } from './desk/reply-form.tsx'
import { deskRoutes } from './desk/routes.tsx'
import { storyFormRoutes } from './desk/story-form.tsx'
import { Refusal } from './errors.ts'
import { openApiRoutes } from './openapi.ts'
import { policyHeaders } from './policy.ts'
import { answerErrors, answerMissing } from './rim.tsx'

const operations = [
  ...wallOperations,
  ...digestOperations,
  ...noticeOperations,
  ...calendarOperations,
  ...placeOperations,
  ...healthOperations,
]
const KB = 1024
/** Imports may be large; everything else that people send is small. */
const stories = /^\/(kerro|beratta|tell)\/[^/]+$/
const studies = /^\/desk\/[^/]+\/studies$/
const imports = /\/(measures\.csv|import|table)$/

export function createApp(deps: Deps, walls = openWalls(deps)): Hono {
  const app = new Hono()
  app.onError(answerErrors(deps))
  app.notFound(answerMissing)
  app.use(policyHeaders(deps.env))
  const tooLarge = () => {
    throw new Refusal('too-large', 413)
  }
  const small = bodyLimit({ maxSize: 64 * KB, onError: tooLarge })
  const large = bodyLimit({ maxSize: 5 * KB * KB, onError: tooLarge })
  const pictures = bodyLimit({
    maxSize: 24 * KB * KB,
    onError: () => {
      throw new Refusal('story-large', 413)
    },
  })
  const documents = bodyLimit({
    maxSize: 21 * KB * KB,
    onError: () => {
      throw new Refusal('study-large', 413)
    },
  })
  const limitOf = (path: string) => {
    if (imports.test(path)) return large
    if (stories.test(path)) return pictures
    return studies.test(path) ? documents : small
  }
  app.use((c, next) => limitOf(c.req.path)(c, next))
  app.route('/', assetRoutes())
  app.route('/', wallSite(deps, walls))
  app.route('/', mediaRoutes(deps, walls.findKept))
  app.route('/', digestRoutes(deps))
  app.route('/', noticeRoutes(deps))
  app.route('/', studyFileRoutes(deps))
  app.route('/', calendarRoutes(deps))
  app.route('/', journeyPageRoutes(deps))
  app.route('/', campaignPageRoutes(deps, walls.memory))
  app.route('/', removalFormRoutes(deps))
  app.route('/', consentPageRoutes(deps))
  app.route('/', storyFormRoutes(deps))
  app.route('/', feedbackFormRoutes(deps))
  app.route('/', answerFormRoutes(deps))
  app.route('/', ideaFormRoutes(deps))
  app.route('/', replyFormRoutes(deps))
  app.route('/desk', deskRoutes(deps))
  app.route('/api/v1/places', placeGuards(deps))
  app.route('/api/v1/places', placeRoutes(deps))
  app.route('/', numberRoutes(deps))
  app.route('/', placeDigestRoutes(deps))
  app.route('/', openApiRoutes(operations, deps.env))
  return app
}
