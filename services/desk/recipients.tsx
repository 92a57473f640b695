// Recipients of the digests: roles at addresses, without accounts; adding one, and stopping the mails.
import { Hono } from 'hono'
import { z } from 'zod'
import { languages, pick, t } from '../../config/i18n.ts'
import { listRecipients } from '../../db/recipients.ts'
import { type Paper, reportKinds } from '../../db/schema.ts'
import { listTopics } from '../../db/topics.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { addRecipient, endRecipient } from '../recipients.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Say, Ticks } from './parts.tsx'
import { refusalWords } from './refused.tsx'

const papers = ['digest', ...reportKinds] as const
const form = z.object({
  role: z.string().trim().min(1).max(120),
  email: z.email().max(254),
  language: z.enum(languages),
  gets: z
    .union([z.array(z.enum(papers)).min(1), z.enum(papers).transform((one) => [one])])
    .default(['digest']),
  area: z
    .string()
    .max(40)
    .default('')
    .transform((one) => one || null),
})

export function recipientRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = mayAt(deps, 'edit')
  app.get('/:place/recipients', signedIn(deps), edit, (c) => show(deps, c))
  app.post('/:place/recipients', signedIn(deps), edit, async (c) => {
    const fields = await readForm(c)
    try {
      await addRecipient(deps, actOf(c), readStrictly(form, fields))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(deps, c, error, fields)
    }
    return c.redirect(deskPath(c, '/recipients'), 303)
  })
  app.post('/:place/recipients/:id/stop', signedIn(deps), edit, async (c) => {
    await readForm(c)
    await endRecipient(deps, actOf(c), c.req.param('id'))
    return c.redirect(deskPath(c, '/recipients'), 303)
  })
  return app
}

async function show(deps: Deps, c: DeskContext, refusal?: Refusal, sent: Record<string, unknown> = {}) {
  const { language, place } = c.var
  const recipients = await listRecipients(deps.db, place.id)
  const areas = (await listTopics(deps.db, place.id)).filter(({ kind }) => kind === 'area')
  const title = t(language, 'recipients.title')
  const text = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '')
  return c.html(
    <DeskPage c={c} title={title} current="digests">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'recipients.lede')}</p>
        </header>
        {!deps.env.SMTP_URL && <Say tone="need" title={t(language, 'recipients.no-mail')} />}
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {recipients.length === 0 ? (
          <p>{t(language, 'recipients.none')}</p>
        ) : (
          <table class="rows">
            <thead>
              <tr>
                {(['role', 'email', 'language', 'gets', 'act'] as const).map((one) => (
                  <th scope="col">{t(language, `recipients.${one}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {recipients.map((one) => (
                <tr>
                  <th scope="row">{one.role}</th>
                  <td data-label={t(language, 'recipients.email')}>{one.email}</td>
                  <td data-label={t(language, 'recipients.language')}>{one.language}</td>
                  <td data-label={t(language, 'recipients.gets')}>
                    {one.gets.map((paper) => paperName(language, paper)).join(', ')}
                  </td>
                  <td data-label={t(language, 'recipients.act')}>
                    <Form c={c} action={deskPath(c, `/recipients/${one.public_id}/stop`)}>
                      <button type="submit" class="button">
                        {t(language, 'recipients.stop')}
                        <span class="vh">: {one.role}</span>
                      </button>
                    </Form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <h2>{t(language, 'recipients.add')}</h2>
        <Form c={c} action={deskPath(c, '/recipients')} class="settings">
          <Field id="role" label={t(language, 'recipients.role')} hint={t(language, 'recipients.role.hint')}>
            <input
              id="role"
              name="role"
              type="text"
              required
              maxlength={120}
              value={text('role')}
              aria-describedby="role-hint"
            />
          </Field>
          <Field id="email" label={t(language, 'recipients.email')}>
            <input id="email" name="email" type="email" required maxlength={254} value={text('email')} />
          </Field>
          <Field id="language" label={t(language, 'recipients.language')}>
            <select id="language" name="language">
              {place.languages.map((one) => (
                <option value={one} selected={one === text('language')}>
                  {one}
                </option>
              ))}
            </select>
          </Field>
          <fieldset>
            <legend class="label">{t(language, 'recipients.gets')}</legend>
            <Ticks
              name="gets"
              options={papers.map((one) => [one, paperName(language, one)])}
              chosen={['digest']}
            />
          </fieldset>
          {areas.length > 0 && (
            <Field id="area" label={t(language, 'recipients.area')}>
              <select id="area" name="area">
                <option value="">{t(language, 'recipients.area.none')}</option>
                {areas.map((one) => (
                  <option value={one.id} selected={one.id === text('area')}>
                    {pick(one.label, language, place.languages[0])}
                  </option>
                ))}
              </select>
            </Field>
          )}
          <button type="submit" class="button main">
            {t(language, 'recipients.add')}
          </button>
        </Form>
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

function paperName(language: DeskContext['var']['language'], paper: Paper): string {
  return t(language, paper === 'digest' ? 'recipients.gets.digest' : `reports.${paper}`)
}
