// Keys made from SECRET_KEY by purpose, sealing of tokens, and the random ids that the outside sees.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

export type Purpose = 'sessions' | 'links' | 'tokens' | 'forms'

export type Keys = {
  /** HMAC-SHA-256 of the text under the purpose's key, base64url. */
  sign: (purpose: Purpose, text: string) => string
  /** True when `signature` was made by `sign` with today's or the old key; constant time. */
  verify: (purpose: Purpose, text: string, signature: string) => boolean
  /** AES-256-GCM; the text carries the number of the key, so that an old key opens what it sealed. */
  seal: (text: string) => string
  /** Throws when neither key opens it. */
  unseal: (sealed: string) => string
}

/** Keys of the installation. `old` opens and verifies what was made before the key was changed. */
export function makeKeys(secret: string, old?: string): Keys {
  const secrets = old ? [secret, old] : [secret]
  const derive = (from: string, purpose: Purpose) =>
    Buffer.from(hkdfSync('sha256', from, 'somewall', purpose, 32))
  const number = (from: string) => createHash('sha256').update(`key:${from}`).digest('base64url').slice(0, 6)
  const mac = (from: string, purpose: Purpose, text: string) =>
    createHmac('sha256', derive(from, purpose)).update(text).digest('base64url')
  return {
    sign: (purpose, text) => mac(secret, purpose, text),
    verify: (purpose, text, signature) =>
      secrets.some((from) => sameText(mac(from, purpose, text), signature)),
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', derive(secret, 'tokens'), nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [number(secret), nonce, cipher.getAuthTag(), body]
        .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
        .join('.')
    },
    unseal(sealed) {
      const [name, nonce, tag, body] = sealed.split('.')
      const from = secrets.find((one) => number(one) === name)
      if (!from || !nonce || !tag || body === undefined)
        throw new Error('sealed with a key that is not given')
      // The length is said, since Node would also take a tag of four bytes.
      const cipher = createDecipheriv(
        'aes-256-gcm',
        derive(from, 'tokens'),
        Buffer.from(nonce, 'base64url'),
        {
          authTagLength: 16,
        },
      )
      cipher.setAuthTag(Buffer.from(tag, 'base64url'))
      return Buffer.concat([cipher.update(Buffer.from(body, 'base64url')), cipher.final()]).toString('utf8')
    },
  }
}

/** Compares in constant time; texts of different length are different. */
export function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}

/** SHA-256 in base64url: what is stored of a secret that a person holds. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** A secret for a cookie or a link: 256 random bits. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url')
}
