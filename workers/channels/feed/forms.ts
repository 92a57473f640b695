// What is read of a story in each kind of feed, for comparing it with what a site really sends.
import { z } from 'zod'
import type { Answer, AnswerForm } from '../../../services/domain/source.ts'
import { decodeText } from '../decode.ts'
import { listIn } from '../json.ts'
import type { Element } from './elements.ts'
import { itemShape } from './json.ts'
import { readTree } from './tree.ts'

const story = (names: string) =>
  z.looseObject(Object.fromEntries(names.split(' ').map((name) => [name, z.unknown()])))

/** The elements that stand directly in each item or entry, by name. */
function storiesIn(answer: Answer, name: 'item' | 'entry'): Record<string, string>[] {
  const stories: Record<string, string>[] = []
  const walk = ({ name: own, children }: Element) => {
    const inside = children.filter((one) => typeof one !== 'string')
    if (own === name) stories.push(Object.fromEntries(inside.map((one) => [one.name, ''])))
    else inside.forEach(walk)
  }
  walk(readTree(textOf(answer), answer.url))
  return stories
}

const textOf = ({ bytes, headers }: Answer) => decodeText(bytes, headers['content-type']).trimStart()

const form = (name: 'item' | 'entry', names: string): AnswerForm => ({
  name: name === 'item' ? 'item of RSS' : 'entry of Atom',
  answers: () => true,
  things: (answer) => (textOf(answer).startsWith('<') ? storiesIn(answer, name) : []),
  shape: () => story(names),
})

export const feedForms: readonly AnswerForm[] = [
  form(
    'item',
    'title link guid pubdate description content:encoded category enclosure media:content dc:date',
  ),
  form('entry', 'title link id published updated summary content category author media:group'),
  {
    name: 'item of JSON Feed',
    answers: () => true,
    things: (answer) => (textOf(answer).startsWith('{') ? listIn(answer, 'items') : []),
    shape: () => itemShape,
  },
]
