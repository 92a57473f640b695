// Charts of answers and labels: bars with their limits, and columns of a scale with the mean; readable in grey.
import { Chart, INK, INK2, LAKE, LINE, type Named, PAPER, percent, px } from './charts.tsx'

/** Signs that a name has room for above its bar; the table beside the chart has all of it. */
const NAME = 46
const shown = (name: string) => (name.length > NAME ? `${name.slice(0, NAME - 1).trimEnd()}…` : name)

/** `part`: of the whole, 0 to 1; null is not told. `limits` as a line over the bar's end. */
export type Bar = {
  name: string
  part: number | null
  said: string
  limits?: { low: number; high: number } | undefined
}

/** A bar for each answer under its name, with what it says behind it. */
export function AnswerBars({ bars, ...named }: Named & { bars: readonly Bar[] }) {
  const high = 40
  /** Of the width: the rest is for what is said behind the longest bar. */
  const full = 62
  const most = Math.max(0.01, ...bars.flatMap((one) => [one.part ?? 0, one.limits?.high ?? 0]))
  const x = (part: number) => (part / most) * full
  return (
    <Chart {...named} half height={bars.length * high}>
      {bars.map(({ name, part, said, limits }, nth) => {
        const y = nth * high
        const end = Math.max(x(part ?? 0), x(limits?.high ?? 0))
        return (
          <>
            <text x="0" y={y + 13}>
              {shown(name)}
            </text>
            {part === null ? (
              <line x1="0" x2="12%" y1={y + 26} y2={y + 26} stroke={INK2} stroke-dasharray="2 4" />
            ) : (
              <rect x="0" y={y + 19} width={percent(x(part))} height="14" fill={LAKE} />
            )}
            {limits && <Span y={y + 26} from={x(limits.low)} to={x(limits.high)} />}
            <text x={percent(part === null ? 12 : end)} dx="8" y={y + 31} font-weight="600">
              {said}
            </text>
          </>
        )
      })}
    </Chart>
  )
}

/** A line from one percentage of the width to another, dark on a light rim so that it shows on a bar too. */
function Span({ y, from, to }: { y: number; from: number; to: number }) {
  const ends = [
    [from, to, y, y],
    [from, from, y - 4, y + 4],
    [to, to, y - 4, y + 4],
  ] as const
  return (
    <>
      {[
        [PAPER, 5],
        [INK, 2],
      ].map(([stroke, width]) => (
        <g stroke={stroke} stroke-width={width} stroke-linecap="square">
          {ends.map(([x1, x2, y1, y2]) => (
            <line x1={percent(x1)} x2={percent(x2)} y1={y1} y2={y2} />
          ))}
        </g>
      ))}
    </>
  )
}

type Mean = { value: number; said: string; limits: { low: number; high: number } | null }
type Scale = Named & {
  /** From the lowest answer to the highest; `n` of a grade is not counted by whole grades. */
  answers: readonly { name: string; n: number | null }[]
  /** The number of the first answer: where the mean stands among them. */
  low: number
  mean: Mean | null
  groups?: readonly { first: number; last: number; name: string }[] | undefined
}

/** A column for each step of a scale, the mean with its limits above them. */
export function AnswerColumns({ answers, low, mean, groups = [], ...named }: Scale) {
  const counted = answers.some((one) => one.n !== null)
  const [top, tall] = [mean ? 38 : 20, counted ? 84 : 0]
  const base = top + tall
  const most = Math.max(1, ...answers.map((one) => one.n ?? 0))
  const step = 100 / answers.length
  const x = (value: number) => (value - low + 0.5) * step
  const height = (n: number) => (n / most) * tall
  /** The mean is said on the side that has more room. */
  const right = mean !== null && x(mean.value) > 50
  const beside = mean ? x((right ? mean.limits?.low : mean.limits?.high) ?? mean.value) : 0
  return (
    <Chart {...named} half height={base + 26 + (groups.length ? 40 : 0)}>
      {answers.map(({ n }, nth) => (
        <>
          <rect
            x={percent((nth + 0.12) * step)}
            y={px(base - height(n ?? 0))}
            width={percent(step * 0.76)}
            height={px(height(n ?? 0))}
            fill={LAKE}
          />
          {n !== null && (
            <text
              x={percent((nth + 0.5) * step)}
              y={px(base - height(n) - 4)}
              text-anchor="middle"
              font-weight="600"
            >
              {n}
            </text>
          )}
        </>
      ))}
      <line x1="0" x2="100%" y1={base} y2={base} stroke={INK2} />
      {mean && (
        <>
          {mean.limits && <Span y={16} from={x(mean.limits.low)} to={x(mean.limits.high)} />}
          <circle cx={percent(x(mean.value))} cy="16" r="5" fill={INK} />
          <text x={percent(beside)} dx={right ? '-10' : '10'} y="20" text-anchor={right ? 'end' : 'start'}>
            {mean.said}
          </text>
        </>
      )}
      <g text-anchor="middle" fill={INK2}>
        {answers.map(({ name }, nth) => (
          <text x={percent((nth + 0.5) * step)} y={base + 17}>
            {name}
          </text>
        ))}
        {groups.map(({ first, last, name }, nth) => (
          <>
            <line
              x1={percent(first * step + 0.8)}
              x2={percent((last + 1) * step - 0.8)}
              y1={base + 25}
              y2={base + 25}
              stroke={LINE}
            />
            <text
              x={percent(last + 1 === answers.length ? 100 : ((first + last + 1) / 2) * step)}
              y={base + 41 + (nth % 2) * 15}
              text-anchor={last + 1 === answers.length ? 'end' : undefined}
            >
              {name}
            </text>
          </>
        ))}
      </g>
    </Chart>
  )
}
