// Which language a text is in, among those written about a Finnish town.

type Detect = (text: string) => string | null

const languages = ['fi', 'sv', 'en', 'et', 'ru', 'uk', 'no', 'da', 'de', 'fr', 'es', 'it', 'nl', 'pl']
let loading: Promise<Detect> | undefined

/** A function that tells the language of a text of some words, or null when it is not sure. */
export function openLanguages(): Promise<Detect> {
  loading ??= load()
  return loading
}

async function load(): Promise<Detect> {
  const { eld } = await import('eld/extrasmall')
  const detector = eld.newInstance()
  detector.setLanguageSubset(languages)
  return (text) => {
    // No model knows Northern Sámi; its own letters do, where no Finnish or Swedish ones stand beside them.
    if (/[ŋŧđ]/i.test(text) && /[áčšž]/i.test(text) && !/[äöå]/i.test(text)) return 'se'
    const found = detector.detect(text)
    return found.language && found.isReliable() ? found.language : null
  }
}
