// The villages’ and entrepreneurs’ shorter news.
import type { Told } from './story.ts'

export const villages: readonly Told[] = [
  {
    author: 'kylat',
    months: [11, 12],
    picture: 'kelkkaura-talkoot.webp',
    title: 'Kelkkaura merkittiin kahdessa viikonlopussa',
    text:
      'Merkkejä pystytettiin jäälle 212 ja maihin saman verran. Ura avataan, kun jää on kauttaaltaan ' +
      'kantava. Tarkista tilanne aina ennen lähtöä, myös silloin, kun naapuri sanoo sen pitävän.',
    tags: ['#kemijärvi', '#lapinjarvimailla'],
  },
  {
    author: 'kylat',
    months: [2, 3],
    picture: 'kylatalo.webp',
    title: 'Kylätalon katto pitää taas',
    text:
      'Kattotalkoisiin tuli 17 ihmistä ja kolme kakkua. Vuoto löytyi piipun vierestä niin kuin aina. ' +
      'Pääsiäisenä tanssitaan, nyt kuivin jaloin.',
    tags: ['#kemijärvi', '#lapinjarvimailla'],
  },
  {
    author: 'kylat',
    months: [8, 9],
    picture: 'perunannosto.webp',
    title: 'Yhteinen perunamaa tuotti 840 kiloa',
    text:
      'Perunat jaettiin talkoolaisten ja koulun keittiön kesken. Ensi vuonna maa kasvaa, jos löytyy ' +
      'joku, jolla on muokkauskone ja kärsivällisyyttä.',
    tags: ['#kemijärvi', '#lapinjarvimailla'],
  },
  {
    author: 'kylat',
    months: [6],
    picture: 'mokkilaituri.webp',
    title: 'Uimapaikalle tuli uusi laituri',
    text:
      'Vanha laituri kesti 31 vuotta. Uusi tehtiin lehtikuusesta, ja ensimmäisenä siitä hyppäsi ' +
      'kylän vanhin, 84. Vesi oli hänen mukaansa sopivaa.',
    tags: ['#kemijärvi', '#lapinjarvimailla'],
  },
  {
    author: 'kylat',
    months: [12, 1],
    picture: 'neulekerho.webp',
    title: 'Villasukkia tuli 63 paria',
    text:
      'Kylän neulojat antavat sukat jokaiselle vuoden aikana syntyneelle ja muuttaneelle. Jos jäit ' +
      'ilman, ilmoita kengännumero.',
    tags: ['#kemijärvi', '#lapinjarvimailla'],
  },
  {
    author: 'kylat',
    months: [4, 5],
    picture: 'auto-muuttokuormassa.webp',
    title: 'Kylään muutti kaksi perhettä',
    text:
      'Ensimmäinen tuli Jyväskylästä ja toinen Kouvolasta. Koulukyytiin tuli kolme uutta reppua, ja ' +
      'kylän keski-ikä laski kahdella vuodella. Tervetuliaiskeitto syötiin sunnuntaina.',
    tags: ['#kemijärvi', '#lapinjarvimailla'],
  },
  {
    author: 'yrittajat',
    months: [1, 4],
    picture: 'kesakahvila.webp',
    title: 'Kahvila etsii kesäksi viittä tekijää',
    text:
      'Kokemusta ei tarvita, jos aamut sujuvat. Asunto järjestyy, ja vapaapäivänä saa lainata ' +
      'kahvilan venettä. Hakemus voi olla kolme riviä.',
    tags: ['#kemijärvi', '#työpaikat'],
  },
  {
    author: 'yrittajat',
    months: [11],
    picture: 'joulutori.webp',
    title: 'Yrittäjien joulukalenterissa on 24 luukkua',
    text:
      'Jokaisesta luukusta löytyy yksi ihminen ja hänen työnsä. Ensimmäisenä aukeaa suutari, ' +
      'viimeisenä voimalaitoksen vuoropäällikkö.',
    tags: ['#kemijärvi'],
  },
]
