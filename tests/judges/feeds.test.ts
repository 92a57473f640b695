// The Universal Feed Parser on the Atom feeds that we publish.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Everything, openEverything } from '../everything.ts'
import { published } from '../published.ts'
import { judged } from './present.ts'

/** `bozo` is the parser's word for a feed that is not well-formed. */
const script = `
import calendar, datetime, feedparser, json, sys
feed = feedparser.parse(sys.stdin.buffer.read())
at = lambda time: datetime.datetime.utcfromtimestamp(calendar.timegm(time)).isoformat()
items = [{"id": one.id, "title": one.title, "url": one.link, "at": at(one.published_parsed)} for one in feed.entries]
print(json.dumps({"bozo": bool(feed.bozo), "version": feed.version, "items": items}))
`

judged('the Universal Feed Parser', ['feedparser'], () => {
  let all: Everything
  beforeAll(async () => {
    all = await openEverything()
  })
  afterAll(() => all.database.close())

  test.each(Object.entries(published))('%s gives it the same items', async (path, list) => {
    const reading = promisify(execFile)('/usr/bin/python3', ['-c', script])
    reading.child.stdin?.end(await (await all.app.request(path)).text())
    // It knows no thousandths of a second.
    const items = (await list(all)).map((one) => ({ ...one, at: one.at.slice(0, 19) }))
    expect(JSON.parse((await reading).stdout)).toEqual({ bozo: false, version: 'atom10', items })
  })
})
