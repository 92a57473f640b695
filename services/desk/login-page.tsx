// The door as pages: signing in by the town's account or a password, and what stands behind a one-time link.
import type { Context } from 'hono'
import { type Language, pick, t } from '../../config/i18n.ts'
import { listPlaces } from '../../db/places.ts'
import type { Deps } from '../deps.ts'
import { passwordsOpen } from '../door.ts'
import type { Refusal } from '../errors.ts'
import { languageOf } from '../rim.tsx'
import { isNobody } from '../sign-in.ts'
import { Gate, type GateProps } from './gate.tsx'
import { type Kept, KeptFields } from './kept.tsx'
import { Field, Icon, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

/** The ways in that are open now. */
export type Door = {
  places: GateProps['places']
  passwords: boolean
  tenants: readonly { id: string; places: readonly string[] }[]
}

export async function readDoor(deps: Deps): Promise<Door> {
  return {
    places: await listPlaces(deps.db),
    passwords: await passwordsOpen(deps),
    tenants: deps.directory ? deps.env.ENTRA_TENANTS : [],
  }
}

type TownProps = {
  language: Language
  door: Door
  query: Record<string, string>
  /** In a tab of its own, so that what stands here stays. */
  apart?: boolean
}

/** A link each to the towns' own directories; with several, each by the names of its places. */
function TownDoors({ language, door, query, apart }: TownProps) {
  const named = (ids: readonly string[]) =>
    ids
      .flatMap((id) => door.places.find((one) => one.id === id) ?? [])
      .map((one) => pick(one.name, language, one.languages[0]))
      .join(', ')
  return door.tenants.map((tenant) => (
    <p>
      <a
        class={door.passwords ? 'button' : 'button main'}
        target={apart ? '_blank' : undefined}
        href={`/desk/town?${new URLSearchParams({ tenant: tenant.id, ...query })}`}
      >
        {door.tenants.length > 1
          ? t(language, 'login.town.named', { place: named(tenant.places) })
          : t(language, 'login.town')}
      </a>
    </p>
  ))
}

type LoginProps = {
  c: Context
  door: Door
  refusal?: Refusal
  said?: 'left' | 'ended' | undefined
  email?: string
  next?: string
  /** What was being sent when the session had ended. */
  kept?: Kept | undefined
}

/** The door; also what a page answers to somebody who is not signed in. */
export function LoginPage({ c, door, refusal, said, email = '', next = '', kept }: LoginProps) {
  const language = languageOf(c)
  return (
    <Gate language={language} places={door.places} title={t(language, 'login.title')} path="/desk/login">
      <h1>{t(language, 'login.title')}</h1>
      {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
      {said && !refusal && (
        <div class="say" role="status">
          <Icon name="clock" />
          <p>
            <b>{t(language, `login.${said}`)}</b>{' '}
            {kept ? t(language, 'kept.login') : said === 'ended' && t(language, 'login.ended.detail')}
          </p>
        </div>
      )}
      <TownDoors {...{ language, door }} query={{ next }} apart={kept !== undefined} />
      {kept && door.tenants.length > 0 && (
        <form method="post" action="/desk/again">
          <p>{t(language, 'kept.town')}</p>
          <KeptFields kept={kept} />
          <button type="submit" class="button">
            {t(language, 'kept.again')}
          </button>
        </form>
      )}
      {door.passwords && (
        <form method="post" action="/desk/login">
          <input type="hidden" name="next" value={next} />
          {kept && <KeptFields kept={kept} />}
          <Field id="email" label={t(language, 'login.email')}>
            <input id="email" name="email" type="email" autocomplete="username" required value={email} />
          </Field>
          <Field id="password" label={t(language, 'login.password')}>
            <input id="password" name="password" type="password" autocomplete="current-password" required />
          </Field>
          <button type="submit" class="button main">
            {t(language, 'login.submit')}
          </button>
        </form>
      )}
      <p class="small quiet">{t(language, 'login.help')}</p>
    </Gate>
  )
}

type LinkProps = {
  c: Context
  door: Door
  holder: { name: string; email: string; language: Language }
  refusal?: Refusal
}

export function LinkPage({ c, door, holder, refusal }: LinkProps) {
  const language = c.req.query('lang') ? languageOf(c) : holder.language
  const path = new URL(c.req.url).pathname
  const title = t(language, door.passwords ? 'link.title' : 'link.title.town')
  return (
    <Gate {...{ language, path }} places={door.places} title={title}>
      <h1>{title}</h1>
      {isNobody(holder) ? (
        <p>{t(language, 'link.first')}</p>
      ) : (
        <p>{t(language, 'link.hello', { name: holder.name, email: holder.email })}</p>
      )}
      {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
      {!isNobody(holder) && (
        <TownDoors {...{ language, door }} query={{ link: c.req.param('secret') ?? '' }} />
      )}
      {door.passwords && (
        <form method="post" action={path}>
          {isNobody(holder) && (
            <>
              <Field id="name" label={t(language, 'link.name')}>
                <input id="name" name="name" type="text" autocomplete="name" required />
              </Field>
              <Field id="email" label={t(language, 'login.email')}>
                <input id="email" name="email" type="email" autocomplete="username" required />
              </Field>
            </>
          )}
          <Field id="password" label={t(language, 'login.password')} hint={t(language, 'link.rule')}>
            <input
              id="password"
              name="password"
              type="password"
              autocomplete="new-password"
              minlength={12}
              aria-describedby="password-hint"
              required
            />
          </Field>
          <button type="submit" class="button main">
            {t(language, 'link.submit')}
          </button>
        </form>
      )}
    </Gate>
  )
}
