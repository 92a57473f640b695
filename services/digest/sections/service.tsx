// What the service saw itself: the weekly lifts as a strip of weeks, and the social wall's views and clicks.
import { pick, t } from '../../../config/i18n.ts'
import { type FigureRecord, findFigure, listFigures } from '../../domain/digest-model.ts'
import { wilson } from '../../domain/stats.ts'
import { WeekBox } from '../minis.tsx'
import { Fid, Row, Table, ThreeCells, threeHeads, Voice } from '../parts.tsx'
import { elative, sayFigure, sayNumber, sayOr, sayReason, sayShare, sayValue, weekNumber } from '../say.ts'
import { channelName, flagOf, type View, wallLabel } from '../view.ts'
import { PostLine, sayRights } from './attention.tsx'
import { type Line, Lines } from './outside.tsx'
import { isAhead } from './weeks.ts'

export function Lifts({ view }: { view: View }) {
  const { language, bundle } = view
  const weeks = findFigure(bundle, 'F13')
  const residents = findFigure(bundle, 'F14')
  const lifts = Number(flagOf(weeks, 'lifts') ?? 0)
  if (weeks?.value == null || weeks.of === null)
    return (
      <p>
        {t(language, 'digest.lifts.unknown', { why: sayReason(language, weeks?.reason ?? 'not-collected') })}
      </p>
    )
  const of = language === 'fi' && weeks.value !== '0' ? elative(Number(weeks.of)) : Number(weeks.of)
  const lead = weeks.value === '0' ? 'digest.lifts.lead-none' : 'digest.lifts.lead'
  return (
    <>
      <p class="lead">
        {sayFigure(language, t(language, lead, { n: Number(weeks.value), of }), weeks)}{' '}
        <Fid id="F13" language={language} /> {lifts > 0 && t(language, 'digest.lifts.total', { n: lifts })}{' '}
        {residents?.value != null && (
          <>
            {sayFigure(
              language,
              t(language, 'digest.lifts.residents', { share: sayShare(language, residents) }),
              residents,
            )}{' '}
            <Fid id="F14" language={language} />
          </>
        )}
      </p>
      <div class="keep">
        <ol class="weeks" aria-label={t(language, 'digest.lifts.strip')}>
          {bundle.lifts.map(({ week, n, excused }) => {
            const free = n === 0 && (isAhead(bundle, week) || excused !== null)
            const known = free ? null : n
            return (
              <li>
                <WeekBox n={known} />
                {weekNumber(week)}
                <span class="vh">
                  : {free && excused !== null ? t(language, 'digest.lifts.excused') : sayWeek(view, known)}
                </span>
              </li>
            )
          })}
        </ol>
        <ul class="wlegend">
          <li>
            <WeekBox n={1} />
            {t(language, 'digest.lifts.done')}
          </li>
          <li>
            <WeekBox n={0} />
            {t(language, 'digest.lifts.missed')}
          </li>
          {bundle.elapsed < bundle.of && (
            <li>
              <WeekBox n={null} />
              {t(language, 'digest.lifts.ahead')}
            </li>
          )}
        </ul>
        <p class="note">
          {t(language, 'digest.lifts.note')}
          {bundle.lifts
            .filter((one) => one.n === 0 && one.excused !== null)
            .map(({ week, excused }) => {
              const values = { week: weekNumber(week), reason: excused ?? '' }
              return ` ${t(language, 'digest.lifts.excused-week', values)}`
            })}
        </p>
      </div>
      <Lifted view={view} />
      <Lines view={view} caption={t(language, 'digest.lifts.stories')} lines={storyLines(view)} />
      <Voice view={view} section="lifts" />
    </>
  )
}

/** What was lifted, week by week, and with whose leave it is shown. */
function Lifted({ view }: { view: View }) {
  const { language, bundle } = view
  if (!bundle.lifted.length) return null
  const [post = '', author = '', rights = ''] = (['post', 'author', 'rights'] as const).map((one) =>
    t(language, `digest.lifts.${one}`),
  )
  return (
    <Table
      caption={t(language, 'digest.lifts.list')}
      head={[
        { label: t(language, 'digest.posts.week') },
        { label: post },
        { label: author },
        { label: rights },
      ]}
    >
      {bundle.lifted.map((one) => (
        <Row label={String(weekNumber(one.week))}>
          <td data-l={post}>
            <PostLine
              view={view}
              id={one.post}
              name={`${t(language, 'digest.posts.week')} ${weekNumber(one.week)}`}
            />
          </td>
          <td data-l={author}>{t(language, `digest.lifts.by.${one.author}`)}</td>
          <td data-l={rights}>{sayRights(view, view.written.posts[one.post])}</td>
        </Row>
      ))}
    </Table>
  )
}

/** New stories, new voices and the hours that went to it. */
function storyLines({ language, bundle }: View): Line[] {
  return (['F31', 'F30', 'F28'] as const).flatMap((fid) => {
    const record = findFigure(bundle, fid)
    return record ? [{ label: t(language, `figure.${fid}.name`), record, fid }] : []
  })
}

function sayWeek({ language }: View, n: number | null): string {
  if (n === null) return t(language, 'digest.lifts.ahead')
  if (n === 0) return t(language, 'digest.lifts.missed')
  return n === 1 ? t(language, 'digest.lifts.done') : t(language, 'digest.lifts.many', { n })
}

const ENOUGH_VIEWS = 100

export function Wall({ view }: { view: View }) {
  const { language, bundle } = view
  const views = findFigure(bundle, 'F10')
  const clicks = findFigure(bundle, 'F11')
  const share = findFigure(bundle, 'F12')
  const values = { views: Number(views?.value ?? 0), clicks: Number(clicks?.value ?? 0) }
  const limits =
    share?.value != null && values.views >= ENOUGH_VIEWS ? wilson(values.clicks, values.views) : undefined
  const percent = (part: number) => sayNumber(language, (part * 100).toFixed(1))
  const said = {
    share: share ? sayValue(language, share) : '',
    ...(limits && { low: percent(limits.low), high: percent(limits.high) }),
  }
  if (views?.value == null) return <p>{sayOr(language, views, 'digest.wall.lead', 'digest.wall.unknown')}</p>
  return (
    <>
      <p class="lead">
        {t(language, 'digest.wall.lead', values)} <Fid id="F11" language={language} />.{' '}
        {share?.value != null && t(language, limits ? 'digest.wall.share.limits' : 'digest.wall.share', said)}
      </p>
      <Table
        caption={t(language, 'digest.wall.caption')}
        head={threeHeads(language, t(language, 'digest.col.figure'))}
        note={t(language, 'digest.wall.note')}
      >
        {[views, clicks, share]
          .filter((one): one is FigureRecord => one !== undefined)
          .map((record) => (
            <Row label={<Named view={view} record={record} />}>
              <ThreeCells record={record} language={language} />
            </Row>
          ))}
        {wallParts(view).map(({ label, record }) => (
          <Row inner label={label}>
            <ThreeCells record={record} language={language} />
          </Row>
        ))}
      </Table>
      <Voice view={view} section="wall" />
    </>
  )
}

function Named({ view: { language }, record }: { view: View; record: FigureRecord }) {
  return (
    <>
      {t(language, `figure.${record.id}.name`)} <Fid id={record.id} language={language} />
    </>
  )
}

/** Where clicks led, by kind, by the channel of the post and by next step; walls apart when there are several. */
function wallParts(view: View): { label: string; record: FigureRecord }[] {
  const { language, bundle } = view
  const clicks = t(language, 'digest.wall.where')
  const events = listFigures(bundle, 'F11', 'event').map((record) => {
    const word = t(language, `digest.wall.event.${record.dims.event as 'click'}`)
    return { label: record.dims.event === 'share' ? word : `${clicks} ${word}`, record }
  })
  const channels = listFigures(bundle, 'F11', 'channel').map((record) => ({
    label: `${clicks}: ${channelName(language, record.dims.channel ?? '')}`,
    record,
  }))
  const actions = listFigures(bundle, 'F11', 'action').map((record) => {
    const found = bundle.walls.flatMap((wall) => wall.actions).find((one) => one.id === record.dims.action)
    const name = found ? pick(found.label, language, bundle.place.languages[0]) : (record.dims.action ?? '')
    return { label: `${clicks}: ${name}`, record }
  })
  const walls = bundle.walls.length > 1 ? (['F10', 'F11'] as const) : []
  const byWall = walls.flatMap((id) =>
    listFigures(bundle, id, 'wall').map((record) => ({
      label: t(language, id === 'F10' ? 'digest.wall.of' : 'digest.wall.of-clicks', {
        name: wallLabel(view, record.dims.wall ?? ''),
      }),
      record,
    })),
  )
  return [...events, ...channels, ...actions, ...byWall]
}
