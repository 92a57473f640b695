// The place itself: its name, languages, time zone, code and members; and everything of it as a place file.
import { Hono } from 'hono'
import { pick, t } from '../../config/i18n.ts'
import { languages } from '../../config/place.ts'
import { keptTables } from '../../db/kept-tables.ts'
import { inTransaction } from '../../db/open.ts'
import { findPlace, listPlaces } from '../../db/places.ts'
import { type Numbers, readTable } from '../../db/transfer.ts'
import { fileTables, writePlaceYaml } from '../commands/place-yaml.ts'
import type { Deps } from '../deps.ts'
import { may } from '../domain/roles.ts'
import { Refusal } from '../errors.ts'
import { keepOwn } from '../place-settings.ts'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Say, Ticks } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { textOf } from './row-routes.ts'

export function placeRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = mayAt(deps, 'edit')

  app.get('/:place/place', signedIn(deps), edit, (c) => show(deps, c))

  app.post('/:place/place', signedIn(deps), edit, async (c) => {
    const fields = await readForm(c)
    try {
      await keepOwn(deps, actOf(c), formOf(fields), c.var.visitor.operator)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      return show(deps, c, { refusal: error, fields })
    }
    return c.redirect(deskPath(c, '/place?saved=1'), 303)
  })

  app.get('/:place/place/file', signedIn(deps), mayAt(deps, 'administer'), async (c) => {
    const { id } = c.var.place
    const rows = await inTransaction(deps.db, async (trx) => {
      const numbers: Numbers = new Map()
      const found: Record<string, Awaited<ReturnType<typeof readTable>>> = {}
      for (const table of keptTables.filter(({ name }) => fileTables.includes(name)))
        found[table.name] = await readTable(trx, table, id, numbers)
      return found
    })
    return c.body(writePlaceYaml(rows), 200, {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': `attachment; filename="${id}.yaml"`,
    })
  })
  return app
}

const listOf = (fields: Fields, name: string) => [fields[name] ?? []].flat()

/** As a place file would say it: the main language first, what was left empty is not there. */
function formOf(fields: Fields) {
  const named = languages.flatMap((one) => {
    const text = textOf(fields[`name_${one}`]).trim()
    return text ? [[one, text] as const] : []
  })
  const main = textOf(fields.main).trim()
  const spoken = [main, ...listOf(fields, 'languages').filter((one) => one !== main)].filter(Boolean)
  const code = textOf(fields.municipality_code).trim()
  return {
    name: Object.fromEntries(named),
    languages: spoken,
    time_zone: textOf(fields.time_zone).trim(),
    ...(code && { municipality_code: code }),
    members: listOf(fields, 'members').filter(Boolean),
  }
}

type Tried = { refusal: Refusal; fields: Fields }

async function show({ db }: Deps, c: DeskContext, tried?: Tried): Promise<Response> {
  const { language, role, visitor } = c.var
  const place = (await findPlace(db, c.var.place.id)) ?? c.var.place
  const others = (await listPlaces(db)).filter((one) => one.id !== place.id && !one.members.length)
  const now = tried ? formOf(tried.fields) : { ...place, municipality_code: place.municipality_code ?? '' }
  const name = now.name as Partial<Record<string, string>>
  const title = t(language, 'settings.place')
  return c.html(
    <DeskPage c={c} title={title} current="settings">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'own.lede')}</p>
        </header>
        {tried && <Say tone="need" {...refusalWords(language, tried.refusal)} />}
        {c.req.query('saved') && <Say tone="good" title={t(language, 'desk.saved')} />}
        <Form c={c} action={deskPath(c, '/place')} class="settings">
          {languages.map((one) => (
            <Field
              id={`name-${one}`}
              label={t(language, 'families.label', { language: t(language, `lang.in.${one}`) })}
            >
              <input
                id={`name-${one}`}
                name={`name_${one}`}
                type="text"
                lang={one}
                maxlength={200}
                value={name[one] ?? ''}
              />
            </Field>
          ))}
          <fieldset>
            <legend class="label">{t(language, 'own.languages')}</legend>
            <Ticks
              name="languages"
              options={languages.map((one) => [one, t(language, `own.language.${one}`)])}
              chosen={now.languages}
            />
          </fieldset>
          <Field id="main" label={t(language, 'own.main')}>
            <select id="main" name="main">
              {languages.map((one) => (
                <option value={one} selected={one === now.languages[0]}>
                  {t(language, `own.language.${one}`)}
                </option>
              ))}
            </select>
          </Field>
          <Field id="code" label={t(language, 'own.code')} hint={t(language, 'own.code.hint')}>
            <input
              id="code"
              name="municipality_code"
              type="text"
              inputmode="numeric"
              maxlength={3}
              value={now.municipality_code ?? ''}
              aria-describedby="code-hint"
            />
          </Field>
          <Field id="zone" label={t(language, 'own.zone')} hint={t(language, 'own.zone.hint')}>
            <input
              id="zone"
              name="time_zone"
              type="text"
              value={now.time_zone}
              aria-describedby="zone-hint"
            />
          </Field>
          {visitor.operator && others.length > 0 && (
            <fieldset>
              <legend class="label">{t(language, 'own.members')}</legend>
              <Ticks
                name="members"
                options={others.map((one) => [one.id, pick(one.name, language, one.languages[0])])}
                chosen={now.members}
              />
            </fieldset>
          )}
          <button type="submit" class="button main">
            {t(language, 'desk.save')}
          </button>
        </Form>
        {may(role, 'administer') && (
          <section aria-labelledby="file">
            <h2 id="file">{t(language, 'own.file')}</h2>
            <p>{t(language, 'own.file.text')}</p>
            <p>
              <a class="button" href={deskPath(c, '/place/file')}>
                {t(language, 'own.file.get')}
              </a>
            </p>
          </section>
        )}
      </main>
    </DeskPage>,
    (tried?.refusal.status ?? 200) as 200,
  )
}
