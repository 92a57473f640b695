// What a wall itself says in a language: for our pages, and sent to the element, which has no words of its own.
import { type Key, type Language, t } from '../../config/i18n.ts'
import { messages } from '../../config/messages/index.ts'
import { type ChannelName, channels } from '../../config/place.ts'

/** Channels that are websites: a post of theirs says which. */
export const siteChannels: ReadonlySet<ChannelName> = new Set(['feed', 'wordpress', 'pasted'])

export function sayings(language: Language): Record<string, string> {
  const said = (Object.keys(messages.fi) as Key[])
    .filter((key) => key.startsWith('say.'))
    .map((key) => [key.slice('say.'.length), messages[language][key]])
  const places = channels
    .filter((channel) => !siteChannels.has(channel))
    .map((channel) => [`in.${channel}`, t(language, `channel.${channel}.in`)])
  return Object.fromEntries([['lang', language], ...said, ...places])
}
