// Hashtag families: what they are called, how they are written, and what they are counted together with.
import { Hono } from 'hono'
import { z } from 'zod'
import { pick, t } from '../../config/i18n.ts'
import { listSeenSpellings } from '../../db/families.ts'
import { type FamilyWithTags, listFamilies } from '../../db/places.ts'
import { listSources } from '../../db/sources.ts'
import type { Deps } from '../deps.ts'
import { looksLike, type Seen } from '../domain/spellings.ts'
import { Refusal } from '../errors.ts'
import { type FamilyForm, keepFamily, removeFamily } from '../families.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'must be 2 to 40 of a-z, 0-9 and -')
const label = z.string().trim().max(200).optional()
const form = z.object({
  id,
  tags: z.string().max(8000),
  label_fi: label,
  label_sv: label,
  label_en: label,
  only: z.preprocess((one) => [one ?? []].flat(), z.array(z.string().max(40))),
  /** Spellings seen in posts, ticked. */
  add: z.preprocess((one) => [one ?? []].flat(), z.array(z.string().max(100)).max(60)),
})

/** How far back spellings are looked for in posts. */
const SEEN = 90 * 86_400_000

export function familyRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = mayAt(deps, 'edit')

  app.get('/:place/families', signedIn(deps), edit, (c) => show(deps, c))

  app.post('/:place/families', signedIn(deps), edit, async (c) => {
    const fields = await readForm(c)
    try {
      const read = readStrictly(form, fields)
      const { label_fi, label_sv, label_en } = read
      const texts = { fi: label_fi, sv: label_sv, en: label_en }
      const told = Object.fromEntries(Object.entries(texts).filter(([, text]) => text)) as FamilyForm['label']
      const family = { label: told, tags: [read.tags, ...read.add].join('\n'), onlyWith: read.only }
      await keepFamily(deps, actOf(c), read.id, family, fields.is === 'new')
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(deps, c, error)
    }
    return c.redirect(deskPath(c, '/families?saved=1'), 303)
  })

  app.post('/:place/families/:id/remove', signedIn(deps), edit, async (c) => {
    await readForm(c)
    try {
      await removeFamily(deps, actOf(c), c.req.param('id'))
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      return show(deps, c, error)
    }
    return c.redirect(deskPath(c, '/families?saved=1'), 303)
  })
  return app
}

async function show(deps: Deps, c: DeskContext, refusal?: Refusal): Promise<Response> {
  const { language, place } = c.var
  const families = await listFamilies(deps.db, place.id)
  const seen = await listSeenSpellings(deps.db, place.id, new Date(deps.clock().getTime() - SEEN))
  const forgetful = await listForgetful(deps, place.id)
  const title = t(language, 'families.title')
  return c.html(
    <DeskPage c={c} title={title} current="settings">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'families.lede')}</p>
          {forgetful.length > 0 && (
            <p>
              <b>{forgetful.join(', ')}:</b> {t(language, 'sources.past.day')}
            </p>
          )}
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {c.req.query('saved') && <Say tone="good" title={t(language, 'desk.saved')} />}
        {families.map((one) => (
          <details class="fold">
            <summary>
              <b>{pick(one.label, language, place.languages[0])}</b>{' '}
              <span class="quiet">{one.tags.map((tag) => `#${tag.as_written}`).join(' ')}</span>
            </summary>
            <FamilyFields c={c} family={one} families={families} seen={seen} />
            <Form c={c} action={deskPath(c, `/families/${one.id}/remove`)}>
              <button type="submit" class="button plain">
                {t(language, 'families.remove')}
                <span class="vh">: {pick(one.label, language, place.languages[0])}</span>
              </button>
            </Form>
          </details>
        ))}
        <details class="fold">
          <summary>
            <b>{t(language, 'families.add')}</b>
          </summary>
          <FamilyFields c={c} family={undefined} families={families} seen={[]} />
        </details>
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

/** Channels in use that tell nothing of the past of a hashtag which is new to them. */
async function listForgetful(deps: Deps, place: string): Promise<string[]> {
  const sources = (await listSources(deps.db, place)).filter((one) => one.active)
  return deps.channels
    .filter(({ name, past }) =>
      sources.some(({ channel, settings }) => channel === name && past?.(settings) === 'day'),
    )
    .map((one) => one.title)
}

type FieldsProps = {
  c: DeskContext
  family: FamilyWithTags | undefined
  families: readonly FamilyWithTags[]
  seen: readonly Seen[]
}

function FamilyFields({ c, family, families, seen }: FieldsProps) {
  const { language, place } = c.var
  const own = family?.id ?? 'new'
  const alike = looksLike(family?.tags.map((tag) => tag.key) ?? [], seen)
  const others = families.filter((one) => one.id !== family?.id)
  return (
    <Form c={c} action={deskPath(c, '/families')} class="settings">
      {family ? (
        <input type="hidden" name="id" value={family.id} />
      ) : (
        <>
          <input type="hidden" name="is" value="new" />
          <Field id="new-id" label={t(language, 'families.id')} hint={t(language, 'sources.id.hint')}>
            <input id="new-id" name="id" type="text" required aria-describedby="new-id-hint" />
          </Field>
        </>
      )}
      <div class="pair">
        {place.languages.map((lang) => (
          <Field
            id={`${own}-${lang}`}
            label={t(language, 'families.label', { language: t(language, `lang.in.${lang}`) })}
          >
            <input
              id={`${own}-${lang}`}
              name={`label_${lang}`}
              type="text"
              lang={lang}
              value={family?.label[lang] ?? ''}
            />
          </Field>
        ))}
      </div>
      <Field id={`${own}-tags`} label={t(language, 'families.tags')} hint={t(language, 'families.tags.hint')}>
        <textarea id={`${own}-tags`} name="tags" rows={6} required aria-describedby={`${own}-tags-hint`}>
          {family?.tags.map((tag) => `#${tag.as_written}`).join('\n') ?? ''}
        </textarea>
      </Field>
      {alike.length > 0 && (
        <fieldset>
          <legend class="label">{t(language, 'families.seen')}</legend>
          {alike.map((one) => (
            <label class="tick">
              <input type="checkbox" name="add" value={one.written} />
              <span>
                #{one.written}{' '}
                <span class="quiet">{t(language, 'families.seen.posts', { n: one.posts })}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {others.length > 0 && (
        <fieldset>
          <legend class="label">{t(language, 'families.only')}</legend>
          {others.map((one) => (
            <label class="tick">
              <input
                type="checkbox"
                name="only"
                value={one.id}
                checked={family?.only_with.includes(one.id) ?? false}
              />
              {pick(one.label, language, place.languages[0])}
            </label>
          ))}
        </fieldset>
      )}
      <button type="submit" class="button">
        {t(language, 'desk.save')}
      </button>
    </Form>
  )
}
