// Longer stories of work from the entrepreneurs’ and schools’ feeds.
import type { Told } from './story.ts'

export const firms: readonly Told[] = [
  {
    author: 'yrittajat',
    months: [2, 10],
    picture: 'leipomo.webp',
    title: 'Ruisleipä lähtee uunista kello viisi',
    text:
      'Samir Haddad tuli keittiöapulaiseksi kahdeksi kuukaudeksi. Siitä on kuusi vuotta. Nyt leipomo ' +
      'on hänen, ja taikinajuuren hän sai naapurin emännältä muuttolahjaksi. Leivät ovat kaupassa, ' +
      'ennen kuin kylä herää. ”Äiti kysyi puhelimessa, mitä täällä näkyy ikkunasta. Sanoin, että yö ' +
      'ja järvi. Aamulla sama, mutta valoisa.”',
    tags: ['#tuhannenjayhdentyöntarinat', '#tuhannenjayhdentyönmatkatoimisto'],
  },
  {
    author: 'yrittajat',
    months: [4, 11],
    picture: 'hitsaaja.webp',
    title: 'Hitsaaja kuuntelee saumaa',
    text:
      'Konepajalla tehdään osia sahoihin ja satamiin. Riku Lampela hitsaa ne, joita robotti ei saa ' +
      'tehdä. Hän on maailman rauhallisimpia ihmisiä, sanoo pomo, ja maski päässä vielä ' +
      'rauhallisempi. Pajalle haetaan kahta hitsaajaa, ja kokemattomalle opetetaan työ.',
    tags: ['#tuhannenjayhdentyöntarinat', '#tuhannenjayhdentyönmatkatoimisto'],
  },
  {
    author: 'yrittajat',
    months: [1, 5, 9],
    picture: 'autokorjaamo.webp',
    title: 'Autonasentaja Noora osti korjaamon',
    text:
      'Edellinen omistaja jäi eläkkeelle, ja avaimet vaihtoivat omistajaa kahvipöydässä. Noora ' +
      'Pekkala oli silloin 27. ”Asiakkaat tulivat katsomaan, osaako se. Sitten ne tulivat ' +
      'uudestaan.” Talvella tulevat akut, keväällä jouset ja kesällä turistit, joiden varapyörä on ' +
      'kotona.',
    tags: ['#tuhannenjayhdentyöntarinat', '#tuhannenjayhdentyönmatkatoimisto'],
  },
  {
    author: 'yrittajat',
    months: [3, 8],
    picture: 'kampaamo.webp',
    title: 'Tuoli, jossa kuulee kaiken',
    text:
      'Kampaaja Päivi Saarela on leikannut samoja päitä kolme sukupolvea. Viime vuonna hän palkkasi ' +
      'ensimmäisen työntekijänsä, joka muutti perässä miehensä työn takia. ”Hän lupasi kokeilla ' +
      'kuukauden. Nyt hänellä on oma avain ja jono.”',
    tags: ['#tuhannenjayhdentyöntarinat', '#tuhannenjayhdentyönmatkatoimisto'],
  },
  {
    author: 'koulut',
    months: [1, 2],
    picture: 'luokkahuone.webp',
    title: 'Opettaja, joka tuli lukukaudeksi',
    text:
      'Luokanopettaja Iida Moilanen tuli sijaiseksi yhdeksi syksyksi. Seitsemäntoista oppilasta ' +
      'ratkaisi asian: hän jäi. ”Täällä ehdin nähdä, mitä kukin osaa. Ja he näkevät, milloin minulla ' +
      'on huono aamu.” Luokka kasvattaa ikkunalla lehtikaalia ja mittaa joka maanantai lumen ' +
      'syvyyden.',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
  },
  {
    author: 'koulut',
    months: [4, 10],
    picture: 'koulukeittio.webp',
    title: 'Keittiössä tiedetään, kuka ei syö porkkanaa',
    text:
      'Ruokapalvelun Marketta ja Silja laittavat joka päivä lähes neljäsataa lounasta. ' +
      'Kalakeittopäivänä santsaa puoli koulua, ja muikut tulevat omasta järvestä. ”Parasta on, kun ' +
      'entinen oppilas tulee töihin ja kysyy reseptiä.”',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
  },
  {
    author: 'yrittajat',
    months: [6, 11],
    picture: 'navetta.webp',
    title: 'Neljäkymmentä lehmää ja yksi radiokanava',
    text:
      'Maitotilaa jatkaa tytär, joka opiskeli ensin insinööriksi. Sensorit kertovat, kuka märehtii, ' +
      'mutta aamulla Kaisa Pulkkinen kävelee silti navetan läpi ja katsoo jokaista silmiin. Lehmät ' +
      'kuuntelevat klassista. Rokki laskee maitomäärää, hän on kokeillut.',
    tags: ['#tuhannenjayhdentyöntarinat', '#tuhannenjayhdentyönmatkatoimisto'],
  },
  {
    author: 'yrittajat',
    months: [7, 8],
    picture: 'kylakauppa.webp',
    title: 'Kyläkauppa on myös posti, kahvila ja neuvonta',
    text:
      'Heikki Aromaa avaa kaupan kello kahdeksan, vaikka ensimmäinen asiakas tulee vasta puoli ' +
      'yhdeksän. Väliin mahtuvat postin lajittelu ja maailman tilanne. Kauppa etsii jatkajaa, ja ' +
      'Heikki lupaa jäädä vuodeksi viereen. ”En minä neuvo. Seison vain tässä, jos joku kysyy, missä ' +
      'hiiva on.”',
    tags: ['#tuhannenjayhdentyöntarinat', '#lapinjarvimailla'],
  },
  {
    author: 'yrittajat',
    months: [5, 8],
    picture: 'ompelimo.webp',
    title: 'Ompelija korjaa sen, minkä muut heittävät pois',
    text:
      'Kauppakadun ompelimossa vaihdetaan vetoketjuja, kavennetaan hääpukuja ja ommellaan ' +
      'kelkkareihin uusia polvia. Rauha Vinkka oppi ammatin tehtaalla, joka lakkautettiin. ' +
      '”Ajattelin, että siihen loppui. Sitten joku toi rikkinäisen teltan.”',
    tags: ['#tuhannenjayhdentyöntarinat', '#tuhannenjayhdentyönmatkatoimisto'],
  },
  {
    author: 'uutiset',
    months: [1, 3],
    picture: 'asiakaspalvelu.webp',
    title: 'Neuvontapisteessä vastataan, vaikka kysymys olisi outo',
    text:
      'Asiointipisteen Kirsi Tolonen sai viime vuonna yli neljätuhatta kysymystä. Helpoin koski ' +
      'kirjaston aukioloa, vaikein poroa autotallissa. Molempiin löytyi vastaus. Piste palvelee ' +
      'arkisin kello 9–15, ja sinne voi tulla myös silloin, kun ei tiedä, kenelle soittaa.',
    tags: ['#tuhannenjayhdentyöntarinat', '#kemijärvi'],
  },
]
