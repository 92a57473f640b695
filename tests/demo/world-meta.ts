// The town's Facebook page and Instagram account in the demo, and the strangers whom only a hashtag finds.
import type { MetaSim } from '../sim/meta.ts'
import type { DatedPost } from './timeline.ts'

type Picture = { file: string; alt: string | null; width: number; height: number }

const DAY = 86_400_000

export function addToMeta(meta: MetaSim, post: DatedPost, picture: Picture | undefined): void {
  const { at, author, story, text } = post
  const words = `${text}\n\n${story.tags.join(' ')}`
  const counts = (now: Date) => post.counts((now.getTime() - at.getTime()) / DAY)
  const likes = (now: Date) => counts(now).likes
  const comments = (now: Date) => counts(now).comments
  const src = picture && `${meta.url}/pictures/${encodeURIComponent(picture.file)}`
  if (story.channel === 'instagram') {
    const shown = src && author.kind === 'own' && { media_url: src, alt_text: picture.alt ?? undefined }
    const medium = { caption: words, at, like_count: likes, comments_count: comments, ...shown }
    meta.addMedium(author.kind === 'own' ? 'own' : 'hashtag', medium)
    return
  }
  const image = src && { src, width: picture.width, height: picture.height }
  meta.addPost('page', {
    ...{ message: words, at, reactions: likes, comments },
    shares: (now: Date) => {
      const { shares } = counts(now)
      return shares ? { count: shares } : undefined
    },
    ...(image && { full_picture: src, attachments: { data: [{ media_type: 'photo', media: { image } }] } }),
  })
}
