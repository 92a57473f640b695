// The town’s news and the schools’ own feed.
import type { Told } from './story.ts'

export const news: readonly Told[] = [
  {
    author: 'uutiset',
    months: [6, 8],
    picture: 'terveysasema.webp',
    title: 'Terveysaseman ajanvaraus toimii nyt myös verkossa',
    text:
      'Kiireettömän ajan voi varata verkossa milloin tahansa. Puhelin palvelee entiseen tapaan, eikä ' +
      'jono enää katkea lounaaseen. Jos et pääse verkkoon, neuvontapisteessä varataan aika ' +
      'puolestasi.',
    tags: ['#kemijärvi'],
  },
  {
    author: 'uutiset',
    months: [5, 6],
    picture: 'talotyomaa.webp',
    title: 'Kolme uutta tonttia Särkikankaalla',
    text:
      'Tontit ovat haussa kuun loppuun. Koululle on 900 metriä ja ladulle vähemmän. Vuokra ja ' +
      'ostohinta näkyvät kartalla, ja rakennusvalvonta neuvoo ennen piirustuksia.',
    tags: ['#kemijärvi'],
  },
  {
    author: 'uutiset',
    months: [8],
    picture: 'bussipysakki.webp',
    title: 'Koulu alkaa, kyydit kulkevat',
    text:
      'Koulutyö alkaa torstaina. Kyytien aikataulut ovat samat kuin keväällä, paitsi Luusuan ' +
      'suunnalla auto lähtee kymmenen minuuttia aiemmin. Uusien oppilaiden vanhemmat ovat ' +
      'tervetulleita aamukahville.',
    tags: ['#kemijärvi'],
  },
  {
    author: 'uutiset',
    months: [11, 1],
    picture: 'etatyopiste.webp',
    title: 'Etätyöhuone avattiin kirjaston yläkertaan',
    text:
      'Huoneessa on kuusi työpistettä, kaksi puhelinkoppia ja näkymä järvelle. Ensimmäinen viikko on ' +
      'maksuton. Avaimen saa kirjaston tiskiltä, ja kahvinkeitin on yhteinen.',
    tags: ['#kemijärvi', '#etätyö'],
  },
  {
    author: 'uutiset',
    months: [12],
    picture: 'kylatalo.webp',
    title: 'Avustukset kylille jaettiin',
    text:
      'Kyläyhdistykset saivat yhteensä 24\u00a0000 euroa. Rahalla korjataan laavu, ostetaan latukelkka ja ' +
      'järjestetään yhdeksän tapahtumaa. Hakemuksia tuli ennätysmäärä.',
    tags: ['#kemijärvi'],
  },
  {
    author: 'uutiset',
    months: [5, 6],
    picture: 'bussipysakki.webp',
    title: 'Asiointilinja ajaa nyt myös perjantaisin',
    text:
      'Linja kulkee kylistä keskustaan aamulla ja takaisin iltapäivällä. Kyydin voi tilata ' +
      'puhelimella edellisenä päivänä. Rollaattori ja polkupyörä mahtuvat mukaan.',
    tags: ['#kemijärvi'],
  },
  {
    author: 'uutiset',
    months: [7],
    picture: 'puunveisto.webp',
    title: 'Kuvanveistoviikot täyttävät rannan',
    text:
      'Kahdeksan kuvanveistäjää veistää kymmenen päivää yleisön edessä. Työt jäävät kaupunkiin, ja ' +
      'paikoista saa esittää toiveita. Viimeisenä iltana soitetaan ja syödään kalakeittoa.',
    tags: ['#kemijärvi', '#visitkemijärvi'],
  },
  {
    author: 'uutiset',
    months: [2, 11],
    picture: 'luokkahuone.webp',
    title: 'Koulun iltapäiväkerho saa toisen ohjaajan',
    text:
      'Kerhoon mahtuu nyt kymmenen lasta enemmän. Ohjaaja muutti Kemijärvelle syksyllä ja opettaa ' +
      'halukkaille espanjaa välipalan aikana.',
    tags: ['#kemijärvi'],
  },
  {
    author: 'koulut',
    months: [5],
    picture: 'linnunpontto.webp',
    title: 'Kolmasluokkalaiset ripustivat pönttöjä',
    text:
      'Pönttöjä on nyt 26, ja jokaisella on numero ja oma tarkkailija. Ensimmäinen asukas oli ' +
      'talitiainen. Tulokset julkaistaan, kun poikaset ovat lähteneet.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
  },
  {
    author: 'koulut',
    months: [10],
    picture: 'soittotunti.webp',
    title: 'Musiikkiopistoon mahtuu vielä',
    text:
      'Vapaita paikkoja on pianossa, kitarassa ja kanteleessa. Soittimen saa lainata kotiin. ' +
      'Ensimmäinen tunti on kokeilu, eikä siitä jää laskua.',
    tags: ['#kemijärvi'],
  },
]
