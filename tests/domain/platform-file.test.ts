// The platforms' own statistics: told by their headings, dates by the whole column, every bad cell named.
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../services/domain/csv.ts'
import { orderOf, readWall } from '../../services/domain/platform-dates.ts'
import { findHead, readCount, readPlatformFile } from '../../services/domain/platform-file.ts'
import { guessFields, type Layout, layouts, recognise } from '../../services/domain/platform-layouts.ts'
import { splitTables } from '../../services/domain/split-tables.ts'
import { fc } from '../chance.ts'

const told = (head: string) => {
  const layout = recognise(head.split(','))
  return layout && `${layout.channel} ${layout.per}`
}

describe('a layout', () => {
  it.each([
    [
      'Post ID,Page ID,Page name,Title,Publish time,Permalink,Reach,Reactions,Comments,Shares,Total clicks',
      'facebook post',
    ],
    [
      'Publicerings-id,Sid-id,Sidnamn,Publiceringstid,Permalänk,Visningar,Räckvidd,Reaktioner',
      'facebook post',
    ],
    [
      'Julkaisun tunnus,Sivun tunnus,Sivun nimi,Julkaisuaika,Pysyvä linkki,Kattavuus,Reaktiot',
      'facebook post',
    ],
    ['Post ID,Account ID,Account username,Publish time,Permalink,Views,Reach,Likes,Shares', 'instagram post'],
    ['Content,Video title,Video publish time,Duration,Views,Watch time (hours),Impressions', 'youtube post'],
    ['Sisältö,Videon nimi,Videon julkaisuaika,Katselukerrat', 'youtube post'],
    ['Date,Views,Watch time (hours)', 'youtube day'],
    [
      'Post title,Post link,Post type,Created date,Impressions,Views,Clicks,Likes,Comments,Reposts',
      'linkedin post',
    ],
    ['Date,Impressions (organic),Impressions (total),Clicks (total),Reactions (total)', 'linkedin day'],
    ['Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views', 'tiktok post'],
    ['Date,Video Views,Profile Views,Likes,Comments,Shares', 'tiktok day'],
    ['Datum,Videovisningar,Målgrupp som nåtts,Profilvisningar,Gilla-markeringar,Delningar', 'tiktok day'],
    ['Post id,Date,Post text,Post Link,Impressions,Likes,Replies,Reposts,URL Clicks', 'x post'],
    ['Date,Impressions,Likes,Engagements,New follows,Unfollows,Create Post', 'x day'],
    ['Date,Unique visitors,Visits,Actions,Bounces', 'matomo day'],
    ['Päiväys,Yksilölliset kävijät,Käynnit,Toiminnot,Poistumiset', 'matomo day'],
    ['Päiväys,Sivukatseluita,Yksilöllisiä sivukatseluita,Haut', 'matomo day'],
    ['Datum,Unika besökare,Besök,Händelser,Avvisningar', 'matomo day'],
    ['Date,Sessions,Views,Active users', 'ga4 day'],
    ['Date,Views', undefined],
    ['tunnusluku,osa,jakso,arvo,lähde', undefined],
  ])('%s is of %s', (head, kind) => expect(told(head)).toBe(kind))

  it('is told by headings alone: their order, case and spaces do not matter', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...layouts).chain((layout) => {
          const heads = Object.values(layout.columns).map((one) => one?.[0] as string)
          return fc.tuple(fc.constant(layout), fc.shuffledSubarray(heads, { minLength: heads.length }))
        }),
        ([layout, heads]) => {
          const written = [...heads, layout.tells[0] as string, 'Muu'].map((one) => `  ${one.toUpperCase()} `)
          const found = recognise(written) as Layout
          expect([found.channel, found.per]).toEqual([layout.channel, layout.per])
        },
      ),
    )
  })

  it('of two headings for one thing takes the better known, and the first of two alike', () => {
    const facebook = layouts[0] as Layout
    expect(guessFields(['Total clicks', 'Link clicks', 'Reach', 'Reach'], facebook.columns)).toEqual([
      ...[null, 'clicks'],
      ...['reach', null],
    ])
  })
})

describe('a date', () => {
  it.each([
    ['11/03/2026 08:31', 'mdy', '2026-11-03', 511],
    ['11/03/2026 08:31', 'dmy', '2026-03-11', 511],
    ['3.11.2026 8.31', 'mdy', '2026-11-03', 511],
    ['3.11.2026 klo 8.31', 'dmy', '2026-11-03', 511],
    ['2026-11-03T20:31:00', 'mdy', '2026-11-03', 1231],
    ['11/3/26 8:31 PM', 'mdy', '2026-11-03', 1231],
    ['11/3/2026 12:05 AM', 'mdy', '2026-11-03', 5],
    ['Fri, Nov 3, 2026', 'dmy', '2026-11-03', null],
    ['Nov 3, 2026', 'ymd', '2026-11-03', null],
    ['3. marraskuuta 2026', 'ymd', '2026-11-03', null],
    ['3 mars 2026', 'ymd', '2026-03-03', null],
    ['20261103', 'ymd', '2026-11-03', null],
  ] as const)('%s read as %s', (text, order, day, minutes) =>
    expect(readWall(text, order)).toEqual({ day, minutes }),
  )
  it.each([
    '2026-02-30',
    '31.4.2026',
    '13/13/2026',
    '3.11.',
    'eilen',
    '11/3/2026 25:00',
    'Lifetime',
    '=NOW()',
  ])('%s is none', (text) => expect(readWall(text, 'mdy')).toBeUndefined())
  it.each([
    ['November 25', '2026-11-25'],
    ['November 26', '2025-11-26'],
    ['26 November', '2025-11-26'],
    ['1. lokakuuta', '2026-10-01'],
    ['February 29', undefined],
  ])('%s without its year is the last such day up to the download: %s', (text, day) => {
    expect(readWall(text, 'ymd', '2026-11-25')?.day).toBe(day)
    expect(readWall(text, 'ymd')).toBeUndefined()
  })
  it('in figures is of the order that reads the whole column, never of one row', () => {
    expect(orderOf(['11/03/2026', '11/25/2026'], null)).toBe('mdy')
    expect(orderOf(['11/03/2026', '25/11/2026'], 'mdy')).toBe('dmy')
    expect(orderOf(['11/03/2026', '04/05/2026'], 'mdy')).toBe('mdy')
    expect(orderOf(['11/03/2026', '04/05/2026'], null)).toBe('either')
    expect(orderOf(['25/11/2026', '11/25/2026'], null)).toBeUndefined()
    expect(orderOf(['3.11.2026', ''], null)).toBe('ymd')
  })
})

describe('a count', () => {
  it.each([
    ['1,234', 1234],
    ['1 234', 1234],
    ['1.234.567', 1234567],
    ['12.0', 12],
    ['0', 0],
    ['', null],
    ['–', null],
    ['N/A', null],
    ['1.2K', 'round'],
    ['-3', 'number'],
    ['3,5', 'number'],
    ['=1+1', 'number'],
    ['12 345 678 901', 'number'],
  ])('%j is %j', (text, n) => expect(readCount(text)).toBe(n))
})

const TODAY = '2026-11-25'
function read(text: string) {
  const rows = readCsv(text)
  const at = findHead(rows)
  const head = rows[at]
  const layout = head && recognise(head.cells)
  if (!head || !layout) throw new Error('not recognised')
  const columns = guessFields(head.cells, layout.columns)
  return readPlatformFile(head, rows.slice(at + 1), { ...layout, columns }, TODAY)
}
const fb = 'Post ID,Page ID,Page name,Publish time,Permalink,Views,Reach,Reactions,Comments,Shares'

describe('a file', () => {
  it('is read row by row; what it says before its headings and the sum of its rows are no rows', () => {
    const video =
      'Taulukko,,,\nContent,Video title,Video publish time,Views\nTotal,,,900\nabcDEF12345,Tori,"Oct 3, 2026",900'
    expect(read(video)).toMatchObject({
      bad: [],
      posts: [
        {
          line: 4,
          ids: ['abcDEF12345'],
          wall: { day: '2026-10-03', minutes: null },
          views: 900,
          likes: null,
        },
      ],
    })
  })
  it('names a post as collecting does: by number and page, by the code in its address, by the address', () => {
    const { posts } = read(
      `${fb}\n77,100,Kemijärvi,11/03/2026 08:31,https://www.facebook.com/k/posts/77?utm_source=x,,,,,`,
    )
    expect(posts[0]?.ids).toEqual(['77', '100_77', 'https://facebook.com/k/posts/77'])
    const gram = 'Post ID,Account username,Publish time,Permalink,Likes'
    const link = '=HYPERLINK("https://www.instagram.com/reel/DAbc_1/","Katso")'
    const found = read(`${gram}\n18011,kemijarvi,11/03/2026 08:31,"${link.replaceAll('"', '""')}",3`)
    expect(found.posts[0]?.ids).toEqual(['DAbc_1', '18011', 'https://instagram.com/reel/DAbc_1'])
    const inPost = 'Post title,Post link,Created date,Impressions'
    const urn = read(
      `${inPost}\nTori,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A71,11/03/2026,5`,
    )
    expect(urn.posts[0]?.ids[0]).toBe('urn:li:activity:71')
  })
  it('has every bad cell named by line and column, in order', () => {
    const rows = [
      '1,9,K,11/03/2026 08:31,,12,x,1,0,0',
      '1.22E+17,9,K,11/03/2026 08:31,,1.2K,1,1,0,0',
      '3,9,K,11/31/2026 08:31,,1,1,1,0,0',
      '1,9,K,11/26/2026 08:31,ei osoite,1,1,1,0,0',
      ',9,K,11/03/2026 08:31,,1,1,1,0,0,lisää',
    ]
    expect(read(`${fb}\n${rows.join('\n')}`).bad.map((one) => [one.line, one.column, one.wrong])).toEqual([
      [2, 'Reach', 'number'],
      [3, 'Post ID', 'rounded-id'],
      [3, 'Views', 'round'],
      [4, 'Publish time', 'date'],
      [5, 'Publish time', 'future'],
      [5, 'Permalink', 'link'],
      [5, 'Post ID', 'twice'],
      [6, null, 'cells'],
      [6, 'Post ID', 'name'],
    ])
  })
  it('of an account tells days, each once', () => {
    const text = 'Date,Impressions (total),Clicks (total)\n11/03/2026,120,4\n11/04/2026,,0\n11/04/2026,1,1'
    const none = { visits: null, searches: null, followers: null }
    expect(read(text)).toEqual({
      posts: [],
      days: [
        { day: '2026-11-03', views: 120, clicks: 4, ...none },
        { day: '2026-11-04', views: null, clicks: 0, ...none },
        { day: '2026-11-04', views: 1, clicks: 1, ...none },
      ],
      bad: [{ line: 4, column: 'Date', wrong: 'twice', value: '3' }],
    })
  })
})

describe('a file of TikTok', () => {
  it('goes over the turn of the year, though it writes no years', () => {
    const text =
      'Date,Video Views,Profile Views\nDecember 30,1,0\nDecember 31,2,0\nJanuary 1,3,0\nNovember 25,4,0'
    const { days, bad } = read(text)
    expect(bad).toEqual([])
    expect(days.map((one) => one.day)).toEqual(['2025-12-30', '2025-12-31', '2026-01-01', '2026-11-25'])
  })
})

describe('a file of several tables with notes between them', () => {
  const notes = (first: string) =>
    `# ---------------,\n# Kemijärvi\n# Property: kemijarvi.fi\n#\n# Start date: ${first}\n# End date: 20261122\n`
  it('is each of its tables, its numbered days real ones, over the end of a month and of summer time', () => {
    const days = `${notes('20261024')}Nth day,Views\n0000,5\n0001,7\n0008,9\n`
    const text = `${days}${notes('20261101')}Date,Sessions\n20261101,3\n,3,Grand total`
    const tables = splitTables(readCsv(text))
    expect(tables.map((rows) => rows.map(({ cells }) => cells))).toEqual([
      [
        ['Date', 'Views'],
        ['2026-10-24', '5'],
        ['2026-10-25', '7'],
        ['2026-11-01', '9'],
      ],
      [
        ['Date', 'Sessions'],
        ['20261101', '3'],
        ['', '3', 'Grand total'],
      ],
    ])
    expect(read('Date,Sessions\n20261101,3\n,3,Grand total')).toMatchObject({
      bad: [],
      days: [{ day: '2026-11-01', visits: 3, views: null }],
    })
  })
  it('that does not begin with a note is one table, whatever its cells begin with', () => {
    const rows = readCsv('Date,Sessions\n#kemijärvi,1')
    expect(splitTables(rows)).toEqual([rows])
  })
})
