// Descriptions of the sample pictures: spring.
import type { Picture } from './picture-row.ts'
import { light } from './picture-row.ts'

export const spring: readonly Picture[] = [
  light(
    'hankihiihto',
    'spring',
    'wide',
    'Kaksi hiihtäjää kevätauringossa järven hangella, takana luminen tunturi.',
    'Two skiers on the crusted snow of the lake in spring sun, a snowy fell behind.',
  ),
  light(
    'jaidenlahto',
    'spring',
    'wide',
    'Kaksi joutsenta ui sulavien jäälauttojen välissä. Parvi lintuja lentää taivaalla.',
    'Two swans swim between melting ice floes. A flock of birds in the sky.',
  ),
  light(
    'linnunpontto',
    'spring',
    'tall',
    'Mies kiinnittää tikkailla linnunpönttöä koivuun. Lapsi katsoo alhaalta.',
    'A man on a ladder fixes a nest box to a birch. A child watches from below.',
  ),
  light(
    'kasvihuone',
    'spring',
    'four',
    'Vanhempi nainen hoitaa tomaatintaimia kasvihuoneessa. Lattialla on kastelukannu.',
    'An older woman tends tomato plants in a greenhouse. A watering can stands on the floor.',
  ),
  light(
    'vappu-torilla',
    'spring',
    'wide',
    'Valkolakkisia ihmisiä torilla vappuna. Yhdellä on kädessään kolme ilmapalloa.',
    'People in white caps on the square on the first of May. One holds three balloons.',
  ),
  light(
    'poronvasa',
    'spring',
    'square',
    'Poro ja pieni vasa mäntymetsän reunassa keväällä.',
    'A reindeer and her small calf at the edge of a pine wood in spring.',
  ),
  light(
    'pyorat-sulavalla-tiella',
    'spring',
    'wide',
    'Kaksi pyöräilijää kypärät päässä tiellä, jonka reunoilla on vielä lunta ja vesilätäköitä.',
    'Two cyclists in helmets on a road with snow and puddles still at its edges.',
  ),
  light(
    'kevattalkoot',
    'spring',
    'wide',
    'Kolme ihmistä haravoi ja kerää lehtiä rantapuistossa keväällä.',
    'Three people rake and gather leaves in a lakeside park in spring.',
  ),
  light(
    'kahvit-rannalla',
    'spring',
    'four',
    'Kaksi ihmistä juo kahvia pöydän ääressä järven rannalla kevätauringossa.',
    'Two people drink coffee at a table by the lake in spring sun.',
  ),
  light(
    'sorsat',
    'spring',
    'wide',
    'Kaksi sorsaa ja viisi poikasta uivat tyynellä järvellä kaislojen vieressä.',
    'Two ducks and five ducklings swim on a calm lake beside the reeds.',
  ),
  light(
    'auto-muuttokuormassa',
    'spring',
    'long',
    'Sininen auto ajaa maantietä, katolla on laatikko ja matkalaukku. Edessä näkyy tunturi.',
    'A blue car on the road with a box and a suitcase on its roof. A fell ahead.',
  ),
]
