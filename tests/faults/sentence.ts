// The sentence that every new thing at a simulator holds: letters that a wrong charset breaks, and a number.

const LETTERS = 'Jäätä, öitä, Åland ja 5 €'

let count = 0
export const nextSentence = () => `${LETTERS}, numero ${++count}.`
export const holdsLetters = (text: string) => text.includes(LETTERS)
