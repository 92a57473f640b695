// The digest's charts as SVG with attributes only: x in per cent and y in pixels, so text keeps its size; weeks here.
import type { Child } from 'hono/jsx'

export const LAKE = '#0b5876'
export const INK2 = '#465562'
export const LINE = '#cfd8de'
export const PAPER = '#ffffff'
export const INK = '#14212b'

export const percent = (n: number) => `${Math.round(n * 100) / 100}%`
export const px = (n: number) => String(Math.round(n * 100) / 100)

/** What a chart is called and what it shows, in words. */
export type Named = { id: string; title: string; desc: string }

type Weeks = Named & {
  /** Numbers of the weeks, in order. */
  weeks: readonly number[]
  now: readonly number[]
  /** The same weeks a year ago; null where there was none. */
  before: readonly (number | null)[] | null
  months: readonly { first: number; last: number; name: string }[]
}

/** Text keeps its size and the rest fills the width; on paper that is the column's, or half of it. */
export function Chart(props: Named & { height: number; half?: boolean; children: Child }) {
  const { id, title, desc, height, half = false, children } = props
  return (
    <svg
      class={half ? 'chart half' : 'chart'}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
      width="100%"
      height={height}
      font-family="Source Sans 3, sans-serif"
      font-size="13"
      fill={INK}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{desc}</desc>
      {children}
    </svg>
  )
}

function WeekAxis({ weeks, months, y }: Pick<Weeks, 'weeks' | 'months'> & { y: number }) {
  const step = 100 / weeks.length
  return (
    <>
      <g text-anchor="middle" fill={INK2}>
        {weeks.map((week, nth) => (
          <text x={percent((nth + 0.5) * step)} y={y}>
            {week}
          </text>
        ))}
      </g>
      <g fill={INK2}>
        {months.map(({ first, last, name }) => (
          <>
            <line
              x1={percent(first * step + 0.6)}
              x2={percent((last + 1) * step - 0.6)}
              y1={y + 8}
              y2={y + 8}
              stroke={LINE}
            />
            <text x={percent(((first + last + 1) / 2) * step)} y={y + 24} text-anchor="middle">
              {name}
            </text>
          </>
        ))}
      </g>
    </>
  )
}

/** Counts by week: columns with their number, and a cross-bar for the same week a year ago. */
export function WeekColumns(props: Weeks & { bar: string }) {
  const { weeks, now, before, bar } = props
  const [base, tall] = [172, 128]
  const most = Math.max(1, ...now, ...(before ?? []).filter((one) => one !== null))
  const step = 100 / weeks.length
  const height = (n: number) => (n / most) * tall
  const crosses = (before ?? []).flatMap((n, nth) => (n === null ? [] : [{ n, x: nth * step }]))
  const cross = (stroke: string, width: number) => (
    <g stroke={stroke} stroke-width={width}>
      {crosses.map(({ n, x }) => (
        <line
          x1={percent(x + 0.4)}
          x2={percent(x + step - 0.4)}
          y1={px(base - height(n))}
          y2={px(base - height(n))}
        />
      ))}
    </g>
  )
  return (
    <Chart {...props} height={216}>
      {crosses.length > 0 && (
        <g fill={INK2}>
          <line x1="0.5%" x2="3.5%" y1="10" y2="10" stroke={INK} stroke-width="2" />
          <text x="4.4%" y="14">
            {bar}
          </text>
        </g>
      )}
      {now.map((n, nth) => (
        <rect
          x={percent(nth * step + step * 0.11)}
          y={px(base - height(n))}
          width={percent(step * 0.78)}
          height={px(height(n))}
          fill={LAKE}
        />
      ))}
      <line x1="0" x2="100%" y1={base} y2={base} stroke={INK2} />
      {cross(PAPER, 6)}
      {cross(INK, 2)}
      <g text-anchor="middle" font-weight="600">
        {now.map((n, nth) => {
          const inside = height(n) >= 24
          return (
            <text
              x={percent((nth + 0.5) * step)}
              y={px(inside ? base - 7 : base - height(n) - 5)}
              fill={inside ? PAPER : INK}
              stroke={inside ? undefined : PAPER}
              stroke-width={inside ? undefined : 3}
              paint-order="stroke"
            >
              {n}
            </text>
          )
        })}
      </g>
      <WeekAxis {...props} y={189} />
    </Chart>
  )
}

/** Levels by week: solid with dots for now, dashed for a year ago; the highest and the last are numbered. */
export function WeekLines(props: Weeks & { say: (n: number) => string }) {
  const { weeks, now, before, say } = props
  const [base, tall] = [176, 132]
  const most = Math.max(1, ...now, ...(before ?? []).filter((one) => one !== null))
  const step = 100 / weeks.length
  const x = (nth: number) => percent((nth + 0.5) * step)
  const y = (n: number) => px(base - (n / most) * tall)
  const high = now.indexOf(Math.max(...now))
  const lines = (values: readonly (number | null)[]) =>
    values.slice(1).map((n, nth) => {
      const from = values[nth]
      return n === null || from == null ? null : <line x1={x(nth)} y1={y(from)} x2={x(nth + 1)} y2={y(n)} />
    })
  return (
    <Chart {...props} height={220}>
      <line x1="0" x2="100%" y1={base} y2={base} stroke={INK2} />
      {before && (
        <g stroke={INK2} stroke-width="2" stroke-dasharray="5 4">
          {lines(before)}
        </g>
      )}
      <g stroke={LAKE} stroke-width="2.5" stroke-linecap="round">
        {lines(now)}
      </g>
      <g fill={LAKE}>
        {now.map((n, nth) => (
          <circle cx={x(nth)} cy={y(n)} r="4" />
        ))}
      </g>
      <g text-anchor="middle" font-weight="600" stroke={PAPER} stroke-width="4" paint-order="stroke">
        {[...new Set([high, now.length - 1])].map((nth) => (
          <text x={x(nth)} y={px(Number(y(now[nth] ?? 0)) - 10)}>
            {say(now[nth] ?? 0)}
          </text>
        ))}
      </g>
      <WeekAxis {...props} y={193} />
    </Chart>
  )
}
