// What an answer tells of the wall itself: its families, whom to follow, what can be chosen, and how old it is.
import { type Language, pick, t } from '../../config/i18n.ts'
import type { ChannelName } from '../../config/place.ts'
import { asKnown, type Candidate } from '../domain/wall.ts'
import { storyPath } from '../public-paths.ts'
import type { PublicWall } from './contract.ts'
import { channelsOf, type PlaceView, type WallRow } from './place-view.ts'

const DAY = 86_400_000

type Asked = { language: Language; channel: ChannelName | undefined; now: Date }

/** `posts` are all that the wall has, whatever of it was asked for. */
export function presentWall(
  view: PlaceView,
  wall: WallRow,
  asked: Asked,
  posts: readonly Candidate[],
): PublicWall {
  const { language, now } = asked
  const [main] = view.place.languages
  const say = (label: Parameters<typeof pick>[0]) => pick(label, language, main)
  const lead = wall.lead?.families ?? []
  const shown = new Set([
    ...lead,
    ...(wall.families.length ? wall.families : view.families.map((one) => one.id)),
  ])
  const families = view.families
    .filter((family) => shown.has(family.id))
    .map(({ id, label, tags }) => ({ id, label: say(label), tags: tags.map((tag) => tag.as_written) }))
  const ours = channelsOf(view, language)
  const channels = ours.map(({ channel, name, url }) => {
    if (asKnown(channel) === 'feed') return { channel, label: name, url }
    const label = t(language, `channel.${channel}`)
    // Two accounts in one channel are told apart by their names.
    const alone = ours.filter((one) => one.channel === channel).length === 1
    return { channel, label: alone ? label : `${label} (${name})`, url }
  })
  const only = asked.channel ?? (wall.channels.length === 1 ? wall.channels[0] : undefined)
  return {
    id: wall.id,
    place: view.place.id,
    label: say(wall.label),
    families,
    lead,
    channels,
    block: only
      ? {
          channel: only,
          label: capital(t(language, `channel.${only}`)),
          url: channels.find((one) => one.channel === only)?.url ?? null,
          tags: families.flatMap((family) => family.tags.slice(0, 1)),
        }
      : null,
    choices: {
      channels: [...new Set(posts.map((post) => asKnown(post.channel)))]
        .map((channel) => ({ channel, label: capital(t(language, `channel.${channel}`)) }))
        .sort((a, b) => a.label.localeCompare(b.label, language)),
      languages: [...new Set(posts.map((post) => post.lang))]
        .flatMap((one) => (one && one !== 'und' ? { language: one, label: ownName(one) } : []))
        .sort((a, b) => a.label.localeCompare(b.label, language)),
    },
    actions: wall.actions.map((action) => ({ id: action.id, label: say(action.label), url: action.url })),
    story: view.stories ? storyPath(language, view.place.id) : null,
    updated_at: view.updatedAt?.toISOString() ?? null,
    stale: isStale(view, now),
    time_zone: view.place.time_zone,
    lang: language,
  }
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** A language as its speakers call it; what is no language tag is told as it stands. */
function ownName(language: string): string {
  try {
    return capital(new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language)
  } catch {
    return language
  }
}

export function isStale(view: PlaceView, now: Date): boolean {
  return view.updatedAt !== null && now.getTime() - view.updatedAt.getTime() >= DAY
}
