// Descriptions of the sample pictures: autumn, and rooms with an autumn window.
import type { Picture } from './picture-row.ts'
import { dark, light } from './picture-row.ts'

export const autumn: readonly Picture[] = [
  light(
    'ruska-tunturissa',
    'autumn',
    'wide',
    'Kaksi vaeltajaa kulkee rinkat selässä punaisen ruskan keskellä, takana tunturit.',
    'Two hikers with backpacks walk through red autumn colours, fells behind them.',
  ),
  light(
    'puolukkaampari',
    'autumn',
    'square',
    'Valkoinen ämpäri täynnä puolukoita mättäällä, ympärillä puolukanvarpuja.',
    'A white bucket full of lingonberries on the forest floor among the plants.',
  ),
  light(
    'sienikori',
    'autumn',
    'four',
    'Pärekori täynnä kantarelleja ja tatteja koivumetsässä.',
    'A basket full of chanterelles and boletes in a birch wood.',
  ),
  dark(
    'laavu-nuotio',
    'autumn',
    'four',
    'Kaksi ihmistä istuu laavulla nuotion ääressä tähtitaivaan alla.',
    'Two people sit by a fire at a lean-to under the stars.',
  ),
  light(
    'metsastajat-aamulla',
    'autumn',
    'wide',
    'Kolme hirviporukan jäsentä oransseissa liiveissä ja ruskea koira sumuisessa metsässä aamulla.',
    'Three members of a hunting party in orange vests and a brown dog in the misty morning wood.',
  ),
  light(
    'sumuaamu',
    'autumn',
    'long',
    'Tyhjä soutuvene sumuisella järvellä syysaamuna, rannalla keltainen koivu.',
    'An empty rowing boat on a misty lake on an autumn morning, a yellow birch on the shore.',
  ),
  light(
    'tukkirekka',
    'autumn',
    'long',
    'Vihreä tukkirekka täydessä kuormassa metsätien varressa, kuljettaja kävelee auton vieressä.',
    'A green timber lorry with a full load by a forest road, the driver walking beside it.',
  ),
  light(
    'perunannosto',
    'autumn',
    'four',
    'Nainen ja lapsi nostavat perunoita pellolta ämpäriin.',
    'A woman and a child lift potatoes from the field into a bucket.',
  ),
  dark(
    'syyskatu',
    'autumn',
    'tall',
    'Ihminen kävelee sateessa punaisen sateenvarjon alla. Katulamppu valaisee märkää katua ja lehtiä.',
    'A person walks in the rain under a red umbrella. A street lamp lights the wet street and leaves.',
  ),
  light(
    'koiralenkki',
    'autumn',
    'wide',
    'Nainen ulkoiluttaa ruskeaa koiraa polulla keltaisten koivujen välissä.',
    'A woman walks a brown dog on a path between yellow birches.',
  ),
  light(
    'joki-kalassa',
    'autumn',
    'wide',
    'Kalastaja seisoo joen rannalla vapa kädessä ruskan aikaan.',
    'An angler stands on the river bank with a rod in autumn colours.',
  ),
  light(
    'kirjasto',
    'autumn',
    'wide',
    'Kirjastonhoitaja näyttää lapselle hyllyä. Vanha mies lukee nojatuolissa ikkunan vieressä.',
    'A librarian shows a child the shelves. An old man reads in an armchair by the window.',
  ),
  light(
    'muuttolaatikot',
    'autumn',
    'four',
    'Perhe purkaa muuttolaatikoita uudessa kodissa, jonka ikkunasta näkyy järvi. Koira on mukana.',
    'A family unpacks boxes in a new home with a view of the lake. Their dog is with them.',
  ),
  light(
    'soittotunti',
    'autumn',
    'four',
    'Lapsi soittaa pianoa ja opettaja säestää kitaralla.',
    'A child plays the piano and the teacher accompanies on guitar.',
  ),
]
