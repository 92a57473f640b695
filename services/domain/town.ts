// The town's own accounts: what a directory tells of somebody, and which roles that gives at which places.
import { type Role, roles } from '../../db/schema.ts'

/** A directory of accounts, and the places where it may let people in. */
export type Tenant = { id: string; places: readonly string[] }

/** What must be kept from the way out to the way back, so that nobody can bring in another's answer. */
export type Errand = { tenant: string; state: string; nonce: string; verifier: string }

/** Somebody as their directory tells of them. Tenant and subject say who they are; name and e-mail are to be shown. */
export type TownAccount = {
  tenant: string
  subject: string
  name: string
  email: string | null
  /** Comes from another organisation's directory. */
  guest: boolean
  roles: readonly string[]
}

/** Signing in at the town's directory; the way out lives in workers. */
export type Directory = {
  /** Where to send the browser. */
  begin: (tenant: string, back: string) => Promise<{ errand: Errand; url: string }>
  /** Reads the address that the browser came back to; refuses whatever does not belong to the errand. */
  finish: (errand: Errand, address: URL) => Promise<TownAccount>
}

/**
 * The highest role at each of the tenant's places: `editor` counts at all of them, `kemijarvi.editor` at one. A
 * directory gives nothing elsewhere, whatever it says, and makes nobody an operator.
 */
export function rolesIn(told: readonly string[], { places }: Tenant): Map<string, Role> {
  const found = new Map<string, Role>()
  for (const place of places)
    for (const role of roles)
      if (told.includes(role) || told.includes(`${place}.${role}`)) found.set(place, role)
  return found
}
