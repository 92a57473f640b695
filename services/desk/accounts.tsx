// Accounts: whose each is, what was agreed with a partner, and naming one before it is met.
import { Hono } from 'hono'
import { z } from 'zod'
import { t } from '../../config/i18n.ts'
import { accountKinds } from '../../config/place.ts'
import { isId } from '../../db/ids.ts'
import { type AccountLine, listAccounts } from '../../db/known-accounts.ts'
import { nameAccount, setAccount } from '../accounts.ts'
import type { Deps } from '../deps.ts'
import { handleChannels } from '../domain/profile.ts'
import { dayOf } from '../domain/quarter.ts'
import { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { Account, NewAccount } from './account-fields.tsx'
import { AccountHistory, readHistory } from './account-history.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Say, withParam } from './parts.tsx'
import { refusalWords } from './refused.tsx'

const PAGE = 30

const query = z.object({
  text: z.string().trim().max(200).default(''),
  kind: z.enum(['', ...accountKinds]).default(''),
  account: z.string().max(20).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  saved: z.string().optional(),
})
type Query = z.infer<typeof query>

/** Words on the form that a person may have got wrong are told in their language. */
function shapes({ var: { language, place, now } }: DeskContext) {
  const today = dayOf(now, place.time_zone)
  const standing = z.object({
    kind: z.enum(accountKinds),
    agreement: z.string().trim().max(1000).default(''),
    mark: z.string().trim().max(60).default(''),
    agreed: z
      .union([z.literal(''), z.iso.date()], t(language, 'accounts.agreed.wrong'))
      .refine((day) => day <= today, t(language, 'accounts.agreed.wrong'))
      .default(''),
  })
  const named = standing.extend({
    channel: z.enum(handleChannels),
    handle: z
      .string()
      .trim()
      .regex(/^@?[^\s/@]{1,100}(?:@[^\s/@]{1,100})?$/, t(language, 'accounts.handle.wrong')),
    name: z.string().trim().max(100).default(''),
  })
  const spread = (one: { channel: string; handle: string }) =>
    !['mastodon', 'pixelfed'].includes(one.channel) || /[^@]@[^@]/.test(one.handle)
  return {
    standing,
    named: named.refine(spread, { path: ['handle'], error: t(language, 'accounts.handle.server') }),
  }
}

export function accountRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = mayAt(deps, 'edit')

  app.get('/:place/accounts', signedIn(deps), edit, (c) => show(deps, c, readStrictly(query, c.req.query())))

  app.post('/:place/accounts', signedIn(deps), edit, async (c) => {
    const fields = await readForm(c)
    try {
      const id = await nameAccount(deps, actOf(c), readStrictly(shapes(c).named, fields))
      return c.redirect(deskPath(c, `/accounts?account=${id}&saved=1`), 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(deps, c, query.parse({}), error, fields)
    }
  })

  app.post('/:place/accounts/:id', signedIn(deps), edit, async (c) => {
    const fields = await readForm(c)
    const id = c.req.param('id')
    if (!isId('a', id)) throw new Refusal('not-found', 404)
    try {
      await setAccount(deps, actOf(c), id, readStrictly(shapes(c).standing, fields))
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      return show(deps, c, query.parse({ account: id }), error)
    }
    return c.redirect(`${withParam(fields.back, deskPath(c, '/accounts'), 'saved', '1')}#${id}`, 303)
  })
  return app
}

type Sent = Record<string, string | string[]>

async function show({ db }: Deps, c: DeskContext, asked: Query, refusal?: Refusal, sent?: Sent) {
  const { language, place } = c.var
  const { text, kind, account, page, saved } = asked
  const filter = { text: text || undefined, kind: kind || undefined, publicId: account }
  const rows = await listAccounts(db, place.id, filter, (page - 1) * PAGE, PAGE + 1)
  const history = account && rows[0] ? await readHistory(db, place.id, account) : undefined
  const title = t(language, 'accounts.title')
  const here = addressOf(c, asked)
  return c.html(
    <DeskPage c={c} title={title} current="settings">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'accounts.lede')}</p>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {saved && <Say tone="good" title={t(language, 'desk.saved')} />}
        {account ? (
          <p>
            <a href={deskPath(c, '/accounts')}>{t(language, 'accounts.all')}</a>
          </p>
        ) : (
          <Search c={c} asked={asked} />
        )}
        <Found c={c} rows={rows.slice(0, PAGE)} open={account} back={here} />
        {history && rows[0] && <AccountHistory c={c} account={rows[0]} history={history} />}
        {rows.length > PAGE && (
          <p class="next">
            <a class="button" href={addressOf(c, { ...asked, page: page + 1 })}>
              {t(language, 'accounts.more')}
            </a>
          </p>
        )}
        {!account && <NewAccount c={c} sent={sent} />}
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

function addressOf(c: DeskContext, { text, kind, account, page }: Query): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ text, kind, account, page: page > 1 ? String(page) : '' }))
    if (value) params.set(name, value)
  return deskPath(c, `/accounts${params.size ? `?${params}` : ''}`)
}

function Search({ c, asked }: { c: DeskContext; asked: Query }) {
  const { language } = c.var
  return (
    <search>
      <form method="get" action={deskPath(c, '/accounts')} class="hand">
        <div class="field">
          <label for="text">{t(language, 'accounts.search')}</label>
          <input id="text" name="text" type="search" value={asked.text} maxlength={200} />
        </div>
        <div class="field">
          <label for="kind">{t(language, 'accounts.kind')}</label>
          <select id="kind" name="kind">
            <option value="">{t(language, 'desk.all')}</option>
            {accountKinds.map((one) => (
              <option value={one} selected={one === asked.kind}>
                {t(language, `kind.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="button">
          {t(language, 'accounts.search.submit')}
        </button>
      </form>
    </search>
  )
}

type FoundProps = { c: DeskContext; rows: readonly AccountLine[]; open: string | undefined; back: string }

function Found({ c, rows, open, back }: FoundProps) {
  if (!rows.length) return <p class="quiet">{t(c.var.language, 'accounts.none')}</p>
  return (
    <div class="folds">
      {rows.map((one) => (
        <Account c={c} account={one} open={one.public_id === open} back={back} />
      ))}
    </div>
  )
}
