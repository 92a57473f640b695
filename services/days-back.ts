// How far back the first visits to a source reach, by whose posts it brings.
import { keeping, type SourceMode } from '../db/schema.ts'

/** Our own posts tell the same quarter a year ago; a resident's would be forgotten before long. */
export const daysBack: Readonly<Record<SourceMode, number>> = {
  own: 400,
  partner: 400,
  resident: keeping.residentsPost,
}
