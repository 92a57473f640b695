// The net under our own reader of XML: what that stumbles over, rss-parser reads.
import { expect, it, vi } from 'vitest'
import { readFeed } from '../../../workers/channels/feed/read.ts'
import { readXml } from '../../../workers/channels/feed/xml.ts'
import { documents, HERE } from './feed-documents.ts'

vi.mock('../../../workers/channels/feed/xml.ts', { spy: true })
const first = vi.mocked(readXml)
const stumble = (error: Error) =>
  first.mockImplementationOnce(() => {
    throw error
  })

it.each(['RSS 0.92', 'RSS 0.93', 'RSS 2.0'])('it reads the same as the first: %s', async (kind) => {
  const text = documents[kind] ?? ''
  const { posts } = await readFeed(text, HERE)
  stumble(new TypeError('a bug of ours'))
  expect((await readFeed(text, HERE)).posts).toEqual(posts)
})

it('it is not given what was too much for the first', async () => {
  stumble(new RangeError('too much'))
  await expect(readFeed(documents['RSS 2.0'] ?? '', HERE)).rejects.toThrow(RangeError)
})

it('a document that both stumble over is the first reader’s bug', async () => {
  stumble(new TypeError('a bug of ours'))
  await expect(readFeed('<svg/>', HERE)).rejects.toThrow('a bug of ours')
})
