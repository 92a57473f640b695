// Stories of people at work, as the town’s campaign tells them in a few sentences.
import type { Told } from './story.ts'

export const work: readonly Told[] = [
  {
    author: 'muutto',
    months: [1, 2, 11],
    picture: 'valokuva-albumi.webp',
    text:
      'Sairaanhoitaja Sanna Autio vaihtoi ison sairaalan vuodeosastoon, jossa ehtii istua potilaan ' +
      'viereen. ”Moni on tuttu jo kaupan jonosta. Se velvoittaa, mutta hyvällä tavalla.” Työmatka ' +
      'kestää {n} minuuttia kävellen.',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
    slots: { n: ['neljä', 'viisi', 'kuusi'] },
  },
  {
    author: 'muutto',
    months: [2, 3],
    picture: 'puuverstas.webp',
    text:
      'Puuseppä Oiva Räisänen on tehnyt ikkunoita 44 vuotta. Nyt hän opettaa oppisopimuslaista, joka ' +
      'tuli {paikka}. ”Puun kuulee, ennen kuin sen näkee. Sitä ei voi selittää, pitää höylätä.”',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
    slots: { paikka: ['Tampereelta', 'Vantaalta', 'Joensuusta'] },
  },
  {
    author: 'muutto',
    months: [12, 1],
    picture: 'aura-auto.webp',
    text:
      'Aamuneljältä herää ensimmäisenä aura-auton kuljettaja. Mirja Kostamo ajaa {n} kilometrin ' +
      'lenkin, ennen kuin koulukyydit lähtevät. ”Kukaan ei kiitä, jos tie on auki. Se on paras ' +
      'kiitos.”',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
    slots: { n: ['60', '72', '85'] },
  },
  {
    author: 'muutto',
    months: [2, 3],
    picture: 'paivakoti.webp',
    text:
      'Varhaiskasvatuksen opettaja Jere mittaa työpäivän kysymyksillä. Tänään niitä oli {n}. ' +
      'Vaikein: nukkuuko jää, kun se sulaa?',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
    slots: { n: ['87', '104', '131'] },
  },
  {
    author: 'muutto',
    months: [6, 7],
    picture: 'kalastaja-verkoilla.webp',
    text:
      'Muikku nousee, kun muut vielä nukkuvat. Järvikalastaja Veikko Salmela laskee verkot illalla ' +
      'ja nostaa ne {aika}. Saalis menee koulun keittiöön, torille ja kahdelle mummolle, jotka eivät ' +
      'enää itse pääse.',
    tags: ['#tuhannenjayhdentyöntarinat', '#lapinjarvimailla'],
    slots: { aika: ['kello neljä', 'ennen viittä', 'auringon mukana'] },
  },
  {
    author: 'muutto',
    months: [9, 10],
    picture: 'puolukkaampari.webp',
    text:
      'Onko marjastaminen työtä? Anni kantoi viime viikolla metsästä {n} kiloa puolukkaa. Pomona on ' +
      'sää, ja kahvitauolla näkee poron.',
    tags: ['#tuhannenjayhdentyöntarinat', '#ulkonaperillä'],
    slots: { n: ['180', '214', '260'] },
  },
  {
    author: 'muutto',
    months: [10, 11],
    picture: 'tukkirekka.webp',
    text:
      'Tukkiauton ohjaamossa on kahvinkeitin, kaksi radiota ja näkymä, josta moni maksaisi. ' +
      'Kuljettaja Jaana Lehto ajaa metsästä tehtaalle {n} kertaa päivässä. Hirvet hän tuntee ' +
      'ulkonäöltä.',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
    slots: { n: ['kolme', 'neljä'] },
  },
  {
    author: 'muutto',
    months: [2, 3],
    picture: 'etatyopiste.webp',
    text:
      'Sama työ, eri ikkuna. Ohjelmistosuunnittelija Emma Vainio tekee palaverit {aika} ja hiihtää ' +
      'lounaalla. Työkaverit Espoossa kysyvät taustakuvasta. Se ei ole taustakuva.',
    tags: ['#tuhannenjayhdentyöntarinat', '#etätyö'],
    slots: { aika: ['aamupäivisin', 'yhdeksästä yhteentoista'] },
  },
  {
    author: 'muutto',
    months: [5, 6],
    picture: 'talotyomaa.webp',
    text:
      'Kirvesmies Petteri Ollila rakentaa kolmatta taloa samalle kadulle. ”Ensimmäisen tein ' +
      'velipojalle, toisen opettajalle. Tämän tilaajat muuttavat {paikka}, ja he kysyivät ' +
      'ensimmäisenä, missä on sauna.”',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
    slots: { paikka: ['Oulusta', 'Turusta', 'Hampurista'] },
  },
  {
    author: 'muutto',
    months: [7, 8],
    picture: 'puunveisto.webp',
    text:
      'Kuvanveistäjä Ilmari Karppinen aloittaa moottorisahalla ja lopettaa hiekkapaperilla. Välissä ' +
      'on {n} päivää. Katsojat kysyvät, mitä siitä tulee. Hän kysyy takaisin, mitä he jo näkevät.',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
    slots: { n: ['yhdeksän', 'kymmenen', 'kaksitoista'] },
  },
  {
    author: 'muutto',
    months: [3, 11],
    picture: 'palokunta.webp',
    text:
      'Kampaaja, sähkömies ja lukiolainen. Kun hälytys tulee, heistä tulee sopimuspalokunta. ' +
      'Harjoitukset ovat {aika}, ja mukaan pääsee, vaikkei osaisi vielä mitään.',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
    slots: { aika: ['torstaisin kello 18', 'joka toinen tiistai', 'maanantai-iltaisin'] },
  },
  {
    author: 'elina',
    months: [9, 10],
    picture: 'muuttolaatikot.webp',
    text:
      'Työni on kulkea ihmisten rinnalla koko muuton ajan. Tällä viikolla {n} näyttöä, yksi ' +
      'päiväkotipaikka ja yksi kadonnut kissa, joka löytyi saunan lauteilta. Kyllä tämä on oikea ' +
      'ammatti.',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
    slots: { n: ['kolme', 'neljä', 'kaksi'] },
  },
  {
    author: 'muutto',
    months: [6, 8],
    picture: 'terveysasema.webp',
    text:
      'Diabeteshoitaja Leena Kurkela tapaa vastaanotolla saman ihmisen vuosien ajan. ”Ensin puhumme ' +
      'arvoista, sitten koirasta. Koirasta kuulee enemmän.” Nyt hän perehdyttää uutta työparia, joka ' +
      'aloitti {aika}.',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
    slots: { aika: ['maanantaina', 'kuun alussa', 'viime viikolla'] },
  },
  {
    author: 'muutto',
    months: [12, 1, 2],
    picture: 'koiravaljakko.webp',
    text:
      'Valjakko-oppaan työpäivästä kymmenesosa on ajamista. Loppu on ruokintaa, tassujen katsomista ' +
      'ja lapiota. Oppaana työskentelevä Malin tietää {n} koiran nimet ja sen, kuka ei siedä ketä.',
    tags: ['#tuhannenjayhdentyönmatkatoimisto', '#visitlapland'],
    slots: { n: ['38', '42', '57'] },
  },
  {
    author: 'muutto',
    months: [7, 8],
    picture: 'ateljee.webp',
    text:
      'Kuvataiteilija Ilta Rauhala etsi valoa ja löysi vuokralle vanhan kansakoulun. Hän maalaa ' +
      'samaa lahtea {n}. kertaa. Kuulemma se ei ole vielä kertaakaan ollut sama.',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
    slots: { n: ['30', '41', '52'] },
  },
  {
    author: 'muutto',
    months: [4, 5],
    picture: 'kasvihuone.webp',
    text:
      'Taimitarhan Helvi Ylinen kylvää tomaatit, kun pihalla on vielä metri lunta. Toukokuussa hänen ' +
      'ovellaan on jono. Tänä vuonna taimia on {n}, ja lajikkeet on valittu yöttömän yön mukaan.',
    tags: ['#tuhannenjayhdentyönmatkatoimisto', '#kemijärvi'],
    slots: { n: ['900', '1\u00a0200', '1\u00a0500'] },
  },
  {
    author: 'tapani',
    months: [10],
    picture: 'metsastajat-aamulla.webp',
    text:
      'Pojanpoika kysyi, onko metsästys työtä. Sanoin, että palkka maksetaan pakastimeen. Aamukahvi ' +
      'keitettiin {paikka}, kuten isän aikaan.',
    tags: ['#tuhannenjayhdentyönmatkatoimisto', '#kemijärvi'],
    slots: { paikka: ['kuusen alla', 'vanhalla tulipaikalla', 'suon laidassa'] },
  },
  {
    author: 'muutto',
    months: [7, 8],
    picture: 'heinapelto.webp',
    text:
      'Kesätyöläisen ensimmäinen heinäpelto: hanskat väärässä kädessä ja hymy korvissa. ' +
      'Lukiolaisille oli tänä kesänä {n} kesätyöpaikkaa. Jokaisesta maksettiin palkka, ja yhdestä ' +
      'jäi kirjoittamisen aihe.',
    tags: ['#tuhannenjayhdentyönmatkatoimisto', '#kemijärvi'],
    slots: { n: ['60', '74', '82'] },
  },
  {
    author: 'kirjasto',
    months: [9, 10],
    picture: 'kirjasto.webp',
    text:
      'Kirjastovirkailija Outi suosittelee vain kirjoja, jotka on itse lukenut. Siksi hän lukee {n} ' +
      'kirjaa vuodessa. Tämän viikon kysymys tiskillä: onko teillä jotain iloista, mutta ei liian ' +
      'iloista?',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
    slots: { n: ['140', '165', '190'] },
  },
  {
    author: 'joonas',
    months: [11, 1, 2],
    picture: 'latu-kuusikossa.webp',
    text:
      'Etäpalaveri yhdeksältä, hiihtolenkki yhdeltätoista. Työ on sama kuin ennen, mutta ' +
      'parkkihallin tilalla on {paikka}. Koiran mielestä lounastauko saisi olla pitempi.',
    tags: ['#tuhannenjayhdentyöntarinat', '#etätyö'],
    slots: { paikka: ['järvi', 'kuusikko', 'valaistu latu'] },
  },
]
