// The lists of words that hold a post for a person: coarse or degrading language in Finnish, Swedish and English.
import { t } from './i18n.ts'
import type { Language } from './label.ts'

// A list only holds: a person decides. `*` stands for any letters, so that inflected forms are found.
const fi = `
  perkele*, saatana*, saatanan, helvetti, helvetin, helvettiin, jumalauta, pirun, piru vie, vittu*, vitun, vitut,
  vituttaa*, kyrpä*, kyrvän*, kulli, kullia, kusipää*, kusipaa*, mulkku*, mulkut, mulkun, paska*, paskan,
  paskiainen, paskiaiset, perse*, huora*, lutka*, narttu*, runkkari*, pillu*, hintti*, hinttari*, homottaa*,
  homottelu*, homottelee, lesbous*, transu*, neekeri*, nekru*, mutakuono*, mutiainen, mutiaiset, manne, mannet,
  mustalaispaska*, ryssä, ryssät, ryssän*, ryssittely*, rättipää*, matu, matut, mamut ulos, mamut pois,
  ulkomaalaiset pois, ählämi*, apina* takaisin, vinosilmä*, juutalaissika*, hurrit ulos, lapinakka, vajakki*,
  vammainen idiootti, jälkeenjäänyt*, idiootti*, idiootit, kretiini*, ääliö*, tollo*, luuseri*, läskiperse*, tapan
  sut, tapan sinut, tapan teidät, tappakaa*, ammutaan ne, polttakaa*, fuck*, shit, bullshit, bitch*, nigg*, whore*`
const sv = `
  fan, fan ta*, fanskap*, jävla, jävlar, jävel*, jävligt, helvete*, helvetes, satan*, skit, skiten, skitstövel*,
  skitsnack, kuk, kuken, kuksugar*, fitta*, fittor*, hora, horan, horor*, horunge*, slyna*, subba*, bög*,
  bögjävel*, flata, fikus, transa, neger*, negern, negrer*, blatte*, blattar*, svartskalle*, svartskallar*,
  zigenare*, tattare*, turkjävel*, judejävel*, ryssjävel*, lappjävel*, finnjävel*, utlänningar ut, åk hem, cp,
  cp-skadad*, efterbliven*, idiot*, dumjävel*, mongo*, pucko*, tjockis*, döda dem, jag ska döda*, skjut dem,
  fuck*, shit, bitch*, nigg*`
const en = `
  fuck*, motherfuck*, shit, shitty, bullshit, asshole*, arsehole*, bastard*, bitch*, cunt*, dick, dickhead*, cock,
  cocks, prick, pricks, pussy, slut*, whore*, wanker*, twat*, faggot*, fag, fags, dyke, dykes, tranny, trannies,
  nigg*, negro*, coon, coons, chink, chinks, gook*, paki, pakis, kike*, spic, spics, raghead*, towelhead*, gypsies
  out, wetback*, retard*, spastic*, cripple, cripples, moron*, idiot*, imbecile*, fatso*, go back to your country,
  foreigners out, immigrants out, kill them all, i will kill*, kill yourself, shoot them, burn them, terrorist
  scum`

const split = (text: string) => text.split(',').map((one) => one.trim().replace(/\s+/g, ' '))
const lists: Readonly<Record<Language, readonly string[]>> = { fi: split(fi), sv: split(sv), en: split(en) }

/** The list as a rule: it holds what has one of its words, in the language or in one that nobody could tell. */
export function heldRule(language: Language, main: Language) {
  return {
    name: t(main, `rules.list.${language}`),
    action: 'hold' as const,
    conditions: { words: [...lists[language]], languages: [language, ''] },
  }
}
