// What servers ask of us, as tables.
import { describe, expect, it } from 'vitest'
import {
  askIfChanged,
  readFreshMinutes,
  readQuotaEnd,
  readRetryAt,
  readValidators,
} from '../../../workers/http/wishes.ts'
import { NOW } from '../../makers.ts'

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const DAY = 86_400

describe('Retry-After and X-RateLimit-Reset', () => {
  const cases: [headers: Record<string, string>, at: Date | null][] = [
    [{}, null],
    [{ 'retry-after': '120' }, later(120)],
    [{ 'retry-after': ' 120 ' }, later(120)],
    [{ 'retry-after': '0' }, null],
    [{ 'retry-after': '-5' }, null],
    [{ 'retry-after': '315360000' }, later(DAY)],
    [{ 'retry-after': '999999999999' }, later(DAY)],
    [{ 'retry-after': '9'.repeat(400) }, null],
    [{ 'retry-after': '1.5' }, null],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '' }, null],
    [{ 'retry-after': 'Wed, 25 Nov 2026 10:05:00 GMT' }, later(300)],
    [{ 'retry-after': 'Wed, 25 Nov 2026 09:00:00 GMT' }, null],
    [{ 'retry-after': 'Wed, 25 Nov 2036 10:00:00 GMT' }, later(DAY)],
    [{ 'retry-after': '2026-11-25T10:05:00Z' }, later(300)],
    [{ 'retry-after': 'Wed, 32 Foo 2026 10:05:00 GMT' }, null],
    // The machine's own zone must not be guessed at.
    [{ 'retry-after': '25.11.2026 12:00' }, null],
    [{ 'x-ratelimit-reset': '2026-11-25T10:05:00.000Z' }, later(300)],
    [{ 'x-ratelimit-reset': '2026-11-25T12:05:00+02:00' }, later(300)],
    [{ 'x-ratelimit-reset': String(later(300).getTime() / 1000) }, later(300)],
    [{ 'x-ratelimit-reset': '300' }, null],
    [{ 'retry-after': '60', 'x-ratelimit-reset': String(later(300).getTime() / 1000) }, later(60)],
    [{ 'retry-after': 'rubbish', 'x-ratelimit-reset': String(later(300).getTime() / 1000) }, later(300)],
  ]
  it.each(cases)('%j', (headers, at) => expect(readRetryAt(headers, NOW)).toEqual(at))
})

it('a quota has ended when nothing is left of it, and only then', () => {
  const reset = { 'x-ratelimit-reset': '2026-11-25T10:05:00.000Z' }
  expect(readQuotaEnd({ ...reset, 'x-ratelimit-remaining': '0' }, 200, NOW)).toEqual(later(300))
  expect(readQuotaEnd({ ...reset, 'x-ratelimit-remaining': '1' }, 200, NOW)).toBeNull()
  expect(readQuotaEnd(reset, 429, NOW)).toEqual(later(300))
  expect(readQuotaEnd({ 'retry-after': '300' }, 429, NOW)).toBeNull()
})

it('the last tenth of a quota is not used up, by whichever names the server tells it', () => {
  const told = (left: string, more: object) => ({
    'ratelimit-limit': '300',
    'ratelimit-remaining': left,
    ...more,
  })
  expect(readQuotaEnd(told('29', { 'ratelimit-reset': '60' }), 200, NOW)).toEqual(later(60))
  expect(readQuotaEnd(told('30', { 'ratelimit-reset': '60' }), 200, NOW)).toBeNull()
  const unix = String(NOW.getTime() / 1000 + 90)
  expect(readQuotaEnd(told('3', { 'ratelimit-reset': unix }), 200, NOW)).toEqual(later(90))
  expect(readQuotaEnd(told('3', { 'ratelimit-reset': 'soon' }), 200, NOW)).toBeNull()
  expect(readQuotaEnd(told('many', { 'ratelimit-reset': '60' }), 200, NOW)).toBeNull()
})

describe('how long an answer stays fresh', () => {
  const date = 'Wed, 25 Nov 2026 10:00:00 GMT'
  const cases: [headers: Record<string, string>, minutes: number | null][] = [
    [{}, null],
    [{ 'cache-control': 'max-age=900' }, 15],
    [{ 'cache-control': 'public, MAX-AGE="61"' }, 2],
    [{ 'cache-control': 'max-age=0, must-revalidate' }, null],
    [{ 'cache-control': 'no-cache' }, null],
    [{ 'cache-control': 's-maxage=900' }, null],
    [{ 'cache-control': 'max-age=31536000' }, 1440],
    [{ expires: 'Wed, 25 Nov 2026 11:00:00 GMT', date }, 60],
    [{ expires: 'Wed, 25 Nov 2026 11:00:00 GMT' }, null],
    [{ expires: '0', date }, null],
    [{ expires: 'Wed, 25 Nov 2026 09:00:00 GMT', date }, null],
    [{ 'cache-control': 'no-store', expires: 'Wed, 25 Nov 2026 11:00:00 GMT', date }, null],
  ]
  it.each(cases)('%j', (headers, minutes) => expect(readFreshMinutes(headers)).toBe(minutes))
})

describe('validators', () => {
  it('go back byte for byte', () => {
    const headers = { etag: 'W/"aBc, d-gzip"', 'last-modified': 'Tue,  1 Jan 1980 00:00:00 +0200' }
    expect(askIfChanged(readValidators(headers))).toEqual({
      'if-none-match': 'W/"aBc, d-gzip"',
      'if-modified-since': 'Tue,  1 Jan 1980 00:00:00 +0200',
    })
  })
  it('are left out when they could not be sent', () => {
    expect(readValidators({ etag: '"ä\n"', 'last-modified': '' })).toEqual({})
    expect(askIfChanged({})).toEqual({})
  })
})
