// Why the service does not start, in one sentence that a system administrator understands.

/** Thrown on the way up; main.ts prints the message and ends with 2, without a stack. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}
