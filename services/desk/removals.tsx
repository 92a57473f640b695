// Requests to remove a post: each with what was found, by when to answer, and the two ways to decide.
import { Hono } from 'hono'
import { z } from 'zod'
import { formatDate, t } from '../../config/i18n.ts'
import { listRemovals, type Removal } from '../../db/removals.ts'
import type { Deps } from '../deps.ts'
import { settleRemoval } from '../removals.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Icon } from './parts.tsx'
import { answerBy } from './today.ts'
import { dayWords } from './why.tsx'

const verdict = z.object({
  action: z.enum(['accept', 'refuse']),
  answer: z.string().trim().max(2000).default(''),
})

export function removalRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = mayAt(deps, 'edit')

  app.get('/:place/removals', signedIn(deps), edit, async (c) => {
    const { language } = c.var
    const { open, decided } = await listRemovals(deps.db, c.var.place.id)
    const n = open.length
    const title = n ? t(language, 'removals.title.open', { n }) : t(language, 'removals.title.none')
    return c.html(
      <DeskPage c={c} title={title} current="settings">
        <main class="work" id="content">
          <header class="head">
            <h1>{title}</h1>
            <p class="quiet">{t(language, 'removals.lede')}</p>
          </header>
          {open.map((one) => (
            <Request c={c} request={one} />
          ))}
          {decided.length > 0 && (
            <section aria-labelledby="decided">
              <h2 id="decided">{t(language, 'removals.decided')}</h2>
              <ol class="history">
                {decided.map((one) => (
                  <li>
                    <b>{t(language, `removals.state.${one.state}` as 'removals.state.accepted')}</b>{' '}
                    <span class="quiet">
                      {one.decided_by},{' '}
                      {one.decided_at && formatDate(language, one.decided_at, c.var.place.time_zone)}
                    </span>
                    <p>{one.address}</p>
                    {one.answer && <p class="quiet">{one.answer}</p>}
                  </li>
                ))}
              </ol>
            </section>
          )}
        </main>
      </DeskPage>,
    )
  })

  app.post('/:place/removals/:id', signedIn(deps), edit, async (c) => {
    const { action, answer } = readStrictly(verdict, await readForm(c))
    const how = { accept: action === 'accept', answer: answer || null }
    await settleRemoval(deps, actOf(c), c.req.param('id'), how)
    return c.redirect(deskPath(c, '/removals'), 303)
  })
  return app
}

function Request({ c, request }: { c: DeskContext; request: Removal }) {
  const { language, place } = c.var
  const id = request.public_id
  const due = dayWords(language, answerBy(request.at, place.time_zone))
  const rows = [
    ['removals.address', request.address],
    ['removals.reason', request.reason],
    ['removals.contact', request.contact ?? t(language, 'desk.unknown')],
  ] as const
  return (
    <article class="sick" aria-labelledby={`${id}-h`}>
      <header>
        <h2 id={`${id}-h`}>{formatDate(language, request.at, place.time_zone, 'time')}</h2>
        <p class="need">
          <Icon name="hourglass" />
          <b>{t(language, 'removals.due', { day: due })}</b>
        </p>
      </header>
      <dl>
        {rows.map(([key, value]) => (
          <div>
            <dt>{t(language, key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {request.everything && <p>{t(language, 'removals.everything')}</p>}
      <p class="quiet">
        {t(language, request.post ? 'removals.found' : 'removals.missing')}{' '}
        {request.post && <a href={deskPath(c, `/posts/${request.post}`)}>{t(language, 'removals.see')}</a>}
      </p>
      <Form c={c} action={deskPath(c, `/removals/${id}`)} class="settings">
        <Field
          id={`${id}-answer`}
          label={t(language, 'removals.answer')}
          hint={t(language, 'removals.answer.hint')}
        >
          <textarea id={`${id}-answer`} name="answer" rows={2} aria-describedby={`${id}-answer-hint`} />
        </Field>
        <p class="acts">
          <button type="submit" class="button" name="action" value="accept">
            {t(language, 'removals.accept')}
          </button>
          <button type="submit" class="button" name="action" value="refuse">
            {t(language, 'removals.refuse')}
          </button>
        </p>
      </Form>
    </article>
  )
}
