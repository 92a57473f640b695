// The front page by mail once a week: whoever looks at it says here whether they want it.
import { t } from '../../config/i18n.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Form } from './parts.tsx'

export function WeeklyChoice({ c, weekly }: { c: DeskContext; weekly: boolean }) {
  const { language } = c.var
  return (
    <section aria-labelledby="weekly">
      <h3 id="weekly">{t(language, 'weekly.title')}</h3>
      <p class="quiet">{t(language, weekly ? 'weekly.on' : 'weekly.off')}</p>
      <Form c={c} action={deskPath(c, '/weekly')}>
        <button type="submit" class="button" name="want" value={weekly ? 'no' : 'yes'}>
          {t(language, weekly ? 'weekly.stop' : 'weekly.start')}
        </button>
      </Form>
    </section>
  )
}
