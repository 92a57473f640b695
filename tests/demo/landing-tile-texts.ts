// Two or three sentences on each of the eighteen services, in Finnish and English; sample text, true in spirit.
import type { Lang } from './landing-words.ts'

const about = (fi: string, en: string): Record<Lang, string> => ({ fi, en })

export const tileTexts: Record<string, Record<Lang, string>> = {
  'myytavat-asunnot': about(
    'Omakotitaloja, rivitaloasuntoja ja kerrostalokoteja on myynnissä ympäri vuoden, usein järven lähellä. ' +
      'Kerro, millaista kotia etsit, niin kierrämme näytöt kanssasi tai puolestasi.',
    'Houses, terraced homes and flats are for sale all year, often close to the lake. ' +
      'Tell us what you are looking for and we will visit the viewings with you or for you.',
  ),
  'vapaat-vuokra-asunnot': about(
    'Vuokra-asuntoja on sekä kaupungin vuokrataloyhtiöllä että yksityisillä. Muuton ajaksi löytyy ' +
      'myös kalustettuja koteja.',
    'Homes to rent are offered by the municipal housing company and by private owners. There are ' +
      'furnished ones, too.',
  ),
  'vapaat-tontit': about(
    'Tontteja on keskustassa, kylissä ja rannoilla. Tontin voi ostaa tai vuokrata, ja sen voi varata ' +
      'etukäteen.',
    'There are plots in the centre, in the villages and on the shores. You can buy or lease one, and ' +
      'reserve it ahead.',
  ),
  rakentaminen: about(
    'Rakennusvalvonta neuvoo jo ennen kuin piirustuksia on. Saat samalla listan alueen rakentajista ' +
      'ja suunnittelijoista.',
    'The building control office advises you before there are any drawings, and gives a list of ' +
      'local builders.',
  ),
  muuttopalvelut: about(
    'Kokosimme yhteen muuttoautot, varastot ja siivouksen. Jos saavut yöjunalla, haemme sinut ' +
      'asemalta ensimmäisellä kerralla.',
    'Removal vans, storage and cleaning in one list. If you come by night train, we meet you at the ' +
      'station the first time.',
  ),
  'sahko-vesi-liikenne': about(
    'Sähkösopimuksen saa miltä tahansa myyjältä. Vesi ja viemäri tulevat verkosta tai kylän ' +
      'vesiosuuskunnasta. ' +
      'Yöjuna, linja-autot ja Rovaniemen lentoasema yhdistävät muualle.',
    'Buy electricity from any seller. Water and sewage come from the town’s network or a village ' +
      'co-operative. ' +
      'The night train, buses and Rovaniemi airport connect you to the rest of the country.',
  ),
  varhaiskasvatus: about(
    'Päiväkotipaikka järjestyy yleensä nopeasti, myös ilta- ja vuorotyötä tekeville. Lapsi saa ' +
      'tutustua ryhmään etukäteen.',
    'A place in day care is usually found quickly, also for evening and shift work. Children may ' +
      'visit the group first.',
  ),
  peruskoulu: about(
    'Esiopetus, peruskoulu ja lukio ovat samassa kaupungissa, ja kylistä pääsee koulukyydillä. ' +
      'Ryhmät ovat pieniä.',
    'Pre-school, basic education and upper secondary school are all in town, with transport from the villages.',
  ),
  'sote-palvelut': about(
    'Sosiaali- ja terveyspalvelut järjestää Lapin hyvinvointialue. Terveysasema, neuvola ja ' +
      'hammashoito ovat keskustassa.',
    'The wellbeing services county of Lapland runs health and social services. The health centre is ' +
      'in the middle of town.',
  ),
  harrastukset: about(
    'Ladut, jäähalli, uimahalli, kuntosali, frisbeegolf ja kymmeniä kerhoja. Useimpiin voi tulla ' +
      'kokeilemaan ilman sitoutumista.',
    'Ski tracks, an ice rink, a swimming hall, a gym, disc golf and dozens of clubs. You may try ' +
      'most of them first.',
  ),
  kulttuuripalvelut: about(
    'Kirjasto, kulttuurikeskus, elokuvakerho ja kesän kuvanveistoviikot. Kansalaisopistossa voi ' +
      'opetella vaikka rautatöitä.',
    'A library, a culture centre, a film club and the sculpture weeks in summer. The adult education ' +
      'centre teaches crafts.',
  ),
  'yhdistykset-ja-yhteisot': about(
    'Kyläyhdistys, metsästysseura, kuoro vai vapaaehtoinen palokunta? Autamme löytämään porukan, ' +
      'johon on helppo tulla.',
    'A village association, a hunting club, a choir or the fire brigade? We help you find people who ' +
      'welcome newcomers.',
  ),
  'vapaat-tyopaikat': about(
    'Tekijöitä haetaan hoitoon, opetukseen, metsään, teollisuuteen ja matkailuun. Etsimme töitä myös ' +
      'puolisolle.',
    'People are needed in care, teaching, forestry, industry and tourism. We look for work for your ' +
      'partner as well.',
  ),
  'etatyo-ja-yhteydet': about(
    'Valokuitu ulottuu keskustaan ja moneen kylään. Kirjaston yläkerrassa on etätyöhuone, jota saa ' +
      'kokeilla viikon maksutta.',
    'Fibre reaches the centre and many villages. There is a remote work room above the library, free ' +
      'for the first week.',
  ),
  'vapaat-toimitilat': about(
    'Halleja, liiketiloja ja työhuoneita löytyy nopeasti. Yritysneuvoja tulee mukaan katsomaan tiloja.',
    'Halls, shops and studios are quick to find. A business adviser comes along to see them with you.',
  ),
  'yritykset-ja-palvelut': about(
    'Kampaajasta konepajaan: yritysten sivulta löydät palvelut ja tulevat yhteistyökumppanit. ' +
      'Yritystä voi myös ostaa jatkajaksi.',
    'From hairdressers to engineering works: find services and partners. Some owners look for ' +
      'someone to carry on.',
  ),
  'opinnot-ja-kouluttautuminen': about(
    'Ammatin voi opiskella tai vaihtaa paikan päällä, oppisopimuksella tai etänä. Suomea oppii ' +
      'kursseilla ja kielikahvilassa.',
    'Learn or change a profession here, as an apprentice or online. Learn Finnish on courses and at ' +
      'the language café.',
  ),
  'matkailijan-kemijarvi': about(
    'Tule ensin käymään. Majoitus, reitit ja tapahtumat löytyvät matkailusivuilta, ja me näytämme ' +
      'sen, mitä esitteissä ei ole.',
    'Come for a visit first. Find places to stay, routes and events, and let us show you what ' +
      'brochures leave out.',
  ),
}
