// The words of numbers and notes that people enter: what is wrong with a row, and the pages where they are entered.
import { words } from './words.ts'

export const numberWords = words({
  fi: {
    'number.unknown': 'tunnusluku {value} ei ole luettelossa',
    'number.dim-needed': 'kerro, mitä osaa luku koskee (osa puuttuu)',
    'number.dim-refused': 'tällä tunnusluvulla ei ole osia: jätä osa tyhjäksi',
    'number.period':
      '{value} ei ole jakso: kirjoita päivä 2026-11-01, viikko 2026-W45, kuukausi 2026-11, neljännes 2026-q4 tai vuosi 2026',
    'number.value': '{value} ei ole luku',
    'number.source': 'lähde puuttuu',
    'number.status': '{value} ei ole tila: ok, partial, preliminary tai estimate',
    'number.twice': 'sama tunnusluku, osa, jakso ja lähde on jo kohdassa {other}',
    'number.too-long': 'teksti on pidempi kuin 200 merkkiä',
    'number.columns': 'ensimmäiseltä riviltä puuttuu sarake: {value}',
    'number.column-unknown': 'tuntematon sarake: {value}',
    'number.cells': 'rivillä on enemmän soluja kuin otsikkorivillä',
    'number.empty': 'taulukossa ei ole rivejä',
    'number.many': 'rivejä on enemmän kuin {value}',
    'number.line': 'rivi {n}',
  },
  sv: {
    'number.unknown': 'indikatorn {value} finns inte i förteckningen',
    'number.dim-needed': 'ange vilken del talet gäller (delen saknas)',
    'number.dim-refused': 'den här indikatorn har inga delar: lämna delen tom',
    'number.period':
      '{value} är ingen period: skriv dagen 2026-11-01, veckan 2026-W45, månaden 2026-11, kvartalet 2026-q4 eller året 2026',
    'number.value': '{value} är inget tal',
    'number.source': 'källan saknas',
    'number.status': '{value} är ingen status: ok, partial, preliminary eller estimate',
    'number.twice': 'samma indikator, del, period och källa finns redan i {other}',
    'number.too-long': 'texten är längre än 200 tecken',
    'number.columns': 'den första raden saknar kolumnen: {value}',
    'number.column-unknown': 'okänd kolumn: {value}',
    'number.cells': 'raden har fler celler än rubrikraden',
    'number.empty': 'tabellen har inga rader',
    'number.many': 'raderna är fler än {value}',
    'number.line': 'rad {n}',
  },
  en: {
    'number.unknown': 'the indicator {value} is not in the list',
    'number.dim-needed': 'say which part the number is about (dim is missing)',
    'number.dim-refused': 'this indicator has no parts: leave dim empty',
    'number.period':
      '{value} is not a period: write a day 2026-11-01, a week 2026-W45, a month 2026-11, a quarter 2026-q4 or a year 2026',
    'number.value': '{value} is not a number',
    'number.source': 'the source is missing',
    'number.status': '{value} is not a status: ok, partial, preliminary or estimate',
    'number.twice': 'the same indicator, dim, period and source stands already at {other}',
    'number.too-long': 'the text is longer than 200 characters',
    'number.columns': 'the first line lacks the column: {value}',
    'number.column-unknown': 'unknown column: {value}',
    'number.cells': 'the line has more cells than the header',
    'number.empty': 'the table has no lines',
    'number.many': 'there are more lines than {value}',
    'number.line': 'line {n}',
  },
})
