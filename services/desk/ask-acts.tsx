// The buttons of a question to an author: asking, seeing what was asked, and noting a no.
import { t } from '../../config/i18n.ts'
import { canBe } from '../domain/consents.ts'
import type { DeskPost } from '../inbox.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Icon } from './parts.tsx'

/** The question about this post that waits for an answer, if there is one. */
export function openQuestion(post: DeskPost) {
  return post.consents.find(({ post_id, standing }) => post_id !== null && canBe(standing, 'refuse'))
}

/** May the author be asked now: nobody has, a month has passed without an answer, or what was given has ended. */
function mayAsk(post: DeskPost): boolean {
  const standing = post.consents[0]?.standing ?? 'proposed'
  return (
    canBe(standing, 'ask') || standing === 'expired' || standing === 'granted' || standing === 'published'
  )
}

/** The buttons belong to the forms of `ConsentTarget`, since they stand inside another form. */
export function AskActs({ c, post }: { c: DeskContext; post: DeskPost }) {
  const { language } = c.var
  const id = post.public_id
  const open = openQuestion(post)
  const author = `${id}-ask-author`
  return (
    <div class="acts">
      {mayAsk(post) && (
        <>
          {post.account_id === null && (
            <Field
              id={author}
              label={t(language, 'consent.author')}
              hint={t(language, 'consent.author.hint')}
            >
              <input
                form={`${id}-ask`}
                id={author}
                name="author"
                type="text"
                required
                minlength={2}
                maxlength={100}
                aria-describedby={`${author}-hint`}
              />
            </Field>
          )}
          <button type="submit" class="button" form={`${id}-ask`}>
            <Icon name="shield-question-mark" />
            {t(language, open ? 'ask.again' : 'ask.button')}
          </button>
        </>
      )}
      {open && (
        <>
          <a class="button" href={deskPath(c, `/posts/${id}/ask`)}>
            <Icon name="copy" />
            {t(language, 'ask.show')}
          </a>
          <button type="submit" class="button" form={`${id}-refuse`}>
            {t(language, 'ask.refused')}
          </button>
        </>
      )}
    </div>
  )
}
