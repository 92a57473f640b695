// Addresses from outside made safe to show, and reduced to the form in which equal pages are equal.

const LONGEST = 4000
// Names that only tell who sent the visitor; written down from the senders' own manuals, whole names or prefixes.
const tracking = new RegExp(
  [
    '^(?:utm|mtm|pk|matomo|piwik|hsa|_hs|__hs|oly|vero|at)_\\w*$',
    '^(?:mc_[ce]id|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|igsh|igshid)$',
    '^(?:_hsenc|_hsmi|mkt_tok|ref_src|ref_url|s_cid|cmpid|_ga|_gl|xtor|wt[._]mc(?:_id)?)$',
  ].join('|'),
  'i',
)

/** An http or https address as the WHATWG parser rebuilds it, without name and password; null for all else. */
export function httpUrl(written: string | null | undefined, base?: string | null): string | null {
  return parse(written, base)?.href ?? null
}

/** Like `httpUrl` and without tracking: what a visitor may be sent to. `base` is the page it stood on. */
export function safeUrl(written: string | null | undefined, base?: string | null): string | null {
  const url = parse(written, base)
  return url && withoutTracking(url).href
}

/** The address by which two posts are the same page: no `www.`, fragment, order of parameters, last slash. */
export function canonicalUrl(written: string | null | undefined): string | null {
  const url = parse(written)
  if (!url) return null
  const host = url.hostname.replace(/^www\./, '').replace(/\.$/, '')
  const port = url.port && url.port !== '80' && url.port !== '443' ? `:${url.port}` : ''
  const path = url.pathname.replace(/\/+$/, '').replace(/\/index\.(?:html?|php)$/, '')
  const query = withoutTracking(url).search.slice(1).split('&').filter(Boolean).sort().join('&')
  // The front page of a site is nobody's own address.
  return path || query ? `https://${host}${port}${path}${query ? `?${query}` : ''}` : null
}

function parse(written: string | null | undefined, base?: string | null): URL | null {
  if (!written || written.length > LONGEST) return null
  const url = base ? URL.parse(written, base) : URL.parse(written)
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname || url.href.length > LONGEST) return null
  // Each of these would write the address anew.
  if (url.username) url.username = ''
  if (url.password) url.password = ''
  return url
}

// Read and written by hand: URLSearchParams would re-encode what the other site understands as it is.
function withoutTracking(url: URL): URL {
  if (!url.search) return url
  const pairs = url.search.slice(1).split('&')
  const kept = pairs.filter((pair) => !tracking.test(pair.split('=', 1)[0] as string))
  if (kept.length < pairs.length) url.search = kept.join('&')
  return url
}
