// A Facebook Page in the fault table: its own posts by Meta's Graph API.

import { startMeta } from '../sim/meta.ts'
import type { Connector } from './connector.ts'
import { graphBends, graphSays, graphSecrets } from './graph.ts'
import { nextSentence } from './sentence.ts'

export const facebookConnector: Connector = {
  name: 'facebook',
  kind: 'posts',
  mode: 'own',
  families: [],
  secrets: graphSecrets,
  pace: 120,
  follows: false,
  says: graphSays,
  async open(clock) {
    const sim = await startMeta({ clock })
    return {
      sim,
      settings: () => ({ account: sim.page.id }),
      platform: (base) => `${base}/v26.0`,
      ...graphBends(sim, {
        edge: '/published_posts',
        date: 'created_time',
        needs: 'id',
        pace: 120,
        say: (text = nextSentence()) => sim.addPost('page', { message: text, at: clock() }),
        edit: (id) => sim.edit(id, { message: nextSentence() }),
        unchanged: [1, 3],
        endless: { asks: [15, 17], rows: 15 },
        near: [120, 122],
        shrunk: 55,
        twoTags: 'a Page cannot be searched by hashtag',
        newWord: { attachments: { data: [{ media_type: 'hologram', media: {} }] } },
      }),
    }
  },
}
