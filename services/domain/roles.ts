// Who may do what: the table of the contract as data.
import type { Role } from '../../db/schema.ts'

/**
 * read: digests, plans, calendar, the queue to look at · write: observations, labels, digest texts ·
 * curate: show, hide, stash, pin, lift, describe, record consent · edit: families, sources, accounts, walls, removals,
 * freeze and publish · administer: people, tokens, retention, export.
 */
export type Right = 'read' | 'write' | 'curate' | 'edit' | 'administer'

const rights = {
  reader: ['read'],
  writer: ['read', 'write'],
  curator: ['read', 'write', 'curate'],
  editor: ['read', 'write', 'curate', 'edit'],
  admin: ['read', 'write', 'curate', 'edit', 'administer'],
} as const satisfies Record<Role, readonly Right[]>

export function may(role: Role, right: Right): boolean {
  return (rights[role] as readonly Right[]).includes(right)
}
