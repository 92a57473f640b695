// How many forms of a Finnish word are found by any other of its forms, and which other words are found by mistake.
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { hasWords, readSearch } from '../../db/search.ts'
import { spreadWords } from '../../services/domain/finnish.ts'
import { onBothDatabases } from '../db.ts'

/** Forms of words of a town's life: consonant gradation, plurals, and stems that change. */
const words = `
  kukka kukan kukkia kukat kukissa kukkien kukkaa | kaupunki kaupungin kaupunkia kaupungit kaupungissa kaupunkien |
  hiihto hiihdon hiihtoa hiihdot | pöytä pöydän pöytää pöydät pöytiä | joki joen jokea joet joella |
  katu kadun katua kadut kadulla katuja kaduilla | latu ladun latua ladut ladulla latuja laduilla |
  ranta rannan rantaa rannat rannalla rantoja rannoilla | silta sillan siltaa sillat sillalla siltoja |
  kirkko kirkon kirkkoa kirkossa kirkot | kauppa kaupan kauppaa kaupat kaupassa kauppoja kaupoissa |
  koti kodin kotia kodit kotiin kodissa | vesi veden vedet vedessä | mäki mäen mäkeä mäet mäellä |
  tupa tuvan tupaa tuvat tuvassa | leipä leivän leipää leivät | apu avun apua | lupa luvan lupaa luvat lupia |
  hinta hinnan hintaa hinnat hintoja | lampi lammen lampea lammet lammella lampia |
  kenkä kengän kenkää kengät kenkiä | kunta kunnan kuntaa kunnat kunnassa kuntia kunnissa |
  virta virran virtaa virrat | järvi järven järveä järvet järvellä |
  asunto asunnon asuntoa asunnot asuntoja asunnoista | työpaikka työpaikan työpaikat työpaikkoja työpaikoista |
  retki retken retkiä retkellä | tehdas tehtaan tehdasta tehtaat tehtaalla | vaate vaatteen vaatteet vaatteita |
  sade sateen sateet sateessa | liike liikkeen liikettä liikkeet |
  mökki mökin mökkiä mökit mökillä mökkejä mökeillä | poika pojan poikia pojat | puku puvun pukua puvut |
  arki arjen arkea arjessa | jälki jäljen jälkeä jäljet | pelto pellon peltoa pellot pelloilla |
  tieto tiedon tietoa tiedot tietoja | ilta illan iltaa illat iltoja | aita aidan aidat | maito maidon maitoa |
  äiti äidin äidit äitejä | rauta raudan rautaa | terveys terveyden terveyttä | yhteys yhteyden yhteydet |
  lehti lehden lehteä lehdet lehtiä | vuosi vuoden vuodet vuosia | kuukausi kuukauden kuukaudet |
  tuki tuen tukea tuet | kelkka kelkan kelkkaa kelkat kelkalla | avanto avannon avannossa avantoon |
  asukas asukkaan asukasta asukkaat asukkaita asukkaille | kota kodan kodat kodalla |
  hanke hankkeen hanketta hankkeet hankkeita | opas oppaan opasta oppaat | yritys yrityksen yritykset yrityksiä |
  uimahalli uimahallin uimahallit | lääkäri lääkärin lääkärille lääkäreitä |
  tapahtuma tapahtuman tapahtumat tapahtumia | suomalainen suomalaisen suomalaiset suomalaisia |
  puhelin puhelimen puhelimet puhelimia | nuori nuoren nuoret nuoria | lakki lakin lakit | laki lain lait |
  poro poron porot poroja | koulu koulun koulut kouluja koulussa | aika ajan aikaa ajat | luku luvun lukuja`

/** More of them, written down after the rules were made. */
const others = `
  muutto muuton muutossa | vanhempi vanhemman vanhemmat vanhempia | lahti lahden lahdella lahtea |
  tori torin torilla toria | kuntosali kuntosalin kuntosalilla | nuotio nuotion nuotiolla nuotiota |
  perhe perheen perheet perheitä | kauneus kauneuden | rakennus rakennuksen rakennukset |
  uimaranta uimarannan uimarannalla uimarannat | ystävä ystävän ystävät ystäviä | ahven ahvenen ahvenet ahvenia |
  marja marjat marjoja marjojen | sieni sienen sieniä sienet | talkoot talkoissa talkoita talkoiden |
  jääkiekko jääkiekon jääkiekkoa | kylki kyljen | polku polun polulla polkuja | luonto luonnon luontoa luonnossa |
  metsästys metsästyksen metsästystä | kylä kylän kyliä kylissä | lintu linnun lintuja linnut |
  taivas taivaan taivaalla taivasta | rengas renkaan renkaat renkaita |
  avajaiset avajaisten avajaisia avajaisissa | juhla juhlat juhlissa juhlia | tunturi tunturin tunturilla |
  halko halon halkoja | valokuva valokuvat valokuvia | eläkeläinen eläkeläiset eläkeläisten |
  päiväkoti päiväkodin päiväkodissa | pyykki pyykin | kissa kissan kissoja | lumi lumen lunta lumet |
  lapsi lapsen lasta lapset lapsia lasten | markkinat markkinoilla markkinoiden |
  revontulet revontulia revontulten revontulien | keskusta keskustassa keskustan |
  opettaja opettajan opettajia opettajat | suksi sukset suksilla | ääni äänen äänet | matto maton mattoja |
  teatteri teatterin teatterissa | näyttely näyttelyn näyttelyssä | esitys esityksen |
  terveyskeskus terveyskeskuksen | vapaaehtoinen vapaaehtoiset vapaaehtoisia | kevät kevään keväällä |
  ravintola ravintolan ravintoloita | sota sodan | pappi papin | sauna saunan saunoja | neuvosto |
  kylpylä kylpylän kylpylässä | linja linjan`

/** Words that look alike and mean something else. */
const alike = `
  kukka: kukko kukkaro kukin | katu: katto katon kato | latu: lato ladon lataa | laki: lakki lakin laskin laiva |
  kunta: kunto kunnossa kunnia kuntosali | joki: joka jokeri jokainen | tuki: tukki tukin tukka |
  silta: sille sillä siili | ilta: ilma ilo ile | hinta: hintelä hinaus | pelto: pelko pelon peli |
  kota: kotka kotona koti kodin | ranta: rantti rana | vesi: vesa vetää | mäki: mäkelä mäti |
  tupa: tupakka tuvalu | virta: virsi virus virhe | lupa: luppo luvata lupiini | koti: kotti kota |
  aita: aitta aitan aito | sade: satu sata sateenkaari | puku: pukki pukin | lampi: lampaat lamppu |
  arki: arkki arkin arka | poika: poikkeus poikki | opas: oppi opin opaali | kirkko: kirkas kirja |
  kauppa: kauppias | liike: liikunta | hanke: hanki hanken hankala | kelkka: kelkkailu kello | nuori: nuora nuoli |
  poro: porras porokello | aika: ajatus aikio | luku: lukko lukon lukio | tieto: tie tiede | maito: maine maitse |
  apu: apila apina`

const setsOf = (text: string) => text.split('|').map((set) => set.trim().split(/\s+/))

onBothDatabases('Finnish words', (open) => {
  /** Which of the texts are found by the word. */
  const search = async (word: string, texts: readonly string[]): Promise<string[]> => {
    const query = await readSearch(open().db, word, spreadWords(word))
    const { rows } = await sql<{ text: string }>`
      select text from (select null::text as title, t as text, 'fi' as lang from unnest(${[...texts]}::text[]) t) post
      where ${hasWords(query)}`.execute(open().db)
    return rows.map((row) => row.text)
  }

  const missedOf = async (text: string) => {
    const missed: string[] = []
    let asked = 0
    for (const set of setsOf(text))
      for (const word of set) {
        const found = await search(word, set)
        const wanted = set.filter((one) => one !== word)
        asked += wanted.length
        missed.push(...wanted.filter((one) => !found.includes(one)).map((one) => `${word}→${one}`))
      }
    return { asked, missed }
  }

  it('are found by any of their forms, but for a few short ones', async () => {
    const { asked, missed } = await missedOf(words)
    expect(asked).toBe(1212)
    expect(missed.filter((one) => !/lupia|iltoja/.test(one))).toEqual([])
    expect(missed.length).toBeLessThanOrEqual(12)
  })

  it('nine in ten are found of further words, of which a few were mended for', async () => {
    const { asked, missed } = await missedOf(others)
    expect(missed.length / asked).toBeLessThan(0.07)
    expect(missed.filter((one) => !/lunta|lasta|lasten|revontulten/.test(one))).toEqual([])
  })

  it('seldom find a word of another meaning, and less often than PostgreSQL’s stems alone', async () => {
    const found: string[] = []
    for (const line of alike.split('|')) {
      const [word = '', ...texts] = line.trim().split(/[: ]+/)
      found.push(...(await search(word, texts)).map((one) => `${word}→${one}`))
    }
    expect(found.length).toBeLessThanOrEqual(28)
    for (const one of [
      'kukka→kukko',
      'katu→katto',
      'kunta→kunto',
      'kota→koti',
      'ilta→ilo',
      'virta→virus',
      'joki→joka',
    ])
      expect(found).not.toContain(one)
  })
})
