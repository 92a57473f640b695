// Kysely on the embedded database: each transaction its own connection, so that who only asks need not line up.
import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { Begun, Embedded } from './embedded.ts'

type Connection = DatabaseConnection & { begun: Begun | undefined }

/**
 * Kysely's own dialect has one connection, and whoever wants it waits for all who came before. Here transactions wait
 * for each other in the thread, those that only read before those that write, and a single question for one of them
 * at most.
 */
export function embeddedDialect(embedded: Embedded): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driverOf(embedded),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

function driverOf(embedded: Embedded): Driver {
  const end = async (connection: DatabaseConnection, keep: boolean) => {
    const { begun } = connection as Connection
    ;(connection as Connection).begun = undefined
    await begun?.end(keep)
  }
  return {
    init: async () => {},
    acquireConnection: async () => connect(embedded),
    beginTransaction: async (connection, { accessMode }) => {
      ;(connection as Connection).begun = await embedded.begin(accessMode === 'read only')
    },
    commitTransaction: (connection) => end(connection, true),
    rollbackTransaction: (connection) => end(connection, false),
    releaseConnection: async () => {},
    destroy: () => embedded.close(),
  }
}

function connect(embedded: Embedded): Connection {
  return {
    begun: undefined,
    async executeQuery({ sql, parameters }) {
      const { rows, affectedRows } = await (this.begun ?? embedded).query(sql, [...parameters])
      return { rows, ...(affectedRows !== undefined && { numAffectedRows: BigInt(affectedRows) }) }
    },
    streamQuery() {
      throw new Error('the embedded database gives no streams')
    },
  }
}
