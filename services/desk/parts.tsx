// The small parts that the desk's pages are made of: icons, forms with their token, fields, notices.
import { readFileSync } from 'node:fs'
import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { formatNumber, type Language, languages, t } from '../../config/i18n.ts'
import { MOST_COUNTED } from '../../db/inbox.ts'
import type { Signed } from '../session.ts'

export function Mark() {
  return (
    <svg viewBox="0 0 22 22" aria-hidden="true">
      <rect x="1" y="1" width="12" height="8" rx="2" />
      <rect x="15" y="1" width="6" height="8" rx="2" opacity=".55" />
      <rect x="1" y="11" width="6" height="10" rx="2" opacity=".55" />
      <rect x="9" y="11" width="12" height="10" rx="2" />
    </svg>
  )
}

const sprite = readFileSync(new URL('./icons.svg', import.meta.url), 'utf8')

export function Sprite() {
  return raw(sprite)
}

/** An icon of icons.svg; it always has a word beside it. */
export function Icon({ name }: { name: string }) {
  return (
    <svg class="i" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  )
}

/** The key of an action; aria-keyshortcuts tells it to those who cannot see it. */
export function Kbd({ children }: { children: Child }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
  return <kbd aria-hidden="true">{children}</kbd>
}

export function Shut({ language, target }: { language: Language; target: string }) {
  return (
    <button class="menu-shut button" type="button" popovertarget={target} popovertargetaction="hide">
      <Icon name="x" />
      {t(language, 'desk.close')}
    </button>
  )
}

type FormProps = {
  c: Context<Signed>
  action: string
  class?: string
  id?: string
  hidden?: boolean
  /** Only where a file is sent. */
  enctype?: 'multipart/form-data'
  children: Child
}

/** A form that posts with the session's token. */
export function Form({ c, action, children, ...rest }: FormProps) {
  return (
    <form method="post" action={action} {...rest}>
      <input type="hidden" name="csrf" value={c.var.visitor.session?.csrf ?? ''} />
      {children}
    </form>
  )
}

type FieldProps = {
  id: string
  label: string
  hint?: string | undefined
  /** What is wrong with what was typed. */
  wrong?: string | undefined
  children: Child
}

/** A visible label with its control; the hint, and what is wrong, are read with it. */
export function Field({ id, label, hint, wrong, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {wrong && (
        <span class="wrong" id={`${id}-wrong`}>
          <Icon name="circle-alert" />
          {wrong}
        </span>
      )}
      {children}
    </div>
  )
}

/** What just happened, or what went wrong. */
export function Say({ tone, title, children }: { tone: 'good' | 'need'; title: string; children?: Child }) {
  return (
    <div class={`say ${tone}`} role={tone === 'need' ? 'alert' : 'status'}>
      <Icon name={tone === 'need' ? 'circle-alert' : 'circle-check'} />
      <p>
        <b>{title}</b> {children}
      </p>
    </div>
  )
}

/** How many, counted as far as anybody needs to know. */
export function amount(language: Language, n: number): string {
  return n > MOST_COUNTED ? t(language, 'inbox.over', { n: MOST_COUNTED }) : formatNumber(language, n)
}

/** The first words of a post, for naming it in a sentence or on a list. */
export function startOf({ title, text }: { title: string | null; text: string }, most = 48): string {
  const words = (title ?? text).replace(/\s+/g, ' ').trim()
  const points = [...words]
  if (points.length <= most) return words
  const start = points.slice(0, most - 1).join('')
  const whole = start.replace(/[\p{P}\s]+\S*$/u, '')
  // One long word is cut within, rather than the name be lost.
  return `${whole.length > most / 2 ? whole : start.trimEnd()}…`
}

/** Only addresses of the desk are gone back to, so that nobody is led elsewhere. */
export function backTo(wanted: unknown, otherwise: string): string {
  const path =
    typeof wanted === 'string' && /^\/desk(?:[/?][\w\-/?&=%.~+]*)?$/.test(wanted) ? wanted : otherwise
  return path
}

/** The same with a parameter more: what the page that is gone back to shall say. */
export function withParam(wanted: unknown, otherwise: string, name: string, value: string): string {
  const address = new URL(backTo(wanted, otherwise), 'http://desk')
  address.searchParams.set(name, value)
  return address.pathname + address.search
}

const ownNames = { fi: 'Suomi', sv: 'Svenska', en: 'English' } as const

/** The language switch and the way out, each a form. */
export function Account({ c }: { c: Context<Signed> }) {
  const { language } = c.var
  return (
    <>
      <Form c={c} action="/desk/language" class="tongues">
        <input type="hidden" name="back" value={new URL(c.req.url).pathname} />
        {languages.map((one) => (
          <button
            type="submit"
            class="button plain"
            name="lang"
            value={one}
            lang={one}
            aria-pressed={one === language}
          >
            {ownNames[one]}
          </button>
        ))}
      </Form>
      <Form c={c} action="/desk/logout">
        <button type="submit" class="button plain">
          {t(language, 'desk.sign-out')}
        </button>
      </Form>
    </>
  )
}

type TicksProps = {
  name: string
  options: readonly (readonly [value: string, label: Child])[]
  chosen: readonly string[]
  /** Just one of them can be chosen. */
  one?: boolean
}

/** A line for each choice. */
export const Ticks = ({ name, options, chosen, one }: TicksProps) => (
  <>
    {options.map(([value, label]) => (
      <label class="tick">
        <input type={one ? 'radio' : 'checkbox'} name={name} value={value} checked={chosen.includes(value)} />
        {label}
      </label>
    ))}
  </>
)

type RemoveProps = Pick<FormProps, 'c' | 'action'> & {
  label: string
  /** Which one goes, for those who do not see it stand above. */
  of: string
  children?: Child
}

/** A form that takes one thing away. */
export const RemoveForm = ({ c, action, label, of, children }: RemoveProps) => (
  <Form c={c} action={action}>
    {children}
    <button type="submit" class="button plain">
      {label}
      <span class="vh">: {of}</span>
    </button>
  </Form>
)

/** Where a table is chosen, inside the field `file` with its hint. */
export const TableFile = () => (
  <input
    id="file"
    name="file"
    type="file"
    required
    accept=".csv,.txt,.tsv,.xlsx"
    aria-describedby="file-hint"
  />
)
