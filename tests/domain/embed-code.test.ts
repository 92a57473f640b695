// What a webmaster pastes, and where an account lives.
import { describe, expect, it } from 'vitest'
import {
  embedDiv,
  embedElement,
  embedFrame,
  embedFrameScript,
  embedPreview,
  fragmentAddress,
  reserveRule,
} from '../../services/domain/embed-code.ts'
import { profileUrl } from '../../services/domain/profile.ts'

const embed = {
  service: 'https://seina.example.fi',
  place: 'kemijarvi',
  wall: 'etusivu',
  language: 'fi',
  title: 'Kemijärvi "somessa" & <muualla>',
}

describe('what a webmaster pastes', () => {
  it('is the element with a link inside, and its script', () => {
    expect(embedElement(embed)).toBe(
      '<some-wall src="https://seina.example.fi" place="kemijarvi" wall="etusivu" lang="fi">\n' +
        '  <a href="https://seina.example.fi/walls/kemijarvi/etusivu?lang=fi">' +
        'Kemijärvi &#34;somessa&#34; &#38; &#60;muualla&#62;</a>\n' +
        '</some-wall>\n<script src="https://seina.example.fi/widgets/somewall.js" async></script>',
    )
    expect(embedElement(embed, '<ul></ul>')).toContain('  <ul></ul>\n')
  })
  it('is a div for a CMS that knows no elements of others', () => {
    expect(embedDiv(embed)).toContain('<div data-somewall="https://seina.example.fi" data-place="kemijarvi"')
  })
  it('is a frame, named and without a style, where no script may run; where one may, it has the right height', () => {
    const look = { layout: 'list', limit: 6, theme: 'dark' }
    const frame = embedFrame({ ...embed, look })
    const address = `${embed.service}/embed/kemijarvi/etusivu?lang=fi&layout=list&limit=6&theme=dark`
    expect(frame).toContain(`src="${address.replaceAll('&', '&#38;')}"`)
    expect(frame).toContain('title="Kemijärvi &#34;somessa&#34; &#38; &#60;muualla&#62;" width="100%"')
    expect(frame).not.toContain('style')
    expect(embedFrameScript(embed)).toBe(
      '<script src="https://seina.example.fi/widgets/frame.js" async></script>',
    )
    for (const code of [embedElement({ ...embed, look }), embedDiv({ ...embed, look })])
      for (const said of ['layout="list"', 'limit="6"', 'theme="dark"']) expect(code).toContain(said)
  })
  it('is for a pasted address a short preview, and a link for where the frame may not speak', () => {
    const code = embedPreview({ ...embed, width: 400, height: 420 })
    expect(code).toMatch(/^<blockquote><a href="[^"]+\/walls\/kemijarvi\/etusivu\?lang=fi">/)
    expect(code).toContain('/embed/kemijarvi/etusivu/preview?lang=fi"')
  })
  it('tells a server where the list is', () => {
    expect(fragmentAddress(embed)).toBe('https://seina.example.fi/fragment/kemijarvi/etusivu?lang=fi')
  })
  it('keeps more room for more posts, and more on a narrow screen', () => {
    const rooms = (rule: string) =>
      [...rule.matchAll(/min-height:(\d+)rem/g)].map((match) => Number(match[1]))
    const [narrow = 0, middle = 0, wide = 0] = rooms(reserveRule({ posts: 12, lead: 3 }))
    expect(narrow > middle && middle > wide).toBe(true)
    expect(
      rooms(reserveRule({ posts: 4, lead: 0 })).every((room, at) => room < ([narrow, middle, wide][at] ?? 0)),
    ).toBe(true)
    expect(rooms(reserveRule({ posts: 4, lead: 1, list: true }))).toHaveLength(1)
  })
})

describe('the address of an account', () => {
  it.each([
    ['mastodon', '@kemijarvi@example.social', 'https://example.social/@kemijarvi'],
    ['instagram', '@kemijarvi', 'https://www.instagram.com/kemijarvi/'],
    ['bluesky', 'kemijarvi.bsky.social', 'https://bsky.app/profile/kemijarvi.bsky.social'],
    ['youtube', '@kemijarvi', 'https://www.youtube.com/@kemijarvi'],
    ['mastodon', '@kemijarvi', null],
    ['instagram', '../evil?x', null],
    ['feed', 'uutiset', null],
    ['x', null, null],
  ] as const)('%s %s', (channel, handle, url) => {
    expect(profileUrl(channel, handle)).toBe(url)
  })
})
