// The words of the plan on paper and in the digest.
import { words } from './words.ts'

export const planPaperWords = words({
  fi: {
    'plan.paper.sample': 'Malliaineistoa: suunnitelma on keksitty',
    'plan.paper.cover': 'Esittely ja päätösehdotus',
    'plan.paper.matter': 'Asia',
    'plan.paper.intro':
      '{place} on laatinut asettautumispalvelujen viestinnälle suunnitelman. Siinä kerrotaan, miksi, kenelle, mitä, missä ja milloin viestitään ja kuka vastaa.',
    'plan.paper.appendices': 'Liitteet',
    'plan.paper.appendix': 'Liite',
    'plan.paper.contents': 'Kanavien ja sisältöjen tarkistus',
    'plan.paper.empty': 'Ei kirjattu.',
    'plan.paper.copy': 'Muokattava kopio. Suunnitelma itse on viestinnän työpöydällä.',
    'plan.paper.who': 'Vastuu',
    'plan.paper.when': 'Milloin',
    'plan.paper.whom': 'Kenelle',
    'plan.paper.where': 'Missä',
    'plan.measure.actual': 'Toteuma',
    'digest.plan': 'Suunniteltu ja tehty',
    'digest.plan.kept':
      '{title}: {due} toimella oli jotain tehtävää tällä jaksolla, ja {kept} niistä toteutui kokonaan.',
    'digest.plan.unknown': '{n} {n|toimesta|toimesta} ei ole tietoa.',
    'digest.plan.caption': 'Viestintäsuunnitelman toimet jaksolla',
  },
  sv: {
    'plan.paper.sample': 'Exempelmaterial: planen är påhittad',
    'plan.paper.cover': 'Föredragning och beslutsförslag',
    'plan.paper.matter': 'Ärende',
    'plan.paper.intro':
      '{place} har gjort en plan för bosättningstjänsternas kommunikation. Den berättar varför, till vem, vad, var och när vi kommunicerar och vem som svarar för det.',
    'plan.paper.appendices': 'Bilagor',
    'plan.paper.appendix': 'Bilaga',
    'plan.paper.contents': 'Granskning av kanaler och innehåll',
    'plan.paper.empty': 'Inte antecknat.',
    'plan.paper.copy': 'Redigerbar kopia. Själva planen finns på kommunikationens arbetsbord.',
    'plan.paper.who': 'Ansvar',
    'plan.paper.when': 'När',
    'plan.paper.whom': 'Till vem',
    'plan.paper.where': 'Var',
    'plan.measure.actual': 'Utfall',
    'digest.plan': 'Planerat och gjort',
    'digest.plan.kept':
      '{title}: {due} åtgärder hade något att göra under perioden, och {kept} av dem blev helt gjorda.',
    'digest.plan.unknown': 'Om {n} {n|åtgärd|åtgärder} finns ingen uppgift.',
    'digest.plan.caption': 'Kommunikationsplanens åtgärder under perioden',
  },
  en: {
    'plan.paper.sample': 'Sample material: the plan is made up',
    'plan.paper.cover': 'Presentation and proposal',
    'plan.paper.matter': 'Matter',
    'plan.paper.intro':
      '{place} has made a plan for the communication of its settling-in services. It tells why, for whom, what, where and when we communicate, and who answers for it.',
    'plan.paper.appendices': 'Appendices',
    'plan.paper.appendix': 'Appendix',
    'plan.paper.contents': 'Review of channels and contents',
    'plan.paper.empty': 'Nothing written.',
    'plan.paper.copy': 'An editable copy. The plan itself is kept at the desk of communications.',
    'plan.paper.who': 'Duty',
    'plan.paper.when': 'When',
    'plan.paper.whom': 'For whom',
    'plan.paper.where': 'Where',
    'plan.measure.actual': 'Actual',
    'digest.plan': 'Planned and done',
    'digest.plan.kept':
      '{title}: {due} actions had something to do in this period, and {kept} of them were done in full.',
    'digest.plan.unknown': 'Nothing is known of {n} {n|action|actions}.',
    'digest.plan.caption': 'Actions of the communication plan in the period',
  },
})
