// Recording what an author has allowed: how they were asked, how they answered, for what and until when.
import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { t } from '../../config/i18n.ts'
import type { Granting } from '../consents.ts'
import { addDays, dayOf } from '../domain/quarter.ts'
import type { DeskPost } from '../inbox.ts'
import { readStrictly } from '../rim.tsx'
import { AskActs, openQuestion } from './ask-acts.tsx'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form, Icon, Kbd } from './parts.tsx'

const scopes = ['wall', 'digest', 'channels', 'print'] as const
const children = ['no', 'unrecognisable', 'guardian'] as const

/**
 * The fields behind one button. They stand inside the card's own form, under the reason that they answer, and belong to
 * the empty form of `ConsentTarget` beside it, since a form cannot stand in a form.
 */
export function ConsentFields({ c, post, open = false }: { c: DeskContext; post: DeskPost; open?: boolean }) {
  const { language } = c.var
  const id = post.public_id
  return (
    <details class="ask" open={open}>
      <summary class="button" aria-keyshortcuts="l">
        <Icon name="shield-question-mark" />
        {t(language, 'consent.open')} <Kbd>L</Kbd>
      </summary>
      <AskActs c={c} post={post} />
      {post.account_id === null && <Author c={c} id={id} />}
      <Choices c={c} id={id} hasPicture={post.media.length > 0} hasAccount={post.account_id !== null} />
      <Evidence c={c} id={id} />
      <button type="submit" class="button" form={`${id}-consent`}>
        {t(language, 'consent.submit')}
      </button>
    </details>
  )
}

type TargetProps = {
  c: DeskContext
  post: DeskPost
  back: string
  /** More that each of the forms sends. */
  children?: Child
}

/** The forms that the fields and the buttons above belong to. */
export function ConsentTarget({ c, post, back, children }: TargetProps) {
  const id = post.public_id
  const consents = deskPath(c, `/posts/${id}/consents`)
  const open = openQuestion(post)
  const forms = [
    ['consent', consents],
    ['ask', `${consents}/ask`],
    ...(open ? [['refuse', `${consents}/${open.public_id}/refuse`]] : []),
  ] as const
  return (
    <>
      {forms.map(([name, action]) => (
        <Form c={c} action={action} id={`${id}-${name}`}>
          <input type="hidden" name="back" value={back} />
          {children}
        </Form>
      ))}
    </>
  )
}

/** The platform did not say whose post it is: whoever asks them finds out. */
function Author({ c, id }: { c: DeskContext; id: string }) {
  const { language } = c.var
  const hint = `${id}-author-hint`
  return (
    <Field
      id={`${id}-author`}
      label={t(language, 'consent.author')}
      hint={t(language, 'consent.author.hint')}
    >
      <input
        form={`${id}-consent`}
        id={`${id}-author`}
        name="author"
        type="text"
        required
        minlength={2}
        maxlength={100}
        aria-describedby={hint}
      />
    </Field>
  )
}

type ChoiceProps = { c: DeskContext; id: string; hasPicture: boolean; hasAccount: boolean }

function Choices({ c, id, hasPicture, hasAccount }: ChoiceProps) {
  const { language } = c.var
  const form = `${id}-consent`
  return (
    <>
      {hasPicture ? (
        <fieldset>
          <legend class="label">{t(language, 'consent.child')}</legend>
          {children.map((one) => (
            <label class="tick">
              <input
                form={form}
                type="radio"
                name="child"
                value={one}
                required
                aria-describedby={`${id}-child`}
              />
              {t(language, `consent.child.${one}`)}
            </label>
          ))}
          <p class="hint" id={`${id}-child`}>
            {t(language, 'consent.child.hint')}
          </p>
        </fieldset>
      ) : (
        <input form={form} type="hidden" name="child" value="no" />
      )}
      <fieldset>
        <legend class="label">{t(language, 'consent.scope')}</legend>
        {scopes.map((one) => (
          <label class="tick">
            <input
              form={form}
              type="checkbox"
              name="scope"
              value={one}
              checked={one === 'wall' || one === 'digest'}
            />
            {t(language, `consent.scope.${one}`)}
          </label>
        ))}
      </fieldset>
      {hasAccount && (
        <fieldset>
          <legend class="label">{t(language, 'consent.covers')}</legend>
          {(['post', 'account'] as const).map((one) => (
            <label class="tick">
              <input form={form} type="radio" name="covers" value={one} checked={one === 'post'} />
              {t(language, `consent.covers.${one}`)}
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}

function Evidence({ c, id }: { c: DeskContext; id: string }) {
  const { language, place } = c.var
  const form = `${id}-consent`
  const text = (name: 'asked' | 'evidence', most: number, value: string) => (
    <Field
      id={`${id}-${name}`}
      label={t(language, `consent.${name}`)}
      hint={t(language, `consent.${name}.hint`)}
    >
      <input
        form={form}
        id={`${id}-${name}`}
        name={name}
        type="text"
        required
        maxlength={most}
        value={value}
        aria-describedby={`${id}-${name}-hint`}
      />
    </Field>
  )
  return (
    <>
      {text('asked', 300, t(language, 'consent.asked.default'))}
      {text('evidence', 1000, '')}
      <Field id={`${id}-until`} label={t(language, 'consent.until')} hint={t(language, 'consent.until.hint')}>
        <input
          form={form}
          id={`${id}-until`}
          name="until"
          type="date"
          value={addDays(dayOf(c.var.now, place.time_zone), 365)}
          aria-describedby={`${id}-until-hint`}
        />
      </Field>
      <label class="tick">
        <input form={form} type="checkbox" name="crop" value="1" />
        {t(language, 'consent.crop')}
      </label>
    </>
  )
}

const form = z.object({
  child: z.enum(children),
  scope: z.preprocess((one) => (Array.isArray(one) ? one : [one]), z.array(z.enum(scopes)).min(1)),
  covers: z.enum(['post', 'account']).default('post'),
  author: z.string().trim().min(2).max(100).optional(),
  asked: z.string().trim().min(1).max(300),
  evidence: z.string().trim().min(1).max(1000),
  until: z.union([z.literal('').transform(() => null), z.iso.date()]).default(null),
  crop: z.literal('1').optional(),
})

export function readConsent(fields: Record<string, string | string[]>): Granting {
  const { child, scope, covers, author, asked, evidence, until, crop } = readStrictly(form, fields)
  const has = (one: (typeof scopes)[number]) => scope.includes(one)
  return {
    child,
    scope: { wall: has('wall'), digest: has('digest'), channels: has('channels'), print: has('print') },
    covers,
    author,
    // It stands within sentences of ours, which have a full stop of their own.
    askedHow: asked.replace(/\.+$/, '') || asked,
    evidence: { kind: /^https?:\/\/\S+$/.test(evidence) ? 'link' : 'note', ref: evidence },
    until,
    crop: crop === '1',
  }
}
