// Servers that speak TLS on loopback with the certificate told, and the same certificates trusted by this process.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import tls from 'node:tls'

/** loopback is good and names loopback.example; expired is for expired.example; stranger is trusted by nobody. */
export type Certificate = 'loopback' | 'expired' | 'stranger'

/** Answers everything with 200, or with a redirect to `location`. */
export async function startSecure(certificate: Certificate, location?: string) {
  const pem = readFileSync(new URL(`../fixtures/${certificate}.pem`, import.meta.url), 'utf8')
  const server = createServer({ key: pem, cert: pem }, (_, response) =>
    response.writeHead(location ? 302 : 200, location ? { location } : {}).end(),
  )
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    port,
    host: `${certificate}.example:${port}`,
    trust: () =>
      tls.setDefaultCACertificates([
        ...tls.getCACertificates('default'),
        pem.slice(pem.indexOf('-----BEGIN CERTIFICATE')),
      ]),
    stop: () => new Promise((done) => server.close(done).closeAllConnections?.()),
  }
}
