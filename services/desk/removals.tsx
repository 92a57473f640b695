// Requests to remove a post: each with what was found, by when to answer, and the two ways to decide.
import { Hono } from 'hono'
import { z } from 'zod'
import { formatDate, t } from '../../config/i18n.ts'
import { listRemovals, type Removal } from '../../db/removals.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { restoreRemoval, restoreRemovals, settleRemoval } from '../removals.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { answerBy } from '../today.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Icon, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { dayWords } from './why.tsx'

const verdict = z.object({
  action: z.enum(['accept', 'refuse', 'restore']),
  answer: z.string().trim().max(2000).default(''),
})

export function removalRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = mayAt(deps, 'edit')

  app.get('/:place/removals', signedIn(deps), edit, (c) => show(deps, c))

  app.post('/:place/removals', signedIn(deps), edit, async (c) => {
    readStrictly(z.object({ action: z.literal('restore') }), await readForm(c))
    await restoreRemovals(deps, actOf(c))
    return c.redirect(deskPath(c, '/removals?saved=1'), 303)
  })

  app.post('/:place/removals/:id', signedIn(deps), edit, async (c) => {
    const { action, answer } = readStrictly(verdict, await readForm(c))
    const id = c.req.param('id')
    try {
      if (action === 'restore') await restoreRemoval(deps, actOf(c), id)
      else await settleRemoval(deps, actOf(c), id, { accept: action === 'accept', answer: answer || null })
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      return show(deps, c, error)
    }
    return c.redirect(deskPath(c, '/removals'), 303)
  })
  return app
}

async function show(deps: Deps, c: DeskContext, refusal?: Refusal): Promise<Response> {
  const { language } = c.var
  const { open, waiting: n, hiding, decided } = await listRemovals(deps.db, c.var.place.id)
  const title = n ? t(language, 'removals.title.open', { n }) : t(language, 'removals.title.none')
  return c.html(
    <DeskPage c={c} title={title} current="settings">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'removals.lede')}</p>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {c.req.query('saved') && <Say tone="good" title={t(language, 'removals.restored')} />}
        {hiding > 1 && (
          <Form c={c} action={deskPath(c, '/removals')} class="acts">
            <button type="submit" class="button" name="action" value="restore">
              {t(language, 'removals.restore-all')}
            </button>
            <span class="quiet">{t(language, 'removals.restore-all.text', { n: hiding })}</span>
          </Form>
        )}
        {open.map((one) => (
          <Request c={c} request={one} />
        ))}
        {n > open.length && <p class="quiet">{t(language, 'removals.more', { n: n - open.length })}</p>}
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
    (refusal?.status ?? 200) as 200,
  )
}

/** What has become of the post so far. */
function standing({ post, kept, post_state, hidden }: Removal) {
  if (!post) return 'missing'
  if (kept) return `kept.${kept}` as const
  return hidden && post_state !== 'hidden' ? 'back' : 'found'
}

/** An address is written to by one press; anything else stays as it was given. */
function Contact({ contact }: { contact: string }) {
  const email = z.email().safeParse(contact)
  return email.success ? <a href={`mailto:${encodeURI(email.data)}`}>{contact}</a> : <span>{contact}</span>
}

function Request({ c, request }: { c: DeskContext; request: Removal }) {
  const { language, place } = c.var
  const id = request.public_id
  const due = dayWords(language, answerBy(request.at, place.time_zone))
  const rows = [
    ['removals.address', request.address],
    ['removals.reason', request.reason],
    ['removals.contact', <Contact contact={request.contact ?? t(language, 'desk.unknown')} />],
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
        {t(language, `removals.${standing(request)}`)}{' '}
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
            {t(language, request.decision_id === null ? 'removals.refuse' : 'removals.refuse.back')}
          </button>
          {request.decision_id !== null && (
            <button type="submit" class="button plain" name="action" value="restore">
              {t(language, 'removals.restore')}
            </button>
          )}
        </p>
      </Form>
    </article>
  )
}
