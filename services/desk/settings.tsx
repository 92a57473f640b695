// Settings as a list of pages, each with a sentence about what it is for.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { listEdits } from '../../db/place-edits.ts'
import type { Deps } from '../deps.ts'
import { may, type Right } from '../domain/roles.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { Newest } from './history.tsx'
import { DeskPage, deskPath } from './layout.tsx'
import { Say } from './parts.tsx'

const pages = [
  { page: 'guide', right: 'edit' },
  { page: 'place', right: 'edit' },
  { page: 'members', right: 'curate' },
  { page: 'embed', right: 'edit' },
  { page: 'walls', right: 'edit' },
  { page: 'families', right: 'edit' },
  { page: 'accounts', right: 'edit' },
  { page: 'rules', right: 'edit' },
  { page: 'lists', right: 'edit' },
  { page: 'removals', right: 'edit' },
  { page: 'notices', right: 'edit' },
  { page: 'people', right: 'administer' },
  { page: 'duties', right: 'read' },
  { page: 'records', right: 'edit' },
  { page: 'keeping', right: 'administer' },
  { page: 'history', right: 'edit' },
  { page: 'audit', right: 'edit' },
  { page: 'sample', right: 'administer' },
] as const satisfies readonly { page: string; right: Right }[]

export function settingRoutes(deps: Deps): Hono<Signed> {
  return new Hono<Signed>().get('/:place/settings', signedIn(deps), mayAt(deps, 'edit'), async (c) => {
    const { language, role, visitor } = c.var
    const [newest] = await listEdits(deps.db, c.var.place.id, undefined, 1)
    const title = t(language, 'settings.title')
    return c.html(
      <DeskPage c={c} title={title} current="settings">
        <main class="work" id="content">
          <header class="head">
            <h1>{title}</h1>
            {newest && <Newest c={c} edit={newest} />}
          </header>
          {c.req.query('said') === 'sample' && <Say tone="good" title={t(language, 'sample.gone')} />}
          <ul class="todo plain">
            {pages
              .filter(
                (one) => may(role, one.right) && (one.page !== 'members' || c.var.place.members.length > 0),
              )
              .map((one) => (
                <li>
                  <a href={deskPath(c, `/${one.page}`)}>
                    <span>
                      <b>{t(language, `settings.${one.page}`)}</b>{' '}
                      <span>{t(language, `settings.${one.page}.text`)}</span>
                    </span>
                  </a>
                </li>
              ))}
            {visitor.operator &&
              (['health', 'platforms', 'door'] as const).map((one) => (
                <li>
                  <a href={`/desk/${one}`}>
                    <span>
                      <b>{t(language, `settings.${one}`)}</b>{' '}
                      <span>{t(language, `settings.${one}.text`)}</span>
                    </span>
                  </a>
                </li>
              ))}
          </ul>
        </main>
      </DeskPage>,
    )
  })
}
