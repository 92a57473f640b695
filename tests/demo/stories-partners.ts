// What the ski club, the hosts, the film club and the choir tell.
import type { Told } from './story.ts'

export const partners: readonly Told[] = [
  {
    author: 'latu',
    months: [11, 12, 1],
    picture: 'latu-kuusikossa.webp',
    text:
      'Latukone kävi yöllä. Perinteinen ura on hyvä {n} kilometrin matkalta, sen jälkeen kiviä. ' +
      'Käytä vanhoja suksia.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
    slots: { n: ['4', '6', '8'] },
  },
  {
    author: 'latu',
    months: [3, 4],
    picture: 'hankihiihto.webp',
    text: 'Hanki kantaa aamuisin kello {n} asti. Sen jälkeen uppoaa polvia myöten. Kokeiltu on.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
    slots: { n: ['10', '10.30', '11'] },
  },
  {
    author: 'latu',
    months: [2],
    picture: 'laskettelurinne.webp',
    text:
      'Lasten hiihtokoulussa oli {n} pientä hiihtäjää. Kaikki kaatuivat, kaikki nousivat, yksi söi ' +
      'lunta. Mehutauko oli suosituin laji.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
    slots: { n: ['19', '24', '28'] },
  },
  {
    author: 'latu',
    months: [1, 2],
    picture: 'nuotio-jaalla.webp',
    text:
      'Kuutamohiihto onnistui: {n} hiihtäjää, yksi kuu ja makkaraa. Seuraava on täydenkuun iltana, ' +
      'lähtö majalta kello 18.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
    slots: { n: ['33', '41', '52'] },
  },
  {
    author: 'latu',
    months: [8, 9],
    picture: 'frisbeegolf.webp',
    text:
      'Kesälläkin heitetään. Uudella radalla on {n} väylää, ja kiekkoja saa lainata majan kuistilta. ' +
      'Palauta ne, jotka löydät.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
    slots: { n: ['9', '12', '18'] },
  },
  {
    author: 'lomalle',
    months: [12, 1, 2],
    picture: 'revontulet-jarvella.webp',
    text:
      'Revontulet näkyivät eilen {paikka} kello {n}. Kukaan ei osaa luvata niitä tänään. Pue silti ' +
      'lämpimästi ja sammuta valot.',
    tags: ['#visitkemijärvi', '#visitlapland', '#ulkonaperillä'],
    slots: { paikka: ['Pöyliövaaralla', 'järven jäällä', 'Suomun laella'], n: ['21', '22.30', '23'] },
  },
  {
    author: 'lomalle',
    months: [6, 7],
    picture: 'keskiyon-aurinko.webp',
    text:
      'Kello on puoli yksi yöllä, ja kalastajan varjo on {n} metriä pitkä. Sääsket ovat hereillä, ' +
      'samoin joutsenet.',
    tags: ['#visitkemijärvi', '#visitlapland', '#kemijarviphotos'],
    slots: { n: ['kolme', 'kuusi'] },
  },
  {
    author: 'lomalle',
    months: [9],
    picture: 'joki-kalassa.webp',
    text:
      'Harjus ottaa vielä, kun lehdet ovat jo vedessä. Luvan saa puhelimella, ja nuotiopuut on tehty ' +
      'valmiiksi {paikka}.',
    tags: ['#visitkemijärvi', '#ulkonaperillä'],
    slots: { paikka: ['joen varteen', 'laavulle', 'koskelle'] },
  },
  {
    author: 'lomalle',
    months: [9, 10],
    picture: 'laavu-nuotio.webp',
    text:
      'Laavulla oli eilen {n} seuruetta ja tilaa kaikille. Joku oli jättänyt kuivat sytykkeet ' +
      'seuraavalle. Tee sinäkin niin.',
    tags: ['#visitkemijärvi', '#ulkonaperillä', '#lapinjarvimailla'],
    slots: { n: ['kaksi', 'kolme', 'neljä'] },
  },
  {
    author: 'lomalle',
    months: [1, 3],
    picture: 'porot-lumessa.webp',
    text:
      'Poro tiellä ei ole nähtävyys vaan työntekijä matkalla. Hiljennä, odota, ota kuva vasta kun ' +
      'olet pysähtynyt.',
    tags: ['#visitkemijärvi', '#visitlapland'],
  },
  {
    author: 'lomalle',
    months: [5],
    picture: 'jaidenlahto.webp',
    text:
      'Jäät lähtivät {aika}. Veikkauksen voitti eläkkeellä oleva postinkantaja, kolmannen kerran. ' +
      'Hän ei paljasta menetelmäänsä.',
    tags: ['#visitkemijärvi', '#kemijarviphotos'],
    slots: { aika: ['torstaiyönä', 'lauantaiaamuna', 'kolme päivää etuajassa'] },
  },
  {
    author: 'lomalle',
    months: [8],
    picture: 'soutuvene.webp',
    text:
      'Soutuveneen saa lainaksi {paikka}. Pelastusliivit kuuluvat mukaan, samoin neuvo: pidä saaret ' +
      'vasemmalla.',
    tags: ['#visitkemijärvi', '#lapinjarvimailla', '#ulkonaperillä'],
    slots: { paikka: ['uimarannalta', 'leirintäalueelta'] },
  },
  {
    author: 'kelo',
    months: [10, 11, 1],
    picture: 'elokuvakerho.webp',
    text:
      'Perjantaina kerhossa esitetään {asia}. Lippu maksaa neljä euroa, kahvi sisältyy. Takarivin ' +
      'penkki narisee edelleen, istu siihen vain hiljaisen elokuvan ajaksi.',
    tags: ['#kemijärvi'],
    slots: {
      asia: [
        'mykkäelokuva pianon kanssa',
        'dokumentti saamelaisista poronhoitajista',
        'katsojien toivoma komedia',
      ],
    },
  },
  {
    author: 'kelo',
    months: [3],
    picture: 'elokuvakerho.webp',
    text:
      'Lyhytelokuvailtaan tuli {n} omaa elokuvaa. Pisin kesti yhdeksän minuuttia ja kertoi ' +
      'pakkasesta. Lyhin kertoi samasta ja kesti neljä sekuntia.',
    tags: ['#kemijärvi'],
    slots: { n: ['6', '9', '11'] },
  },
  {
    author: 'kelo',
    months: [7],
    picture: 'kesakahvila.webp',
    text:
      'Kesäkino on pihalla, jos yö sen sallii. Valoisan takia näytös alkaa kello {n}, ja silti joku ' +
      'lukee lehteä.',
    tags: ['#kemijärvi'],
    slots: { n: ['23', '23.30'] },
  },
  {
    author: 'kuoro',
    months: [10, 1],
    picture: 'kuoro.webp',
    text:
      'Kuoro aloitti. Sopraanoja on {n}, tenoreita kaksi. Jos osaat laulaa matalalta ja tulla ' +
      'ajoissa, tule maanantaina.',
    tags: ['#kemijärvi'],
    slots: { n: ['11', '14'] },
  },
  {
    author: 'kuoro',
    months: [12],
    picture: 'kuoro.webp',
    text:
      'Kauneimmat joululaulut lauletaan {paikka} kello 18. Vihkot jaetaan ovella. Lapset saavat ' +
      'laulaa väärin, aikuiset hiljempaa.',
    tags: ['#kemijärvi'],
    slots: { paikka: ['kirkossa', 'kylätalolla', 'palvelutalossa'] },
  },
]
