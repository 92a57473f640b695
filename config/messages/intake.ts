// What intake noticed about a post and a curator should know.
import { words } from './words.ts'

export const intakeWords = words({
  fi: {
    'remark.text-cut': 'Teksti oli hyvin pitkä, ja siitä on jätetty loppu pois.',
    'remark.tags-dropped': 'Aihetunnisteita oli paljon. Tallentamatta jäi {dropped}.',
    'remark.media-dropped': 'Kuvia oli paljon. Pois jäi {dropped}.',
    'remark.undated': 'Julkaisussa ei ollut päiväystä. Se on merkitty päivälle, jona se löytyi.',
    'remark.date-clamped':
      'Julkaisun päiväys ei voi pitää paikkaansa. Se on korjattu lähimpään mahdolliseen.',
    'remark.edited': 'Kirjoittaja on muuttanut julkaisua päätöksesi jälkeen. Katso se uudelleen.',
  },
  sv: {
    'remark.text-cut': 'Texten var mycket lång och slutet har lämnats bort.',
    'remark.tags-dropped': 'Det fanns många ämnestaggar. {dropped} sparades inte.',
    'remark.media-dropped': 'Det fanns många bilder. {dropped} lämnades bort.',
    'remark.undated': 'Inlägget saknade datum. Det har fått den dag då det hittades.',
    'remark.date-clamped': 'Inläggets datum kan inte stämma. Det har ändrats till det närmast möjliga.',
    'remark.edited': 'Skribenten har ändrat inlägget efter ditt beslut. Titta på det på nytt.',
  },
  en: {
    'remark.text-cut': 'The text was very long, and its end has been left out.',
    'remark.tags-dropped': 'There were many hashtags. Not kept: {dropped}.',
    'remark.media-dropped': 'There were many pictures. Left out: {dropped}.',
    'remark.undated': 'The post had no date. It has the day on which it was found.',
    'remark.date-clamped': 'The post’s date cannot be right. It has been moved to the nearest possible one.',
    'remark.edited': 'The author has changed the post since your decision. Please look at it again.',
  },
})
