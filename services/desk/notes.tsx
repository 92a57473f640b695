// Observations, feedback, interviews and studies: writing one down, and what the quarter has so far.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { listHeard } from '../../db/heard.ts'
import { listNotes, listThemes, noteKinds } from '../../db/notes.ts'
import type { Deps } from '../deps.ts'
import { sayDay } from '../digest/say.ts'
import { dayOf, quarterDays, quarterOf } from '../domain/quarter.ts'
import { Refusal } from '../errors.ts'
import { sentNote, sentNoteChange, takeNote, tendNote } from '../notes.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { NoteActs, NoteBody, Quick, ThemeField } from './note-parts.tsx'
import { Field, Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

type Fields = Record<string, string | string[]>

export function noteRoutes(deps: Deps): Hono<Signed> {
  return new Hono<Signed>()
    .get('/:place/notes', signedIn(deps), mayAt(deps, 'write'), (c) => show(deps, c, {}))
    .post('/:place/notes', signedIn(deps), mayAt(deps, 'write'), async (c) => {
      const fields = await readForm(c)
      try {
        await takeNote(deps, c.var.place.id, readStrictly(sentNote, fields), c.var.visitor.name)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return show(deps, c, fields, error)
      }
      return c.redirect(deskPath(c, '/notes?saved=1'), 303)
    })
    .post('/:place/notes/:id', signedIn(deps), mayAt(deps, 'write'), async (c) => {
      const fields = await readForm(c)
      const { place, visitor } = c.var
      await tendNote(deps, place, c.req.param('id') ?? '', readStrictly(sentNoteChange, fields), visitor.name)
      return c.redirect(deskPath(c, '/notes?saved=1'), 303)
    })
}

async function show({ db, clock }: Deps, c: DeskContext, sent: Fields, refusal?: Refusal): Promise<Response> {
  const { language, place } = c.var
  const now = clock()
  const notes = await listNotes(db, place.id, quarterDays(quarterOf(now, place.time_zone)))
  const heard = await listHeard(db, place.id, quarterDays(quarterOf(now, place.time_zone)))
  const themes = await listThemes(db, place.id)
  const title = t(language, 'notes.title')
  const was = (name: string, otherwise = '') => (typeof sent[name] === 'string' ? sent[name] : otherwise)
  const today = dayOf(now, place.time_zone)
  const kind = was('kind', 'observation')
  const quick = c.req.query('quick') === '1' && !refusal
  return c.html(
    <DeskPage c={c} title={title} current="notes">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'notes.lede')}</p>
          <p>
            <a href={deskPath(c, '/measures')}>{t(language, 'notes.to-numbers')}</a> ·{' '}
            <a href={deskPath(c, '/brought')}>{t(language, 'brought.title')}</a>
          </p>
          {!quick && (
            <p>
              <a class="button" href={deskPath(c, '/notes?quick=1')}>
                {t(language, 'notes.observe')}
              </a>
            </p>
          )}
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {c.req.query('saved') && !refusal && <Say tone="good" title={t(language, 'notes.saved')} />}
        {quick ? (
          <Quick c={c} today={today} themes={themes} />
        ) : (
          <Form c={c} action={deskPath(c, '/notes')} class="settings">
            <div class="pair">
              <Field id="kind" label={t(language, 'notes.kind')}>
                <select id="kind" name="kind">
                  {noteKinds.map((one) => (
                    <option value={one} selected={one === kind}>
                      {t(language, `notes.kind.${one}`)}
                    </option>
                  ))}
                </select>
              </Field>
              <Field id="day" label={t(language, 'notes.day')}>
                <input id="day" name="day" type="date" required value={was('day', today)} max={today} />
              </Field>
            </div>
            <ThemeField language={language} themes={themes} value={was('theme')} />
            <Field id="body" label={t(language, 'notes.body')} hint={t(language, 'notes.body.hint')}>
              <textarea id="body" name="body" rows={4} required maxlength={5000} aria-describedby="body-hint">
                {was('body')}
              </textarea>
            </Field>
            <Field id="evidence" label={t(language, 'notes.evidence')}>
              <input id="evidence" name="evidence_url" type="url" value={was('evidence_url')} />
            </Field>
            <button type="submit" class="button main">
              {t(language, 'notes.save')}
            </button>
          </Form>
        )}
        {heard.length > 0 && (
          <section aria-labelledby="heard">
            <h2 id="heard">{t(language, 'notes.heard')}</h2>
            <ul>
              {heard.map((one) => (
                <li>
                  {t(language, `heard.${one.answer}`)}: {one.n}
                </li>
              ))}
            </ul>
          </section>
        )}
        <section aria-labelledby="list">
          <h2 id="list">{t(language, 'notes.list')}</h2>
          {notes.length === 0 && <p class="quiet">{t(language, 'notes.list.none')}</p>}
          <ul class="noted">
            {notes.map((note) => (
              <li>
                <b>{t(language, `notes.kind.${note.kind}`)}</b>{' '}
                <span class="quiet">
                  {[sayDay(language, note.day), note.theme, note.by].filter(Boolean).join(' · ')}
                </span>
                <NoteBody c={c} note={note} />
                {note.evidence_url && (
                  <a href={note.evidence_url} rel="noreferrer">
                    {new URL(note.evidence_url).host}
                  </a>
                )}
                <NoteActs c={c} note={note} today={today} />
              </li>
            ))}
          </ul>
        </section>
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}
