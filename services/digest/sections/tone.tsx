// What people heard in the texts they labelled: tone, kind of message and image, residents' and own texts apart.
import { type Key, t } from '../../../config/i18n.ts'
import { contents, images, tones } from '../../../db/schema.ts'
import { type FigureRecord, findFigure, type SampleRecord } from '../../domain/digest-model.ts'
import { wilson } from '../../domain/stats.ts'
import { AnswerBars, type Bar } from '../answer-charts.tsx'
import { Before, Fid, Missing, Row, Table, Voice } from '../parts.tsx'
import { elative, sayDay, sayList, sayMissing, sayNumber, sayPercent, sayReason, sayShare } from '../say.ts'
import type { View } from '../view.ts'

const ways = [
  { by: 'tone', values: tones },
  { by: 'content', values: contents },
  { by: 'image', values: images },
] as const
/** A sample of everything has no limits: there is nothing that it was drawn from. */
const WHOLE = 100

export function Tone({ view }: { view: View }) {
  const { language, bundle } = view
  return (
    <>
      {bundle.samples.map((sample) => (
        <Group view={view} sample={sample} />
      ))}
      <p class="fixed">{t(language, 'digest.tone.people')}</p>
      <Voice view={view} section="tone" />
    </>
  )
}

function Group({ view, sample }: { view: View; sample: SampleRecord }) {
  const { language, bundle } = view
  const { group, labelled, population, days } = sample
  const missing = findFigure(bundle, 'F26', { author: group, by: 'tone' })
  const values = {
    n: labelled,
    of: language === 'fi' ? elative(population) : sayNumber(language, String(population)),
    days: days ? sayDays(language, days) : '',
  }
  return (
    <>
      <h3>{t(language, `digest.tone.${group}`)}</h3>
      {missing ? (
        <p>
          <Missing {...sayMissing(language, { status: 'no_data', reason: missing.reason })} />{' '}
          <Fid id="F26" language={language} />
        </p>
      ) : (
        <>
          <p>
            {t(language, labelled === population ? 'digest.tone.all' : 'digest.tone.sample', values)}{' '}
            <Fid id="F26" language={language} />
          </p>
          <div class="pairs">
            <ToneChart view={view} sample={sample} sampled={population > WHOLE} />
            {ways.map(({ by, values: all }) => (
              <Divided
                view={view}
                caption={t(language, `digest.tone.by.${by}`)}
                rows={all.map((value) => ({
                  label: t(language, `label.${by}.${value}` as Key),
                  record: findFigure(bundle, 'F26', { author: group, by, value }),
                }))}
                sampled={population > WHOLE}
              />
            ))}
            <Themes view={view} group={group} sampled={population > WHOLE} />
          </div>
        </>
      )}
    </>
  )
}

/** How many texts sounded how; its table follows. */
function ToneChart({ view, sample, sampled }: { view: View; sample: SampleRecord; sampled: boolean }) {
  const { language, bundle } = view
  const bars = tones.flatMap((value): Bar[] => {
    const record = findFigure(bundle, 'F26', { author: sample.group, by: 'tone', value })
    if (record?.value == null || record.of === null) return []
    const [n, of] = [Number(record.value), Number(record.of)]
    const limits = (sampled && wilson(n, of)) || undefined
    return [
      { name: t(language, `label.tone.${value}`), part: n / of, said: sayShare(language, record), limits },
    ]
  })
  if (!bars.length) return null
  const title = `${t(language, `digest.tone.${sample.group}`)}: ${t(language, 'digest.tone.by.tone')}`
  const how = t(language, sampled ? 'digest.tone.chart-how-limits' : 'digest.tone.chart-how')
  return (
    <figure>
      <figcaption>
        {title}, {t(language, 'digest.survey.n', { n: sample.labelled })}
        <span class="how">{how}</span>
      </figcaption>
      <AnswerBars
        id={`tone-${sample.group}`}
        title={title}
        desc={bars.map(({ name, said }) => `${name} ${said}`).join(', ')}
        bars={bars}
      />
    </figure>
  )
}

/** `17.10.2026`, or `1.–17.10.2026` as two days. */
const sayDays = (language: View['language'], { from, to }: { from: string; to: string }) =>
  from === to ? sayDay(language, to, true) : `${sayDay(language, from)}–${sayDay(language, to, true)}`

function Themes({ view, group, sampled }: { view: View; group: string; sampled: boolean }) {
  const rows = view.bundle.figures
    .filter((one) => one.id === 'F32' && one.dims.author === group && one.dims.value !== undefined)
    .sort((a, b) => Number(b.value) - Number(a.value))
    .map((record) => ({ label: record.dims.value ?? '', record }))
  return <Divided view={view} caption={t(view.language, 'figure.F32.name')} rows={rows} sampled={sampled} />
}

/** No record: a label that no text was given. */
type Rows = { label: string; record: FigureRecord | undefined }[]

const sides = [
  ['yoy', 'digest.col.yoy'],
  ['prev', 'digest.col.prev-short'],
] as const

function Divided(props: { view: View; caption: string; rows: Rows; sampled: boolean }) {
  const { view, caption, sampled } = props
  const { language } = view
  const rows = props.rows.flatMap(({ label, record }) => (record ? [{ label, record }] : []))
  const [first] = rows
  if (!first) return null
  const unused = props.rows.filter((one) => !one.record).map((one) => one.label)
  const compared = rows.some(({ record }) => sides.some(([which]) => record.cmp[which].state === 'ok'))
  const [share, limits] = [t(language, 'digest.tone.share'), t(language, 'digest.tone.limits')]
  return (
    <Table
      class="short"
      caption={caption}
      head={[
        { label: t(language, 'digest.tone.label') },
        { label: share, num: true },
        ...(sampled ? [{ label: limits, num: true }] : []),
        ...(compared ? sides.map(([, name]) => ({ label: t(language, name), num: true })) : []),
      ]}
      note={[
        unused.length > 0 && t(language, 'digest.tone.unused', { labels: sayList(language, unused) }),
        !compared && sayUncompared(language, first.record),
      ]
        .filter(Boolean)
        .join(' ')}
    >
      {rows.map(({ label, record }) => (
        <Row label={label}>
          <td class="num main-num" data-l={share}>
            {sayShare(language, record)}
          </td>
          {sampled && (
            <td class="num" data-l={limits}>
              {sayLimits(view, record)}
            </td>
          )}
          {compared &&
            sides.map(([which, name]) => (
              <td class="num wrap" data-l={t(language, name)}>
                <Before record={record} which={which} language={language} />
              </td>
            ))}
        </Row>
      ))}
    </Table>
  )
}

/** What two columns would say in every row, said once. */
const sayUncompared = (language: View['language'], { cmp }: FigureRecord) =>
  sides
    .map(([which, name]) => {
      const { state, reason } = cmp[which]
      const why = state === 'not_yet' ? '' : sayReason(language, reason)
      const said = t(language, `figure.compared.${state}`)
      return `${t(language, name)}: ${why ? `${said} (${why})` : said}.`
    })
    .join(' ')

function sayLimits({ language }: View, { value, of }: FigureRecord): string {
  const limits = wilson(Number(value), Number(of))
  if (!limits) return ''
  const percent = (part: number) => (part * 100).toFixed(0)
  return `${percent(limits.low)}–${sayPercent(language, percent(limits.high))}`
}
