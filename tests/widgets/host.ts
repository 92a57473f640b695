// Another site that shows the wall: a page a path, on an origin of its own, with whatever policy a test wants.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type HostPage = { html: string; policy?: string }
export type Host = { url: string; set: (path: string, page: HostPage) => string; close: () => Promise<void> }

export async function startHost(): Promise<Host> {
  const pages = new Map<string, HostPage>()
  const server = createServer((request, response) => {
    const found = pages.get((request.url ?? '').split('?')[0] ?? '')
    response.writeHead(found ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      ...(found?.policy && { 'content-security-policy': found.policy }),
    })
    response.end(found?.html ?? '')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // By another name than the service, so that the two are different sites as well.
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    url,
    set(path, page) {
      pages.set(path, page)
      return url + path
    },
    close: () => new Promise((done) => server.close(() => done())),
  }
}

const look =
  'body { background: light-dark(#fff, #0f171d); color: light-dark(#111, #eee) } ' +
  'main { max-width: 76rem; margin: auto }'

/** A plain landing page around what a webmaster has pasted, with a sentence below it. */
export function landing(embed: string, head = ''): string {
  return (
    '<!doctype html><html lang="fi"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Muuta tänne</title>' +
    `<link rel="icon" href="data:,"><style nonce="x">${look}</style>${head}</head>` +
    `<body><main><h1>Muuta tänne</h1>${embed}` +
    '<p id="below">Teksti seinän alla.</p></main></body></html>'
  )
}
