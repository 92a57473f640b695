// Which part of a figure a row of the files is of, in the words that the digest's page has for it.
import { pick, t } from '../../../config/i18n.ts'
import type { FigureRecord } from '../../domain/digest-model.ts'
import { channelName, familyLabel, sourceName, type View, wallLabel, wordOf } from '../view.ts'

type Dims = FigureRecord['dims']
type Say = (view: View, value: string, dims: Dims) => string

const names: Record<string, Say> = {
  family: familyLabel,
  tag: (_, value) => `#${value}`,
  tagged: ({ language }) => t(language, 'digest.posts.untagged'),
  survey: ({ bundle }, value) => bundle.surveys.find((one) => one.id === value)?.title ?? value,
  question: ({ bundle }, value) =>
    bundle.surveys.flatMap((one) => one.questions).find((one) => one.id === value)?.label ?? value,
  author: ({ language }, value, { by }) => wordOf(language, by ? 'digest.tone' : 'digest.channels', value),
  by: ({ language }, value) => (value === 'theme' ? '' : wordOf(language, 'digest.tone.by', value)),
  value: ({ language }, value, { by }) => wordOf(language, `label.${by}`, value),
  channel: ({ language }, value) => channelName(language, value),
  per: ({ language }) => t(language, 'digest.sheet.by-post'),
  lang: ({ language }, value) => wordOf(language, 'digest.lang', value),
  indicator: ({ language }, value) => wordOf(language, 'indicator', value),
  wall: wallLabel,
  event: ({ language }, value) => {
    const to = wordOf(language, 'digest.wall.event', value)
    return value === 'share' ? to : `${t(language, 'digest.wall.where')} ${to}`
  },
  action: ({ bundle, language }, value) => {
    const action = bundle.walls.flatMap((wall) => wall.actions).find((one) => one.id === value)
    return action ? pick(action.label, language, bundle.place.languages[0]) : value
  },
  result: ({ language }) => t(language, 'digest.web.no-result'),
  heard: ({ language }, value) => wordOf(language, 'heard', value),
  answered: ({ language }) => t(language, 'digest.sheet.answered'),
  source: sourceName,
}

/** `Omat julkaisut, Mihin sävyyn, myönteinen`; nothing for the figure as a whole. */
export function sayPart(view: View, dims: Dims): string {
  const inOrder = Object.keys(names).filter((name) => name in dims)
  const others = Object.keys(dims).filter((name) => !(name in names))
  return [...inOrder, ...others]
    .map((name) => names[name]?.(view, dims[name] ?? '', dims) ?? dims[name])
    .filter(Boolean)
    .join(', ')
}
