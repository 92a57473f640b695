// How visits to a wall are counted, in words that a municipality may quote as they stand.
import { PER_HOUR } from './counts.ts'
import type { Notice } from './notice-page.tsx'

export function counting(place: string): Notice {
  return {
    title: 'counting.title',
    lede: ['counting.lede'],
    values: { place, most: PER_HOUR },
    sections: [
      {
        title: 'counting.what',
        texts: ['counting.what.text'],
        points: [
          'counting.what.view',
          'counting.what.click',
          'counting.what.channel',
          'counting.what.action',
          'counting.what.share',
        ],
      },
      {
        title: 'counting.never',
        points: ['counting.never.device', 'counting.never.person', 'counting.never.third'],
      },
      { title: 'counting.how', texts: ['counting.how.day', 'counting.how.limit', 'counting.how.bots'] },
      { title: 'counting.missing', texts: ['counting.missing.script', 'counting.missing.read'] },
    ],
  }
}
