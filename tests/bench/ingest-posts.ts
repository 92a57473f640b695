// Posts as a server's tag page brings them, many and plausible: the same ones in every run.
import type { FoundPost } from '../../services/domain/source.ts'
import { startChance } from '../demo/chance.ts'

const WORDS = `aamulla avanto hiihto ilta jää järvi kaamos kahvi kala katu kevät kirjasto koulu kunta kylä lapset latu lumi
lähtee löytyy maanantai metsä mökki nuoret odottaa pakkanen pelit puisto ranta retki ruska saapuu sauna silta talkoot talvi
tapahtuma tekee tervetuloa tori tulee tuli tunturi uimahalli valo viikko yhdessä yöllä ystävät`.split(/\s+/)
const TAGS = `talvi lumi hiihto avanto revontulet lappi sauna kesä kalastus ruska retki kirjasto koulu työ tori kahvila
musiikki teatteri urheilu luonto porot kelkka matkailu käsityö`.split(/\s+/)
const DAY = 86_400_000

/** `n` statuses of three tags each: words of a sentence or five, half with a picture, one in five in no told language. */
export function makeStatuses(n: number, now: Date): FoundPost[] {
  const { next, whole, pick } = startChance(20_261)
  const sentence = () => {
    const words = Array.from({ length: whole(5, 13) }, () => pick(WORDS)).join(' ')
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
  }
  return Array.from({ length: n }, (_, nth): FoundPost => {
    const author = `asukas${whole(1, 900)}`
    const server = `https://palvelin${author.length % 3}.example`
    const id = String(116_000_000_000_000 + nth)
    const tags = ['Kemijärvi', pick(TAGS.slice(0, 12)), pick(TAGS.slice(12))]
    const body = Array.from({ length: whole(1, 5) }, sentence).join(' ')
    const link = nth % 4 ? '' : ` <a href="https://www.kemijarvi.example/uutiset/${nth}/" rel="nofollow">uutinen</a>`
    const linked = tags.map(
      (tag) =>
        `<a href="${server}/tags/${encodeURIComponent(tag)}" class="mention hashtag" rel="tag">#<span>${tag}</span></a>`,
    )
    return {
      externalId: `${server}/users/${author}/statuses/${id}`,
      seenId: id,
      url: `${server}/@${author}/${id}`,
      author: {
        id: `${server}/users/${author}`,
        name: `Asukas ${author.slice(6)}`,
        handle: `@${author}@${new URL(server).host}`,
        url: `${server}/@${author}`,
      },
      title: null,
      body: { html: `<p>${body}${link}</p><p>${linked.join(' ')}</p>` },
      tags: tags.map((tag) => tag.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()),
      publishedAt: new Date(now.getTime() - Math.floor(next() * 300 * DAY)),
      editedAt: null,
      lang: nth % 5 ? 'fi' : null,
      media: nth % 2 ? [] : [picture(`${server}/media/${id}.webp`, sentence())],
      counts: { likes: whole(0, 40), comments: whole(0, 5), shares: whole(0, 9) },
      sensitive: null,
      public: true,
    }
  })
}

const picture = (url: string, alt: string): FoundPost['media'][number] => ({
  ...{ kind: 'image', url, alt, width: 1600, height: 1200 },
})
