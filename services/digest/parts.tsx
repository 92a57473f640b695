// The small parts used all over the digest: definition links, missing values, verdicts, texts by people, table cells.
import { type Child, createContext, useContext } from 'hono/jsx'
import { type Language, t } from '../../config/i18n.ts'
import type { Comparison, Verdict } from '../domain/compare.ts'
import type { FigureRecord } from '../domain/digest-model.ts'
import type { SectionId } from '../domain/digest-states.ts'
import { MiniBars } from './minis.tsx'
import { sayChange, sayMissing, sayNumber, sayReason, sayValue } from './say.ts'
import { readText, type View } from './view.ts'

/** Where the whole digest is, for papers that have only some of its sections; empty in the digest itself. */
export const Whole = createContext('')

/** `F1`, leading to how it is computed. */
export function Fid({ id, language }: { id: string; language: Language }) {
  return (
    <a class="fid" href={`${useContext(Whole)}#m-${id}`}>
      {id}
      <span class="vh">, {t(language, 'digest.how')}</span>
    </a>
  )
}

const marks: Record<Verdict, Child> = {
  clear: <path d="M7 0l7 7-7 7-7-7z" fill="#0b5876" />,
  maybe: <path d="M7 1.2l5.8 5.8L7 12.8 1.2 7z" fill="none" stroke="#0b5876" stroke-width="1.8" />,
  usual: (
    <path
      d="M1 8.5c1.6-4 3.7-4 5.8-1.5S11.4 9.5 13 5.5"
      fill="none"
      stroke="#465562"
      stroke-width="1.8"
      stroke-linecap="round"
    />
  ),
  few: <path d="M3 7h8" fill="none" stroke="#465562" stroke-width="1.8" stroke-linecap="round" />,
}

/** The verdict with its mark; the word always stands beside it. */
export function VerdictMark({ verdict, children }: { verdict: Verdict; children: Child }) {
  return (
    <span class={`v v-${verdict}`}>
      <svg class="ic" aria-hidden="true" focusable="false" width="14" height="14" viewBox="0 0 14 14">
        {marks[verdict]}
      </svg>
      <span>{children}</span>
    </span>
  )
}

/** "Not known" and why, where a value would stand. */
export function Missing({ word, why }: { word: string; why: string }) {
  return (
    <span class="nd">
      <b>{word}</b>
      {why && <> {why}</>}
    </span>
  )
}

/** The value, or the words instead of it; a partial, estimated or preliminary value says that it is one. */
export function Value({ record, language }: { record: FigureRecord | undefined; language: Language }) {
  if (record?.value == null) {
    const { word, why } = sayMissing(language, record ?? { status: 'no_data', reason: 'not-collected' })
    return <Missing word={word} why={why} />
  }
  const { status, coverage, n } = record
  const marked = status === 'partial' || status === 'estimate' || status === 'preliminary'
  const days = status === 'partial' && coverage ? `, ${coverage.days}/${coverage.of}` : ''
  const posts = status === 'partial' && n ? `, ${n.measured}/${n.of}` : ''
  return (
    <>
      {sayValue(language, record)}
      {marked && <span class="sub">{`${t(language, `figure.status.${status}`)}${days || posts}`}</span>}
    </>
  )
}

type Compared = { record: FigureRecord; which: 'yoy' | 'prev'; language: Language }

/** The earlier value with the change, or why there is none to compare with. */
export function Before({ record, which, language }: Compared) {
  const cmp = record.cmp[which]
  if (cmp.state !== 'ok') {
    const word = t(language, `figure.compared.${cmp.state}`)
    return <Missing word={word} why={cmp.state === 'not_yet' ? '' : sayReason(language, cmp.reason)} />
  }
  // The season alone would fill the previous quarter's column with percentages: only the difference is told there.
  const change = sayChange(language, cmp, record.unit).slice(0, which === 'yoy' ? 2 : 1)
  return (
    <>
      <span class="then">
        {sayValue(language, { value: cmp.before, of: cmp.before_of, unit: record.unit })}
      </span>
      {change.length > 0 && (
        <span class="sub">
          {change.map((one, nth) => (
            <>
              {nth > 0 && ', '}
              <span class="nw">{one}</span>
            </>
          ))}
        </span>
      )}
      {cmp.now !== record.value && cmp.now !== null && (
        <span class="sub">{t(language, 'digest.like', { n: sayNumber(language, cmp.now) })}</span>
      )}
    </>
  )
}

/** The three bars of a row, on the scale of the row itself. */
export function RowBars({ record }: { record: FigureRecord }) {
  const size = (value: string | null, of: string | null) =>
    value === null ? null : of === null ? Number(value) : Number(of) > 0 ? Number(value) / Number(of) : null
  // A bar of fewer sources beside one of all would show a change that is none.
  const side = (cmp: Comparison) =>
    cmp.state === 'ok' && cmp.now === record.value ? size(cmp.before, cmp.before_of) : null
  const { yoy, prev } = record.cmp
  return <MiniBars now={size(record.value, record.of)} yoy={side(yoy)} prev={side(prev)} />
}

/** Now, a year ago and the previous quarter: three cells of a row, which become three columns of a card when narrow. */
export function ThreeCells({ record, language }: { record: FigureRecord; language: Language }) {
  const { yoy, prev } = record.cmp
  if (record.value === null && yoy.state !== 'ok' && prev.state !== 'ok')
    return (
      <td class="span" colspan={3}>
        <Value record={record} language={language} />
      </td>
    )
  return (
    <>
      <td class="num main-num wrap" data-l={t(language, 'digest.col.now')}>
        <Value record={record} language={language} />
      </td>
      <td class="num wrap" data-l={t(language, 'digest.col.yoy')}>
        <Before record={record} which="yoy" language={language} />
      </td>
      <td class="num wrap" data-l={t(language, 'digest.col.prev-short')}>
        <Before record={record} which="prev" language={language} />
      </td>
    </>
  )
}

type Head = { label: string; num?: boolean; hidden?: boolean }

/** A table whose rows become cards on a narrow screen; roles are explicit because that changes their display. */
export function Table(props: {
  caption: Child
  head: Head[]
  /** The heading above it says the same as the caption, which then is only heard. */
  titled?: boolean
  class?: string
  children: Child
  note?: Child
}) {
  return (
    <div class="tw keep">
      <table class={`cards ${props.class ?? ''}`.trim()}>
        <caption class={props.titled ? 'vh' : undefined}>{props.caption}</caption>
        <thead>
          <tr>
            {props.head.map((one) => (
              <th scope="col" class={one.num ? 'num' : undefined}>
                {one.hidden ? <span class="vh">{one.label}</span> : one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
      {props.note && <p class="note">{props.note}</p>}
    </div>
  )
}

export const threeHeads = (language: Language, first: string): Head[] => [
  { label: first },
  { label: t(language, 'digest.col.now'), num: true },
  { label: t(language, 'digest.col.yoy'), num: true },
  { label: t(language, 'digest.col.prev-short'), num: true },
]

export function Row({
  label,
  sub,
  children,
  inner,
}: {
  label: Child
  sub?: Child
  inner?: boolean
  children: Child
}) {
  return (
    <tr class={inner ? 'in' : undefined}>
      <th scope="row">
        {label}
        {sub && <span class="sub">{sub}</span>}
      </th>
      {children}
    </tr>
  )
}

/** What people wrote, with a line beside it; always in the main language of the place. */
export function Voice({ view, section, by }: { view: View; section: SectionId; by?: boolean }) {
  const text = readText(view, section)
  if (!text) return null
  const { language, bundle } = view
  const main = bundle.place.languages[0]
  return (
    <div class="voice">
      {by !== false && <p class="by">{t(language, 'digest.by')}</p>}
      <Blocks text={text} language={language} lang={main === language ? undefined : main} />
    </div>
  )
}

export function Blocks(props: {
  text: NonNullable<ReturnType<typeof readText>>
  language: Language
  lang?: string | undefined
}) {
  if (props.text.nothing) return <p>{t(props.language, 'digest.nothing')}</p>
  return (
    <div lang={props.lang} dir="auto">
      {props.text.blocks.map((block) =>
        'items' in block ? (
          <ul>
            {block.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        ) : (
          <p>
            {block.lines.map((line, nth) => (
              <>
                {nth > 0 && <br />}
                {line}
              </>
            ))}
          </p>
        ),
      )}
    </div>
  )
}
