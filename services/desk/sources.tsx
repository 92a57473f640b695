// Sources: which are broken and what to do, which are well, which are off; switching and collecting now.
import { Hono } from 'hono'
import { formatDate, isKey, pick, t } from '../../config/i18n.ts'
import { isHanded } from '../../config/place.ts'
import { packCursor, unpackCursor } from '../../db/page.ts'
import { listFamilies } from '../../db/places.ts'
import { readWorkerAge } from '../../db/pulse.ts'
import { findRun } from '../../db/runs.ts'
import { type BudgetLine, listBudgetLines } from '../budget-lines.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { readSources, type SourceLine } from '../source-lines.ts'
import { sourceName } from '../source-words.ts'
import { findAdapter, startVisit, turnSource, waitForVisit } from '../tend-sources.ts'
import { Budgets } from './budgets.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { MailNotice, type MailState, readMailState } from './mail-notice.tsx'
import { Icon, Say } from './parts.tsx'
import { Paused } from './paused.tsx'
import { Board } from './source-board.tsx'
import { EndingSource, SickSource, SourceActions } from './source-card.tsx'
import { channelName, noticeWords, whenWords } from './source-words.ts'

/** A person waits this long for the answer; after that the page says that it is coming. */
const PATIENCE = 20
/** Seconds after which a process that collects and says nothing is not there. */
const IDLE = 120

export function sourceRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = mayAt(deps, 'edit')

  app.get('/:place/sources', signedIn(deps), edit, async (c) => {
    const { place, now } = c.var
    const sources = (await readSources(deps, place, now)).filter(({ channel }) => !isHanded(channel))
    const families = await listFamilies(deps.db, place.id)
    const labels = new Map(
      families.map((one) => [one.id, pick(one.label, c.var.language, place.languages[0])]),
    )
    const asked = unpackCursor(c.req.query('run') ?? '')
    const run = asked && (await findRun(deps.db, place.id, asked.id))
    const paces = new Map(
      sources.map((one) => [one.id, findAdapter(deps, one.channel)?.pace.everyMinutes ?? 60]),
    )
    const budgets = await listBudgetLines(deps, sources)
    const mail = await readMailState(deps, place.id)
    const worker = await readWorkerAge(deps.db)
    return c.html(<SourcesPage {...{ c, deps, sources, labels, paces, run, budgets, mail, worker }} />)
  })

  app.post('/:place/sources/:id/switch', signedIn(deps), edit, async (c) => {
    const { active } = await readForm(c)
    await turnSource(deps, actOf(c), c.req.param('id'), active === '1')
    return c.redirect(deskPath(c, `/sources?said=switched-${active === '1' ? 'on' : 'off'}`), 303)
  })

  app.post('/:place/sources/:id/collect', signedIn(deps), edit, async (c) => {
    await readForm(c)
    const run = await startVisit(deps, actOf(c), c.req.param('id')).catch((error) => {
      if (error instanceof Refusal && error.status === 429) return error
      throw error
    })
    if (run instanceof Refusal) return c.redirect(deskPath(c, `/sources?refused=${run.code}`), 303)
    const { signal } = c.req.raw
    await waitForVisit(deps, { place: c.var.place.id, run, seconds: PATIENCE, signal })
    return c.redirect(deskPath(c, `/sources?run=${packCursor({ at: c.var.now, id: run })}`), 303)
  })
  return app
}

type Run = NonNullable<Awaited<ReturnType<typeof findRun>>>
type PageProps = {
  c: DeskContext
  deps: Deps
  sources: readonly SourceLine[]
  labels: ReadonlyMap<string, string>
  paces: ReadonlyMap<string, number>
  run: Run | undefined
  budgets: readonly BudgetLine[]
  mail: MailState
  /** Seconds since a process that collects has shown itself; null when none has. */
  worker: number | null
}

function SourcesPage({ c, deps, sources, labels, paces, run, budgets, mail, worker }: PageProps) {
  const { language } = c.var
  const space = deps.space()
  const sick = sources.filter((one) => one.state === 'sick')
  const ending = sources.filter((one) => one.state !== 'sick' && one.token)
  const well = sources.filter((one) => one.state === 'well' || one.state === 'waiting')
  const off = sources.filter((one) => one.state === 'off')
  const mood = sick.length ? 'sick' : ending.length ? 'ending' : well.length ? 'well' : 'none'
  const lede = mood === 'sick' ? 'sources.lede' : (`sources.lede.${mood}` as const)
  const idle = sick.length + well.length > 0 && (worker === null || worker > IDLE)
  const said = `sources.${c.req.query('said')}`
  const refused = (['just-visited', 'source-waits'] as const).find((one) => one === c.req.query('refused'))
  return (
    <DeskPage c={c} title={t(language, 'desk.nav.sources')} current="sources">
      <main class="work" id="content">
        <header class="head">
          <h1>{t(language, `sources.title.${mood}`, { n: sick.length || ending.length })}</h1>
          {!space.low && <p class="quiet">{t(language, lede)}</p>}
        </header>
        <Paused language={language} space={space} />
        {idle && (
          <Say tone="need" title={t(language, 'sources.idle')}>
            {t(language, 'sources.idle.text')}
          </Say>
        )}
        {run && <Visited c={c} run={run} source={sources.find((one) => one.id === run.source_id)} />}
        {isKey(said) && /^sources\.(switched-on|switched-off|added)$/.test(said) && (
          <Say tone="good" title={t(language, said)} />
        )}
        {said === 'sources.saved' && <Say tone="good" title={t(language, 'desk.saved')} />}
        {refused && (
          <Say tone="need" title={`${t(language, `error.${refused}`)}.`}>
            {t(language, `error.${refused}.detail`)}
          </Say>
        )}
        {mail.sends && <MailNotice c={c} mail={mail} />}
        <Board c={c} sources={[...sick, ...ending, ...well.filter((one) => !one.token)]} />
        {sick.map((one) => (
          <SickSource c={c} deps={deps} source={one} />
        ))}
        {ending.map((one) => (
          <EndingSource c={c} deps={deps} source={one} />
        ))}
        {well.length > 0 && (
          <section aria-labelledby="well">
            <h2 id="well">
              <span class="good">
                <Icon name="circle-check" />
              </span>
              {t(language, 'sources.well', { n: well.length })}
            </h2>
            <Table c={c} sources={well} labels={labels} paces={paces} />
          </section>
        )}
        {off.length > 0 && (
          <section aria-labelledby="off">
            <h2 id="off">{t(language, 'sources.off')}</h2>
            <Table c={c} sources={off} labels={labels} paces={paces} />
          </section>
        )}
        <p class="acts">
          <a class="button" href={deskPath(c, '/sources/new')}>
            <Icon name="plus" />
            {t(language, 'sources.add')}
          </a>
          <a class="button plain" href={deskPath(c, '/guide')}>
            {t(language, 'guide.title')}
          </a>
        </p>
        {!mail.sends && <MailNotice c={c} mail={mail} />}
        <Budgets c={c} lines={budgets} />
      </main>
    </DeskPage>
  )
}

function Visited({ c, run, source }: { c: DeskContext; run: Run; source: SourceLine | undefined }) {
  const { language } = c.var
  if (!run.ended_at) return <Say tone="good" title={t(language, 'sources.collecting')} />
  if (run.fault_kind === 'budget') return <Say tone="good" title={t(language, 'budgets.said')} />
  if (run.fault_kind)
    return (
      <Say tone="need" title={t(language, 'sources.collect-failed')}>
        {source?.fault_code === run.fault_code && noticeWords(c, source)}
      </Say>
    )
  const { found, saved, removed } = run
  return <Say tone="good" title={t(language, 'sources.collected', { found, saved, removed })} />
}

function Table({ c, sources, labels, paces }: Pick<PageProps, 'c' | 'sources' | 'labels' | 'paces'>) {
  const { language, place } = c.var
  const when = (at: Date | null) =>
    at ? formatDate(language, at, place.time_zone, 'time') : t(language, 'sources.never')
  const heads = ['source', 'last', 'next', 'found', 'actions'] as const
  return (
    <table class="rows">
      <thead>
        <tr>
          {heads.map((one) => (
            <th scope="col">{t(language, `sources.${one}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sources.map((one) => (
          <tr id={one.token ? undefined : one.id}>
            <th scope="row">
              {sourceName(one)}
              <span class="quiet">
                {[channelName(c, one), ...one.families.map((id) => labels.get(id) ?? id)].join(', ')}
              </span>
            </th>
            <td data-label={t(language, 'sources.last')}>
              {one.state === 'waiting' ? t(language, 'sources.waiting') : when(one.last_ok_at)}
            </td>
            <td data-label={t(language, 'sources.next')}>
              {one.next_at && when(one.next_at)}
              <span class="quiet">{whenWords(c, one, paces.get(one.id) ?? 60)}</span>
            </td>
            <td data-label={t(language, 'sources.found')}>
              {one.run
                ? t(language, 'sources.found.n', { saved: one.run.saved, unchanged: one.run.unchanged })
                : t(language, 'desk.unknown')}
              <span class="quiet">{noticeWords(c, one)}</span>
            </td>
            <td>
              <SourceActions c={c} source={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
