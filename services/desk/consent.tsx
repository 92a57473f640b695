// Recording what an author has allowed: how they were asked, how they answered, for what and until when.
import { z } from 'zod'
import { t } from '../../config/i18n.ts'
import type { Granting } from '../curate.ts'
import { addDays, dayOf } from '../domain/quarter.ts'
import type { DeskPost } from '../inbox.ts'
import { readStrictly } from '../rim.tsx'
import { type DeskContext, deskPath } from './layout.tsx'
import { Form, Icon, Kbd } from './parts.tsx'

const scopes = ['wall', 'digest', 'channels', 'print'] as const
const children = ['no', 'unrecognisable', 'guardian'] as const

type Props = { c: DeskContext; post: DeskPost; back: string; open?: boolean }

export function ConsentForm({ c, post, back, open = false }: Props) {
  const { language } = c.var
  const id = post.public_id
  return (
    <details class="ask" open={open}>
      <summary class="button" aria-keyshortcuts="l">
        <Icon name="shield-question-mark" />
        {t(language, 'consent.open')} <Kbd>L</Kbd>
      </summary>
      <div class="asking">
        <p class="label">{t(language, 'consent.ask')}</p>
        <p id={`${id}-words`} class="say">
          {t(language, 'consent.ask.text')}
        </p>
        <button
          class="button needs-js"
          type="button"
          data-copy={`${id}-words`}
          data-copied={t(language, 'consent.copied')}
        >
          <Icon name="copy" />
          {t(language, 'consent.copy')}
        </button>
      </div>
      <Form c={c} action={deskPath(c, `/posts/${id}/consents`)} class="consent">
        <input type="hidden" name="back" value={back} />
        <Choices c={c} id={id} hasPicture={post.media.length > 0} hasAccount={post.account_id !== null} />
        <Evidence c={c} id={id} />
        <button type="submit" class="button">
          {t(language, 'consent.submit')}
        </button>
      </Form>
    </details>
  )
}

type ChoiceProps = { c: DeskContext; id: string; hasPicture: boolean; hasAccount: boolean }

function Choices({ c, id, hasPicture, hasAccount }: ChoiceProps) {
  const { language } = c.var
  return (
    <>
      {hasPicture ? (
        <fieldset>
          <legend class="label">{t(language, 'consent.child')}</legend>
          {children.map((one) => (
            <label class="tick">
              <input type="radio" name="child" value={one} required aria-describedby={`${id}-child`} />
              {t(language, `consent.child.${one}`)}
            </label>
          ))}
          <p class="hint" id={`${id}-child`}>
            {t(language, 'consent.child.hint')}
          </p>
        </fieldset>
      ) : (
        <input type="hidden" name="child" value="no" />
      )}
      <fieldset>
        <legend class="label">{t(language, 'consent.scope')}</legend>
        {scopes.map((one) => (
          <label class="tick">
            <input type="checkbox" name="scope" value={one} checked={one === 'wall' || one === 'digest'} />
            {t(language, `consent.scope.${one}`)}
          </label>
        ))}
      </fieldset>
      {hasAccount && (
        <fieldset>
          <legend class="label">{t(language, 'consent.covers')}</legend>
          {(['post', 'account'] as const).map((one) => (
            <label class="tick">
              <input type="radio" name="covers" value={one} checked={one === 'post'} />
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
  const inAYear = addDays(dayOf(c.get('now'), place.time_zone), 365)
  return (
    <>
      <div class="field">
        <label for={`${id}-asked`}>{t(language, 'consent.asked')}</label>
        <span class="hint" id={`${id}-asked-hint`}>
          {t(language, 'consent.asked.hint')}
        </span>
        <input
          id={`${id}-asked`}
          name="asked"
          type="text"
          required
          maxlength={300}
          value={t(language, 'consent.asked.default')}
          aria-describedby={`${id}-asked-hint`}
        />
      </div>
      <div class="field">
        <label for={`${id}-evidence`}>{t(language, 'consent.evidence')}</label>
        <span class="hint" id={`${id}-evidence-hint`}>
          {t(language, 'consent.evidence.hint')}
        </span>
        <input
          id={`${id}-evidence`}
          name="evidence"
          type="text"
          required
          maxlength={1000}
          aria-describedby={`${id}-evidence-hint`}
        />
      </div>
      <div class="field">
        <label for={`${id}-until`}>{t(language, 'consent.until')}</label>
        <span class="hint" id={`${id}-until-hint`}>
          {t(language, 'consent.until.hint')}
        </span>
        <input
          id={`${id}-until`}
          name="until"
          type="date"
          value={inAYear}
          aria-describedby={`${id}-until-hint`}
        />
      </div>
      <label class="tick">
        <input type="checkbox" name="crop" value="1" />
        {t(language, 'consent.crop')}
      </label>
    </>
  )
}

const form = z.object({
  child: z.enum(children),
  scope: z.preprocess((one) => (Array.isArray(one) ? one : [one]), z.array(z.enum(scopes)).min(1)),
  covers: z.enum(['post', 'account']).default('post'),
  asked: z.string().trim().min(1).max(300),
  evidence: z.string().trim().min(1).max(1000),
  until: z.union([z.literal('').transform(() => null), z.iso.date()]).default(null),
  crop: z.literal('1').optional(),
})

export function readConsent(fields: Record<string, string | string[]>): Granting {
  const { child, scope, covers, asked, evidence, until, crop } = readStrictly(form, fields)
  const has = (one: (typeof scopes)[number]) => scope.includes(one)
  return {
    child,
    scope: { wall: has('wall'), digest: has('digest'), channels: has('channels'), print: has('print') },
    covers,
    askedHow: asked,
    evidence: { kind: /^https?:\/\/\S+$/.test(evidence) ? 'link' : 'note', ref: evidence },
    until,
    crop: crop === '1',
  }
}
