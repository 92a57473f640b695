// What a visit brought, as ours: how far back is asked, whose posts they are, which families they belong to.
import { listFamilies } from '../db/places.ts'
import type { TakenPost } from '../db/posts.ts'
import type { SourceRow } from '../db/sources.ts'
import { atEaseInPieces } from '../services/crowd.ts'
import { takeIn } from '../services/domain/intake.ts'
import type { AnyChannel, Batch } from '../services/domain/source.ts'
import { keysOfFamilies, matchFamilies } from '../services/domain/tags.ts'
import { Fault } from '../services/errors.ts'
import { openLanguages } from '../services/language.ts'
import type { WorkerDeps } from './deps.ts'

/** Every post of a batch in our own form. */
export async function takeAll(
  deps: Pick<WorkerDeps, 'clock'>,
  source: Pick<SourceRow, 'id' | 'channel' | 'about'>,
  batch: Batch,
): Promise<TakenPost[]> {
  if (!batch.posts.length) return []
  // The model is large; channels that tell the language never load it.
  const detect = batch.posts.some((post) => !post.lang) ? await openLanguages() : () => null
  const about = batch.about ?? source.about
  const context = {
    channel: source.channel as AnyChannel['name'],
    source: { id: source.id, title: about.title ?? null, url: about.url ?? null },
    now: deps.clock(),
    detect,
  }
  return atEaseInPieces(batch.posts, (found) => takeIn(found, context))
}

/** Tells of a post which of the place's families it belongs to, and which of its hashtags are among theirs. */
export async function openFamilies({ db }: Pick<WorkerDeps, 'db'>, place: string) {
  const families = keysOfFamilies(await listFamilies(db, place))
  const keysOf = ({ tags }: TakenPost) => tags.map((tag) => tag.key)
  return {
    familiesOf: (post: TakenPost): string[] => matchFamilies(keysOf(post), families),
    tagsOf: ({ tags }: TakenPost): string[] =>
      tags.flatMap(({ key, written }) => (families.some((one) => one.keys.has(key)) ? [written] : [])),
  }
}

/** The kind of accounts that the source brings and nobody knows yet. */
export function kindOf(
  source: Pick<SourceRow, 'settings' | 'mode'>,
  channel: AnyChannel | undefined,
): SourceRow['mode'] {
  // As the channel reads them: what a place's file leaves out is what the channel does without it.
  const settings = channel?.settings.safeParse(source.settings).data ?? source.settings
  // A hashtag brings anybody's posts: they are residents' whatever the source was called by mistake.
  const anybody = channel?.strangers?.(settings) ?? (channel?.offers.tags && !settings.account)
  return anybody ? 'resident' : source.mode
}

/** A page of which a fifth cannot be read has probably changed its form: somebody should look. */
export function manySkipped({ posts, skipped = 0, unread }: Batch): Fault | null {
  const of = posts.length + skipped
  if (skipped < 3 || skipped <= of / 5) return null
  return new Fault('shape', `${skipped} of ${of} could not be read${unread ? `: ${unread}` : ''}`, {
    code: 'many-skipped',
    values: { skipped, of },
  })
}
