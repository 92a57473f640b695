// Residents' ideas at the desk: which wait, each taken up as a trial or declined, and whether the form is open.
import { Hono } from 'hono'
import { formatDate, t } from '../../config/i18n.ts'
import { listIdeas, readIdeaTag } from '../../db/ideas.ts'
import type { Deps } from '../deps.ts'
import { sayCents } from '../digest/say.ts'
import { eurosOf } from '../domain/campaigns.ts'
import { may } from '../domain/roles.ts'
import { cleanLine } from '../domain/text.ts'
import { Refusal } from '../errors.ts'
import { openIdeas, sentIdeaTag, sentSettling, settle } from '../ideas.ts'
import { ideaPath } from '../public-paths.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

export function ideaRoutes(deps: Deps): Hono<Signed> {
  const curate = [signedIn(deps), mayAt(deps, 'curate')] as const
  const who = (c: DeskContext) => ({ place: c.var.place, by: c.var.visitor.name })
  const attempt = async (c: DeskContext, work: () => Promise<string>) => {
    try {
      return c.redirect(deskPath(c, await work()), 303)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      return show(deps, c, error)
    }
  }
  return new Hono<Signed>()
    .get('/:place/ideas', ...curate, (c) => show(deps, c))
    .post('/:place/ideas/settings', signedIn(deps), mayAt(deps, 'edit'), (c) =>
      attempt(c, async () => {
        await openIdeas(deps, who(c), readStrictly(sentIdeaTag, await readForm(c)))
        return '/ideas?saved=1'
      }),
    )
    .post('/:place/ideas/:id', ...curate, (c) =>
      attempt(c, async () => {
        const sent = readStrictly(sentSettling, await readForm(c))
        const trial = await settle(deps, who(c), c.req.param('id') ?? '', sent)
        return trial ? `/campaigns/${trial}?saved=1` : '/ideas?saved=1'
      }),
    )
}

type Row = Awaited<ReturnType<typeof listIdeas>>[number]

async function show({ db, env }: Deps, c: DeskContext, refusal?: Refusal): Promise<Response> {
  const { language, place, role } = c.var
  const all = await listIdeas(db, place.id)
  const tag = await readIdeaTag(db, place.id)
  const title = t(language, 'ideas.title')
  const address = `${env.PUBLIC_URL}${ideaPath(place.languages[0] ?? 'fi', place.id)}`
  return c.html(
    <DeskPage c={c} title={title} current="notes">
      <main class="work" id="content">
        <header class="head">
          <p>
            <a href={deskPath(c, '/campaigns')}>{t(language, 'campaigns.title')}</a>
          </p>
          <h1>{title}</h1>
          <p class="quiet">
            {tag === null ? t(language, 'ideas.shut') : t(language, 'ideas.open', { tag: `#${tag}` })}{' '}
            {tag !== null && <a href={address}>{address}</a>}
          </p>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {c.req.query('saved') && !refusal && <Say tone="good" title={t(language, 'brought.saved')} />}
        {all.length === 0 && <p class="quiet">{t(language, 'ideas.none')}</p>}
        <ul class="noted">
          {all.map((one) => (
            <li>
              <Idea {...{ c, one }} />
            </li>
          ))}
        </ul>
        {may(role, 'edit') && (
          <section aria-labelledby="form">
            <h2 id="form">{t(language, 'ideas.form')}</h2>
            <Form c={c} action={deskPath(c, '/ideas/settings')} class="settings">
              <Field id="tag" label={t(language, 'ideas.tag')} hint={t(language, 'ideas.tag.hint')}>
                <input
                  id="tag"
                  name="tag"
                  type="text"
                  maxlength={80}
                  value={tag === null ? '' : `#${tag}`}
                  aria-describedby="tag-hint"
                />
              </Field>
              <button type="submit" class="button">
                {t(language, 'digests.action.save')}
              </button>
            </Form>
          </section>
        )}
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

function Idea({ c, one }: { c: DeskContext; one: Row }) {
  const { language, place } = c.var
  const told = [
    formatDate(language, one.at, place.time_zone),
    one.money === null ? '' : t(language, 'ideas.asks', { sum: sayCents(language, one.money) }),
    `#${one.tag}`,
    one.name,
    one.contact,
  ]
  return (
    <>
      <b>{t(language, `ideas.state.${one.state}`)}</b>
      <p class="said">{one.body || t(language, 'ideas.forgotten')}</p>
      <p class="quiet">{told.filter(Boolean).join(' · ')}</p>
      {one.campaign && (
        <p>
          <a href={deskPath(c, `/campaigns/${one.campaign}`)}>{t(language, 'ideas.trial')}</a>
        </p>
      )}
      {one.reply && (
        <p>
          {t(language, 'ideas.replied')} {one.reply}
        </p>
      )}
      {one.state === 'new' && (
        <details class="fold">
          <summary>
            {t(language, 'ideas.settle')}
            <span class="vh">: {cleanLine(one.body, 40)}</span>
          </summary>
          <Form c={c} action={deskPath(c, `/ideas/${one.public_id}`)} class="settings">
            <div class="pair">
              <Field id={`label-${one.public_id}`} label={t(language, 'ideas.label')}>
                <input
                  id={`label-${one.public_id}`}
                  name="label"
                  type="text"
                  maxlength={160}
                  value={cleanLine(one.body.split('\n')[0] ?? '', 80) ?? ''}
                />
              </Field>
              <Field id={`money-${one.public_id}`} label={t(language, 'money.granted')}>
                <input
                  id={`money-${one.public_id}`}
                  name="money"
                  type="text"
                  inputmode="decimal"
                  maxlength={10}
                  value={one.money === null ? '' : eurosOf(one.money)}
                />
              </Field>
            </div>
            <Field id={`reply-${one.public_id}`} label={t(language, 'ideas.reply')}>
              <textarea id={`reply-${one.public_id}`} name="reply" rows={2} maxlength={1000} />
            </Field>
            <button type="submit" class="button main" name="do" value="take">
              {t(language, 'ideas.take')}
            </button>{' '}
            <button type="submit" class="button" name="do" value="decline">
              {t(language, 'ideas.decline')}
            </button>
          </Form>
        </details>
      )}
    </>
  )
}
