// The fields in which a picture is described, a language each, and how they are read back.
import { t } from '../../config/i18n.ts'
import type { Describing } from '../curate.ts'
import type { DeskPost } from '../inbox.ts'
import type { DeskContext } from './layout.tsx'

/** Fields for every picture of the post; open when words are missing, else behind a summary. */
export function Describe({ c, post, open }: { c: DeskContext; post: DeskPost; open: boolean }) {
  if (!post.media.length) return null
  const fields = post.media.map((one, nth) => (
    <MediaFields c={c} media={one} nth={post.media.length > 1 ? nth + 1 : undefined} />
  ))
  if (open) return <>{fields}</>
  return (
    <details class="describing">
      <summary>{t(c.var.language, 'describe.open')}</summary>
      {fields}
      <button type="submit" class="button" name="action" value="describe">
        {t(c.var.language, 'act.describe')}
      </button>
    </details>
  )
}

type MediaProps = { c: DeskContext; media: DeskPost['media'][number]; nth: number | undefined }

function MediaFields({ c, media, nth }: MediaProps) {
  const { language, place } = c.var
  const id = media.public_id
  return (
    <fieldset class="describe">
      {nth !== undefined && <legend class="label">{t(language, 'describe.nth', { n: nth })}</legend>}
      {place.languages.map((lang) => (
        <div class="field">
          <label for={`${id}-${lang}`}>
            {t(language, 'describe.in', { language: t(language, `lang.in.${lang}`) })}
          </label>
          <textarea
            id={`${id}-${lang}`}
            name={`alt_${id}_${lang}`}
            rows={2}
            maxlength={1500}
            lang={lang}
            aria-describedby={`${id}-hint`}
          >
            {textIn(media, lang)}
          </textarea>
        </div>
      ))}
      <p class="hint" id={`${id}-hint`}>
        {t(language, 'describe.hint')}
      </p>
      <label class="tick">
        <input
          type="checkbox"
          name={`decorative_${id}`}
          value="1"
          checked={media.descriptions.some((one) => one.decorative)}
        />
        {t(language, 'describe.decorative')}
      </label>
    </fieldset>
  )
}

const textIn = (media: DeskPost['media'][number], lang: string) =>
  media.descriptions.find((one) => one.lang === lang)?.text ?? ''

/** What the fields say that is not said already; a field that was not in the form says nothing. */
export function readDescriptions(post: DeskPost, fields: Record<string, string | string[]>): Describing[] {
  return post.media.flatMap((media) => {
    const id = media.public_id
    const given = Object.entries(fields).flatMap(([name, value]) => {
      const [, of, lang] = /^alt_(m_[a-z2-7]{12})_([a-z]{2})$/.exec(name) ?? []
      return of === id && lang && typeof value === 'string' ? [[lang, value.trim()] as const] : []
    })
    if (!given.length) return []
    const decorative = fields[`decorative_${id}`] === '1'
    const was = media.descriptions.some((one) => one.decorative)
    const texts = Object.fromEntries(given)
    const changed = given.some(([lang, text]) => text.slice(0, 1500) !== textIn(media, lang))
    return decorative !== was || (!decorative && changed) ? [{ media: id, texts, decorative }] : []
  })
}
