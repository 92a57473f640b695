// A key in every open form: made by us for that form, not older than half a day, and good for one sending.
import { spend } from '../db/guesses.ts'
import type { Db } from '../db/open.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { randomSecret } from './keys.ts'

const HOURS = 12

export function makeFormKey({ keys, clock }: Pick<Deps, 'keys' | 'clock'>, form: string): string {
  const text = `${clock().getTime()}.${randomSecret().slice(0, 16)}`
  return `${text}.${keys.sign('forms', `key ${form} ${text}`)}`
}

/** Refuses a form whose key is not ours or too old, and the second sending of one. Call it in its transaction. */
export async function useFormKey(
  trx: Db,
  { keys, clock }: Pick<Deps, 'keys' | 'clock'>,
  form: string,
  key: unknown,
): Promise<void> {
  const [, text = '', made = '', signature = ''] =
    /^((\d{1,16})\.[\w-]{16})\.([\w-]+)$/.exec(String(key)) ?? []
  const age = clock().getTime() - Number(made)
  const good = text && keys.verify('forms', `key ${form} ${text}`, signature)
  if (!good || age < 0 || age > HOURS * 3_600_000) throw new Refusal('form-old', 400)
  if (!(await spend(trx, `used ${text}`, clock()))) throw new Refusal('form-twice', 409)
}
