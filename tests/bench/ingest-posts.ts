// Posts as servers' tag pages bring them, plausible and any number of them: the same ones in every run.
import type { FoundPost } from '../../services/domain/source.ts'
import { type Chance, startChance } from '../demo/chance.ts'

const WORDS = `aamulla avanto hiihto ilta jää järvi kaamos kahvi kala katu kevät kirjasto koulu kunta kylä lapset latu
lumi lähtee löytyy maanantai metsä mökki nuoret odottaa pakkanen pelit puisto ranta retki ruska saapuu sauna silta
talkoot talvi tapahtuma tekee tervetuloa tori tulee tuli tunturi uimahalli valo viikko yhdessä yöllä ystävät`
const TAGS = [
  'talvi lumi hiihto avanto revontulet lappi sauna kesä kalastus ruska retki kirjasto',
  'koulu työ tori kahvila musiikki teatteri urheilu luonto porot kelkka matkailu käsityö',
].map((line) => line.split(' '))
const DAY = 86_400_000

/** Statuses of three tags each: a sentence to five, half with a picture, one in five in a language that is not told. */
export function* makeStatuses(n: number, now: Date): Generator<FoundPost> {
  const chance = startChance(20_261)
  for (let nth = 0; nth < n; nth++) yield statusOf(nth, now, chance)
}

function statusOf(nth: number, now: Date, { next, whole, pick }: Chance): FoundPost {
  const words = WORDS.split(/\s+/)
  const sentence = () => {
    const line = Array.from({ length: whole(5, 13) }, () => pick(words)).join(' ')
    return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`
  }
  const author = `asukas${whole(1, 900)}`
  const host = `palvelin${author.length % 3}.example`
  const id = String(116_000_000_000_000 + nth)
  const tags = ['Kemijärvi', ...TAGS.map(pick)]
  const body = Array.from({ length: whole(1, 5) }, sentence).join(' ')
  const news = `https://www.kemijarvi.example/uutiset/${nth}/`
  const link = nth % 4 ? '' : ` <a href="${news}" rel="nofollow noopener" target="_blank">${news}</a>`
  const linked = tags.map(
    (tag) =>
      `<a href="https://${host}/tags/${encodeURIComponent(tag)}" class="mention hashtag" rel="tag">` +
      `#<span>${tag}</span></a>`,
  )
  return {
    externalId: `https://${host}/users/${author}/statuses/${id}`,
    seenId: id,
    url: `https://${host}/@${author}/${id}`,
    author: {
      id: `https://${host}/users/${author}`,
      name: `Asukas ${author.slice(6)}`,
      handle: `@${author}@${host}`,
      url: `https://${host}/@${author}`,
    },
    title: null,
    body: { html: `<p>${body}${link}</p><p>${linked.join(' ')}</p>` },
    tags: [],
    publishedAt: new Date(now.getTime() - Math.floor(next() * 300 * DAY)),
    editedAt: null,
    lang: nth % 5 ? 'fi' : null,
    media: nth % 2 ? [] : [picture(`https://${host}/media/${id}.webp`, sentence())],
    counts: { likes: whole(0, 40), comments: whole(0, 5), shares: whole(0, 9) },
    sensitive: null,
    public: true,
  }
}

const picture = (url: string, alt: string): FoundPost['media'][number] => ({
  ...{ kind: 'image', url, alt, width: 1600, height: 1200 },
})
