// What residents write about their own days.
import type { Told } from './story.ts'

export const residents: readonly Told[] = [
  {
    author: 'anni',
    months: [9],
    picture: 'puolukkaampari.webp',
    text:
      'Puolukka-aikaan olen metsässä aamukuudesta. Tänään {n} ämpärillistä ja yksi hirvi, joka ' +
      'katsoi minua niin kuin olisin sen pihalla. Olinhan minä.',
    tags: ['#tuhannenjayhdentyönmatkatoimisto', '#kemijärvi', '#ulkonaperillä'],
    slots: { n: ['kolme', 'neljä', 'viisi'] },
  },
  {
    author: 'anni',
    months: [8, 9],
    picture: 'sienikori.webp',
    text:
      'Kantarellipaikkaa en kerro. Sen verran voin sanoa, että se on {paikka} ja että sinne ei ' +
      'kannata mennä.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
    slots: { paikka: ['järven takana', 'isän vanhalla palstalla', 'tien oikealla puolella'] },
  },
  {
    author: 'anni',
    months: [3, 4],
    picture: 'pilkkijat.webp',
    text: 'Pilkillä {n} tuntia, kolme ahventa, yksi oivallus: eväät on syötävä ensin.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
    slots: { n: ['kaksi', 'neljä', 'viisi'] },
  },
  {
    author: 'anni',
    months: [1, 2],
    picture: 'avantouimari.webp',
    text: 'Vesi {n} astetta, ilma −22. Menin veteen lämmittelemään.',
    tags: ['#kemijärvi', '#kemijarviphotos'],
    slots: { n: ['0,3', '0,5', '0,8'] },
  },
  {
    author: 'anni',
    months: [6],
    picture: 'uimaranta.webp',
    text:
      'Kuopus ui tänään ensimmäistä kertaa niin, ettei kukaan pitänyt kiinni. Matkaa oli {n} metriä ' +
      'ja katsojia koko ranta.',
    tags: ['#kemijärvi', '#kemijarviphotos'],
    slots: { n: ['kaksi', 'kolme', 'neljä'] },
  },
  {
    author: 'joonas',
    months: [10],
    text:
      'Kymmenen kuukautta Kemijärvellä. Koira tuntee jo enemmän ihmisiä kuin minä. Olen ”sen koiran ' +
      'isäntä”, ja se on hyvä alku.',
    tags: ['#kemijärvi', '#kemijarviphotos'],
  },
  {
    author: 'joonas',
    months: [12],
    picture: 'sauna-talviyossa.webp',
    text:
      'Naapuri soitti ja sanoi, että sauna on lämmin. Ei kysynyt, haluanko. Kuu oli niin kirkas, ' +
      'että löysin pyyhkeen ilman lamppua.',
    tags: ['#kemijärvi', '#kemijarviphotos'],
  },
  {
    author: 'joonas',
    months: [5],
    picture: 'kahvit-rannalla.webp',
    text:
      'Jäät lähtivät ja kahvit siirtyivät rannalle. Keskustelunaihe sama kuin talvella: milloin jäät ' +
      'lähtevät. Tavat muuttuvat hitaasti.',
    tags: ['#kemijärvi', '#lapinjarvimailla'],
  },
  {
    author: 'joonas',
    months: [2],
    picture: 'lumityot-pihalla.webp',
    text:
      'Opin tänään, että kolaa ei nosteta vaan työnnetään. Opettajana oli {n}-vuotias naapuri, joka ' +
      'oli jo tehnyt omansa ja puolet meidän.',
    tags: ['#kemijärvi'],
    slots: { n: ['78', '81'] },
  },
  {
    author: 'tapani',
    months: [5, 6],
    picture: 'poronvasa.webp',
    text: 'Vasa näkyi {paikka}. Emä katsoi, minä katsoin toisaalle. Niin täällä tervehditään.',
    tags: ['#kemijärvi', '#kemijarviphotos'],
    slots: { paikka: ['kotitien mutkassa', 'suon laidassa', 'lammen takana'] },
  },
  {
    author: 'tapani',
    months: [8],
    picture: 'polttopuut.webp',
    text: 'Puut pinossa ennen elokuun kuuta, niin kuin pitää. {n} mottia. Selkä muistaa joka pölkyn.',
    tags: ['#kemijärvi'],
    slots: { n: ['Kahdeksan', 'Kymmenen', 'Kaksitoista'] },
  },
  {
    author: 'tapani',
    months: [9, 10],
    picture: 'sumuaamu.webp',
    text:
      'Järvi katosi yöllä. Kello yhdeksän se oli taas paikallaan. Vene oli koko ajan siinä mihin sen ' +
      'jätin.',
    tags: ['#kemijärvi', '#kemijarviphotos', '#lapinjarvimailla'],
  },
  {
    author: 'tapani',
    months: [3],
    picture: 'pilkkijat.webp',
    text:
      'Pilkkikisoissa oli {n} kilpailijaa. Voittaja sai 412 grammaa ja kahvipaketin. Minä sain ' +
      'ulkoilla.',
    tags: ['#kemijärvi'],
    slots: { n: ['64', '71', '88'] },
  },
  {
    author: 'maija',
    months: [11, 2],
    picture: 'neulekerho.webp',
    text:
      'Neulekerhossa ratkaistaan maailman asiat sukka kerrallaan. Tänä iltana selvisi, {asia}. ' +
      'Kantapää jäi kesken.',
    tags: ['#kemijärvi'],
    slots: {
      asia: [
        'miksi bussi lähtee aina etuajassa',
        'kuka vei kylän harjan',
        'miksi villa kutittaa vain miehiä',
      ],
    },
  },
  {
    author: 'maija',
    months: [5],
    picture: 'sorsat.webp',
    text:
      'Ensimmäiset sorsat {paikka}. Kirjoitin seinäkalenteriin samaan kohtaan kuin viime vuonna, ' +
      'kaksi päivää aiemmin.',
    tags: ['#kemijärvi', '#kemijarviphotos'],
    slots: { paikka: ['sillan alla', 'satamassa', 'kotirannassa'] },
  },
  {
    author: 'maija',
    months: [12, 1],
    picture: 'potkukelkka-kadulla.webp',
    text:
      'Kauppareissu potkukelkalla: kuusi minuuttia alamäkeen, yksitoista takaisin, ja väliin {n} ' +
      'juttelua.',
    tags: ['#kemijärvi', '#kemijarviphotos'],
    slots: { n: ['kolme', 'neljä', 'viisi'] },
  },
  {
    author: 'maija',
    months: [10],
    picture: 'kielikahvila.webp',
    text:
      'Kielikahvilassa opetin tänään sanan ”kehtaa”. Siihen meni {n} minuuttia ja kolme esimerkkiä, ' +
      'eikä kukaan kehdannut sanoa, ettei ymmärtänyt.',
    tags: ['#kemijärvi'],
    slots: { n: ['20', '35'] },
  },
  {
    author: 'maija',
    months: [5],
    picture: 'vappu-torilla.webp',
    text:
      'Vappupuhe kesti {n} minuuttia, simaa riitti pidempään. Ilmapallo karkasi järvelle ja palasi. ' +
      'Tuuli oli kääntynyt.',
    tags: ['#kemijärvi'],
    slots: { n: ['seitsemän', 'yhdeksän'] },
  },
  {
    author: 'maija',
    months: [9, 10],
    picture: 'koiralenkki.webp',
    text:
      'Lainasin naapurin koiraa tunniksi. Kävelimme {paikka} ja takaisin, ja molemmat nukkuivat ' +
      'päiväunet. Koira kysyy jo ovella, milloin uudestaan.',
    tags: ['#kemijärvi', '#ulkonaperillä'],
    slots: { paikka: ['rantaraittia laavulle', 'kirkolle', 'pururadan ympäri'] },
  },
  {
    author: 'anni',
    months: [4],
    picture: 'kevattalkoot.webp',
    text: 'Haravoin pihan ja löysin {n} lapasta. Kaikki vasemman käden. Jos sinulla on oikeita, soita.',
    tags: ['#kemijärvi'],
    slots: { n: ['kolme', 'viisi'] },
  },
]
