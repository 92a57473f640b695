// Hashtag families: what they are called, how they are written, and what they are counted together with.
import { Hono } from 'hono'
import { z } from 'zod'
import { pick, t } from '../../config/i18n.ts'
import { listSeenSpellings } from '../../db/families.ts'
import { type FamilyWithTags, listFamilies } from '../../db/places.ts'
import { listSources } from '../../db/sources.ts'
import type { Deps } from '../deps.ts'
import { looksLike, type Seen } from '../domain/spellings.ts'
import type { Refusal } from '../errors.ts'
import { keepFamily, removeFamily } from '../families.ts'
import { readStrictly } from '../rim.tsx'
import type { Fields } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { RowHead, readLabel, sentOf } from './label-fields.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, RemoveForm, Say, Ticks } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { type Again, textOf, tryForm } from './row-routes.ts'

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

  const again: Again = (c, refusal, sent) => show(deps, c, refusal, sent)
  app.post('/:place/families', signedIn(deps), edit, (c) =>
    tryForm(
      c,
      async (fields) => {
        const { id, tags, add, only } = readStrictly(form, fields)
        const family = { label: readLabel(fields), tags: [tags, ...add].join('\n'), onlyWith: only }
        await keepFamily(deps, actOf(c), id, family, fields.is === 'new')
        return '/families'
      },
      again,
    ),
  )

  app.post('/:place/families/:id/remove', signedIn(deps), edit, (c) =>
    tryForm(
      c,
      async () => {
        await removeFamily(deps, actOf(c), c.req.param('id'))
        return '/families'
      },
      again,
    ),
  )
  return app
}

async function show(deps: Deps, c: DeskContext, refusal?: Refusal, sent: Fields = {}): Promise<Response> {
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
          <details class="fold" open={sentOf(sent, one.id) !== undefined}>
            <summary>
              <b>{pick(one.label, language, place.languages[0])}</b>{' '}
              <span class="quiet">{one.tags.map((tag) => `#${tag.as_written}`).join(' ')}</span>
            </summary>
            <FamilyFields {...{ c, families, seen }} family={one} sent={sentOf(sent, one.id)} />
            <RemoveForm
              c={c}
              action={deskPath(c, `/families/${one.id}/remove`)}
              label={t(language, 'families.remove')}
              of={pick(one.label, language, place.languages[0])}
            />
          </details>
        ))}
        <details class="fold" open={sentOf(sent, undefined) !== undefined}>
          <summary>
            <b>{t(language, 'families.add')}</b>
          </summary>
          <FamilyFields {...{ c, families }} family={undefined} seen={[]} sent={sentOf(sent, undefined)} />
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
  /** What was sent of it and refused. */
  sent: Fields | undefined
}

function FamilyFields({ c, family, families, seen, sent }: FieldsProps) {
  const { language, place } = c.var
  const own = family?.id ?? 'new'
  const alike = looksLike(family?.tags.map((tag) => tag.key) ?? [], seen)
  const others = families.filter((one) => one.id !== family?.id)
  const ticked = (name: string) => [sent?.[name] ?? []].flat()
  return (
    <Form c={c} action={deskPath(c, '/families')} class="settings">
      <RowHead c={c} id={family?.id} label={family?.label} sent={sent} />
      <Field id={`${own}-tags`} label={t(language, 'families.tags')} hint={t(language, 'families.tags.hint')}>
        <textarea id={`${own}-tags`} name="tags" rows={6} required aria-describedby={`${own}-tags-hint`}>
          {sent ? textOf(sent.tags) : (family?.tags.map((tag) => `#${tag.as_written}`).join('\n') ?? '')}
        </textarea>
      </Field>
      {alike.length > 0 && (
        <fieldset>
          <legend class="label">{t(language, 'families.seen')}</legend>
          <Ticks
            name="add"
            options={alike.map((one) => [
              one.written,
              <span>
                #{one.written}{' '}
                <span class="quiet">{t(language, 'families.seen.posts', { n: one.posts })}</span>
              </span>,
            ])}
            chosen={ticked('add')}
          />
        </fieldset>
      )}
      {others.length > 0 && (
        <fieldset>
          <legend class="label">{t(language, 'families.only')}</legend>
          <Ticks
            name="only"
            options={others.map((one) => [one.id, pick(one.label, language, place.languages[0])])}
            chosen={sent ? ticked('only') : (family?.only_with ?? [])}
          />
        </fieldset>
      )}
      <button type="submit" class="button">
        {t(language, 'desk.save')}
      </button>
    </Form>
  )
}
