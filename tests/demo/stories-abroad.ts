// Posts in English and Swedish, by newcomers, guests and the town.
import type { Told } from './story.ts'

export const abroad: readonly Told[] = [
  {
    author: 'daniela',
    lang: 'en',
    months: [1, 2],
    picture: 'potkukelkka-kadulla.webp',
    text:
      'Three months in Kemijärvi. I expected quiet. I got a choir, a sauna every Thursday and a ' +
      'neighbour who ploughs our yard before I wake up.',
    tags: ['#kemijärvi'],
  },
  {
    author: 'daniela',
    lang: 'en',
    months: [11],
    picture: 'kielikahvila.webp',
    text:
      'At the language café I learned that “no niin” has {n} meanings. I have used four of them ' +
      'correctly, I think. Nobody said otherwise, which may be the fifth.',
    tags: ['#kemijärvi'],
    slots: { n: ['nine', 'twelve'] },
  },
  {
    author: 'daniela',
    lang: 'en',
    months: [12],
    picture: 'sauna-talviyossa.webp',
    text: 'I asked how long one stays in the sauna. “Until you come out.” It makes sense now.',
    tags: ['#kemijärvi', '#kemijarviphotos'],
  },
  {
    author: 'daniela',
    lang: 'en',
    months: [3],
    picture: 'hankihiihto.webp',
    text: 'Today I skied across a lake I swam in last August. I kept looking down.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
  },
  {
    author: 'daniela',
    lang: 'en',
    months: [6],
    picture: 'keskiyon-aurinko.webp',
    text:
      'It is {n} at night and I am reading a book by the lake without a lamp. My mother thinks the ' +
      'clock on my phone is broken.',
    tags: ['#kemijärvi', '#kemijarviphotos', '#visitlapland'],
    slots: { n: ['one', 'half past eleven', 'a quarter to two'] },
  },
  {
    author: 'daniela',
    lang: 'en',
    months: [9],
    picture: 'ruska-tunturissa.webp',
    text:
      'Ruska means that the whole hillside turns red and your colleagues take a day off to look at ' +
      'it. So did I.',
    tags: ['#kemijärvi', '#ulkonaperillä', '#visitlapland'],
  },
  {
    author: 'daniela',
    lang: 'en',
    months: [5],
    picture: 'kasvihuone.webp',
    text:
      'My neighbour gave me six tomato plants and a list of instructions in Finnish. I understood ' +
      'four words. The plants are doing fine.',
    tags: ['#kemijärvi'],
  },
  {
    author: 'muutto',
    lang: 'en',
    months: [1, 2],
    picture: 'etatyopiste.webp',
    text:
      'Priya Nair designs maps for a company in Rotterdam. Her desk is above the library in ' +
      'Kemijärvi, her lunch break is on skis. “My colleagues stopped asking if it is a background.”',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
  },
  {
    author: 'muutto',
    lang: 'en',
    months: [4, 10],
    text:
      'Physiotherapist Marek Zielinski learned Finnish from his patients. “First the knees, then the ' +
      'weather, then the rest.” He came for a year, {n} years ago.',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
    slots: { n: ['four', 'five', 'six'] },
  },
  {
    author: 'muutto',
    lang: 'en',
    months: [1, 11],
    picture: 'kielikahvila.webp',
    text:
      'Moving to Kemijärvi and not sure where to begin? Write to us in English. A person answers, ' +
      'usually the same day, always by the next one.',
    tags: ['#kemijärvi'],
  },
  {
    author: 'lomalle',
    lang: 'en',
    months: [12, 1, 2],
    picture: 'revontulet-jarvella.webp',
    text:
      'Northern lights were seen {paikka} last night. Nobody can promise them for tonight. Dress ' +
      'warmly, switch off your lights and give it half an hour.',
    tags: ['#visitkemijarvi', '#visitlapland'],
    slots: { paikka: ['over the lake', 'from Pöyliövaara', 'above the fells'] },
  },
  {
    author: 'lomalle',
    lang: 'en',
    months: [3, 4],
    picture: 'pilkkijat.webp',
    text:
      'How to ice fish: drill, sit, wait, drink coffee, wait. The fish is optional. Local guides ' +
      'lend the rest.',
    tags: ['#visitkemijarvi', '#visitlapland', '#ulkonaperillä'],
  },
  {
    author: 'lomalle',
    lang: 'en',
    months: [7],
    picture: 'mokkilaituri.webp',
    text: 'The lake is {n} degrees and the jetty is free. Swim first, ask for the temperature after.',
    tags: ['#visitkemijarvi', '#visitlapland'],
    slots: { n: ['16', '18', '19'] },
  },
  {
    author: 'lomalle',
    lang: 'en',
    months: [9, 10],
    picture: 'joki-kalassa.webp',
    text:
      'Autumn on the river: grayling, yellow birches and firewood stacked for whoever comes next. ' +
      'Leave some for the one after you.',
    tags: ['#visitkemijarvi', '#visitlapland', '#ulkonaperillä'],
  },
  {
    author: 'yrittajat',
    lang: 'en',
    months: [6],
    picture: 'navetta.webp',
    title: 'A farm that plays classical music',
    text:
      'Kaisa studied engineering before she took over her parents’ cows. Sensors tell her who is ' +
      'chewing, yet every morning she walks through the barn and looks each one in the eye. Rock ' +
      'music lowers the yield. She has measured it.',
    tags: ['#tuhannenjayhdentyöntarinat', '#tuhannenjayhdentyönmatkatoimisto'],
  },
  {
    author: 'daniela',
    lang: 'en',
    months: [10],
    picture: 'elokuvakerho.webp',
    text:
      'Film club was in Finnish without subtitles. I followed the plot by when people stopped ' +
      'drinking coffee.',
    tags: ['#kemijärvi'],
  },
  {
    author: 'erik',
    lang: 'sv',
    months: [7, 8],
    picture: 'soutuvene.webp',
    text:
      'Två veckor vid sjön. Vi lånade en roddbåt, fick tre gäddor och ett recept av grannen. ' +
      'Receptet var det enda vi tog med oss hem.',
    tags: ['#kemijärvi'],
  },
  {
    author: 'erik',
    lang: 'sv',
    months: [2, 3],
    picture: 'hankihiihto.webp',
    text:
      'Skaren bar ända till {n}. Solen sken, kaffet var varmt och tystnaden så stor att man hörde ' +
      'skidorna tänka.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
    slots: { n: ['klockan tio', 'elva'] },
  },
  {
    author: 'erik',
    lang: 'sv',
    months: [9],
    picture: 'ruska-tunturissa.webp',
    text:
      'Jag kom för att se höstfärgerna en helg. Nu är det torsdag och jag har frågat vad en stuga ' +
      'kostar.',
    tags: ['#kemijärvi', '#visitlapland'],
  },
  {
    author: 'erik',
    lang: 'sv',
    months: [12],
    picture: 'joulutori.webp',
    text:
      'Julmarknad på torget: granar, rökt fisk och en kör som sjöng på tre språk. Gröten var gratis ' +
      'och den tog slut först.',
    tags: ['#kemijärvi'],
  },
]
