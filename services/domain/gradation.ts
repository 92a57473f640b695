// Consonant gradation of Finnish: how the last consonants of a stem change when its last syllable closes or opens.

/** A stem in the strong grade into its weak one: kukka → kuka, kaupunki → kaupungi, joke → joe. Most stems stay. */
export function soften(stem: string): string[] {
  const parts = split(stem)
  // A long vowel that came of a lost consonant keeps the grade: asukkaan, hankkeen.
  if (!parts || parts.tail[0] === parts.tail[1]) return [stem]
  const { head, cluster, tail } = parts
  const end = (weak: string) => `${head}${weak}${tail}`
  if (/(kk|pp|tt)$/.test(cluster)) return [end(cluster.slice(0, -1))]
  const pair = Object.entries(pairs).find(([strong]) => cluster === strong)
  if (cluster === 'k') {
    if (/[uy]$/.test(head) && /^[uy]/.test(tail)) return [end('v')]
    // Behind i it may be a j: aika → aja, but reikä → reiä.
    return head.endsWith('i') ? [end(''), `${head.slice(0, -1)}j${tail}`] : [end('')]
  }
  if (/^(l|r|h)k$/.test(cluster)) return [end(cluster[0] + (/^[ei]/.test(tail) ? 'j' : '')), end(cluster)]
  return [end(pair ? pair[1] : cluster)]
}

/** The strong stems that a weak one may come from, and itself: kuka → kukka, joe → joke, tiedo → tieto. */
export function strengthen(stem: string): string[] {
  const found = [stem]
  // Between two vowels of two syllables a k was lost.
  if (/[aouyäöi]e$|[uo][aä]$|[aä]i$/.test(stem)) found.push(`${stem.slice(0, -1)}k${stem.at(-1)}`)
  const parts = split(stem)
  if (!parts) return found
  const { head, cluster, tail } = parts
  const end = (strong: string) => `${head}${strong}${tail}`
  const pair = Object.entries(pairs).find(([, weak]) => cluster === weak)
  if (pair) found.push(end(pair[0]))
  if (/^[lnrm]?[kpt]$/.test(cluster)) found.push(end(cluster + cluster.at(-1)))
  if (cluster === 'v' && /[uy]$/.test(head) && /^[uy]/.test(tail)) found.push(end('k'))
  if (/^[lrh]j$/.test(cluster) && tail === 'e') found.push(end(`${cluster[0]}k`))
  if (/^[lr]$/.test(cluster)) found.push(end(`${cluster}k`))
  if (cluster === 'j' && /[ao]$/.test(head)) found.push(`${head}ik${tail}`)
  return found
}

/** Strong and weak, where one weak cluster has one strong one. */
const pairs: Record<string, string> = {
  ...{ p: 'v', t: 'd', ht: 'hd', lp: 'lv', rp: 'rv' },
  ...{ nk: 'ng', mp: 'mm', nt: 'nn', lt: 'll', rt: 'rr' },
}

function split(stem: string): { head: string; cluster: string; tail: string } | undefined {
  const [, head, cluster, tail] = /^(.*[aeiouyäö])([^aeiouyäö]+)([aeiouyäö]{1,2})$/.exec(stem) ?? []
  return head !== undefined && cluster && tail ? { head, cluster, tail } : undefined
}
