// Meta's limit of requests: one for each token, whether Facebook or Instagram is asked with it.
import type { Limit } from '../../../services/domain/budget.ts'
import { spentPattern } from './refusals.ts'

export const requests: Limit = {
  name: 'requests',
  ledger: 'meta',
  most: 200,
  window: { minutes: 60 },
  of: { secret: 'meta_token' },
  spent: spentPattern,
  cost: () => 1,
}
