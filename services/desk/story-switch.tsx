// The story form at the desk: whether it is open, its address, and the switch.
import { t } from '../../config/i18n.ts'
import { feedbackPath, storyPath } from '../public-paths.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Form } from './parts.tsx'

export function StorySwitch({ c, stories, site }: { c: DeskContext; stories: boolean; site: string }) {
  const { language, place } = c.var
  const feedback = `${site}${feedbackPath(place.languages[0] ?? 'fi', place.id)}`
  const address = `${site}${storyPath(place.languages[0] ?? 'fi', place.id)}`
  return (
    <section aria-labelledby="story">
      <h2 id="story">{t(language, stories ? 'guide.story.on' : 'guide.story.off')}</h2>
      {place.members.length > 0 ? (
        <p>{t(language, 'guide.story.joint')}</p>
      ) : (
        <>
          <p>
            {t(language, stories ? 'guide.story.on.text' : 'guide.story.off.text')}{' '}
            <a href={address}>{address}</a>
          </p>
          <Form c={c} action={deskPath(c, '/stories')}>
            <button type="submit" class="button" name="open" value={stories ? '0' : '1'}>
              {t(language, stories ? 'guide.story.close' : 'guide.story.open')}
            </button>
          </Form>
        </>
      )}
      <h2>{t(language, 'guide.feedback')}</h2>
      <p>
        {t(language, 'guide.feedback.text')} <a href={feedback}>{feedback}</a>
      </p>
    </section>
  )
}
