// Channels and what readers did: posts by channel and author, and reactions at fourteen days on own posts.
import { t } from '../../../config/i18n.ts'
import { type FigureRecord, findFigure, listFigures } from '../../domain/digest-model.ts'
import { Before, Fid, Row, Table, Value, Voice } from '../parts.tsx'
import { sayFigure, sayNumber, sayOr, sayRange, saySpread } from '../say.ts'
import { channelName, type View } from '../view.ts'
import { type Line, Lines } from './outside.tsx'
import { Platforms } from './platforms.tsx'

const authors = ['own', 'partner', 'other'] as const

export function Channels({ view }: { view: View }) {
  const { language, bundle } = view
  const count = (author: string) => findFigure(bundle, 'F3', { author })?.value
  const [own, partner, other] = authors.map(count)
  return (
    <>
      {own != null && partner != null && other != null && (
        <p class="lead">
          {t(language, 'digest.channels.lead', {
            own: sayNumber(language, own),
            partner: sayNumber(language, partner),
            other: sayNumber(language, other),
          })}{' '}
          <Fid id="F3" language={language} />.
        </p>
      )}
      <ByChannel view={view} />
      <h3>{t(language, 'digest.channels.reactions')}</h3>
      <Reactions view={view} />
      <Platforms view={view} />
      <Lines view={view} caption={t(language, 'figure.F33.name')} lines={languageLines(view)} />
      <Voice view={view} section="channels" />
    </>
  )
}

/** Posts by language, all of them and the municipality's own among them. */
function languageLines({ language, bundle }: View): Line[] {
  const named = ['fi', 'sv', 'en', 'se', 'smn', 'sms', 'ru', 'uk', 'de', 'et', 'fr', 'es', 'und'] as const
  const name = (lang: string) => {
    const known = named.find((one) => one === lang)
    return known ? t(language, `digest.lang.${known}`) : lang
  }
  return listFigures(bundle, 'F33', 'lang')
    .sort((a, b) => Number(b.value) - Number(a.value))
    .flatMap((record) => {
      const lang = record.dims.lang ?? ''
      const own = findFigure(bundle, 'F33', { author: 'own', lang })
      return [
        { label: name(lang), record, fid: 'F33' as const },
        ...(own ? [{ label: t(language, 'digest.channels.own'), record: own, inner: true }] : []),
      ]
    })
}

function ByChannel({ view }: { view: View }) {
  const { language, bundle } = view
  const channels = listFigures(bundle, 'F3', 'channel')
  const byHand = listFigures(bundle, 'F40', 'channel')
  if (!channels.length && !byHand.length) return null
  const label = (one: (typeof authors)[number]) => t(language, `digest.channels.${one}`)
  const heads = [...authors.map(label), t(language, 'digest.channels.total')]
  const earlier = (record: FigureRecord) =>
    (['yoy', 'prev'] as const).map((which) => (
      <td class="num wrap" data-l={t(language, which === 'yoy' ? 'digest.col.yoy' : 'digest.col.prev-short')}>
        <Before record={record} which={which} language={language} />
      </td>
    ))
  return (
    <Table
      class="chan"
      caption={t(language, 'digest.channels.caption')}
      head={[
        { label: t(language, 'digest.channels.channel') },
        ...heads.map((one) => ({ label: one, num: true })),
        { label: t(language, 'digest.col.yoy'), num: true },
        { label: t(language, 'digest.col.prev-short'), num: true },
      ]}
    >
      {channels.map((record) => (
        <Row label={channelName(language, record.dims.channel ?? '')}>
          {authors.map((author) => {
            const part = findFigure(bundle, 'F3', { author, channel: record.dims.channel ?? '' })
            return (
              <td class="num" data-l={label(author)}>
                {part ? <Value record={part} language={language} /> : <Absent record={record} view={view} />}
              </td>
            )
          })}
          <td class="num main-num wrap" data-l={t(language, 'digest.channels.total')}>
            <Value record={record} language={language} />
          </td>
          {earlier(record)}
        </Row>
      ))}
      {byHand.map((record) => (
        <Row label={record.dims.channel} sub={t(language, 'digest.channels.hand')}>
          <td colspan={3} />
          <td class="num main-num wrap" data-l={t(language, 'digest.channels.total')}>
            <Value record={record} language={language} />
          </td>
          {earlier(record)}
        </Row>
      ))}
    </Table>
  )
}

/** No posts by these authors: a zero where the channel is known, else the same words as its total. */
function Absent({ record, view }: { record: FigureRecord; view: View }) {
  return record.value === null ? <Value record={record} language={view.language} /> : <>0</>
}

const counts = ['F5', 'F6', 'F7'] as const

function Reactions({ view }: { view: View }) {
  const { language, bundle } = view
  const median = findFigure(bundle, 'F9', { author: 'own' })
  const channels = listFigures(bundle, 'F9', 'author', 'channel').filter((one) => one.dims.author === 'own')
  const dims = [...channels.map((one) => one.dims), { author: 'own' }]
  return (
    <>
      <p>
        {sayOr(language, median, 'digest.channels.reactions-lead', 'digest.channels.reactions-unknown')}{' '}
        {median?.spread && saySpread(language, median.spread)} <Fid id="F9" language={language} />
      </p>
      {median?.value != null && (
        <Table
          class="inter"
          caption={t(language, 'digest.channels.reactions-caption')}
          head={[
            { label: t(language, 'digest.channels.channel') },
            { label: t(language, 'digest.channels.measured'), num: true },
            ...counts.map((id) => ({ label: t(language, `figure.${id}.name`), num: true })),
            { label: t(language, 'digest.channels.median'), num: true },
          ]}
          note={t(language, 'digest.channels.reactions-note')}
        >
          {dims.map((one) => (
            <ReactionRow view={view} dims={one} />
          ))}
        </Table>
      )}
      {counts.some((id) => findFigure(bundle, id, { author: 'own' })?.value != null) && <Sums view={view} />}
    </>
  )
}

function ReactionRow({ view, dims }: { view: View; dims: Record<string, string> }) {
  const { language, bundle } = view
  const median = findFigure(bundle, 'F9', dims)
  const total = dims.channel === undefined
  if (median?.value == null && !total)
    return (
      <Row label={channelName(language, dims.channel ?? '')}>
        <td class="span" colspan={5}>
          <Value record={median} language={language} />
        </td>
      </Row>
    )
  return (
    <tr class={total ? 'total' : undefined}>
      <th scope="row">
        {dims.channel === undefined
          ? t(language, 'digest.channels.total')
          : channelName(language, dims.channel)}
      </th>
      <td class="num" data-l={t(language, 'digest.channels.measured')}>
        {median?.n ? `${median.n.measured}/${median.n.of}` : <Value record={median} language={language} />}
      </td>
      {counts.map((id) => (
        <td class="num wrap" data-l={t(language, `figure.${id}.name`)}>
          <Value record={findFigure(bundle, id, dims)} language={language} />
        </td>
      ))}
      <td class="num main-num wrap" data-l={t(language, 'digest.channels.median')}>
        <Value record={median} language={language} />
        {median?.spread && <span class="sub nw">{sayRange(language, median.spread)}</span>}
      </td>
    </tr>
  )
}

/** Likes, comments and shares in a sentence each, with both comparisons. */
function Sums({ view: { language, bundle } }: { view: View }) {
  return (
    <ul class="sums">
      {counts.map((id) => {
        const record = findFigure(bundle, id, { author: 'own' })
        if (record?.value == null) return null
        const sentence = `${t(language, `figure.${id}.name`)}: ${sayNumber(language, record.value)}`
        return (
          <li>
            {sayFigure(language, sentence, record)} <Fid id={id} language={language} />
          </li>
        )
      })}
    </ul>
  )
}
