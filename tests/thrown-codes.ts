// Every code of a fault that the workers can throw, read from their source.
import { globSync, readFileSync } from 'node:fs'
import { faultKinds } from '../services/errors.ts'

/** Codes as they stand in the source, or as the arguments of the functions that make faults; and the kinds. */
export function thrownCodes(): Set<string> {
  const patterns = [
    /code: '([a-z-]+)'/g,
    /\bconst code = .*? \? '([a-z-]+)'/g,
    /\bconst code = .*? : '([a-z-]+)'/g,
    /\b(?:auth|fault|make|refused|notFeed|tooMuch)\('([a-z-]+)'/g,
  ]
  const sources = globSync('workers/**/*.ts').map((path) => readFileSync(path, 'utf8'))
  const found = sources.flatMap((text) =>
    patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code = '']) => code)),
  )
  return new Set([...faultKinds, ...found])
}
