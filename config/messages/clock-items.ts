// What usually comes round in a town’s clock, and the mail that reminds of it.
import { words } from './words.ts'

export const clockItemWords = words({
  fi: {
    'clock.item.lift': 'Viikkonosto',
    'clock.item.numbers': 'Koosteen tiedot valmiiksi',
    'clock.item.freeze': 'Koosteen lukujen lukitus',
    'clock.item.analysis': 'Viestintäryhmän analyysikokous',
    'clock.item.areas': 'Raportti palvelualueille',
    'clock.item.news': 'Ajankohtaista henkilöstölle',
    'clock.item.short-council': 'Tiivis raportti valtuustolle ja hallitukselle',
    'clock.item.short-staff': 'Tiivis raportti johdolle ja henkilöstölle',
    'clock.item.channels': 'Kanavien ja sisältöjen tarkistus',
    'clock.item.plan': 'Viestintäsuunnitelma kunnanhallitukseen',
    'clock.item.review': 'Toimintamallin arviointi',
    'remind.subject': 'Muistutus: {what}, {when}',
    'remind.subject.several': '{place}: {n} muistutusta vuosikellosta',
    'remind.by.holder': 'Vastuu: {duty}',
    'remind.by.deputy':
      'Vastuu: {duty}. Saat tämän sijaisena, koska vastaavaa ei nyt ole tai häntä ei tavoiteta postilla.',
    'remind.by.editor':
      'Vastuu: {duty}. Saat tämän päätoimittajana, koska vastaavaa eikä sijaista ei nyt ole tai heitä ei tavoiteta postilla. Nimeä heidät työpöydän Vastuut-sivulla.',
    'remind.all': 'Koko vuosikello: {url}',
    'remind.why':
      'Saat muistutuksen, koska hoidat vastuuta paikassa {place}. Jokaisesta kerrasta muistutetaan kerran.',
  },
  sv: {
    'clock.item.lift': 'Veckans lyft',
    'clock.item.numbers': 'Sammanställningens uppgifter klara',
    'clock.item.freeze': 'Sammanställningens siffror låses',
    'clock.item.analysis': 'Kommunikationsgruppens analysmöte',
    'clock.item.areas': 'Rapport till serviceområdena',
    'clock.item.news': 'Aktuellt för personalen',
    'clock.item.short-council': 'Kort rapport till fullmäktige och styrelsen',
    'clock.item.short-staff': 'Kort rapport till ledningen och personalen',
    'clock.item.channels': 'Genomgång av kanaler och innehåll',
    'clock.item.plan': 'Kommunikationsplanen till kommunstyrelsen',
    'clock.item.review': 'Utvärdering av modellen',
    'remind.subject': 'Påminnelse: {what}, {when}',
    'remind.subject.several': '{place}: {n} påminnelser ur årsklockan',
    'remind.by.holder': 'Ansvar: {duty}',
    'remind.by.deputy':
      'Ansvar: {duty}. Du får detta som ersättare, eftersom det inte finns någon ansvarig som nås per e-post.',
    'remind.by.editor':
      'Ansvar: {duty}. Du får detta som chefredaktör, eftersom varken ansvarig eller ersättare nås per e-post. Utse dem på skrivbordets sida Ansvar.',
    'remind.all': 'Hela årsklockan: {url}',
    'remind.why': 'Du får påminnelsen eftersom du har ett ansvar i {place}. Om varje gång påminns en gång.',
  },
  en: {
    'clock.item.lift': 'The weekly lift',
    'clock.item.numbers': 'Data of the digest complete',
    'clock.item.freeze': 'Figures of the digest locked',
    'clock.item.analysis': 'The group’s meeting on the analysis',
    'clock.item.areas': 'Report to the service areas',
    'clock.item.news': 'News for the staff',
    'clock.item.short-council': 'Short report to the council and the board',
    'clock.item.short-staff': 'Short report to management and staff',
    'clock.item.channels': 'Check of channels and contents',
    'clock.item.plan': 'The communication plan to the board',
    'clock.item.review': 'Review of the model',
    'remind.subject': 'Reminder: {what}, {when}',
    'remind.subject.several': '{place}: {n} reminders of the clock',
    'remind.by.holder': 'Duty: {duty}',
    'remind.by.deputy':
      'Duty: {duty}. You get this as the deputy, since nobody holds it who can be reached by mail.',
    'remind.by.editor':
      'Duty: {duty}. You get this as the editor, since neither a holder nor a deputy can be reached by mail. Name them on the desk’s page of duties.',
    'remind.all': 'The whole clock: {url}',
    'remind.why': 'You are reminded because you hold a duty at {place}. Each reminder comes once.',
  },
})
