// A channel's open feed as YouTube writes it: Atom with yt: and media: beside it.
import { escaped } from './escaped.ts'
import type { KeptVideo, SimChannel } from './youtube.ts'
import { videoOf } from './youtube-resources.ts'

const spaces = [
  'xmlns:yt="http://www.youtube.com/xml/schemas/2015"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns="http://www.w3.org/2005/Atom"',
].join(' ')

export function feedOf(channel: SimChannel, videos: readonly KeptVideo[], url: string, now: Date): string {
  const page = `https://www.youtube.com/channel/${channel.id}`
  const author = `<author><name>${escaped(channel.title)}</name><uri>${page}</uri></author>`
  // The channel's own ids stand here without their UC.
  const bare = channel.id.slice(2)
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed ${spaces}>
 <id>yt:channel:${bare}</id>
 <yt:channelId>${bare}</yt:channelId>
 <title>${escaped(channel.title)}</title>
 <link rel="alternate" href="${page}"/>
 ${author}
 ${videos.map((one) => entryOf(one, author, url, now)).join('\n ')}
</feed>`
}

function entryOf(one: KeptVideo, author: string, url: string, now: Date): string {
  const { statistics } = videoOf(one, ['statistics'], url, now) as { statistics: Record<string, string> }
  const film = `url="https://www.youtube.com/v/${one.id}?version=3" type="application/x-shockwave-flash"`
  return `<entry>
  <id>yt:video:${one.id}</id>
  <yt:videoId>${one.id}</yt:videoId>
  <yt:channelId>${one.channel.id}</yt:channelId>
  <title>${escaped(one.title)}</title>
  <link rel="alternate" href="https://www.youtube.com/watch?v=${one.id}"/>
  ${author}
  <published>${one.published.toISOString().replace('.000Z', '+00:00')}</published>
  <updated>${now.toISOString()}</updated>
  <media:group>
   <media:title>${escaped(one.title)}</media:title>
   <media:content ${film} width="640" height="390"/>
   <media:thumbnail url="${url}/vi/${one.id}/hqdefault.jpg" width="480" height="360"/>
   <media:description>${escaped(one.description)}</media:description>
   <media:community>
    <media:starRating count="${statistics.likeCount ?? 0}" average="5.00" min="1" max="5"/>
    <media:statistics views="${statistics.viewCount}"/>
   </media:community>
  </media:group>
 </entry>`
}
