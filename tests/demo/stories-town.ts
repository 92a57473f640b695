// What the town, its library and its guide say in their own channels.
import type { Told } from './story.ts'

export const town: readonly Told[] = [
  {
    author: 'kaupunki',
    months: [11, 12],
    picture: 'latu-kuusikossa.webp',
    text:
      'Ensilumen latu on auki. Kierros on {n} kilometriä, ja valot palavat kello 7–22. Luistelu-uraa ' +
      'ajetaan, kun lunta tulee lisää.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
    slots: { n: ['1,8', '2,4', '3,1'] },
  },
  {
    author: 'kaupunki',
    months: [1, 2],
    picture: 'luistelurata.webp',
    text:
      'Koulun kenttä on jäädytetty. Luistimia saa lainata liikuntatoimistosta, {n} paria on jo ' +
      'matkassa. Kypärä kannattaa ottaa, vaikka osaisi.',
    tags: ['#kemijärvi', '#kemijarvi'],
    slots: { n: ['14', '22', '31'] },
  },
  {
    author: 'kaupunki',
    months: [12],
    picture: 'joulutori.webp',
    text:
      'Joulutori on torilla lauantaina kello 10–15. Käsitöitä, savukalaa, lapsille poroajelua ja ' +
      'kuoro kello {n}. Puuro on ilmaista niin kauan kuin kattilassa riittää.',
    tags: ['#kemijärvi', '#kemijarvi'],
    slots: { n: ['12', '13'] },
  },
  {
    author: 'kaupunki',
    months: [4, 5],
    picture: 'pyorat-sulavalla-tiella.webp',
    text:
      'Pyörätiet on harjattu {paikka}. Hiekka lähti, lätäköt jäivät muutamaksi päiväksi. Kerro ' +
      'kuopista, niin tulemme paikkaamaan.',
    tags: ['#kemijärvi'],
    slots: { paikka: ['keskustassa', 'Särkikankaalla', 'koulujen ympärillä'] },
  },
  {
    author: 'kaupunki',
    months: [5],
    picture: 'kevattalkoot.webp',
    text:
      'Rantapuiston talkoissa oli {n} ihmistä ja yksi kottikärry liikaa. Roskat lähtivät, makkara ' +
      'riitti. Kiitos kaikille, myös sille, joka toi harjan kotoa.',
    tags: ['#kemijärvi', '#kemijarvi'],
    slots: { n: ['31', '46', '58'] },
  },
  {
    author: 'kaupunki',
    months: [6, 7],
    picture: 'uimaranta.webp',
    text:
      'Uimarannan vesi on {n}-asteista. Laituri on paikallaan, ja uimakoulu alkaa maanantaina. ' +
      'Pukukopin ovi on korjattu.',
    tags: ['#kemijärvi', '#kemijarviphotos'],
    slots: { n: ['15', '17', '19'] },
  },
  {
    author: 'kaupunki',
    months: [6],
    picture: 'juhannuskokko.webp',
    text:
      'Kokko sytytetään juhannusaattona kello 21, jos tuuli sallii. Rannalla on kahvia ja ' +
      'yhteislaulua. Autot jätetään koululle.',
    tags: ['#kemijärvi', '#kemijarviphotos'],
  },
  {
    author: 'kaupunki',
    months: [7],
    picture: 'kesatori.webp',
    text:
      'Torilla on tänään mansikoita, uusia perunoita ja {paikka}. Kahviteltta on auki kello 14 asti. ' +
      'Tule, vaikket ostaisi mitään.',
    tags: ['#kemijärvi', '#kemijarvi'],
    slots: { paikka: ['järven muikkuja', 'savukuhaa', 'kylän leipäjuustoa'] },
  },
  {
    author: 'kaupunki',
    months: [9],
    picture: 'ruska-tunturissa.webp',
    text:
      'Ruska on nyt parhaimmillaan {paikka}. Keskustassa värit tulevat muutaman päivän perässä. Ota ' +
      'eväät, viivy.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
    slots: { paikka: ['Suomulla', 'Pyhällä', 'järven itärannalla'] },
  },
  {
    author: 'kaupunki',
    months: [10, 11],
    picture: 'syyskatu.webp',
    text:
      'Katuvalot palavat taas iltaisin. Jos omalla kadullasi on pimeä lamppu, kerro tolpan numero, ' +
      'niin se vaihdetaan {aika}.',
    tags: ['#kemijärvi'],
    slots: { aika: ['viikon sisällä', 'seuraavalla kierroksella'] },
  },
  {
    author: 'kaupunki',
    months: [9],
    picture: 'muuttolaatikot.webp',
    text:
      'Viime vuonna Kemijärvelle muutti {n} ihmistä. Moni kertoi, että asian ratkaisi yksi puhelu. ' +
      'Numero on sama kuin ennen, ja siihen vastaa ihminen.',
    tags: ['#kemijärvi'],
    slots: { n: ['214', '231', '258'] },
  },
  {
    author: 'kaupunki',
    months: [1, 3],
    picture: 'paivakoti.webp',
    text:
      'Etsimme kahta varhaiskasvatuksen opettajaa. Autamme asunnon löytymisessä ja etsimme ' +
      'puolisollekin töitä. Soita päiväkodin johtajalle, hän kertoo arjesta sellaisena kuin se on.',
    tags: ['#kemijärvi', '#työpaikat'],
  },
  {
    author: 'kaupunki',
    months: [11],
    picture: 'kielikahvila.webp',
    text:
      'Uuden kemijärveläisen kahvit ovat tiistaina kello 17.30 kulttuurikeskuksessa. Kysy mitä vain ' +
      'ja tapaa naapureita. Lapsille on oma nurkkaus, ilmoittautua ei tarvitse.',
    tags: ['#kemijärvi'],
  },
  {
    author: 'kaupunki',
    months: [3],
    picture: 'laskettelurinne.webp',
    text:
      'Hiihtolomalla bussi kulkee Suomulle joka päivä. Lähtö torilta kello {n}, paluu neljältä. ' +
      'Kuljettajalla on sukset itselläänkin mukana.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
    slots: { n: ['9.15', '9.30'] },
  },
  {
    author: 'kirjasto',
    months: [10, 11],
    picture: 'kirjasto.webp',
    text:
      'Lainatuin kirja tässä kuussa on {n} kerran peräkkäin lintuopas. Toisena tuli dekkari ja ' +
      'kolmantena taas lintuopas, se isompi.',
    tags: ['#kemijärvi'],
    slots: { n: ['kolmannen', 'neljännen'] },
  },
  {
    author: 'kirjasto',
    months: [5, 6, 8],
    picture: 'tuolijumppa.webp',
    text:
      'Lehtilukusalissa jumpataan tuoleilla keskiviikkoisin kello 10. Viime viikolla mukana oli {n}. ' +
      'Nuorin oli 71 ja tuli kuulemma vain katsomaan.',
    tags: ['#kemijärvi'],
    slots: { n: ['18', '23', '27'] },
  },
  {
    author: 'kirjasto',
    months: [7],
    picture: 'kesakahvila.webp',
    text:
      'Kirjaston kesäkahvila on auki pihalla. Kahvi maksaa euron, ja kirjan saa vaihtaa kirjaan. ' +
      '{aika} luetaan ääneen.',
    tags: ['#kemijärvi'],
    slots: { aika: ['Tiistaisin', 'Torstaisin'] },
  },
  {
    author: 'elina',
    months: [1, 2],
    picture: 'yojuna-asemalla.webp',
    text:
      'Vastaanotto asemalla aamulla kello {n}. Tuliainen oli sateenvarjo. Ulkona oli 24 ' +
      'pakkasastetta. Lainasin rukkaset ja menimme aamupalalle.',
    tags: ['#kemijärvi'],
    slots: { n: ['7.20', '7.40', '8.05'] },
  },
  {
    author: 'elina',
    months: [10, 11],
    picture: 'avaimet-kateen.webp',
    text:
      'Avaimet luovutettiin {paikka}. Uusi asukas kysyi, voiko tämän oven jättää lukitsematta. ' +
      'Sanoin, että naapuri sitten tuo leivän sisään.',
    tags: ['#kemijärvi'],
    slots: { paikka: ['Isokylässä', 'Särkikankaalla', 'Joutsijärvellä', 'keskustassa'] },
  },
  {
    author: 'kaupunki',
    months: [12, 1],
    picture: 'koulutie-aamulla.webp',
    text:
      'Kello kahdeksan on vielä sinistä, kun lapset kävelevät kouluun. Heijastimia saa kirjastosta ' +
      'ja neuvontapisteestä, {n} on jo jaettu. Autoilija, varaa aikaa.',
    tags: ['#kemijärvi'],
    slots: { n: ['120', '180', '240'] },
  },
]
