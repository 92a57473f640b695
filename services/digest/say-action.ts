// How an action is said to stand.
import { t } from '../../config/i18n.ts'
import type { ActionRecord } from '../domain/digest-model.ts'
import { dayOf } from '../domain/quarter.ts'
import { sayDay } from './say.ts'
import type { View } from './view.ts'

/** How far it is: done and when, given up, late, or still open on the day of publication. */
export function sayState({ language, row, bundle }: View, one: ActionRecord): string {
  if (one.state === 'done')
    return t(language, 'digest.actions.done', {
      day: one.done ? sayDay(language, one.done, true) : '',
    }).trim()
  if (one.state === 'dropped') return t(language, 'digest.actions.dropped')
  const today = dayOf(row.published_at ?? row.compiled_at, bundle.place.time_zone)
  return t(language, one.due !== null && one.due < today ? 'digest.actions.late' : 'digest.actions.open')
}
