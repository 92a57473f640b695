// Dates as feeds write them, the same on every machine: RFC 822, ISO 8601, C's, the Finnish and the Swedish way.

/** Where a time without a zone is meant: the sites we read are Finnish, and Node's own guess is the machine's zone. */
const HOME = 'Europe/Helsinki'

const zones: Record<string, number> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  MET: 1,
  CEST: 2,
  MEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  AEST: 10,
  JST: 9,
  AST: -4,
  AT: -4,
  ADT: -3,
  EST: -5,
  ET: -5,
  EDT: -4,
  CST: -6,
  CT: -6,
  CDT: -5,
  MST: -7,
  MT: -7,
  MDT: -6,
  PST: -8,
  PT: -8,
  PDT: -7,
  AKST: -9,
  HST: -10,
}
// English, Finnish and Swedish months by their first letters.
const months: [start: RegExp, month: number][] = [
  [/^(jan|tammi)/, 1],
  [/^(feb|helmi)/, 2],
  [/^(mar(?!ras)|maalis)/, 3],
  [/^(apr|huhti)/, 4],
  [/^(may|maj|touko)/, 5],
  [/^(jun|kesä)/, 6],
  [/^(jul|heinä)/, 7],
  [/^(aug|elo)/, 8],
  [/^(sep|syys)/, 9],
  [/^(oct|okt|loka)/, 10],
  [/^(nov|marras)/, 11],
  [/^(dec|joulu)/, 12],
]
const seconds = String.raw`(?:[:.](?<s>\d\d)(?:[.,](?<f>\d{1,9}))?)?`
const clock = String.raw`(?<h>\d{1,2})[:.](?<min>\d\d)${seconds}(?:\s?(?<half>[AP])\.?M\b\.?)?`
const at = String.raw`(?:,?\s+(?:klo?\.?\s*)?${clock})?`
const weekday = String.raw`(?:\p{L}{2,12}\.?,?\s+)?`
const name = String.raw`(?<name>\p{L}{3,12})`
const zone = String.raw`\s*(?<zone>(?!T\d)\D.*)?`
const shapes = [
  // 2026-11-23T10:00:00+02:00, 2026/11/23 10:00
  String.raw`${weekday}(?<y>\d{4})(?<dash>[-/])(?<m>\d{1,2})\k<dash>(?<d>\d{1,2})(?:(?:T|,?\s+)${clock})?${zone}`,
  // 20261123T100000Z
  String.raw`(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)(?:T(?<h>\d\d)(?<min>\d\d)(?<s>\d\d)?)?${zone}`,
  // 2026-11, 2026: the first day of it.
  String.raw`(?<y>\d{4})(?:-(?<m>\d\d))?`,
  // Mon, 23 Nov 2026 10:00:00 EET; 23. marraskuuta 2026 klo 10.00
  String.raw`${weekday}(?<d>\d{1,2})\.?[\s-]${name}\.?,?[\s-](?<y>\d{4}|\d\d)${at}${zone}`,
  // Mon Nov 23 10:00:00 EET 2026
  String.raw`${weekday}${name}\s+(?<d>\d{1,2})\s+${clock}\s+(?:(?<zone>[A-Z+-][\w:/]{0,9})\s+)?(?<y>\d{4})`,
  // November 23, 2026 10:00:00 EET
  String.raw`${weekday}${name}\.?\s+(?<d>\d{1,2}),?\s+(?<y>\d{4})${at}${zone}`,
  // 23.11.2026 klo 10.00
  String.raw`${weekday}(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})${at}${zone}`,
].map((shape) => new RegExp(`^${shape}$`, 'iu'))

/** The moment a text names; null when it names none. A day without a time is its noon, so that it stays that day. */
export function readDate(text: string | undefined | null): Date | null {
  const short = text?.normalize('NFC').trim().slice(0, 80) ?? ''
  const found = shapes.map((shape) => shape.exec(short)?.groups).find(Boolean)
  if (!found) return null
  const { y = '', m, name: word, d = '1', h = '12', min = '0', s = '0', f = '0', half, zone = '' } = found
  const named = word ? months.find(([start]) => start.test(word.toLowerCase()))?.[1] : 1
  const month = m ? Number(m) : named
  const year = y.length === 2 ? 2000 + Number(y) - (Number(y) > 70 ? 100 : 0) : Number(y)
  const [day, minute] = [Number(d), Number(min)]
  const hour = half ? (Number(h) % 12) + (/p/i.test(half) ? 12 : 0) : Number(h)
  if (!month || month > 12 || hour > 24 || minute > 59 || Number(s) > 60) return null
  const [second, thousandths] = [Math.min(Number(s), 59), Number(f.padEnd(3, '0').slice(0, 3))]
  const wall = Date.UTC(year, month - 1, day, hour, minute, second, thousandths)
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day || year < 1000) return null
  const offset = readZone(zone)
  return new Date(offset === undefined ? atHome(wall) : wall - offset)
}

/** Milliseconds east of Greenwich; undefined when the text names no zone that we know. */
function readZone(text: string): number | undefined {
  const bare = text
    .replace(/\(.*\)/, '')
    .trim()
    .toUpperCase()
  const [, sign, hours, minutes = '0'] = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d\d)?$/.exec(bare) ?? []
  if (hours && Number(hours) < 15)
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
  // The letters of armies were defined the wrong way round once: RFC 5322 takes them all for UTC. J was local time.
  if (/^[A-IK-Z]$/.test(bare)) return 0
  const named = zones[bare.replace(/^ETC\//, '')]
  return named === undefined ? undefined : named * 3_600_000
}

const home = new Intl.DateTimeFormat('en', { timeZone: HOME, timeZoneName: 'longOffset' })

function atHome(wall: number): number {
  const offset = (at: number) => {
    const name = home.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''
    return readZone(name) ?? 0
  }
  return wall - offset(wall - offset(wall))
}
