// What a nurse who works nights writes on Bluesky: short, and at odd hours.
import type { Told } from './story.ts'

export const nights: readonly Told[] = [
  {
    author: 'sanna',
    months: [10, 11, 12],
    picture: 'terveysasema.webp',
    text:
      'Yövuoro, {kahvia} kuppia kahvia ja yksi revontuli. Potilas huoneesta neljä näki sen ensin ja ' +
      'soitti kelloa. Ihan oikea syy soittaa.',
    tags: ['#kemijärvi', '#tuhannenjayhdentyöntarinat'],
    slots: { kahvia: ['kolme', 'viisi', 'neljä'] },
  },
  {
    author: 'sanna',
    months: [1, 2],
    picture: 'lumityot-pihalla.webp',
    text:
      'Kotiin aamuseitsemältä ja auto ei mahtunut pihaan. Joku oli ehtinyt kolata kapean polun ovelle ' +
      'asti. En vieläkään tiedä kuka.',
    tags: ['#kemijärvi'],
  },
  {
    author: 'sanna',
    months: [3, 4],
    picture: 'hankihiihto.webp',
    text:
      'Yövuoron jälkeen ei kannata mennä suoraan nukkumaan, jos hanki kantaa. Hiihdin {aika} ja ' +
      'nukuin kymmenen.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
    slots: { aika: ['tunnin', 'puolitoista tuntia', 'kaksi tuntia'] },
  },
  {
    author: 'sanna',
    months: [6, 7],
    picture: 'keskiyon-aurinko.webp',
    text:
      'Kesäyön vuorossa pitää vetää verhot kiinni, muuten kukaan ei usko että on yö. Minäkään. Kello ' +
      'kaksi joku kysyi, joko saa nousta marjaan.',
    tags: ['#kemijärvi', '#kemijarviphotos'],
  },
  {
    author: 'sanna',
    months: [8, 9],
    picture: 'soutuvene.webp',
    text:
      'Vapaapäivä. Soudin {matka} enkä puhunut kenellekään. Illalla kuulin kaupassa, että minut oli ' +
      'nähty.',
    tags: ['#kemijärvi', '#lapinjarvimailla'],
    slots: { matka: ['saaren ympäri', 'selän yli ja takaisin', 'lahden pohjukkaan'] },
  },
  {
    author: 'sanna',
    months: [5],
    picture: 'pyorat-sulavalla-tiella.webp',
    text:
      'Ensimmäinen vuoro pyörällä sitten lokakuun. Matkalla {n} lätäkköä ja yksi kurki. Perillä ' +
      'housut märkinä, mieli ei.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
    slots: { n: ['yhdeksän', 'neljätoista'] },
  },
  {
    author: 'sanna',
    months: [2, 9, 11],
    text:
      'Muutin takaisin kaksi vuotta sitten. Helsingissä hoidin ihmisiä, joita en nähnyt enää koskaan. ' +
      'Täällä näen heidät seuraavana päivänä kassajonossa, ja he näyttävät minulle haavansa.',
    tags: ['#kemijärvi', '#tuhannenjayhdentyöntarinat'],
  },
  {
    author: 'sanna',
    months: [12],
    picture: 'joulutori.webp',
    text:
      'Jouluaattona töissä. Omaiset toivat osastolle {herkku}, ja kuoro lauloi käytävällä kolme laulua. ' +
      'Neljättä ei pystynyt kukaan.',
    tags: ['#kemijärvi'],
    slots: { herkku: ['lipeäkalaa', 'kolme kinkkua', 'torttuja pellillisen'] },
  },
]
