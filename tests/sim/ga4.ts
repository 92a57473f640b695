// Google on loopback: tokens for signed assertions and refresh tokens, and the GA4 Data API's reports.
import { createVerify, generateKeyPairSync } from 'node:crypto'
import { type Reply, type Seen, type Sim, type SimOptions, startSim } from './serve.ts'

/** One event of a day: what it is, where, and how often. */
export type SimEvent = { event: string; path?: string; link?: string; term?: string; n: number }
export type SimDay = { sessions: number; events: SimEvent[] }
export type Ga4Sim = Sim & {
  /** The key file of a service account that may view the property. */
  key: string
  add: (day: string, what: SimDay) => void
  /** From now on Google holds small groups back. */
  threshold: () => void
}
type Condition = { filter: { fieldName: string; stringFilter: { matchType: string; value: string } } }
type Asked = {
  dateRanges: { startDate: string; endDate: string }[]
  dimensions: { name: string }[]
  metrics: { name: string }[]
  dimensionFilter?: { andGroup: { expressions: Condition[] } }
  limit: string
  offset: string
}

export const PROPERTY = '123456789'
export const REFRESH = { token: '1//refresh', id: 'app.example', secret: 'app-secret' }

export async function startGa4(options: SimOptions = {}): Promise<Ga4Sim> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const email = 'somewall@project.iam.gserviceaccount.com'
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const key = JSON.stringify({
    type: 'service_account',
    client_email: email,
    private_key: pem,
    private_key_id: 'k1',
  })
  const days = new Map<string, SimDay>()
  let held = false

  const refuse = (status: number, code: string): Reply => ({ status, body: JSON.stringify({ error: code }) })

  function tokenFor(form: URLSearchParams): Reply {
    const token = {
      body: JSON.stringify({ access_token: 'ya29.good', expires_in: 3599, token_type: 'Bearer' }),
    }
    if (form.get('grant_type') === 'refresh_token') {
      const good = form.get('refresh_token') === REFRESH.token && form.get('client_secret') === REFRESH.secret
      return good ? token : refuse(400, 'invalid_grant')
    }
    const [head = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.')
    const signed = createVerify('RSA-SHA256')
      .update(`${head}.${claims}`)
      .verify(publicKey, signature, 'base64url')
    const told = signed ? JSON.parse(Buffer.from(claims, 'base64url').toString()) : {}
    return told.iss === email && told.exp - told.iat <= 3600 ? token : refuse(400, 'invalid_grant')
  }

  function reply(seen: Seen): Reply | undefined {
    if (seen.path === '/token') return tokenFor(new URLSearchParams(seen.body))
    const [, property] = /^\/v1beta\/properties\/(\d+):runReport$/.exec(seen.path) ?? []
    if (!property) return undefined
    if (seen.headers.authorization !== 'Bearer ya29.good') return refuse(401, 'UNAUTHENTICATED')
    if (property !== PROPERTY) return refuse(403, 'PERMISSION_DENIED')
    return { body: JSON.stringify(report(JSON.parse(seen.body), days, held)) }
  }

  const sim = await startSim(reply, options)
  return Object.assign(sim, {
    key,
    add: (day: string, what: SimDay) => void days.set(day, what),
    threshold: () => {
      held = true
    },
  })
}

function report(asked: Asked, days: ReadonlyMap<string, SimDay>, held: boolean) {
  const [range] = asked.dateRanges
  const rows = new Map<string, number[]>()
  for (const [day, { sessions, events }] of days) {
    if (!range || day < range.startDate || day > range.endDate) continue
    for (const one of events) {
      const fields = { eventName: one.event, pagePath: one.path, linkUrl: one.link, searchTerm: one.term }
      const wanted = asked.dimensionFilter?.andGroup.expressions ?? []
      if (!wanted.every((condition) => fits(condition, fields))) continue
      const key = asked.dimensions
        .map(({ name }) =>
          name === 'date' ? day.replaceAll('-', '') : (fields[name as 'searchTerm'] ?? '(not set)'),
        )
        .join('|')
      const sums = rows.get(key) ?? asked.metrics.map(() => 0)
      asked.metrics.forEach(({ name }, nth) => {
        if (name === 'sessions') sums[nth] = sessions
        else if (name === 'eventCount' || one.event === 'page_view') sums[nth] = (sums[nth] ?? 0) + one.n
      })
      rows.set(key, sums)
    }
  }
  const values = (list: readonly (string | number)[]) => list.map((value) => ({ value: String(value) }))
  const all = [...rows].map(([key, sums]) => ({
    dimensionValues: values(key.split('|')),
    metricValues: values(sums),
  }))
  const from = Number(asked.offset)
  const page = all.slice(from, from + Number(asked.limit))
  return {
    metricHeaders: asked.metrics,
    ...(page.length && { rows: page }),
    rowCount: all.length,
    metadata: { timeZone: 'Europe/Helsinki', subjectToThresholding: held },
  }
}

function fits(
  { filter: { fieldName, stringFilter } }: Condition,
  fields: Record<string, string | undefined>,
): boolean {
  const text = (fields[fieldName] ?? '').toLowerCase()
  const value = stringFilter.value.toLowerCase()
  if (stringFilter.matchType === 'EXACT') return text === value
  return stringFilter.matchType === 'CONTAINS' ? text.includes(value) : text.startsWith(value)
}
