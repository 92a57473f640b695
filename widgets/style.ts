// The wall's stylesheet as a constructed sheet: it needs no inline style, so it works under the strictest policy.
import css from './wall.css'

export const sheet = new CSSStyleSheet()
sheet.replaceSync(css)
