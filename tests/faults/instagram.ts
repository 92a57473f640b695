// Instagram's hashtags in the fault table: what is new of anybody's, by Meta's Graph API.
import { startMeta } from '../sim/meta.ts'
import type { Connector } from './connector.ts'
import { graphBends, graphSays, graphSecrets } from './graph.ts'
import { nextSentence } from './sentence.ts'

export const instagramConnector: Connector = {
  name: 'instagram',
  kind: 'posts',
  mode: 'resident',
  families: ['kemijarvi'],
  secrets: graphSecrets,
  pace: 240,
  follows: false,
  says: graphSays,
  loses: 'instagram-gap',
  async open(clock) {
    const sim = await startMeta({ clock })
    const say = (caption = `${nextSentence()} #Kemijärvi`) =>
      sim.addMedium('hashtag', { caption, at: clock() })
    return {
      sim,
      settings: () => ({ user: sim.user.id }),
      platform: (base) => `${base}/v26.0`,
      ...graphBends(sim, {
        edge: '/recent_media',
        date: 'timestamp',
        needs: 'permalink',
        pace: 240,
        say,
        edit: (id) => sim.edit(id, { caption: `${nextSentence()} #Kemijärvi` }),
        // Two spellings: what is new of each, and once a day the best.
        unchanged: [2, 5],
        endless: { asks: [10, 13], rows: 1 },
        // The second spelling waits for its turn.
        near: [10, 12],
        // Three that slip through between two pages come at the next visit, which looks back a day.
        shrunk: 52,
        twoTags: {
          families: ['kemijarvi', 'tarinat'],
          add: () => say(`${nextSentence()} #Kemijärvi #tuhannenjayhdentyöntarinat`),
          outcome: { rows: 1 },
        },
        newWord: { media_type: 'HOLOGRAM' },
      }),
    }
  },
}
