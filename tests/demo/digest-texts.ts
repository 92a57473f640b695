// What the demo's communications group writes into its digests; samples, and they say so.

/** Texts of one quarter by section; every other quarter has other words. */
export function digestTexts(quarter: string): Record<string, string> {
  const odd = Number(quarter.at(-1)) % 2 === 1
  return {
    signed: 'Viestintäryhmä (esimerkki)',
    conclusion1: odd
      ? 'Työn tarinat kantavat: asukkaiden omat julkaisut saavat enemmän huomiota kuin kaupungin ilmoitukset.'
      : 'Viikkonostoista on tullut tapa, ja niihin vastataan ystävällisesti.',
    conclusion2: odd
      ? 'Kuvat kuvattiin sanoin lähes aina, joten seinä on kaikkien luettavissa.'
      : 'Englanninkielisiä julkaisuja on edelleen vähän suhteessa niiden lukijoihin.',
    conclusion3: 'Yhteydenottoja tulee eniten viestillä; puhelinaikaa kannattaa mainostaa toisin.',
    observations:
      'Palautteissa toistuvat asuminen ja harrastukset. Kuntamielikuva on lämmin: järvi, rauha ja apu naapurilta.',
    'service-successes': 'Päivähoidosta vastattiin nopeasti. Muutto-opas tavoitti kaikki yhteyttä ottaneet.',
    'service-development': 'Vapaista toimitiloista tarvitaan kuvat ja vuokrat samaan paikkaan.',
    'comms-successes':
      'Nostoja tehtiin useimmilla viikoilla, ja kumppanit alkoivat käyttää yhteisiä aihetunnisteita.',
    'comms-development': 'Pyydetään lupa heti, kun hyvä julkaisu löytyy: viive vei muutaman noston.',
    image: 'Kemijärvi näyttäytyy paikkana, jossa työ ja luonto ovat lähellä toisiaan.',
    tone: 'Myönteistä sanottiin luonnosta ja avuliaista ihmisistä. Moni kielteinen viesti oli oikeastaan kysymys.',
    environment: 'Työttömyys on laskenut hitaasti, ja avoimia paikkoja on etenkin hoivassa ja matkailussa.',
    campaigns: 'Tarinakampanja toi uusia kertojia. Jatkamme sitä helmikuussa.',
    goals: odd
      ? 'Nostoja jäi väliin lomien aikana, joten nostolle nimetään varahenkilö. Tarinoita pyydetään tapahtumissa.'
      : 'Yhteydenottoja tulee suunnitellusti. Tarinoita pyydetään lisää kylien tapahtumissa.',
    feedback: odd
      ? 'Palautteissa kysyttiin eniten vuokra-asunnoista. Kuvat ja vuokrat kootaan samaan paikkaan.'
      : 'Toivottiin harrastusten aikoja samaan paikkaan. Siitä syntyi toimenpide.',
    interviews:
      'Muuttajat jäivät ihmisten takia: naapuri tai työkaveri auttoi alkuun. Tietoa kaivattiin harrastuksista.',
    lifts: 'Parhaat nostot kertoivat yhdestä ihmisestä ja yhdestä työpäivästä.',
    'machine-help': 'Teksteissä ei ole käytetty tekoälyä. Kaikki on esimerkkiä.',
  }
}
