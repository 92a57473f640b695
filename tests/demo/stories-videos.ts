// Videos of the town, of a film club and of a resident who films her village: a title, and what is written under it.
import type { Told } from './story.ts'

export const videos: readonly Told[] = [
  {
    author: 'videot',
    months: [1, 2, 3],
    title: 'Työpäivä lumen keskellä: aurakuski Matti',
    picture: 'aura-auto.webp',
    text:
      'Matti lähtee liikkeelle kello {aika}, jotta koululainen pääsee kotipihasta tielle. Kuvasimme ' +
      'yhden aamun, jolloin lunta tuli kaksikymmentä senttiä.\n\nVideo on tekstitetty suomeksi.',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
    slots: { aika: ['neljä', 'puoli neljä'] },
  },
  {
    author: 'videot',
    months: [4, 5],
    title: 'Neljä asuntoa, neljä avainta: kierros muuttajalle',
    picture: 'avaimet-kateen.webp',
    text:
      'Kävimme katsomassa neljä asuntoa, jotka ovat tänä keväänä vapaina: kaksio keskustassa, rivitalo ' +
      'koulun vieressä, omakotitalo järven rannalla ja hirsitalo kylällä.',
    tags: ['#kemijärvi', '#visitkemijärvi'],
  },
  {
    author: 'videot',
    months: [6, 7, 8],
    title: 'Yötön yö kolmessa minuutissa',
    picture: 'keskiyon-aurinko.webp',
    text: 'Kamera seisoi laiturilla kello kymmenestä kuuteen. Aurinko ei laskenut, hyttyset eivät lähteneet.',
    tags: ['#kemijärvi', '#kemijarviphotos', '#ulkonaperillä'],
  },
  {
    author: 'videot',
    months: [9, 10, 11],
    title: 'Miksi lähdin Helsingistä: sairaanhoitaja Laura',
    picture: 'terveysasema.webp',
    text:
      'Laura tuli vuodeksi ja jäi. Hän kertoo, mitä työ terveysasemalla on, kuinka pitkä työmatka on ja ' +
      'mitä hän kaipaa.\n\nVideo on tekstitetty suomeksi ja englanniksi.',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
  },
  {
    author: 'videot',
    months: [11, 12],
    title: 'Kaamos alkaa: kaupunki kello kaksi iltapäivällä',
    picture: 'revontulet-jarvella.webp',
    text: 'Näin hämärää on, kun päivä on lyhimmillään. Ikkunoissa on valot, ja latu on auki kello kymmeneen.',
    tags: ['#kemijärvi', '#kemijarviphotos'],
  },
  {
    author: 'kelovideot',
    months: [1, 2, 3, 4],
    title: 'Kelon lyhytelokuva: Pilkkijä',
    picture: 'pilkkijat.webp',
    text: 'Kerholaisten oma elokuva, {n} minuuttia. Yksi mies, yksi avanto ja kala, joka ei ole samaa mieltä.',
    tags: ['#kemijärvi'],
    slots: { n: ['kuusi', 'seitsemän'] },
  },
  {
    author: 'kelovideot',
    months: [5, 6, 7, 8, 9],
    title: 'Näin kuvasimme talkoot',
    picture: 'kevattalkoot.webp',
    text: 'Kaksi kameraa, yksi kottikärry ja kolmekymmentä talkoolaista. Kurssin osallistujat leikkasivat itse.',
    tags: ['#kemijärvi', '#kemijarvi'],
  },
  {
    author: 'kelovideot',
    months: [10, 11, 12],
    title: 'Ensi-ilta kylätalolla: katsojat kertovat',
    picture: 'kylatalo.webp',
    text: 'Kysyimme ovella, mitä elokuvasta jäi mieleen. Useimmat puhuivat kahvista.',
    tags: ['#kemijärvi'],
  },
  {
    author: 'tuulikki',
    months: [11, 12, 1, 2, 3],
    title: 'Hiihdän järven yli kauppaan | talvi kylällä',
    picture: 'latu-kuusikossa.webp',
    text: 'Matka on {n} kilometriä suuntaansa. Repussa tulomatkalla maitoa, jauhoja ja posti naapurille.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
    slots: { n: ['viisi', 'kuusi'] },
  },
  {
    author: 'tuulikki',
    months: [4, 5, 6, 7, 8, 9, 10],
    title: 'Kasvimaa napapiirin pohjoispuolella',
    picture: 'kasvihuone.webp',
    text: 'Perunat ovat maassa ja hallaharso valmiina. Kerron, mikä täällä kasvaa ja mikä ei suostu.',
    tags: ['#kemijarvi'],
  },
]
