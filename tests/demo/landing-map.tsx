// The drawn map of Kemijärvi and its distances in kilometres and driving time, once as a picture and once as a table.
import type { Lang, Words } from './landing-words.ts'

type Trip = { name: Record<Lang, string>; km: number; minutes: number }

const trips: readonly Trip[] = [
  { name: { fi: 'Suomutunturi, rinteet', en: 'Suomu, ski slopes' }, km: 45, minutes: 40 },
  { name: { fi: 'Pyhätunturi', en: 'Pyhätunturi fell' }, km: 50, minutes: 45 },
  { name: { fi: 'Salla', en: 'Salla' }, km: 70, minutes: 55 },
  { name: { fi: 'Rovaniemi ja lentoasema', en: 'Rovaniemi and its airport' }, km: 85, minutes: 65 },
  { name: { fi: 'Posio', en: 'Posio' }, km: 105, minutes: 85 },
  { name: { fi: 'Sodankylä', en: 'Sodankylä' }, km: 110, minutes: 85 },
  { name: { fi: 'Kuusamo', en: 'Kuusamo' }, km: 165, minutes: 130 },
]

const driveTime = (minutes: number, lang: Lang) => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const hour = lang === 'fi' ? 't' : 'h'
  if (hours === 0) return `${rest}\u00a0min`
  return rest === 0 ? `${hours}\u00a0${hour}` : `${hours}\u00a0${hour} ${rest}\u00a0min`
}

export const Distances = ({ lang, say }: { lang: Lang; say: Words }) => (
  <div class="trips">
    <table>
      <caption>{say.distances}</caption>
      <thead>
        <tr>
          <th scope="col">{say.where}</th>
          <th scope="col">{say.kilometres}</th>
          <th scope="col">{say.driving}</th>
        </tr>
      </thead>
      <tbody>
        {trips.map((trip) => (
          <tr>
            <th scope="row">{trip.name[lang]}</th>
            <td>{trip.km}&nbsp;km</td>
            <td>{driveTime(trip.minutes, lang)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p class="quiet">{say.rounded}</p>
  </div>
)

const lake =
  'M300 178C310 158 330 150 352 130C378 106 396 84 414 76C436 70 448 84 440 108C430 134 412 148 420 168' +
  'C432 190 470 196 500 186C530 178 548 190 536 210C516 238 470 232 440 246C414 262 416 286 404 318' +
  'C392 350 372 382 350 412C332 436 312 450 308 436' +
  'C306 416 328 384 336 348C344 316 342 288 328 262C310 236 290 206 300 178Z'

// biome-ignore format: a list of points reads best in rows
const trees = [
  [70, 250], [104, 262], [160, 396], [196, 408], [168, 190], [136, 178], [520, 300],
  [556, 312], [610, 250], [640, 262], [476, 84], [226, 476], [500, 396], [90, 150],
] as const

const fells = [
  { x: 300, y: 74, name: 'Pyhätunturi', km: 50, minutes: 45 },
  { x: 590, y: 420, name: 'Suomu', km: 45, minutes: 40 },
] as const

const edges = [
  { x: 24, y: 452, anchor: 'start', name: 'Rovaniemi', km: 85, minutes: 65 },
  { x: 24, y: 52, anchor: 'start', name: 'Sodankylä', km: 110, minutes: 85 },
  { x: 696, y: 92, anchor: 'end', name: 'Salla', km: 70, minutes: 55 },
  { x: 446, y: 478, anchor: 'start', name: 'Posio', km: 105, minutes: 85 },
] as const

const villages = [
  { x: 470, y: 168, dx: 14, dy: -10, name: 'Isokylä' },
  { x: 586, y: 150, dx: 0, dy: 32, name: 'Joutsijärvi' },
  { x: 306, y: 444, dx: -14, dy: 22, name: 'Luusua' },
] as const

const texts = {
  fi: {
    title:
      'Piirretty kartta: Kemijärvi järven länsirannalla, kylistä Isokylä, Joutsijärvi ja Luusua, ' +
      'ympärillä Pyhätunturi, Suomu, Salla, Posio, Rovaniemi ja Sodankylä. Etäisyydet ovat taulukossa.',
    train: 'Yöjuna Helsingistä',
  },
  en: {
    title:
      'A drawn map: Kemijärvi on the western shore of its lake, the villages of Isokylä, Joutsijärvi and Luusua, ' +
      'and around them Pyhätunturi, Suomu, Salla, Posio, Rovaniemi and Sodankylä. Distances are in the table.',
    train: 'Night train from Helsinki',
  },
}

export const TownMap = ({ lang }: { lang: Lang }) => (
  <svg class="map" viewBox="0 0 720 520" width="720" height="520" role="img" aria-labelledby="map-title">
    <title id="map-title">{texts[lang].title}</title>
    <rect class="m-land" width="720" height="520" />
    {trees.map(([x, y]) => (
      <path class="m-tree" d={`M${x} ${y - 34}l11 20h-6l10 18h-30l10 -18h-6z`} />
    ))}
    {fells.map(({ x, y }) => (
      <>
        <path
          class="m-fell"
          d={`M${x - 84} ${y}Q${x - 40} ${y - 6} ${x - 22} ${y - 46}q20 -28 40 0Q${x + 44} ${y - 4} ${x + 84} ${y}Z`}
        />
        <path
          class="m-top"
          d={`M${x - 26} ${y - 38}Q${x - 4} ${y - 74} ${x + 21} ${y - 41}l-12 -3l-10 11l-11 -12z`}
        />
      </>
    ))}
    <path
      class="m-river"
      d="M308 440Q284 486 214 500T60 534M536 206Q590 186 640 204T740 190M436 78Q452 38 500 22T560 -10"
    />
    <path class="m-lake" d={lake} />
    <path
      class="m-road"
      d="M286 224Q340 200 420 182T586 150T740 108M286 224Q258 160 292 88T270 -10M292 90Q160 60 60 20L20 -10"
    />
    <path class="m-road" d="M286 224Q340 330 430 350T560 416M420 350Q450 430 430 530" />
    <path class="m-rail" d="M-10 412Q110 382 176 322T286 224" />
    <path class="m-ties" d="M-10 412Q110 382 176 322T286 224" />
    {villages.map(({ x, y, dx, dy, name }) => (
      <>
        <circle class="m-dot" cx={x} cy={y} r="6" />
        <text x={x + dx} y={y + dy} text-anchor={dx < 0 ? 'end' : dx > 0 ? 'start' : 'middle'}>
          {name}
        </text>
      </>
    ))}
    <circle class="m-here" cx="286" cy="224" r="11" />
    <text class="here" x="266" y="232" text-anchor="end">
      Kemijärvi
    </text>
    {[...fells.map((fell) => ({ ...fell, y: fell.y + 26, anchor: 'middle' })), ...edges].map((spot) => (
      <text x={spot.x} y={spot.y} text-anchor={spot.anchor}>
        {spot.name}
        <tspan class="far" x={spot.x} dy="1.3em">
          {`${spot.km}\u00a0km, ${driveTime(spot.minutes, lang)}`}
        </tspan>
      </text>
    ))}
    <text class="far" x="24" y="352">
      {texts[lang].train}
    </text>
  </svg>
)
