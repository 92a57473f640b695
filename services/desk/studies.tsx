// Studies at the desk: one form with what a study says and its file, and the list of them.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { findStudy, listStudyRows } from '../../db/studies.ts'
import type { Deps } from '../deps.ts'
import { sayDay } from '../digest/say.ts'
import { sayFile } from '../digest/say-study.ts'
import { dayOf } from '../domain/quarter.ts'
import { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { removeStudy, sentStudy, studyLanguages, takeStudy } from '../studies.ts'
import { answerStudy } from '../study-answer.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, RemoveForm, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

export function studyRoutes(deps: Deps): Hono<Signed> {
  const write = [signedIn(deps), mayAt(deps, 'write')] as const
  return new Hono<Signed>()
    .get('/:place/studies', ...write, (c) => show(deps, c, {}))
    .post('/:place/studies', ...write, async (c) => {
      const fields = await readForm(c)
      const { file } = await c.req.parseBody({ all: true })
      try {
        const sent = readStrictly(sentStudy, fields)
        const given =
          file instanceof File && file.size
            ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
            : undefined
        await takeStudy(deps, actOf(c), sent, given)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return show(deps, c, fields, error)
      }
      return c.redirect(deskPath(c, '/studies?saved=1'), 303)
    })
    .get('/:place/studies/:id/file', ...write, async (c) => {
      const study = await findStudy(deps.db, c.var.place.id, c.req.param('id'))
      return answerStudy(c, deps.env.MEDIA_DIR, study, 'private, no-store')
    })
    .post('/:place/studies/:id/remove', ...write, async (c) => {
      await readForm(c)
      await removeStudy(deps, actOf(c), c.req.param('id'))
      return c.redirect(deskPath(c, '/studies?removed=1'), 303)
    })
}

async function show({ db, clock }: Deps, c: DeskContext, sent: Fields, refusal?: Refusal): Promise<Response> {
  const { language, place } = c.var
  const studies = await listStudyRows(db, place.id)
  const title = t(language, 'study.title')
  return c.html(
    <DeskPage c={c} title={title} current="notes">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'study.lede')}</p>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {c.req.query('saved') && !refusal && <Say tone="good" title={t(language, 'study.saved')} />}
        {c.req.query('removed') && !refusal && <Say tone="good" title={t(language, 'study.removed')} />}
        <StudyForm c={c} sent={sent} today={dayOf(clock(), place.time_zone)} />
        <section aria-labelledby="studies">
          <h2 id="studies">{t(language, 'study.list')}</h2>
          {studies.length === 0 && <p class="quiet">{t(language, 'study.list.none')}</p>}
          <ul class="noted">
            {studies.map((one) => (
              <li>
                <b lang={one.language}>{one.title}</b>{' '}
                <span class="quiet">
                  {[one.maker, sayDay(language, one.day, true), one.by].filter(Boolean).join(' · ')}
                </span>
                <p lang={one.language}>{one.summary}</p>
                {one.file_type && (
                  <p>
                    <a href={deskPath(c, `/studies/${one.public_id}/file`)}>
                      {one.file_name} ({sayFile(language, { type: one.file_type, size: one.file_size ?? 0 })})
                    </a>
                  </p>
                )}
                <RemoveForm
                  c={c}
                  action={deskPath(c, `/studies/${one.public_id}/remove`)}
                  label={t(language, 'study.remove')}
                  of={one.title}
                />
              </li>
            ))}
          </ul>
        </section>
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

function StudyForm({ c, sent, today }: { c: DeskContext; sent: Fields; today: string }) {
  const { language } = c.var
  const was = (name: string, otherwise = '') => (typeof sent[name] === 'string' ? sent[name] : otherwise)
  const text = (name: 'title' | 'maker') => (
    <Field id={name} label={t(language, `study.${name === 'title' ? 'name' : 'maker'}`)}>
      <input id={name} name={name} type="text" required maxlength={200} value={was(name)} />
    </Field>
  )
  const area = (name: 'summary' | 'findings', required: boolean) => (
    <Field id={name} label={t(language, `study.${name}`)} hint={t(language, `study.${name}.hint`)}>
      <textarea
        id={name}
        name={name}
        rows={4}
        required={required}
        maxlength={3000}
        aria-describedby={`${name}-hint`}
      >
        {was(name)}
      </textarea>
    </Field>
  )
  return (
    <Form c={c} action={deskPath(c, '/studies')} class="settings" enctype="multipart/form-data">
      {text('title')}
      {text('maker')}
      <div class="pair">
        <Field id="day" label={t(language, 'study.day')}>
          <input id="day" name="day" type="date" required max={today} value={was('day', today)} />
        </Field>
        <Field id="language" label={t(language, 'study.language')}>
          <select id="language" name="language">
            {studyLanguages.map((one) => (
              <option value={one} selected={was('language') === one}>
                {t(language, `digest.lang.${one}`)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      {area('summary', true)}
      {area('findings', false)}
      <Field id="url" label={t(language, 'study.url')}>
        <input id="url" name="url" type="url" value={was('url')} />
      </Field>
      <Field id="file" label={t(language, 'study.file')} hint={t(language, 'study.file.hint')}>
        <input
          id="file"
          name="file"
          type="file"
          accept=".pdf,.docx,.pptx,.xlsx,.odt"
          aria-describedby="file-hint"
        />
      </Field>
      <button type="submit" class="button main">
        {t(language, 'study.save')}
      </button>
    </Form>
  )
}
