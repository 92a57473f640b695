// The steps of a lift: consent, description, the comment to the author, and the button that says what is missing.
import { t } from '../../config/i18n.ts'
import { liftNeeds } from '../domain/curation.ts'
import type { DeskPost } from '../inbox.ts'
import { spokenBy } from './ask.tsx'
import { ConsentFields, ConsentTarget } from './consent.tsx'
import { Describe } from './describe.tsx'
import { type DeskContext, deskPath } from './layout.tsx'
import { Marks } from './marks.tsx'
import { Field, Form, Icon } from './parts.tsx'
import { SeenTwins } from './twins.tsx'
import { dayWords } from './why.tsx'
import { Opened } from './work-time.tsx'

type Props = { c: DeskContext; post: DeskPost }

export function LiftSteps({ c, post, tag }: Props & { tag: string | null }) {
  const { language } = c.var
  const back = deskPath(c, `/lift?post=${post.public_id}`)
  const missing = liftNeeds(post.footing)
  const later = missing.filter((one) => one !== 'description')
  return (
    <div class="steps">
      <Form c={c} action={deskPath(c, `/posts/${post.public_id}/decisions`)} class="steps">
        <input type="hidden" name="version" value={post.version} />
        <SeenTwins post={post} />
        <Opened c={c} />
        <input type="hidden" name="back" value={deskPath(c, '/lift')} />
        <ConsentStep c={c} post={post} />
        <DescriptionStep c={c} post={post} />
        <CommentStep c={c} post={post} tag={tag} />
        <RelayStep c={c} post={post} />
        <div class="finish">
          {later.length === 0 && !post.lift && (
            <button type="submit" class="button main big" name="action" value="lift" aria-keyshortcuts="4">
              <Icon name="arrow-up-from-line" />
              {t(language, 'lift.submit')}
            </button>
          )}
          {post.media.some((one) => one.missing.length > 0) && (
            <button type="submit" class="button" name="action" value="describe">
              {t(language, 'desk.save')}
            </button>
          )}
          {missing.length > 0 && (
            <p class="small need">
              <Icon name="circle-alert" />
              {t(language, 'lift.missing')}{' '}
              {missing.map((one) => t(language, `lift.missing.${one}` as 'lift.missing.consent')).join(', ')}.
            </p>
          )}
        </div>
      </Form>
      <ConsentTarget c={c} post={post} back={back}>
        <Opened c={c} />
      </ConsentTarget>
      <Marks c={c} post={post} back={back} />
    </div>
  )
}

function Step({ c, n, done, title }: { c: DeskContext; n: number; done: boolean; title: string }) {
  return (
    <h2 id={`step-${n}`}>
      {done ? (
        <span class="n good">
          <Icon name="check" /> <span class="vh">{t(c.var.language, 'lift.step.done')}</span>
        </span>
      ) : (
        <span class="n">{n}</span>
      )}
      {title}
    </h2>
  )
}

function ConsentStep({ c, post }: Props) {
  const { language } = c.var
  const { rights } = post.footing
  const given = post.consents.find((one) => one.state === 'granted')
  const how = given?.asked_how ?? ''
  const words =
    rights.why === 'own' || rights.why === 'agreement'
      ? t(language, 'lift.consent.own')
      : rights.why !== 'consent'
        ? t(language, 'lift.consent.missing')
        : rights.until
          ? t(language, 'lift.consent.until', { how, until: dayWords(language, rights.until) })
          : t(language, 'lift.consent.given', { how })
  return (
    <section aria-labelledby="step-1">
      <Step c={c} n={1} done={rights.shown === 'whole'} title={t(language, 'lift.consent')} />
      <p>{words}</p>
      {(rights.why === 'no-consent' || post.footing.blocked.includes('child')) && (
        <ConsentFields c={c} post={post} />
      )}
    </section>
  )
}

function DescriptionStep({ c, post }: Props) {
  const { language } = c.var
  const missing = post.media.some((one) => one.missing.length > 0)
  const author = post.media.find((one) => one.author_alt?.trim())?.author_alt
  return (
    <section aria-labelledby="step-2">
      <Step c={c} n={2} done={!missing} title={t(language, 'lift.description')} />
      {post.media.length === 0 && <p>{t(language, 'lift.description.none')}</p>}
      {author && <p>{t(language, 'lift.description.author', { text: author })}</p>}
      {missing && <p class="hint">{t(language, 'lift.description.hint')}</p>}
      <Describe c={c} post={post} open={missing} />
    </section>
  )
}

function CommentStep({ c, post, tag }: Props & { tag: string | null }) {
  const { language, place } = c.var
  const spoken = spokenBy(post, place.languages)
  return (
    <section aria-labelledby="step-3">
      <Step c={c} n={3} done={false} title={t(language, 'lift.comment')} />
      <p id="comment" class="say" lang={spoken}>
        {t(spoken, 'lift.comment.thanks', { tag: tag ?? '' })}
      </p>
      {spoken !== language && <p class="hint">{t(language, 'lift.language')}</p>}
      <p class="acts">
        <button
          class="button needs-js"
          type="button"
          data-copy="comment"
          data-copied={t(language, 'consent.copied')}
        >
          <Icon name="copy" />
          {t(language, 'consent.copy')}
        </button>
        {post.url && (
          <a class="button original" href={post.url} rel="noopener noreferrer" target="_blank">
            <Icon name="external-link" />
            {t(language, 'act.original')}
            <span class="vh"> ({t(language, 'act.new-tab')})</span>
          </a>
        )}
      </p>
    </section>
  )
}

/** The relay: whoever is lifted names the next one, if they like. */
function RelayStep({ c, post }: Props) {
  const { language } = c.var
  if (post.lift) return null
  return (
    <section aria-labelledby="step-4">
      <Step c={c} n={4} done={false} title={t(language, 'lift.suggests')} />
      <Field id="suggests" label={t(language, 'lift.suggests.who')} hint={t(language, 'lift.suggests.hint')}>
        <input id="suggests" name="suggests" type="text" maxlength={200} aria-describedby="suggests-hint" />
      </Field>
    </section>
  )
}
