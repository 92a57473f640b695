// The frame of every page of ours: language, title, styles, the skip link; nothing inline, nothing from elsewhere.
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type Language, t } from '../config/i18n.ts'
import { type AssetName, assetUrl } from './assets.ts'

export type ShellProps = {
  language: Language
  title: string
  /** Styles after page.css, in order. */
  styles?: AssetName[]
  scripts?: string[]
  /** Drafts, the desk and personal pages are not for search engines. */
  hidden?: boolean
  description?: string | undefined
  /** More for the head: alternates, feeds. */
  head?: Child
  bodyClass?: string
  /** Nothing on this page stands before its content. */
  direct?: boolean
  children: Child
}

/** Text never moves for a typeface that comes late, so it is asked for first. */
export function Typeface() {
  return [400, 600].map((weight) => (
    <link
      rel="preload"
      as="font"
      type="font/woff2"
      href={assetUrl(`source-sans-3-latin-${weight}-normal.woff2`)}
      crossorigin="anonymous"
    />
  ))
}

export function Shell(props: ShellProps) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={props.language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <link rel="icon" type="image/svg+xml" href={assetUrl('icon.svg')} />
          {props.hidden && <meta name="robots" content="noindex" />}
          {props.description && <meta name="description" content={props.description} />}
          <title>{props.title}</title>
          <Typeface />
          {(['page.css', ...(props.styles ?? [])] as AssetName[]).map((name) => (
            <link rel="stylesheet" href={assetUrl(name)} />
          ))}
          {props.head}
          {props.scripts?.map((src) => (
            <script type="module" src={src} />
          ))}
        </head>
        <body class={props.bodyClass}>
          {!props.direct && (
            <a class="skip" href="#content">
              {t(props.language, 'page.skip')}
            </a>
          )}
          {props.children}
        </body>
      </html>
    </>
  )
}
