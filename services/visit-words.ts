// Why a source failed, in words: what happened, what it means, what to do.
import { isKey, type Key } from '../config/i18n.ts'

type Faulty = {
  kind: 'posts' | 'numbers'
  fault_kind: string | null
  fault_code: string | null
  fault_values?: Record<string, string | number>
}

/** The three sentences of a fault; by its kind when its code has no words of its own. */
export function faultWords(
  words: (key: Key, values: Record<string, string | number>) => string,
  { kind, fault_kind, fault_code, fault_values = {} }: Faulty,
): { what: string; means: string; do: string } {
  const known = [fault_code, fault_kind].find((one) => isKey(`fault.${one}.what`)) ?? 'own'
  // What is missing is called what its field on the form is called.
  const secret = `secret.${fault_values.name}`
  const values = isKey(secret) ? { ...fault_values, name: words(secret, {}) } : fault_values
  const say = (part: 'what' | 'means' | 'do') => {
    const key = `fault.${known}.${part}`
    return isKey(key) ? words(key, values) : ''
  }
  // Whatever happened, numbers are on no wall, and their missing days are asked for afterwards.
  const means = kind === 'numbers' ? words('sources.means.numbers', {}) : say('means')
  return { what: say('what'), means, do: say('do') }
}
