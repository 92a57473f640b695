// The fell on the cover: a line of the land and its mirror in the water, an ornament only.

const LINE =
  'M2 50c22-2 34-9 52-13 14-3 22 3 34-1 20-7 30-26 46-29 10-2 14 6 23 8 11 3 16-7 27-5 16 3 22 20 38 26 ' +
  '13 5 21 2 33 6 16 5 28 8 47 8'
const WATER = [
  { d: 'M30 58h226', dash: '26 7 12 9' },
  { d: 'M74 64h150', dash: '14 10 30 12' },
  { d: 'M116 70h72', dash: '20 14' },
]

export function Fell() {
  return (
    <svg
      class="fell"
      aria-hidden="true"
      focusable="false"
      width={304}
      height={72}
      viewBox="0 0 304 72"
      preserveAspectRatio="xMaxYMax meet"
    >
      <g fill="none" stroke="#0b5876" stroke-linecap="round" stroke-linejoin="round">
        <path stroke-width="2" d={LINE} />
        {WATER.map(({ d, dash }) => (
          <path stroke-width="1.5" stroke-dasharray={dash} d={d} />
        ))}
      </g>
    </svg>
  )
}
