// Text counted in code points, as marks count it, without taking apart what has one unit a character.

const pair = /[\ud800-\udbff][\udc00-\udfff]/

/** How many code points a text has. */
export function lengthOf(text: string): number {
  return pair.test(text) ? [...text].length : text.length
}

/** Cuts a text by code points, many times. */
export function cutterOf(text: string): (start: number, end?: number) => string {
  if (!pair.test(text)) return (start, end) => text.slice(start, end)
  const points = [...text]
  return (start, end) => points.slice(start, end).join('')
}

/** Turns places in a text into code points; to be asked from left to right. */
export function counterOf(text: string): (at: number) => number {
  if (!pair.test(text)) return (at) => at
  let [known, points] = [0, 0]
  return (at) => {
    points += lengthOf(text.slice(known, at))
    known = at
    return points
  }
}
