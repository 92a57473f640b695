// The static list of migrations, in order; a landed one is never edited.
import { posts } from './0001-posts.ts'
import { curation } from './0002-curation.ts'
import { figures } from './0003-figures.ts'
import { people } from './0004-people.ts'
import { passes } from './0005-passes.ts'
import { budgets } from './0006-budgets.ts'
import { warnings } from './0007-warnings.ts'
import { stepMarks } from './0008-step-marks.ts'
import { contact } from './0011-contact.ts'
import { deskWork } from './0012-desk-work.ts'
import { search } from './0012-search.ts'
import { lifting } from './0013-lifting.ts'
import { townPeople } from './0014-people.ts'
import { peopleBring } from './0015-people-bring.ts'
import { digestFiles } from './0016-digest-files.ts'
import { planned } from './0017-plan.ts'
import { clock } from './0018-clock.ts'
import { campaigns } from './0019-campaigns.ts'
import { desk } from './0020-desk.ts'
import { broughtFiles } from './0021-brought-files.ts'
import { followed } from './0022-followed.ts'
import { planItems } from './0025-plan-items.ts'

/** One step of the schema: statements run one by one, in one transaction. */
export type Migration = { name: string; statements: readonly string[] }

export const migrations: readonly Migration[] = [
  posts,
  curation,
  figures,
  people,
  passes,
  budgets,
  warnings,
  stepMarks,
  contact,
  deskWork,
  search,
  lifting,
  townPeople,
  peopleBring,
  digestFiles,
  planned,
  campaigns,
  clock,
  desk,
  broughtFiles,
  followed,
  planItems,
]
