// A note in the list with what can be done to it, and the quick form that a phone fills in half a minute.
import { type Language, t } from '../../config/i18n.ts'
import type { listNotes } from '../../db/notes.ts'
import { sayDay } from '../digest/say.ts'
import { may } from '../domain/roles.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'

type Note = Awaited<ReturnType<typeof listNotes>>[number]

/** What was said in an interview is for the one who wrote it down and for the editor. */
export function NoteBody({ c, note }: { c: DeskContext; note: Note }) {
  const { language, role, visitor } = c.var
  const restricted = note.kind === 'interview' && note.by !== visitor.name && !may(role, 'edit')
  if (restricted) return <p class="quiet">{t(language, 'notes.hidden')}</p>
  return <p dir="auto">{note.body}</p>
}

/** An observation goes into the digest or out of it; feedback is marked as answered. */
export function NoteActs({ c, note, today }: { c: DeskContext; note: Note; today: string }) {
  const { language } = c.var
  const action = deskPath(c, `/notes/${note.public_id}`)
  if (note.kind === 'observation')
    return (
      <Form c={c} action={action}>
        <input type="hidden" name="print" value={note.cleared_at ? '0' : '1'} />
        {note.cleared_at && <span class="quiet">{t(language, 'notes.printed')} </span>}
        <button type="submit" class="button">
          {t(language, note.cleared_at ? 'notes.unprint' : 'notes.print')}
          <span class="vh">: {note.body.slice(0, 40)}</span>
        </button>
      </Form>
    )
  if (note.kind !== 'feedback') return null
  if (note.answered_on)
    return (
      <p class="quiet">
        {t(language, 'notes.answered')} {sayDay(language, note.answered_on, true)}
      </p>
    )
  return (
    <Form c={c} action={action}>
      <input type="hidden" name="answered" value={today} />
      <button type="submit" class="button">
        {t(language, 'notes.answered.save')}
        <span class="vh">: {note.body.slice(0, 40)}</span>
      </button>
    </Form>
  )
}

type ThemeProps = { language: Language; themes: readonly string[]; value?: string }

/** What it is about, in words of one's own or as it was put before. */
export function ThemeField({ language, themes, value }: ThemeProps) {
  return (
    <Field id="theme" label={t(language, 'notes.theme')} hint={t(language, 'notes.theme.hint')}>
      <input
        id="theme"
        name="theme"
        type="text"
        list="themes"
        maxlength={60}
        value={value}
        aria-describedby="theme-hint"
      />
      <datalist id="themes">
        {themes.map((theme) => (
          <option value={theme} />
        ))}
      </datalist>
    </Field>
  )
}

/** One sentence and a theme; everything else is known. */
export function Quick({ c, today, themes }: { c: DeskContext; today: string; themes: readonly string[] }) {
  const { language } = c.var
  return (
    <Form c={c} action={deskPath(c, '/notes')} class="settings">
      <input type="hidden" name="kind" value="observation" />
      <input type="hidden" name="day" value={today} />
      <Field id="body" label={t(language, 'notes.body')} hint={t(language, 'notes.body.hint')}>
        <textarea id="body" name="body" rows={3} required maxlength={5000} aria-describedby="body-hint" />
      </Field>
      <ThemeField language={language} themes={themes} />
      <button type="submit" class="button main">
        {t(language, 'notes.save')}
      </button>
    </Form>
  )
}
