// Our calendar read back by a strict reader of RFC 5545: lines, folding, escaping, and what each event must have.
import { expect, it } from 'vitest'
import { type DayEvent, writeCalendar } from '../../services/domain/ical.ts'
import { fc } from '../chance.ts'
import { readCalendar } from '../ical.ts'

const event: DayEvent = {
  ...{
    uid: 'kemijarvi.freeze.2026-q3@somewall.example',
    sequence: 2,
    changed: new Date('2026-09-01T08:00:00.123Z'),
  },
  ...{
    day: '2026-10-15',
    nextDay: '2026-10-16',
    title: 'Lukujen lukitus',
    text: 'Viestinnästä vastaava\ntulossa',
  },
  ...{
    category: 'Viestinnästä vastaava',
    url: 'https://somewall.example/desk/kemijarvi/clock',
    alarms: [9, -63],
  },
}

it('a day is a whole day, with its reminders at nine', () => {
  const [read] = readCalendar(writeCalendar('Vuosikello, Kemijärvi', 'fi', [event])).events
  expect(read).toMatchObject({
    ...{ UID: event.uid, SEQUENCE: '2', DTSTAMP: '20260901T080000Z' },
    ...{ 'DTSTART;VALUE=DATE': '20261015', 'DTEND;VALUE=DATE': '20261016' },
    'SUMMARY;LANGUAGE=fi': 'Lukujen lukitus',
    'DESCRIPTION;LANGUAGE=fi': 'Viestinnästä vastaava\ntulossa',
    alarms: ['PT9H', '-PT63H'],
  })
})

it('whatever a title says is read back as it was, in lines of at most 75 octets', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
      const clean = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')
      const read = readCalendar(writeCalendar(text, 'fi', [{ ...event, title: text }]))
      expect(read.events[0]?.['SUMMARY;LANGUAGE=fi']).toBe(clean)
      expect(read.name).toBe(clean)
    }),
  ))
