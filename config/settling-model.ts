// Kemijärvi's model of settling-in communication as data, in Finnish as it was written: what a place may begin with.
//
// From "Asettautumispalvelujen toimintamalli" (Kemijärvi): viestinnän kehät, sisäisen ja ulkoisen viestinnän malli,
// kanavat ja tiedonkäsittelymalli. A place takes it into use at the desk and changes it from there.

const results = 'Toiminnan tulokset: muuttajien määrät, viestinnän tuloksellisuus, tietoa kuntaimagosta'
const services = 'Tietoa kunnan asettautumispalveluista'
const stories = 'Asiakaskokemuksia ja tarinoita'
const contact = 'Tietoa yhteydenoton tavoista ja sen helppoudesta: miten saadaan yhteys'
const staff = 'Tietoa kunnasta ja sen henkilöstöstä sujuvan muuton mahdollistajana'
const outcome = 'Tietoa asettautumispalveluihin liittyvän toiminnan tuloksista'
const makers = 'Kaupungin viestinnän toteuttajat'
const short = 'Tiivis raportti sisäisissä kanavissa'
const social = 'Kunnan somekanavat, mm. Facebook ja Instagram'
const landing = 'Landing page kotisivuilla'

const always = {
  side: 'external',
  cadence: 'Jatkuva päivittäminen',
  who: 'Sisällön painotukset johtoryhmältä, tekninen toteutus viestinnän toteuttajilta',
  cycle: null,
} as const
/** After the reports of the fourth and the second quarter. */
const twice = {
  side: 'internal',
  cadence: '2 kertaa vuodessa',
  cycle: { every: 'times', note: '2 kertaa vuodessa', months: [2, 9] },
} as const
const four = { every: 'times', note: '4 kertaa vuodessa', months: [2, 5, 9, 11] } as const

/** Kenelle, mitä, miten, milloin, kuka: every row of the internal and the external model. */
export const modelAudiences = [
  {
    ...twice,
    id: 'int-paattajat',
    ring: 'kunta',
    whom: 'Kunnan valtuusto ja hallitus',
    what: [
      results,
      'Asettautumispalveluiden tärkeys näkyväksi päättäjille ja kytkentä kunnan strategiaan',
      'Päättäjiltä kerätään tietoa ja näkemyksiä kehittämisen kohteista',
    ],
    how: ['Tiivis raportti ja sen esittely kunnanvaltuustossa: asettautumispalveluinfo'],
    who: 'Johtoryhmän jäsenet',
  },
  {
    ...twice,
    id: 'int-johto',
    ring: 'kunta',
    whom: 'Kunnanjohtaja, johtoryhmä, toimialojen johto ja intressiyhtiöiden johto',
    what: [
      results,
      'Asettautumispalveluiden tärkeys näkyväksi kunnan, palvelualueiden ja intressiyhtiöiden johdolle',
      'Kytkentä alemman tason strategioihin (esim. matkailustrategia) ja toimialojen toimintaan',
    ],
    how: [short],
    who: makers,
  },
  {
    ...twice,
    id: 'int-henkilosto',
    ring: 'mahdollistajat',
    whom: 'Kunnan henkilöstö',
    what: [
      results,
      'Ajankohtaisia asioita asettautumispalveluiden tuottamisesta ja kehittämisestä',
      'Kaikki tietävät tulokset ja sen, että asettautumispalveluiden tuottaminen koskee kaikkia',
    ],
    how: [short],
    who: makers,
  },
  {
    ...twice,
    id: 'int-henkilosto-ajankohtaista',
    ring: 'mahdollistajat',
    whom: 'Kunnan henkilöstö',
    what: ['Ajankohtaisia asioita asettautumispalveluiden tuottamisesta ja kehittämisestä'],
    how: ['Ajankohtaista asettautumispalveluista -julkaisu sisäisissä kanavissa'],
    cadence: '4 kertaa vuodessa',
    cycle: four,
    who: makers,
  },
  {
    ...always,
    id: 'ext-tulomuuttajat',
    ring: 'maailma',
    whom: 'Potentiaaliset tulomuuttajat',
    what: [
      ...[stories, contact, staff],
      'Kunta ja palvelut koko elämän ajan',
      'Asuminen: asuinalueet, vapaat asunnot, tontit, rakentaminen, sopimukset ja palvelut',
      'Lapsen muutto: päivähoito ja varhaiskasvatus, koulu, lasten harrastukset',
      'Työnteko: vapaat työpaikat ja toimitilat, työllisyyden ja yrittäjän palvelut, etätyömahdollisuudet',
      'Sote-palvelut',
      'Vapaa-aika: osaamisen kehittäminen, harrastukset, luontokohteet, järjestö-, kylä- ja asukastoiminta, seurakunta',
      'Vierailut: matkailukohteet, tapahtumat, majoitus, ravintolat ja kahvilat',
    ],
    how: [landing, social],
  },
  {
    ...always,
    id: 'ext-tulomuuttajayritykset',
    ring: 'maailma',
    whom: 'Potentiaaliset tulomuuttajayritykset',
    what: [
      ...[stories, contact, staff],
      'Kärkenä vapaat toimitilat, vapaat tontit ja rakentaminen, muuttopalvelut',
      'Etätyömahdollisuudet ja työvoimatarjonta',
    ],
    how: [landing, social],
  },
  {
    ...always,
    id: 'ext-yritykset',
    ring: 'kuntalaiset',
    whom: 'Alueen yritykset',
    what: [services, stories, outcome],
    how: [social],
  },
  {
    ...always,
    id: 'ext-kumppanit',
    ring: 'kumppanit',
    whom: 'Kumppanit ja sidosryhmät',
    what: [
      'Tietoa kunnan strategiasta ja asettautumispalveluiden merkityksestä kunnalle',
      services,
      'Tarinoita yhteistyöstä eri kumppaneiden kanssa',
    ],
    how: [social],
  },
  {
    ...always,
    id: 'ext-kuntalaiset',
    ring: 'kuntalaiset',
    whom: 'Kuntalaiset',
    what: ['Tietoa kunnan palveluista', stories, outcome],
    how: ['Kunnan kotisivut', 'Kunnan somekanavat Facebook ja Instagram'],
  },
] as const

/** Viestinnän kehät, the innermost first. */
export const modelRings = [
  {
    id: 'kunta',
    label: 'Kunta',
    members: [
      ...[
        'Kunnanjohtaja',
        'Kunnanhallitus ja luottamushenkilöt',
        'Johtoryhmä',
        'Sivistysjohtaja',
        'Toimialajohtaja',
      ],
      ...['Tekninen johtaja', 'Elinkeinojohtaja', 'Johdon sihteeri', 'Kunnan intressiyhtiöiden johtajat'],
      'Hallinto- ja tukipalvelut',
    ],
  },
  {
    id: 'mahdollistajat',
    label: 'Viestintähenkilö mahdollistajana',
    members: [
      ...[
        'Ratkaisevassa asemassa olevat työntekijät',
        'Esimiehet',
        'Muuttajien kohtaajat',
        'Järjestöyhdyshenkilöt',
      ],
      'Omasta työstä viestivät kaikki',
    ],
  },
  {
    id: 'kumppanit',
    label: 'Kumppanit ja sidosryhmät',
    members: [
      ...['Oppilaitokset', 'Yhdistykset', 'Maakuntalehdet ja paikallislehdet', 'ELY-keskus', 'TE-palvelut'],
      ...['Lapin liitto', 'Kuntaliitto', 'Yrittäjäjärjestöt', 'Kyläyhdistykset'],
      'Kemijärven Yrittäjät, Kemijärven Matkailu ym. yrittäjäjärjestöt',
    ],
  },
  {
    id: 'kuntalaiset',
    label: 'Kuntalaiset',
    members: [
      ...['Kuntalaiset vauvasta vaariin', 'Yritykset ja kunnan elinkeinoelämän vetovoiman ylläpitäjät'],
      ...['Poliittiset järjestöt', 'Uskonnolliset järjestöt'],
    ],
  },
  {
    id: 'maailma',
    label: 'Maailma',
    members: [
      ...[
        'Potentiaaliset muuttajat',
        'Matkailijat',
        'Poismuuttaneet',
        'Mökkiläiset',
        'Valtamedia',
        'Piipahtajat',
      ],
      ...['Muut kunnat', 'Somevaikuttajat', 'Kemijärveläisten sukulaiset ja muut sosiaaliset verkostot'],
    ],
  },
] as const

const own = { kind: 'own', gated: false } as const
const theirs = { owner: 'Tekijät itse', gated: false } as const

/** The channels of the model: medium is what it is, in a word. */
export const modelChannels = [
  { ...own, id: 'verkkosivut', name: 'Verkkosivut', medium: 'sivusto', owner: makers },
  { ...own, id: 'landing', name: 'Muuttajan landing page', medium: 'sivusto', owner: makers },
  { ...own, id: 'facebook', name: 'Kunnan Facebook', medium: 'some', owner: makers },
  { ...own, id: 'instagram', name: 'Kunnan Instagram', medium: 'some', owner: makers },
  { ...own, id: 'tiedotteet', name: 'Digitaaliset tiedotteet', medium: 'tiedote', owner: makers },
  { ...own, id: 'lehdistotiedotteet', name: 'Lehdistötiedotteet', medium: 'tiedote', owner: makers },
  { ...own, id: 'haastattelut', name: 'Haastattelut', medium: 'keskustelu', owner: makers },
  { ...own, id: 'uutiskirje', name: 'Uutiskirje', medium: 'sähköposti', owner: makers },
  { ...own, id: 'kemijarvi-tv', name: 'Kemijärvi TV', medium: 'video', owner: makers },
  { ...own, id: 'whatsapp', name: 'WhatsApp-ryhmä', medium: 'viestiryhmä', owner: makers, gated: true },
  { ...own, id: 'sisaiset', name: 'Sisäiset kanavat', medium: 'intranet', owner: makers, gated: true },
  { ...theirs, id: 'henkilosto', name: 'Kunnan henkilöstön omat kanavat', kind: 'staff', medium: 'some' },
  { ...theirs, id: 'kumppanit', name: 'Kumppaneiden omat kanavat', kind: 'partner', medium: 'some' },
  { ...theirs, id: 'kuntalaiset', name: 'Kuntalaisten omat kanavat', kind: 'resident', medium: 'some' },
  { ...theirs, id: 'matkailijat', name: 'Matkailijoiden omat kanavat', kind: 'visitor', medium: 'some' },
  { ...theirs, id: 'valtamedia', name: 'Valtamedia', kind: 'media', medium: 'lehdet, radio ja tv' },
  {
    ...theirs,
    id: 'vaikuttajat',
    name: 'Influensserit ja heidän kanavansa',
    kind: 'influencer',
    medium: 'some',
  },
] as const
