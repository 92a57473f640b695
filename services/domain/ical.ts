// Days of a calendar as iCalendar (RFC 5545): whole-day events with stable ids, told in lines that every program reads.

export type DayEvent = {
  /** The same for the same thing for ever, whatever becomes of its day. */
  uid: string
  /** Grows with every change. */
  sequence: number
  /** When it was changed last. */
  changed: Date
  day: string
  nextDay: string
  title: string
  text: string
  category: string | null
  url: string
  /** Hours from the beginning of the day at which to remind; negative is before it. */
  alarms: readonly number[]
}

const PRODUCT = '-//Somewall//Viestinnan vuosikello//FI'
const OCTETS = 75

export function writeCalendar(name: string, language: string, events: readonly DayEvent[]): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${PRODUCT}`, 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    `NAME;LANGUAGE=${language}:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...['REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H'],
    ...events.flatMap((one) => eventLines(language, one)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(language: string, one: DayEvent): string[] {
  const changed = one.changed.toISOString().replace(/[-:]|\.\d+/g, '')
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(one.uid)}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${one.sequence}`,
    `DTSTART;VALUE=DATE:${one.day.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${one.nextDay.replaceAll('-', '')}`,
    `SUMMARY;LANGUAGE=${language}:${escaped(one.title)}`,
    `DESCRIPTION;LANGUAGE=${language}:${escaped(one.text)}`,
    ...(one.category ? [`CATEGORIES:${escaped(one.category)}`] : []),
    `URL:${one.url}`,
    'TRANSP:TRANSPARENT',
    ...one.alarms.flatMap((hours) => [
      ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(one.title)}`],
      ...[`TRIGGER:${hours < 0 ? '-' : ''}PT${Math.abs(hours)}H`, 'END:VALARM'],
    ]),
    'END:VEVENT',
  ]
}

/** A text value: what has a meaning in the format is escaped, other control characters are left out. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** At most 75 octets a line; what goes on begins with a space, and no character is cut in two. */
function folded(line: string): string {
  let [out, octets] = ['', 0]
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > OCTETS) {
      out += '\r\n '
      octets = 1
    }
    out += sign
    octets += size
  }
  return out
}
