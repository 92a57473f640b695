// T18: the address that limits go by cannot be chosen by whoever asks.
import { expect, it } from 'vitest'
import { peerGroup, peerOf, readProxies } from '../../services/peer.ts'

const proxies = readProxies(['10.0.0.5', '10.1.0.0/16', '2001:db8:aaaa::/48'])

it.each([
  ['no proxy: the socket', '203.0.113.7', undefined, '203.0.113.7'],
  ['no proxy: what the header says is nobody’s word', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
  ['one proxy: the address it has added', '10.0.0.5', '198.51.100.1', '198.51.100.1'],
  ['one proxy: a forged address stays left of it', '10.0.0.5', '127.0.0.1, 198.51.100.1', '198.51.100.1'],
  ['two proxies: both are passed over', '10.0.0.5', '6.6.6.6, 198.51.100.1, 10.1.2.3', '198.51.100.1'],
  ['a proxy that names only proxies: the last of them', '10.0.0.5', '10.1.2.3', '10.1.2.3'],
  ['a proxy without a header: the proxy', '10.0.0.5', undefined, '10.0.0.5'],
  ['rubbish in the header: as far as it can be read', '10.0.0.5', 'unknown', '10.0.0.5'],
  ['rubbish left of a good address does no harm', '10.0.0.5', '<script>, 198.51.100.1', '198.51.100.1'],
  ['IPv4 written as IPv6 is IPv4', '::ffff:203.0.113.7', undefined, '203.0.113.7'],
  ['a proxy written as IPv6 is still our proxy', '::ffff:10.0.0.5', '198.51.100.1', '198.51.100.1'],
  ['IPv6 in any spelling is one address', '2001:DB8:0:0::1', undefined, '2001:db8::1'],
  ['a zone is not part of the address', 'fe80::1%eth0', undefined, 'fe80::1'],
  ['a port that a proxy adds is not either', '10.0.0.5', '198.51.100.1:4711', '198.51.100.1'],
  ['nor are brackets', '2001:db8:aaaa::9', '[2001:db8:bbbb::1]:443', '2001:db8:bbbb::1'],
  ['the old decimal spelling is no address', '10.0.0.5', '2130706433', '10.0.0.5'],
  ['no socket, as in a test: nobody', undefined, '198.51.100.1', ''],
])('%s', (_, socket, forwarded, peer) => {
  expect(peerOf(socket, forwarded, proxies)).toBe(peer)
})

it('counts IPv6 by its /64, and IPv4 by itself', () => {
  expect(peerGroup('2001:db8:1:2:3:4:5:6')).toBe(peerGroup('2001:db8:1:2:ffff::1'))
  expect(peerGroup('2001:db8:1:2::1')).not.toBe(peerGroup('2001:db8:1:3::1'))
  expect(peerGroup('203.0.113.7')).toBe('203.0.113.7')
})
