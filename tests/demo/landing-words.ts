// The landing page's words in Finnish and English: what is said on every page of it.
export type Lang = 'fi' | 'en'

const fi = {
  title: 'Muuta Kemijärvelle',
  site: 'Kemijärven kaupunki',
  description: 'Työtä ja tilaa elää. Asunnot, työpaikat, palvelut ja ihmisten omat tarinat Kemijärveltä.',
  sample: 'Esimerkkisivu.',
  sampleMore:
    'Tämä ei ole Kemijärven kaupungin oikea sivusto. Ihmiset, julkaisut ja puhelinnumero ovat keksittyjä.',
  skip: 'Siirry sisältöön',
  parts: 'Sivun osat',
  meet: 'Tutustu',
  services: 'Palvelut',
  life: 'Elämää',
  language: 'Kieli',
  slogan: 'Työtä ja tilaa elää.',
  lead: 'Kerro, mitä haet. Muutto-opas auttaa työn, kodin ja arjen alkuun.',
  contact: 'Ota yhteyttä',
  live: 'Varaa aika live-tapaamiseen',
  liveMore: 'Kaupungintalolla, kahvilassa tai vaikka asuntonäytössä',
  remote: 'Varaa aika etätapaamiseen',
  remoteMore: 'Videolla, myös iltaisin, suomeksi tai englanniksi',
  message: 'Kysy viestillä',
  messageMore: 'Vastaamme viimeistään seuraavana arkipäivänä',
  call: 'Soita 012\u00a0345\u00a0678',
  callMore: 'Arkisin klo\u00a09–15. Hinta: oman liittymäsi puhelumaksu',
  meetTitle: 'Tutustu Kemijärveen',
  meetBig:
    'Noin 7\u00a0000 asukkaan kaupunki järven rannalla Itä-\u2060Lapissa, siellä missä yöjunan matka päättyy.',
  meetTown:
    'Keskustassa koulu, kirjasto, terveysasema ja kaupat ovat kävelymatkan päässä. Metsä alkaa ' +
    'siitä, mihin katuvalot ' +
    'loppuvat, ja talvella latu melkein kotiovelta.',
  meetWork:
    'Työtä tehdään metsässä ja puun parissa, hoivassa ja kouluissa, matkailussa, pajoissa ja etänä. ' +
    'Väljästi voi asua keskustassakin, vielä väljemmin kylissä.',
  promise: 'Palvelulupauksemme',
  promises: [
    'Vastaamme viimeistään seuraavana arkipäivänä.',
    'Saat oman oppaan, joka on mukana ensimmäisestä viestistä siihen asti, kun avain on kädessäsi, ' +
      'ja vielä sen jälkeen.',
    'Kerromme rehellisesti senkin, mitä täällä ei ole.',
  ],
  other: 'Read this page in English',
  distances: 'Matkat keskustasta',
  where: 'Minne',
  kilometres: 'Matka',
  driving: 'Autolla',
  rounded: 'Luvut on pyöristetty. Yöjuna Helsinkiin lähtee illalla ja on perillä aamulla.',
  year: 'Vuosi Kemijärvellä',
  servicesTitle: 'Palvelut muuttajalle',
  groups: { home: 'Koti', everyday: 'Arki', work: 'Työ' },
  searches: 'Valmiit haut',
  searchesMore: 'Linkki avaa haun, jossa on valmiina vain Kemijärven kohteet.',
  wallTitle: 'Näin täällä eletään',
  wallMore: 'Kaupungin, kumppanien ja asukkaiden omia julkaisuja. Ylimpänä kolme uusinta tarinaa työstä.',
  wallEmpty: 'Someseinä ei juuri nyt vastaa. Löydät meidät somesta näillä aihetunnisteilla:',
  actTitle: 'Alkoiko tuntua kodilta?',
  actMore: 'Varaa puolen tunnin juttuhetki muutto-oppaan kanssa. Et sitoudu mihinkään.',
  act: 'Varaa juttuhetki',
  desk: 'Muuttajan palvelut',
  noCookies: 'Sivu ei käytä evästeitä eikä seuraa kävijöitä.',
  accessibility: 'Saavutettavuusseloste',
  privacy: 'Tietosuoja',
  feedback: 'Anna palautetta',
  tell: 'Kerro oma tarinasi',
  back: 'Takaisin Muuta Kemijärvelle -sivulle',
  askUs: 'Kysy lisää',
  links: 'Linkkejä',
  formSample:
    'Esimerkkisivulla ei voi varata aikaa eikä lähettää viestiä. Oikealla sivulla tässä olisi lomake.',
}

const en: typeof fi = {
  title: 'Move to Kemijärvi',
  site: 'Town of Kemijärvi',
  description: 'Work, and room to live. Homes, jobs, services and people’s own stories from Kemijärvi.',
  sample: 'A sample page.',
  sampleMore:
    'This is not the real site of the town of Kemijärvi. The people, posts and phone number are invented.',
  skip: 'Skip to content',
  parts: 'Parts of the page',
  meet: 'The town',
  services: 'Services',
  life: 'Life here',
  language: 'Language',
  slogan: 'Work, and room to live.',
  lead: 'Tell us what you are looking for. A guide helps you start with work, a home and everyday life.',
  contact: 'Contact us',
  live: 'Book a meeting in person',
  liveMore: 'At the town hall, in a café or at a flat viewing',
  remote: 'Book a video meeting',
  remoteMore: 'Evenings too, in Finnish or English',
  message: 'Send a question',
  messageMore: 'We answer by the next working day',
  call: 'Call +358\u00a012\u00a0345\u00a0678',
  callMore: 'Weekdays 9–15. Costs the same as an ordinary call on your plan',
  meetTitle: 'Get to know Kemijärvi',
  meetBig: 'A town of about 7,000 people by a lake in eastern Lapland, where the night train’s journey ends.',
  meetTown:
    'In the centre, school, library, health centre and shops are within walking distance. The forest ' +
    'begins where ' +
    'the street lights end, and in winter the ski track starts almost at your door.',
  meetWork:
    'People work in forestry and wood, in care and schools, in tourism, in workshops and remotely. ' +
    'There is room to live in the centre, and even more in the villages.',
  promise: 'What we promise',
  promises: [
    'We answer by the next working day.',
    'You get a guide of your own, from your first message until the key is in your hand, and after ' +
      'that as well.',
    'We tell you honestly what is not here, too.',
  ],
  other: 'Lue tämä sivu suomeksi',
  distances: 'Distances from the centre',
  where: 'To',
  kilometres: 'Distance',
  driving: 'By car',
  rounded:
    'Figures are rounded. The night train to Helsinki leaves in the evening and arrives in the morning.',
  year: 'A year in Kemijärvi',
  servicesTitle: 'Services for newcomers',
  groups: { home: 'Home', everyday: 'Everyday life', work: 'Work' },
  searches: 'Ready-made searches',
  searchesMore: 'Each link opens a search that already shows only Kemijärvi. The sites are in Finnish.',
  wallTitle: 'This is how we live',
  wallMore: 'Posts by the town, its partners and residents. The three newest stories about work come first.',
  wallEmpty: 'The wall does not answer just now. You will find us on social media with these hashtags:',
  actTitle: 'Does it begin to feel like home?',
  actMore: 'Book half an hour with a guide. It does not bind you to anything.',
  act: 'Book a chat',
  desk: 'Services for newcomers',
  noCookies: 'This page uses no cookies and does not track visitors.',
  accessibility: 'Accessibility statement',
  privacy: 'Privacy',
  feedback: 'Give feedback',
  tell: 'Tell your own story',
  back: 'Back to Move to Kemijärvi',
  askUs: 'Ask us more',
  links: 'Links',
  formSample:
    'On this sample page you cannot book a time or send a message. The real page would have a form here.',
}

export type Words = typeof fi
export const words: Record<Lang, Words> = { fi, en }
