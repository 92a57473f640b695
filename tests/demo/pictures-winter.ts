// Descriptions of the sample pictures: winter outdoors.
import type { Picture } from './picture-row.ts'
import { dark, light } from './picture-row.ts'

export const winter: readonly Picture[] = [
  dark(
    'revontulet-jarvella',
    'winter',
    'tall',
    'Aikuinen ja lapsi katsovat vihreitä revontulia järven jäällä. Lapsi osoittaa taivaalle.',
    'An adult and a child watch green northern lights on the frozen lake. The child points at the sky.',
  ),
  dark(
    'latu-kuusikossa',
    'winter',
    'four',
    'Hiihtäjä punaisessa takissa valaistulla ladulla lumisten kuusten välissä hämärässä.',
    'A skier in a red jacket on a lit track between snowy spruces at dusk.',
  ),
  light(
    'avantouimari',
    'winter',
    'wide',
    'Uimari on avannossa kaulaa myöten. Toinen odottaa kylpytakissa tikkaiden vieressä, taustalla ' +
      'savuaa sauna.',
    'A swimmer up to the neck in an ice hole. Another waits in a bathrobe by the ladder; a sauna ' +
      'smokes behind them.',
  ),
  light(
    'pilkkijat',
    'winter',
    'four',
    'Keltatakkinen nainen istuu pilkkijakkaralla ja pitää vapaa avannon yllä. Kauempana on kaksi muuta.',
    'A woman in a yellow coat sits ice fishing on a stool. Two others fish further out on the lake.',
  ),
  light(
    'porot-lumessa',
    'winter',
    'wide',
    'Kolme poroa seisoo lumisella aukealla kuusten edessä.',
    'Three reindeer stand in a snowy clearing in front of spruces.',
  ),
  dark(
    'potkukelkka-kadulla',
    'winter',
    'four',
    'Nainen työntää potkukelkkaa lumista katua pitkin. Kelkassa on punainen kassi, taloissa palavat valot.',
    'A woman pushes a kick sled along a snowy street. There is a red bag on the sled and lights in the houses.',
  ),
  light(
    'lumityot-pihalla',
    'winter',
    'four',
    'Ihminen kolaa lunta punaisen talon pihalla. Savupiipusta nousee savu suoraan ylös.',
    'Someone clears snow in the yard of a red house. Smoke rises from the chimney.',
  ),
  dark(
    'joulutori',
    'winter',
    'square',
    'Joulutori illalla: kaksi valaistua kojua, iso kuusi ja ihmisiä talvivaatteissa.',
    'A Christmas market in the evening: two lit stalls, a tall spruce and people in winter clothes.',
  ),
  dark(
    'sauna-talviyossa',
    'winter',
    'wide',
    'Hirsisauna kuutamossa lumisella rannalla. Ikkunasta tulee lämmin valo, polulla kulkee ihminen.',
    'A log sauna on a snowy shore in moonlight. Warm light from the window, a person on the path.',
  ),
  light(
    'luistelurata',
    'winter',
    'wide',
    'Aikuinen opettaa lasta luistelemaan. Kaksi muuta lasta luistelee järven jäälle auratulla radalla.',
    'An adult teaches a child to skate. Two other children skate on a rink cleared on the lake.',
  ),
  light(
    'laskettelurinne',
    'winter',
    'tall',
    'Aikuinen ja lapsi laskettelevat aurinkoisella rinteellä hissin alla.',
    'An adult and a child ski down a sunny slope under the lift.',
  ),
  dark(
    'aura-auto',
    'winter',
    'long',
    'Keltainen aura-auto avaa lumista tietä aamuyöllä vilkku päällä.',
    'A yellow snowplough clears a road before dawn with its beacon on.',
  ),
  dark(
    'koulutie-aamulla',
    'winter',
    'wide',
    'Kolme lasta kävelee reput selässä kohti valaistua koulua sinisessä aamuhämärässä.',
    'Three children with backpacks walk towards a lit school in blue morning light.',
  ),
  light(
    'kelkkaura-talkoot',
    'winter',
    'wide',
    'Mies merkitsee kelkkauraa punaisilla risteillä järven jäällä. Toinen istuu moottorikelkan selässä.',
    'A man marks a snowmobile track on the lake with red crosses. Another sits on a snowmobile.',
  ),
  dark(
    'yojuna-asemalla',
    'winter',
    'long',
    'Yöjuna seisoo lumisella asemalla. Kaksi ihmistä tervehtii toisiaan, toisella on matkalaukku.',
    'The night train at a snowy station. Two people greet each other; one has a suitcase.',
  ),
  light(
    'koiravaljakko',
    'winter',
    'long',
    'Kolmen koiran valjakko vetää rekeä järven jäällä. Reessä istuu matkustaja, ajaja seisoo jalaksilla.',
    'A team of three dogs pulls a sledge across the ice. A passenger sits in it, the driver stands ' +
      'on the runners.',
  ),
  dark(
    'nuotio-jaalla',
    'winter',
    'wide',
    'Kaksi ihmistä paistaa makkaraa nuotiolla lumisella rannalla iltahämärässä.',
    'Two people grill a sausage over a fire on a snowy shore at dusk.',
  ),
  dark(
    'kylatalo',
    'winter',
    'wide',
    'Ihmisiä kävelee talvi-iltana kohti keltaista kylätaloa, jonka ikkunoissa on valo. Yksi ' +
      'vilkuttaa tulijoille.',
    'People walk towards a yellow village hall with lit windows on a winter evening. One waves to ' +
      'those arriving.',
  ),
]
