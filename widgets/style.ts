// Styles as constructed sheets: they need no inline style, so they work under the strictest policy.

export function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}
