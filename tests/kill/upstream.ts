// The platforms of a kill run: servers whose posts grow without end, and the list of everything they have ever said.
import { type MastodonSim, startMastodon } from '../sim/mastodon.ts'

export type Said = { source: string; text: string }

export type Upstream = {
  /** Ids of the sources, a server each. */
  sources: readonly string[]
  /** A place file with these sources, and the hosts as FETCH_ALLOW wants them. */
  place: string
  allow: string
  /** The server of this source says so many things more. */
  grow: (source: string, posts: number) => void
  /** Everything said until now by the id that the whole network knows it by; of one source when it is named. */
  said: (source?: string) => Map<string, Said>
  stop: () => Promise<void>
}

/** Starts so many servers; `posts` are there from the beginning on each. */
export async function startUpstream(servers: number, posts: number): Promise<Upstream> {
  const sims = new Map<string, MastodonSim>()
  for (let nth = 1; nth <= servers; nth++) sims.set(`palvelin-${nth}`, await startMastodon())
  const all = new Map<string, Said>()
  const grow = (source: string, more: number) => {
    const sim = sims.get(source) as MastodonSim
    for (let left = more; left > 0; left--) {
      const nth = all.size + 1
      // Every text is another one, so that no two are twins; every seventh author has written before.
      const text = `Viesti ${nth} paikasta ${source}. #Kemijärvi`
      const id = sim.add({ text, published: new Date(), author: `asukas${nth % 7}` })
      all.set(sim.uriOf(id), { source, text })
    }
  }
  for (const source of sims.keys()) grow(source, posts)
  const lines = [...sims].map(
    ([id, { url }]) =>
      `  - { id: ${id}, channel: mastodon, mode: resident, active: true, settings: { server: "${url}" } }`,
  )
  return {
    sources: [...sims.keys()],
    place: `place: { id: kemijarvi, name: { fi: Kemijärvi }, languages: [fi] }
families:
  - { id: kemijarvi, label: { fi: Kemijärvi }, tags: ["#kemijärvi", "#kemijarvi"] }
sources:
${lines.join('\n')}
walls:
  - { id: etusivu, label: { fi: Kemijärvi somessa } }
`,
    allow: [...sims.values()].map((sim) => sim.host).join(','),
    grow,
    said: (source) => new Map([...all].filter(([, one]) => source === undefined || one.source === source)),
    async stop() {
      for (const sim of sims.values()) await sim.stop()
    },
  }
}
