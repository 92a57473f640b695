// The facts of a quarter asked for one by one, as what reads them turns out to need them; gathering all costs far more.
import type { Db } from '../db/open.ts'
import type { Facts } from './domain/facts.ts'
import { frameOf, type PlaceAt, type Questions, questionsOf } from './facts.ts'

const noPosts: Facts['posts'] = {
  ...{ days: [], spellings: [], channels: [], authors: 0, twins: 0, reactions: [], interactions: [] },
  ...{ newAuthors: 0, stories: 0, languages: [], top: [] },
}
/** What stands in the place of a fact until it is asked for. */
const nothing: Omit<Facts, 'quarter' | 'days' | 'of' | 'elapsed' | 'weeks' | 'posts'> = {
  ...{ begun: { collected: null, walls: null, used: '' }, families: [], sources: [] },
  ...{ storyFamilies: [], wall: { days: [], channels: [], actions: [] }, lifts: [], excuses: [] },
  ...{ measures: [], measureStarts: {}, notes: [], noteStarts: {}, platforms: [], surveys: [] },
  ...{ labels: { counts: [], populations: { own: 0, residents: 0 } }, answered: [], heard: [] },
  actions: { due: 0, done: 0, starts: null },
}

/** Reads what it can, asks the database for what was missing, and reads again until nothing is. */
export async function askFacts<T>(
  db: Db,
  { place, quarter, at }: { place: PlaceAt; quarter: string; at: Date },
  read: (facts: Facts) => T,
): Promise<T> {
  const { posts: ofPosts, ...ofAll } = questionsOf(db, place, quarter)
  const [all, posts] = [asker(ofAll, nothing), asker(ofPosts, noPosts)]
  const frame = frameOf(place, quarter, at)
  // Getters are left as they are: a fact is asked for only when it is read.
  const facts = Object.defineProperties(
    { ...frame, posts: posts.facts },
    Object.getOwnPropertyDescriptors(all.facts),
  )
  for (;;) {
    const found = read(facts as Facts)
    if (!(await all.ask()) && !(await posts.ask())) return found
  }
}

/** Facts that are the answers so far, and remember which others were read; `ask` is false when there were none. */
function asker<T extends object>(questions: Questions<T>, blank: T) {
  const known: Partial<T> = {}
  const missed = new Set<keyof T>()
  const facts = {} as T
  for (const name of Object.keys(questions) as (keyof T)[])
    Object.defineProperty(facts, name, {
      enumerable: true,
      get() {
        if (name in known) return known[name]
        missed.add(name)
        return blank[name]
      },
    })
  const ask = async () => {
    const asked = [...missed]
    missed.clear()
    for (const name of asked) known[name] = await questions[name]()
    return asked.length > 0
  }
  return { facts, ask }
}
