// Inviting somebody to a place: the form, and the one-time link that is shown once.
import { t } from '../../config/i18n.ts'
import { roles } from '../../db/schema.ts'
import type { Fields } from '../same-origin.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form, Say, Ticks } from './parts.tsx'
import { textOf } from './row-routes.ts'

export type Made = { name: string; link: string | undefined; days: number }

export function NewLink({ c, made }: { c: DeskContext; made: Made }) {
  const { language } = c.var
  const { name, link, days } = made
  if (!link) return <Say tone="good" title={t(language, 'people.added', { name })} />
  return (
    <div class="say good" role="status">
      <div>
        <p>
          <b>{t(language, 'people.linked', { name })}.</b>{' '}
          {days ? t(language, 'people.linked.text', { days }) : t(language, 'people.linked.minutes')}
        </p>
        <p>
          <code id="link">{link}</code>
        </p>
        <button
          class="button needs-js"
          type="button"
          data-copy="link"
          data-copied={t(language, 'consent.copied')}
        >
          {t(language, 'consent.copy')}
        </button>
      </div>
    </div>
  )
}

export function Invite({ c, sent }: { c: DeskContext; sent: Fields }) {
  const { language } = c.var
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">{t(language, 'people.invite')}</h2>
      <Form c={c} action={deskPath(c, '/people')} class="settings">
        <Field id="name" label={t(language, 'people.name')}>
          <input id="name" name="name" type="text" required autocomplete="off" value={textOf(sent.name)} />
        </Field>
        <Field id="email" label={t(language, 'people.email')}>
          <input
            id="email"
            name="email"
            type="email"
            required
            autocomplete="off"
            value={textOf(sent.email)}
          />
        </Field>
        <fieldset>
          <legend class="label">{t(language, 'people.role')}</legend>
          <Ticks
            one
            name="role"
            options={roles.map((one) => [
              one,
              <span>
                {t(language, `role.${one}`)} <span class="quiet">{t(language, `role.${one}.text`)}</span>
              </span>,
            ])}
            chosen={[textOf(sent.role) || 'curator']}
          />
        </fieldset>
        <button type="submit" class="button main">
          {t(language, 'people.invite.submit')}
        </button>
      </Form>
    </section>
  )
}
