// The figures that come from the platforms' own statistics, in words.
import { words } from './words.ts'

export const platformFigureWords = words({
  fi: {
    'figure.F41.name': 'Näyttökerrat alustalla',
    'figure.F41.what':
      'Näyttökerrat alustan omasta tilastosta. Julkaisujen luvut ovat kertyneet tiedoston lataamiseen mennessä. Päivittäin kerrotut luvut koskevat koko tiliä, eikä niitä lasketa yhteen julkaisujen lukujen kanssa.',
    'figure.F42.name': 'Kattavuus julkaisua kohti',
    'figure.F42.what':
      'Kuinka monta ihmistä yksi julkaisu tavoitti alustan oman tilaston mukaan: mediaani ja väli, jolle puolet julkaisuista sijoittuu. Sama ihminen näkee monta julkaisua, joten kattavuuksia ei lasketa yhteen.',
    'figure.F43.name': 'Seuraajat',
    'figure.F43.what': 'Tilin seuraajat viimeisenä päivänä, jonka alustan oma tilasto kertoo.',
    'figure.reason.lifetime': 'luku kertyy koko ajan',
    'figure.from.platform_post': 'alustojen omat tilastot',
    'indicator.social.views': 'Näyttökerrat alustalla päivittäin',
    'indicator.social.followers': 'Seuraajat',
    'digest.platforms.caption': 'Omat julkaisut alustojen omien tilastojen mukaan',
    'digest.platforms.note':
      'Luvut ovat alustoilta ladatuista tiedostoista ja kertyneet lataamiseen mennessä, joten neljänneksiä ei verrata niillä. Alle kahden viikon ikäisen julkaisun luku on ennakkotieto. Klikkaukset ovat klikkauksia linkeistä, jos alusta erottelee ne.',
    'digest.platforms.of': '{n}/{of} julkaisua',
    'digest.platforms.days': 'Tilien luvut alustojen omien tilastojen mukaan',
  },
  sv: {
    'figure.F41.name': 'Visningar på plattformen',
    'figure.F41.what':
      'Visningar ur plattformens egen statistik. Inläggens tal har samlats fram till att filen laddades ner. Tal per dag gäller hela kontot och läggs inte ihop med inläggens.',
    'figure.F42.name': 'Räckvidd per inlägg',
    'figure.F42.what':
      'Hur många människor ett inlägg nådde enligt plattformens egen statistik: medianen och det intervall där hälften av inläggen finns. Räckvidden läggs inte ihop, eftersom samma människa ser många inlägg.',
    'figure.F43.name': 'Följare',
    'figure.F43.what': 'Kontots följare den sista dagen som plattformens egen statistik berättar.',
    'figure.reason.lifetime': 'talet växer hela tiden',
    'figure.from.platform_post': 'plattformarnas egen statistik',
    'indicator.social.views': 'Visningar på plattformen per dag',
    'indicator.social.followers': 'Följare',
    'digest.platforms.caption': 'Egna inlägg enligt plattformarnas egen statistik',
    'digest.platforms.note':
      'Talen kommer ur filer som laddats ner från plattformarna och har samlats fram till dess, så kvartal jämförs inte med dem. Talet för ett inlägg som är yngre än två veckor är preliminärt. Klicken är klick på länkar, om plattformen skiljer dem åt.',
    'digest.platforms.of': '{n}/{of} inlägg',
    'digest.platforms.days': 'Kontonas tal enligt plattformarnas egen statistik',
  },
  en: {
    'figure.F41.name': 'Views on the platform',
    'figure.F41.what':
      'Views from the platform’s own statistics. The numbers of posts are what had come together when the file was downloaded. Numbers told by day are of the whole account and are never added to those of posts.',
    'figure.F42.name': 'Reach of a post',
    'figure.F42.what':
      'How many people a post reached by the platform’s own statistics: the median and the range in which half of the posts lie. Reach is never added up, since the same person sees many posts.',
    'figure.F43.name': 'Followers',
    'figure.F43.what': 'Followers of the account on the last day that the platform’s own statistics tell.',
    'figure.reason.lifetime': 'the number grows all the time',
    'figure.from.platform_post': 'the platforms’ own statistics',
    'indicator.social.views': 'Views on the platform by day',
    'indicator.social.followers': 'Followers',
    'digest.platforms.caption': 'Own posts by the platforms’ own statistics',
    'digest.platforms.note':
      'The numbers are from files downloaded from the platforms and are what had come together by then, so quarters are not compared by them. The number of a post younger than two weeks is preliminary. Clicks are those on links where the platform tells them apart.',
    'digest.platforms.of': '{n} of {of} posts',
    'digest.platforms.days': 'Accounts by the platforms’ own statistics',
  },
})
