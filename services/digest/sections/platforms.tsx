// What the platforms themselves tell of own posts: views, reach, clicks and followers, channel by channel.
import { t } from '../../../config/i18n.ts'
import { type FigureRecord, listFigures } from '../../domain/digest-model.ts'
import { Fid, Row, Table, Value } from '../parts.tsx'
import { sayNumber, sayRange } from '../say.ts'
import { channelName, type View } from '../view.ts'
import { type Line, Lines } from './outside.tsx'

const perPost = ['F41', 'F42', 'F8'] as const
const perDay = ['F41', 'F8', 'F43'] as const

export function Platforms({ view }: { view: View }) {
  const { language, bundle } = view
  const posts = perPost.flatMap((id) => listFigures(bundle, id, 'channel', 'per'))
  const lines = perDay.flatMap((id) => linesOf(view, id))
  const channels = [...new Set(posts.map((one) => one.dims.channel ?? ''))].sort()
  return (
    <>
      {channels.length > 0 && (
        <Table
          class="inter"
          caption={t(language, 'digest.platforms.caption')}
          head={[
            { label: t(language, 'digest.channels.channel') },
            ...perPost.map((id) => ({ label: t(language, `figure.${id}.name`), num: true })),
          ]}
          note={
            <>
              {t(language, 'digest.platforms.note')}{' '}
              {perPost.map((id) => (
                <>
                  <Fid id={id} language={language} />{' '}
                </>
              ))}
            </>
          }
        >
          {channels.map((channel) => (
            <Row label={channelName(language, channel)}>
              {perPost.map((id) => (
                <td class="num wrap" data-l={t(language, `figure.${id}.name`)}>
                  <Told
                    view={view}
                    record={posts.find((one) => one.id === id && one.dims.channel === channel)}
                  />
                </td>
              ))}
            </Row>
          ))}
        </Table>
      )}
      <Lines view={view} caption={t(language, 'digest.platforms.days')} lines={lines} />
    </>
  )
}

function Told({ view: { language }, record }: { view: View; record: FigureRecord | undefined }) {
  if (!record) return <>{t(language, 'figure.reason.channel-silent')}</>
  return (
    <>
      <Value record={record} language={language} />
      {record.spread && <span class="sub nw">{sayRange(language, record.spread)}</span>}
      {record.n && (
        <span class="sub nw">
          {t(language, 'digest.platforms.of', {
            n: sayNumber(language, String(record.n.measured)),
            of: sayNumber(language, String(record.n.of)),
          })}
        </span>
      )}
    </>
  )
}

function linesOf({ language, bundle }: View, id: (typeof perDay)[number]): Line[] {
  return listFigures(bundle, id, 'channel').map((record) => ({
    label: `${t(language, `figure.${id}.name`)}: ${record.dims.channel}`,
    record,
    fid: id,
  }))
}
