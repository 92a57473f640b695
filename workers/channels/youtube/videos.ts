// Videos by their ids, fifty for one unit: the search tells only half of a video, and that escaped and cut.
import type { FoundPost } from '../../../services/domain/source.ts'
import { type Get, PAGE } from './api.ts'
import { PARTS, readVideo } from './video.ts'

export async function readVideos(
  ids: readonly string[],
  get: Get,
): Promise<{ posts: FoundPost[]; skipped: number }> {
  const posts: FoundPost[] = []
  let skipped = 0
  for (let from = 0; from < ids.length; from += PAGE) {
    const { items } = await get('videos', { part: PARTS, id: ids.slice(from, from + PAGE).join() })
    for (const one of items) {
      const post = readVideo(one)
      if (!post) skipped++
      else if (post !== 'skip') posts.push(post)
    }
  }
  return { posts, skipped }
}
