// A strict reader of the calendars that we write: it refuses what RFC 5545 does not allow, where programs look away.

export type ReadEvent = Record<string, unknown> & { alarms: string[] }

export function readCalendar(text: string): { name: string; events: ReadEvent[] } {
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end')
  const raw = text.slice(0, -2).split('\r\n')
  for (const line of raw) {
    if (Buffer.byteLength(line) > 75) throw new Error(`more than 75 octets: ${line}`)
    if (/[^\P{Cc}\t]/u.test(line)) throw new Error(`a control character: ${JSON.stringify(line)}`)
  }
  const lines = raw.join('\r\n').replaceAll('\r\n ', '').split('\r\n')
  const open: string[] = []
  const events: ReadEvent[] = []
  let name = ''
  for (const line of lines) {
    const [, key = '', value = ''] = /^([A-Z-]+(?:;[A-Z]+=[^:;]+)*):(.*)$/s.exec(line) ?? []
    if (!key) throw new Error(`no property: ${line}`)
    if (key === 'BEGIN') {
      open.push(value)
      if (value === 'VEVENT') events.push({ alarms: [] })
    } else if (key === 'END') {
      if (open.pop() !== value) throw new Error(`ends what is not open: ${value}`)
    } else if (open.at(-1) === 'VALARM' && key === 'TRIGGER') events.at(-1)?.alarms.push(value)
    else if (open.at(-1) === 'VEVENT') put(events.at(-1) as ReadEvent, key, value)
    else if (key === 'X-WR-CALNAME') name = plain(value)
  }
  if (open.length || lines[0] !== 'BEGIN:VCALENDAR') throw new Error('not one calendar')
  const ids = events.map((one) => one.UID)
  if (new Set(ids).size !== ids.length) throw new Error('an id stands twice')
  for (const one of events)
    for (const must of ['UID', 'DTSTAMP', 'DTSTART;VALUE=DATE', 'SEQUENCE'])
      if (!one[must]) throw new Error(`${must} is missing`)
  return { name, events }
}

function put(event: ReadEvent, key: string, value: string): void {
  if (key in event) throw new Error(`${key} stands twice`)
  event[key] = plain(value)
}

function plain(value: string): string {
  if (/(?<!\\)(?:\\\\)*(?:[;,]|\\[^\\;,nN])/.test(value)) throw new Error(`not escaped: ${value}`)
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
}
