// Every figure of the digest, in the order of its numbers.
import type { Figure, FigureId } from './figure.ts'
import { outsideFigures } from './outside.ts'
import { peopleFigures } from './people.ts'
import { platformFigures } from './platforms.ts'
import { postFigures } from './posts.ts'
import { reactionFigures } from './reactions.ts'
import { serviceFigures } from './service.ts'

const numberOf = (id: FigureId) => Number(id.slice(1))

export const figures: readonly Figure[] = [
  ...postFigures,
  ...reactionFigures,
  ...serviceFigures,
  ...outsideFigures,
  ...peopleFigures,
  ...platformFigures,
].sort((a, b) => numberOf(a.id) - numberOf(b.id))

/** `F2/1`: the figure and the version of its definition. */
export const methodOf = (figure: Figure) => `${figure.id}/${figure.version}`
