// The working page of one digest: where it stands, what is missing, its texts, and the next move.
import { formatDate, t } from '../../config/i18n.ts'
import type { listComments } from '../../db/digest-people.ts'
import type { DigestRow, listDigestEvents } from '../../db/digests.ts'
import type { listNotes } from '../../db/notes.ts'
import type { listDeliveries, listReplies } from '../../db/recipients.ts'
import { capital, sayDay, sayList, sayPeriod, sayReason } from '../digest/say.ts'
import type { Bundle, Written } from '../domain/digest-model.ts'
import { freezeDay, missingTexts } from '../domain/digest-states.ts'
import { quarterDays } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import { Refusal } from '../errors.ts'
import { Deliveries } from './deliveries.tsx'
import { Decide, Promises } from './digest-actions.tsx'
import { Correct, Pass } from './digest-after.tsx'
import { Comments, MeetingHelp, Signing } from './digest-comments.tsx'
import { DigestTexts } from './digest-texts.tsx'
import { Waivers } from './digest-waivers.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Icon, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

type Props = {
  c: DeskContext
  row: DigestRow
  bundle: Bundle
  written: Written
  comments: Awaited<ReturnType<typeof listComments>>
  /** As stored, or as they were sent when saving was refused. */
  texts: Record<string, string>
  events: Awaited<ReturnType<typeof listDigestEvents>>
  observations: Awaited<ReturnType<typeof listNotes>>
  delivered: Awaited<ReturnType<typeof listDeliveries>>
  replies: Awaited<ReturnType<typeof listReplies>>
  today: string
  refusal: Refusal | undefined
}

export function DigestDesk(props: Props) {
  const { c, row, refusal } = props
  const { language } = c.var
  const title = sayPeriod(language, row.quarter)
  const published = row.published_at !== null
  const unlocked = row.state === 'open' || row.state === 'draft'
  const work = { c, quarter: row.quarter, written: props.written, today: props.today }
  const words = refusal && refusalWords(language, new Refusal(refusal.code, refusal.status))
  return (
    <DeskPage c={c} title={title} current="digests" sample={row.sample}>
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p>
            <b>{capital(t(language, `digest-state.${row.state}`))}</b>
            <Told {...props} />
          </p>
        </header>
        {words && <Say tone="need" {...words} />}
        {c.req.query('said') && !refusal && <Say tone="good" title={t(language, 'digests.saved')} />}
        <p class="acts">
          <a class="button" href={deskPath(c, `/digests/${row.quarter}/preview`)}>
            <Icon name="eye" />
            {t(language, 'digests.preview')}
          </a>
          <a class="button" href={deskPath(c, `/digests/${row.quarter}/preview.pdf`)}>
            <Icon name="eye" />
            PDF
          </a>
          <a class="button" href={deskPath(c, `/digests/${row.quarter}/preview?part=short`)}>
            <Icon name="eye" />
            {t(language, 'digests.short')}
          </a>
          <a class="button" href={deskPath(c, `/digests/${row.quarter}/preview.pdf?part=short`)}>
            <Icon name="eye" />
            {t(language, 'digests.short')} (PDF)
          </a>
          {published && (
            <a class="button" href={`/digests/${row.place_id}/${row.quarter}`}>
              <Icon name="external-link" />
              {t(language, 'digests.public')}
            </a>
          )}
        </p>
        <Promises {...work} />
        <Unknown {...props} />
        {published && <Deliveries {...props} />}
        {unlocked && may(c.var.role, 'edit') && <Waivers c={c} bundle={props.bundle} />}
        {!published && <Moves {...props} />}
        {!published && may(c.var.role, 'write') && (
          <>
            <MeetingHelp c={c} written={props.written} />
            <DigestTexts {...props} />
            <Decide {...work} />
            <Comments {...props} />
            <Signing {...props} />
          </>
        )}
        {published && may(c.var.role, 'edit') && <Pass {...props} />}
        {published && row.state !== 'superseded' && may(c.var.role, 'edit') && <Correct {...props} />}
        <Events {...props} />
      </main>
    </DeskPage>
  )
}

/** Who compiled, locked and approved, and when. */
function Told({ c, row, events, today }: Props) {
  const { language, place } = c.var
  const at = (date: Date) => formatDate(language, date, place.time_zone, 'time')
  const approved = events.find((one) => one.to_state === 'published')
  const running = today < quarterDays(row.quarter).to
  return (
    <span class="quiet">
      {' '}
      {running && `${t(language, 'digests.running')} `}
      {row.frozen_at
        ? t(language, 'digests.frozen', { at: at(row.frozen_at), by: row.by })
        : t(language, 'digests.compiled', { at: at(row.compiled_at), by: row.by })}
      {approved && ` ${t(language, 'digests.published', { at: at(approved.at), by: approved.actor })}`}
    </span>
  )
}

/** The whole figures that are not known, each with its reason: what could still be entered or connected. */
function Unknown({ c: { var: v }, bundle }: Props) {
  const missing = bundle.figures.filter((one) => one.value === null && !Object.keys(one.dims).length)
  return (
    <details class="fold">
      <summary>
        <b>{t(v.language, 'digests.unknown')}</b> <span class="quiet">{missing.length}</span>
      </summary>
      {missing.length === 0 && <p>{t(v.language, 'digests.unknown.none')}</p>}
      <ul>
        {missing.map((one) => (
          <li>
            {t(v.language, `figure.${one.id}.name`)}:{' '}
            <span class="quiet">{sayReason(v.language, one.reason)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The next move: compute again, lock, or approve; what an editor alone may do says so to others. */
function Moves(props: Props) {
  const { c, row, today } = props
  const { language, role } = c.var
  const path = (move: string) => deskPath(c, `/digests/${row.quarter}/${move}`)
  const editor = may(role, 'edit')
  const unlocked = row.state === 'open' || row.state === 'draft'
  const ended = today >= quarterDays(row.quarter).to
  const day = freezeDay(row.quarter)
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t(language, 'digests.act')}</h2>
      {unlocked && may(role, 'write') && (
        <Form c={c} action={path('compile')}>
          <button type="submit" class="button">
            <Icon name="refresh-cw" />
            {t(language, 'digests.recompile')}
          </button>
        </Form>
      )}
      {!editor && <p class="quiet">{t(language, 'digests.publish.editor')}</p>}
      {unlocked && !ended && <p class="quiet">{t(language, 'digests.freeze.not-yet')}</p>}
      {unlocked && ended && editor && (
        <Form c={c} action={path('freeze')} class="settings">
          <p>{t(language, 'digests.freeze.lede')}</p>
          {today < day && (
            <Field
              id="reason"
              label={t(language, 'digests.freeze.early', { date: sayDay(language, day, true) })}
              hint={t(language, 'digests.freeze.early-hint')}
            >
              <input id="reason" name="reason" type="text" maxlength={1000} aria-describedby="reason-hint" />
            </Field>
          )}
          <button type="submit" class="button main">
            {t(language, 'digests.freeze')}
          </button>
        </Form>
      )}
      {row.state === 'analysis' && <Publish {...props} />}
    </section>
  )
}

function Publish({ c, row, written }: Props) {
  const { language, role, visitor } = c.var
  const missing = missingTexts(row.texts, written.actions.length).map((id) =>
    t(language, `digests.section.${id}`),
  )
  if (missing.length)
    return (
      <p>
        {t(language, 'digests.publish.missing', { n: missing.length, names: sayList(language, missing) })}
      </p>
    )
  if (!may(role, 'edit')) return null
  return (
    <Form c={c} action={deskPath(c, `/digests/${row.quarter}/publish`)} class="settings">
      <p>{t(language, 'digests.publish.ready')}</p>
      {row.by === visitor.name && (
        <label class="check">
          <input type="checkbox" name="alone" value="1" /> {t(language, 'digests.publish.alone')}
        </label>
      )}
      <button type="submit" class="button main">
        {t(language, 'digests.publish')}
      </button>
    </Form>
  )
}

function Events({ c, events }: Props) {
  const { language, place } = c.var
  return (
    <details class="fold">
      <summary>
        <b>{t(language, 'digests.events')}</b>
      </summary>
      <ul>
        {events.map((one) => (
          <li>
            {formatDate(language, one.at, place.time_zone, 'time')} ·{' '}
            {t(language, `digest-state.${one.to_state}`)} · {one.actor}
            {one.reason && one.reason !== 'alone' && <span class="quiet"> · {one.reason}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
