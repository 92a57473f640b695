// What the town says on its Facebook page and on Instagram, and what people put on Instagram with its hashtags.
import type { Told } from './story.ts'

export const meta: readonly Told[] = [
  {
    author: 'sivu',
    months: [1, 2, 3],
    picture: 'lumityot-pihalla.webp',
    text:
      'Lunta tuli yössä {n} senttiä. Auraus alkaa pääkaduista ja koulureiteistä, tonttikadut ovat auki ' +
      'iltapäivällä. Siirrä auto kadulta, niin kuljettaja kiittää.',
    tags: ['#kemijärvi'],
    slots: { n: ['12', '20', '15'] },
  },
  {
    author: 'sivu',
    months: [4, 5, 6],
    picture: 'puuverstas.webp',
    text:
      'Haemme kesäksi {n} nuorta töihin: puistoihin, kirjastoon, leirille ja keittiölle. Aiempaa ' +
      'kokemusta ei tarvita, ja palkka maksetaan ajallaan. Hakuaikaa on kuun loppuun.',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
    slots: { n: ['24', '30'] },
  },
  {
    author: 'sivu',
    months: [7, 8, 9],
    picture: 'koulutie-aamulla.webp',
    text:
      'Koulut alkavat {aika}. Bussien aikataulut löytyvät kaupungin sivuilta. Ensimmäisellä viikolla ' +
      'risteyksissä on aikuinen, joka pysäyttää autot.',
    tags: ['#kemijärvi'],
    slots: { aika: ['tiistaina', 'keskiviikkona', 'torstaina'] },
  },
  {
    author: 'sivu',
    months: [10, 11, 12],
    picture: 'asiakaspalvelu.webp',
    text:
      'Muutitko tänne syksyllä? Uusien asukkaiden ilta on {aika} kaupungintalolla. Kahvi on valmiina, ja ' +
      'paikalla ovat päivähoito, koulu, vuokra-asunnot ja työpalvelut.',
    tags: ['#kemijärvi', '#tuhannenjayhdentyöntarinat'],
    slots: { aika: ['tiistaina kello 18', 'torstaina kello 17.30'] },
  },
  {
    author: 'kuvat',
    months: [12, 1, 2],
    picture: 'potkukelkka-kadulla.webp',
    text: 'Pakkasta {n}, potkukelkka luistaa. Kuka muu kulki näin töihin?',
    tags: ['#kemijärvi', '#kemijarviphotos'],
    slots: { n: ['18 astetta', '24 astetta', '29 astetta'] },
  },
  {
    author: 'kuvat',
    months: [3, 4, 5],
    picture: 'sorsat.webp',
    text: 'Ensimmäinen sula on auki sillan alla, ja asukkaat tulivat heti.',
    tags: ['#kemijärvi', '#kemijarviphotos'],
  },
  {
    author: 'kuvat',
    months: [6, 7, 8],
    picture: 'soutuvene.webp',
    text: 'Kello on {aika} illalla, eikä kenelläkään ole kiire rantaan.',
    tags: ['#kemijärvi', '#visitkemijärvi'],
    slots: { aika: ['yksitoista', 'puoli kaksitoista'] },
  },
  {
    author: 'kuvat',
    months: [9, 10, 11],
    picture: 'sumuaamu.webp',
    text: 'Järvi heräsi ennen kaupunkia. Kuva otettiin työmatkalla kello {aika}.',
    tags: ['#kemijärvi', '#kemijarviphotos'],
    slots: { aika: ['6.50', '7.15'] },
  },
  {
    author: 'vieras',
    months: [11, 12, 1, 2],
    text: 'Revontulet, vihdoin! Seisoin jäällä {n} minuuttia enkä tuntenut varpaita. Kannatti.',
    tags: ['#kemijärvi', '#revontulet'],
    slots: { n: ['kaksikymmentä', 'neljäkymmentä'] },
  },
  {
    author: 'vieras',
    months: [3, 4, 5],
    text: 'Hankikeli kantaa aamulla kymmeneen. Eväät repussa ja järven yli mummolaan.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
  },
  {
    author: 'vieras',
    months: [6, 7, 8],
    text: 'Lomalla äidin kotikylässä. Saunan jälkeen laiturille ja kahvia keskellä yötä.',
    tags: ['#kemijarvi', '#kesäyö'],
  },
  {
    author: 'vieras',
    months: [9, 10, 11],
    text: 'Uudessa työssä {n} viikko takana. Työmatka on kolme minuuttia, siitä kaksi odotan poroja.',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
    slots: { n: ['ensimmäinen', 'toinen'] },
  },
]
