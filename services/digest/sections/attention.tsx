// The posts that got the most attention, channel by channel, with what their authors allow to be shown.
import { t } from '../../../config/i18n.ts'
import type { PostWords, TopPost } from '../../domain/digest-model.ts'
import { Row, Table, Voice } from '../parts.tsx'
import { sayDay, sayNumber } from '../say.ts'
import { channelName, type View } from '../view.ts'

export function Top({ view }: { view: View }) {
  const { language, bundle } = view
  const groups = (['own', 'other'] as const).map((author) => ({
    author,
    posts: bundle.top.filter((one) => one.author === author),
  }))
  return (
    <>
      <p>{t(language, 'digest.top.lead')}</p>
      {bundle.top.length === 0 && <p>{t(language, 'digest.top.none')}</p>}
      {groups
        .filter(({ posts }) => posts.length > 0)
        .map(({ author, posts }) => (
          <TopTable view={view} author={author} posts={posts} />
        ))}
      {bundle.top.length > 0 && <p class="fixed">{t(language, 'digest.top.rights-note')}</p>}
      <Voice view={view} section="top" />
    </>
  )
}

function TopTable({ view, author, posts }: { view: View; author: TopPost['author']; posts: TopPost[] }) {
  const { language } = view
  const heads = (['post', 'day', 'total', 'rights'] as const).map((one) => t(language, `digest.top.${one}`))
  const [post = '', day = '', total = '', rights = ''] = heads
  return (
    <Table
      caption={t(language, author === 'own' ? 'digest.top.own' : 'digest.top.other')}
      head={[
        { label: t(language, 'digest.top.channel') },
        { label: post },
        { label: day },
        { label: total, num: true },
        { label: rights },
      ]}
    >
      {posts.map((one) => (
        <Row label={`${channelName(language, one.channel)} ${one.rank}.`}>
          <td data-l={post}>
            <PostLine view={view} id={one.post} name={`${channelName(language, one.channel)} ${one.rank}.`} />
          </td>
          <td data-l={day}>{sayDay(language, one.day)}</td>
          <td class="num main-num" data-l={total}>
            {sayNumber(language, String(one.total))}
          </td>
          <td data-l={rights}>{sayRights(view, view.written.posts[one.post])}</td>
        </Row>
      ))}
    </Table>
  )
}

/** The beginning of a post where that is allowed, else a link that says where it leads, or that it has gone. */
export function PostLine({ view, id, name }: { view: View; id: string; name: string }) {
  const { language } = view
  const words = view.written.posts[id]
  if (!words || words.rights === 'gone') return <>{t(language, 'digest.top.gone')}</>
  const said = words.text ? (
    <span dir="auto">
      {words.rights === 'consent' && words.name && `${words.name}: `}
      {words.text}
    </span>
  ) : (
    t(language, 'digest.top.see', { name })
  )
  return words.url ? <a href={words.url}>{said}</a> : <span>{said}</span>
}

export function sayRights({ language }: View, words: PostWords | undefined): string {
  if (!words || words.rights === 'gone') return t(language, 'digest.top.rights.gone')
  if (words.rights !== 'consent') return t(language, `digest.top.rights.${words.rights}`)
  return words.until
    ? t(language, 'digest.top.rights.until', { day: sayDay(language, words.until, true) })
    : t(language, 'digest.top.rights.consent')
}
