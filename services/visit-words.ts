// Why a source failed, in words: what happened, what it means, what to do.
import { isKey, type Key } from '../config/i18n.ts'

type Faulty = {
  fault_kind: string | null
  fault_code: string | null
  fault_values?: Record<string, string | number>
}

/** The three sentences of a fault; by its kind when its code has no words of its own. */
export function faultWords(
  words: (key: Key, values: Record<string, string | number>) => string,
  { fault_kind, fault_code, fault_values = {} }: Faulty,
): { what: string; means: string; do: string } {
  const known = [fault_code, fault_kind].find((one) => isKey(`fault.${one}.what`)) ?? 'network'
  // What is missing is called what its field on the form is called.
  const secret = `secret.${fault_values.name}`
  const values = isKey(secret) ? { ...fault_values, name: words(secret, {}) } : fault_values
  const say = (part: 'what' | 'means' | 'do') => {
    const key = `fault.${known}.${part}`
    return isKey(key) ? words(key, values) : ''
  }
  return { what: say('what'), means: say('means'), do: say('do') }
}
