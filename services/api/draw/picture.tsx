// What stands at the head of a card: a picture, the poster of a film, a veil before what not everybody wants to see.
import type { PublicMedia } from '../contract.ts'
import { Icon, say, type View } from './view.tsx'

const PLAY = 'M6 4v16l14-8z'

type Props = { view: View; picture: PublicMedia; count: number }

export function Picture({ view, picture, count }: Props) {
  const { width, height, kind, crop, focus, sensitive } = picture
  const film = kind !== 'image'
  const names = [
    'sw-pic',
    crop && 'sw-crop',
    crop && focus && `sw-${focus}`,
    height > width * 1.05 && !crop && 'sw-tall',
    (film || picture.tone === 'dark') && 'sw-night',
    sensitive && 'sw-veil',
  ]
  const name = names.filter(Boolean).join(' ')
  if (sensitive)
    return (
      <details class={name}>
        <summary>
          <span>{sensitive}</span>
          <b class="sw-button">
            <span class="sw-shut">{say(view, 'unveil')}</span>
            <span class="sw-open">{say(view, 'veil')}</span>
          </b>
        </summary>
        <Image view={view} picture={picture} />
      </details>
    )
  const label = film ? filmLabel(view, picture) : count > 1 ? say(view, 'pictures', { n: count - 1 }) : ''
  return (
    <div class={name}>
      <Image view={view} picture={picture} />
      {label && (
        <span class="sw-play">
          {film && <Icon d={PLAY} />}
          {label}
        </span>
      )}
    </div>
  )
}

/** What kind it is, how long, and whether its captions are known to be there or missing. */
function filmLabel(view: View, { kind, seconds, captions }: PublicMedia): string {
  const length = seconds ? ` ${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, '0')}` : ''
  const said = captions === 'yes' ? 'captions' : captions === 'no' ? 'no-captions' : undefined
  return `${say(view, kind === 'audio' ? 'audio' : 'video')}${length}${said ? `, ${say(view, said)}` : ''}`
}

function Image({ view: { base }, picture }: Omit<Props, 'count'>) {
  // A browser begins to fetch as soon as it reads the address, so what it must know stands before it.
  return (
    <img
      loading="lazy"
      decoding="async"
      sizes="auto, (min-width: 40em) 25em, 100vw"
      width={picture.width}
      height={picture.height}
      alt={picture.alt}
      lang={picture.lang ?? undefined}
      srcset={picture.srcset.replace(/\/\S+/g, (path) => base + path)}
      src={base + (picture.src ?? picture.poster ?? '')}
    />
  )
}
