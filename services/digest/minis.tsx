// The digest's small drawings inside tables: SVG with attributes only; the numbers stand in the row beside them.
import type { Child } from 'hono/jsx'

const LAKE = '#0b5876'
const INK2 = '#465562'
const EDGE = '#6b7a86'
const PAPER = '#ffffff'
const PALE = '#a9b7c0'

const px = (n: number) => String(Math.round(n * 100) / 100)

function Mini(props: { width: number; height: number; children: Child }) {
  const { width, height } = props
  return (
    <svg
      class="mini"
      aria-hidden="true"
      focusable="false"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {props.children}
    </svg>
  )
}

/** Now solid, a year ago in outline, the previous quarter pale; what is not known is a dotted line. */
export function MiniBars({
  now,
  yoy,
  prev,
}: {
  now: number | null
  yoy: number | null
  prev: number | null
}) {
  const most = Math.max(0, ...[now, yoy, prev].filter((one) => one !== null))
  const width = (n: number) => px(most > 0 ? (Math.max(0, n) / most) * 110 : 0)
  const dotted = (y: number) => <line x1="1" x2="111" y1={y} y2={y} stroke={EDGE} stroke-dasharray="1 4" />
  return (
    <Mini width={112} height={32}>
      {now === null ? dotted(6) : <rect x="0" y="1" width={width(now)} height="11" fill={LAKE} />}
      {yoy === null ? (
        dotted(19)
      ) : (
        <rect
          x="0.75"
          y="15.75"
          width={px(Math.max(0, Number(width(yoy)) - 0.75))}
          height="6.5"
          fill={PAPER}
          stroke={INK2}
          stroke-width="1.5"
        />
      )}
      {prev === null ? dotted(29) : <rect x="0" y="26" width={width(prev)} height="6" fill={PALE} />}
    </Mini>
  )
}

/** One family's weeks as small columns on the common scale `most`. */
export function MicroColumns({ weeks, most }: { weeks: readonly number[]; most: number }) {
  return (
    <Mini width={weeks.length * 10} height={37}>
      {weeks.map((n, nth) => {
        const height = most ? (n / most) * 34 : 0
        return n > 0 && <rect x={nth * 10} y={px(35 - height)} width="8" height={px(height)} fill={LAKE} />
      })}
      <line x1="0" x2={weeks.length * 10 - 2} y1="36" y2="36" stroke={EDGE} />
    </Mini>
  )
}

/** The days of a quarter: dark where collected, open where not; a dashed outline when nothing is known. */
export function Strip({ of, days }: { of: number; days: readonly { from: number; to: number }[] | null }) {
  const x = (n: number) => px((n / of) * 115)
  return (
    <Mini width={115} height={10}>
      <rect
        x="0.5"
        y="0.5"
        width="114"
        height="9"
        fill={PAPER}
        stroke={EDGE}
        stroke-dasharray={days ? undefined : '2 3'}
      />
      {days?.map((one) => (
        <rect x={x(one.from)} y="0" width={x(one.to - one.from)} height="10" fill={LAKE} />
      ))}
    </Mini>
  )
}

/** A week's lifts: a tick or their number in a box, an empty box, or a dash for a week that is still ahead. */
export function WeekBox({ n }: { n: number | null }) {
  return (
    <svg class="wk" aria-hidden="true" focusable="false" width="26" height="26" viewBox="0 0 26 26">
      {n === null && <path d="M6 13h14" stroke={EDGE} stroke-width="2.5" />}
      {n === 0 && (
        <rect x="1.25" y="1.25" width="23.5" height="23.5" fill="none" stroke="#9a3d0b" stroke-width="2.5" />
      )}
      {n !== null && n > 0 && <rect width="26" height="26" fill={LAKE} />}
      {n === 1 && <path d="M7 13.5l4 4 8-9" fill="none" stroke={PAPER} stroke-width="2.5" />}
      {n !== null && n > 1 && (
        <text x="13" y="18.5" text-anchor="middle" font-size="15" font-weight="600" fill={PAPER}>
          {n}
        </text>
      )}
    </svg>
  )
}
