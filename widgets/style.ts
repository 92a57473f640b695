// The wall's stylesheet as a constructed sheet: it needs no inline style, so it works under the strictest policy.
import css from './wall.css'

let made: CSSStyleSheet | undefined

export function sheet(): CSSStyleSheet {
  if (!made) {
    made = new CSSStyleSheet()
    made.replaceSync(css)
  }
  return made
}
