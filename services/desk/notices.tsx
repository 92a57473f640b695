// The notices: whom residents reach, and the paragraph for the statement of the pages that the wall is embedded in.
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { languages, pick, t } from '../../config/i18n.ts'
import { listWalls } from '../../db/places.ts'
import { keepContact } from '../contact.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { NoticeLinks, noticePath } from '../notice-links.tsx'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Icon, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { textOf } from './row-routes.ts'

export function deskNoticeRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = mayAt(deps, 'edit')

  app.get('/:place/notices', signedIn(deps), edit, (c) => show(deps, c))

  app.post('/:place/notices', signedIn(deps), edit, async (c) => {
    const fields = await readForm(c)
    try {
      await keepContact(deps, actOf(c), contactOf(fields))
      return c.redirect(deskPath(c, '/notices?saved=1'), 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(deps, c, { refusal: error, fields })
    }
  })
  return app
}

/** As a place file would say it: what was left empty is not there. */
function contactOf(fields: Fields) {
  const inTongues = (name: string) => {
    const told = languages.map((one) => [one, textOf(fields[`${name}_${one}`]).trim()] as const)
    const said = told.filter(([, text]) => text)
    return said.length ? { [name]: Object.fromEntries(said) } : {}
  }
  const plain = ['email', 'phone', 'officer', 'reviewed'].flatMap((name) => {
    const text = textOf(fields[name]).trim()
    return text ? [[name, text] as const] : []
  })
  return { ...inTongues('unit'), ...inTongues('hosting'), ...Object.fromEntries(plain) }
}

type Tried = { refusal: Refusal; fields: Fields }

async function show({ db, env }: Deps, c: DeskContext, tried?: Tried): Promise<Response> {
  const { language, place } = c.var
  const walls = await listWalls(db, place.id)
  const title = t(language, 'settings.notices')
  return c.html(
    <DeskPage c={c} title={title} current="settings">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'contact.lede')}</p>
        </header>
        {c.req.query('saved') && <Say tone="good" title={t(language, 'contact.saved')} />}
        {tried && <Say tone="need" {...refusalWords(language, tried.refusal)} />}
        <ContactForm c={c} fields={tried?.fields} />
        <section>
          <h2>{t(language, 'paragraph.read')}</h2>
          <NoticeLinks language={language} place={place.id} />
        </section>
        <section>
          <h2>{t(language, 'paragraph.title')}</h2>
          <p class="quiet">{t(language, 'paragraph.text')}</p>
          {languages.map((one) => {
            const named = walls.map((wall) => pick(wall.label, one, place.languages[0])).join(', ')
            const address = env.PUBLIC_URL + noticePath('access', one, place.id)
            return (
              <div class="code">
                <h3>{t(language, `lang.in.${one}`)}</h3>
                <p id={`paragraph-${one}`} class="paragraph" lang={one}>
                  {t(one, 'access.paragraph', { walls: named, address })}
                </p>
                <button
                  class="button needs-js"
                  type="button"
                  data-copy={`paragraph-${one}`}
                  data-copied={t(language, 'consent.copied')}
                >
                  <Icon name="copy" />
                  {t(language, 'consent.copy')}
                  <span class="vh">: {t(language, `lang.in.${one}`)}</span>
                </button>
              </div>
            )
          })}
        </section>
      </main>
    </DeskPage>,
    tried ? (tried.refusal.status as 400) : 200,
  )
}

function ContactForm({ c, fields }: { c: DeskContext; fields: Fields | undefined }) {
  const { language, place } = c.var
  const { contact } = place
  const kept = (name: string, otherwise: string | undefined) =>
    fields ? textOf(fields[name]).trim() : otherwise
  const line = (name: 'email' | 'phone' | 'officer', type: string) => (
    <Field id={name} label={t(language, `contact.${name}`)}>
      <input id={name} name={name} type={type} value={kept(name, contact[name]) ?? ''} />
    </Field>
  )
  const spoken = (
    name: 'unit' | 'hosting',
    draw: (named: { id: string; name: string }, text: string, hint: string) => Child,
  ) =>
    languages.map((one) => {
      const id = `${name}_${one}`
      const label = t(language, `contact.${name}`, { language: t(language, `lang.in.${one}`) })
      return (
        <Field id={id} label={label} hint={t(language, `contact.${name}.hint`)}>
          {draw({ id, name: id }, kept(id, contact[name]?.[one]) ?? '', `${id}-hint`)}
        </Field>
      )
    })
  return (
    <Form c={c} action={deskPath(c, '/notices')} class="settings">
      {spoken('unit', (named, text, hint) => (
        <input {...named} type="text" maxlength={200} value={text} aria-describedby={hint} />
      ))}
      {line('email', 'email')}
      {line('phone', 'tel')}
      {line('officer', 'email')}
      {spoken('hosting', (named, text, hint) => (
        <textarea {...named} rows={2} maxlength={600} aria-describedby={hint}>
          {text}
        </textarea>
      ))}
      <Field
        id="reviewed"
        label={t(language, 'contact.reviewed')}
        hint={t(language, 'contact.reviewed.hint')}
      >
        <input
          id="reviewed"
          name="reviewed"
          type="date"
          value={kept('reviewed', contact.reviewed) ?? ''}
          aria-describedby="reviewed-hint"
        />
      </Field>
      <button type="submit" class="button main">
        {t(language, 'contact.save')}
      </button>
    </Form>
  )
}
