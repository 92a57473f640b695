// The chance of property tests: npm test draws the same cases each time, the long run other ones and ten times as many.
import fc from 'fast-check'

fc.configureGlobal(process.env.LONG ? { numRuns: 1000 } : { seed: 20_261_126 })

export { fc }
