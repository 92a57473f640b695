// The quarter's sample, one text at a time: in what tone, what kind of message, what image of the municipality.
import { Hono } from 'hono'
import { type Key, t } from '../../config/i18n.ts'
import { readLabelWords, type SampleItem } from '../../db/labels.ts'
import { listThemes } from '../../db/notes.ts'
import { contents, images, tones } from '../../db/schema.ts'
import { labelItem, openSample, sentLabel, sentLabelWords, takeLabelWords } from '../brought.ts'
import type { Deps } from '../deps.ts'
import { sayDay, sayPeriod } from '../digest/say.ts'
import { addQuarters, quarterOf, quarterPattern } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { ThemeField } from './note-parts.tsx'
import { Field, Form, Say } from './parts.tsx'

type Group = 'own' | 'residents'

export function labelRoutes(deps: Deps): Hono<Signed> {
  const write = [signedIn(deps), mayAt(deps, 'write')] as const
  return new Hono<Signed>()
    .get('/:place/labels', ...write, (c) => show(deps, c))
    .post('/:place/labels', ...write, async (c) => {
      const { quarter = '', ...fields } = await readForm(c)
      const { place, visitor } = c.var
      const label = readStrictly(sentLabel, fields)
      await labelItem(deps, { place, by: visitor.name }, String(quarter), label)
      return c.redirect(deskPath(c, `/labels?quarter=${quarter}&group=${label.author}`), 303)
    })
    .post('/:place/labels/words', signedIn(deps), mayAt(deps, 'edit'), async (c) => {
      const sent = readStrictly(sentLabelWords, await readForm(c))
      await takeLabelWords(deps, { place: c.var.place, by: c.var.visitor.name }, sent)
      return c.redirect(deskPath(c, '/labels'), 303)
    })
}

/** Until the figures of the quarter before are locked, it is that one that waits for labels. */
async function show(deps: Deps, c: DeskContext): Promise<Response> {
  const { language, place, role } = c.var
  const running = quarterOf(deps.clock(), place.time_zone)
  const asked = c.req.query('quarter') ?? ''
  const quarter = quarterPattern.test(asked) && asked <= running ? asked : addQuarters(running, -1)
  const group: Group = c.req.query('group') === 'own' ? 'own' : 'residents'
  const sample = await openSample(deps, place, quarter, group)
  const done = sample.filter((one) => one.tone !== null).length
  const next = sample.find((one) => one.tone === null)
  const title = t(language, 'labels.title')
  const way = (to: { quarter?: string; group?: Group }) =>
    deskPath(c, `/labels?quarter=${to.quarter ?? quarter}&group=${to.group ?? group}`)
  return c.html(
    <DeskPage c={c} title={title} current="notes">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'labels.lede')}</p>
        </header>
        <p class="acts">
          {(['residents', 'own'] as const).map((one) => (
            <a class="button" href={way({ group: one })} aria-current={one === group ? 'true' : undefined}>
              {t(language, `digest.tone.${one}`)}
            </a>
          ))}
          {[addQuarters(running, -1), running].map((one) => (
            <a
              class="button"
              href={way({ quarter: one })}
              aria-current={one === quarter ? 'true' : undefined}
            >
              {sayPeriod(language, one)}
            </a>
          ))}
        </p>
        <p>{t(language, 'labels.done', { n: done, of: sample.length })}</p>
        {sample.length === 0 && <p class="quiet">{t(language, 'labels.none')}</p>}
        {sample.length > 0 && !next && <Say tone="good" title={t(language, 'labels.all')} />}
        {next && (
          <One
            c={c}
            item={next}
            quarter={quarter}
            group={group}
            themes={await listThemes(deps.db, place.id)}
          />
        )}
        {may(role, 'edit') && <Words c={c} words={await readLabelWords(deps.db, place.id)} />}
      </main>
    </DeskPage>,
  )
}

type Props = { c: DeskContext; item: SampleItem; quarter: string; group: Group; themes: string[] }

function One({ c, item, quarter, group, themes }: Props) {
  const { language } = c.var
  const choose = (name: 'tone' | 'content' | 'image', values: readonly string[]) => (
    <fieldset>
      <legend>{t(language, `digest.tone.by.${name}`)}</legend>
      {values.map((value) => (
        <label class="check">
          <input type="radio" name={name} value={value} required />{' '}
          {t(language, `label.${name}.${value}` as Key)}
        </label>
      ))}
    </fieldset>
  )
  return (
    <Form c={c} action={deskPath(c, '/labels')} class="settings">
      <input type="hidden" name="quarter" value={quarter} />
      <input type="hidden" name="author" value={group} />
      <input type="hidden" name="item" value={item.item} />
      <blockquote dir="auto">
        <p>{item.text.slice(0, 1_500)}</p>
        <footer class="quiet">{sayDay(language, item.day, true)}</footer>
      </blockquote>
      {choose('tone', tones)}
      {choose('content', contents)}
      {choose('image', images)}
      <ThemeField language={language} themes={themes} />
      <button type="submit" class="button main">
        {t(language, 'labels.save')}
      </button>
    </Form>
  )
}

function Words({ c, words }: { c: DeskContext; words: readonly string[] }) {
  const { language } = c.var
  return (
    <details class="fold">
      <summary>{t(language, 'labels.words')}</summary>
      <Form c={c} action={deskPath(c, '/labels/words')} class="settings">
        <Field id="words" label={t(language, 'labels.words.list')} hint={t(language, 'labels.words.hint')}>
          <textarea id="words" name="words" rows={4} maxlength={4_000} aria-describedby="words-hint">
            {words.join('\n')}
          </textarea>
        </Field>
        <button type="submit" class="button">
          {t(language, 'digests.action.save')}
        </button>
      </Form>
    </details>
  )
}
