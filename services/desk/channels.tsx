// The register of channels: every channel of the place with its owner, languages and state, also what is not collected.
import { Hono } from 'hono'
import { type Key, t } from '../../config/i18n.ts'
import { type ChannelRow, listRegister } from '../../db/audiences.ts'
import { listSources } from '../../db/sources.ts'
import { registerSources, sentChannel, takeModel } from '../audiences.ts'
import type { Deps } from '../deps.ts'
import { may } from '../domain/roles.ts'
import type { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import type { Fields } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { ChannelForm, type Source } from './channel-form.tsx'
import { type DutyName, dutyNames } from './duty-names.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Form } from './parts.tsx'
import { newestOf, PlanFrame } from './plan-frame.tsx'
import { type Again, addRowRoutes, tryForm } from './row-routes.ts'

export function registerRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const again: Again = (c, refusal, sent) => show(deps, c, refusal, sent)
  const page = () => '/channels'
  app.get('/:place/channels', signedIn(deps), mayAt(deps, 'read'), (c) => show(deps, c))
  app.post('/:place/channels/fill', signedIn(deps), mayAt(deps, 'edit'), (c) =>
    tryForm(
      c,
      async ({ from }) => {
        if (from === 'sources') await registerSources(deps, actOf(c))
        else await takeModel(deps, actOf(c), 'channels')
        return page()
      },
      again,
    ),
  )
  addRowRoutes(app, deps, {
    ...{ part: 'channel', path: 'channels', right: 'edit', page, again },
    read: (fields) => readStrictly(sentChannel, fields),
  })
  return app
}

async function show(deps: Deps, c: DeskContext, refusal?: Refusal, sent: Fields = {}): Promise<Response> {
  const { language, place, role } = c.var
  const rows = await listRegister(deps.db, place.id)
  const sources = (await listSources(deps.db, place.id)).filter((one) => one.kind === 'posts')
  const duties = await dutyNames(deps.db, c)
  const edits = may(role, 'edit')
  const asked = c.req.query('edit') ?? (typeof sent.name === 'string' ? sent.id || 'new' : undefined)
  const row = rows.find((one) => one.id === asked)
  const unlisted = sources.filter((one) => !rows.some((each) => each.source_id === one.id))
  const newest = await newestOf(deps, c, ['channel'])
  return c.html(
    <PlanFrame
      {...{ c, newest, refusal }}
      tab="channels"
      title={t(language, 'channels.title')}
      lede={t(language, 'channels.lede')}
    >
      {edits && (asked === 'new' || row) && (
        <ChannelForm {...{ c, row, sources, duties, sent }} seen={newest?.id ?? 0} />
      )}
      {rows.length === 0 ? (
        <p>{t(language, 'channels.none')}</p>
      ) : (
        <Register {...{ c, rows, sources, duties, edits }} />
      )}
      {edits && (
        <div class="acts">
          <a class="button" href={deskPath(c, '/channels?edit=new')}>
            {t(language, 'channels.add')}
          </a>
          <Form c={c} action={deskPath(c, '/channels/fill')}>
            {rows.length === 0 && (
              <button type="submit" class="button main" name="from" value="model">
                {t(language, 'channels.model')}
              </button>
            )}
            {unlisted.length > 0 && (
              <button type="submit" class="button" name="from" value="sources">
                {t(language, 'channels.from-sources', { n: unlisted.length })}
              </button>
            )}
          </Form>
        </div>
      )}
    </PlanFrame>,
    (refusal?.status ?? 200) as 200,
  )
}

type RegisterProps = {
  c: DeskContext
  rows: readonly ChannelRow[]
  sources: readonly Source[]
  duties: readonly DutyName[]
  edits: boolean
}

function Register({ c, rows, sources, duties, edits }: RegisterProps) {
  const { language } = c.var
  const columns = ['name', 'kind', 'owner', 'languages', 'state', 'collected'] as const
  const [, kind = '', owner = '', languages = '', state = '', collected = ''] = columns.map((one) =>
    t(language, `channels.${one}`),
  )
  return (
    <table class="rows">
      <thead>
        <tr>
          {columns.map((one) => (
            <th scope="col">{t(language, `channels.${one}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              {row.url ? <a href={row.url}>{row.name}</a> : row.name}
              <span class="quiet">{row.medium}</span>
              {edits && (
                <a href={deskPath(c, `/channels?edit=${row.id}`)}>
                  {t(language, 'plan.edit')}
                  <span class="vh">: {row.name}</span>
                </a>
              )}
            </th>
            <td data-label={kind}>{t(language, `kind.${row.kind}`)}</td>
            <td data-label={owner}>
              {duties.find((one) => one.id === row.duty_id)?.told ||
                row.owner ||
                t(language, 'channels.no-owner')}
            </td>
            <td data-label={languages}>{row.languages.join(', ') || '–'}</td>
            <td data-label={state}>
              {t(language, `channels.state.${row.state}`)}
              {row.note && <span class="quiet">{row.note}</span>}
            </td>
            <td data-label={collected}>{sayCollected(c, row, sources)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function sayCollected(c: DeskContext, row: ChannelRow, sources: readonly Source[]): string {
  const source = sources.find((one) => one.id === row.source_id)
  const key: Key = row.gated
    ? 'channels.collected.gated'
    : !source
      ? 'channels.collected.no'
      : source.active
        ? 'channels.collected.yes'
        : 'channels.collected.off'
  return t(c.var.language, key)
}
