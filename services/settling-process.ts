// Kemijärvi's model of handling information, in Finnish as it was written: what a place may begin its year with.
import type { Stage } from '../db/schema.ts'

export const modelStages: readonly Stage[] = [
  {
    id: 'collect',
    label: 'Asettautumispalvelujen viestintään liittyvän tiedon kerääminen jatkuvasti',
    duty: 'comms-lead',
    tasks: [
      { id: 'palautteet', label: 'Tiedot palautelomakkeesta ja kyselyistä', each: 'quarter' },
      {
        id: 'some',
        label:
          'Somekanavat: millaista viestiä, mihin sävyyn, miten aihetunnisteita käytetään, millainen kuntamielikuva',
        each: 'quarter',
      },
      {
        id: 'analytiikka',
        label: 'Nettisivujen analytiikka: mitä haettu, kuinka paljon, paljonko käyty sivuilla',
        each: 'quarter',
      },
      {
        id: 'saapumiset',
        label: 'Tiedot saapumisista, esim. Visit Kemijärvi ja muut toimijat',
        each: 'quarter',
      },
      { id: 'tutkimukset', label: 'Laajemmat tutkimukset, esim. Lapista poismuuton syyt', each: 'year' },
      { id: 'haastattelut', label: 'Tulomuuttajien haastattelut ja niiden yhteenveto', each: 'quarter' },
      { id: 'kooste', label: 'Kooste neljä kertaa vuodessa', each: 'quarter' },
    ],
    inputs: [
      'Saadut palautteet ja kyselyjen tulokset',
      'Somekanavien sisällöt',
      'Kunnan nettisivujen analytiikka',
      'Tulomuuttajat',
    ],
    outputs: ['Kattavat palaute- ja mittaustiedot viestinnästä ja kuntamielikuvasta: kooste'],
  },
  {
    id: 'analyse',
    label: 'Tiedon analysointi ja johtopäätösten tekeminen viestinnän onnistumisesta',
    duty: 'group-lead',
    tasks: [
      {
        id: 'palvelut',
        label: 'Asettautumispalveluihin liittyvät onnistumiset ja kehittämisen kohteet',
        each: 'quarter',
      },
      {
        id: 'viestinta',
        label: 'Viestintään liittyvät onnistumiset ja kehittämisen kohteet',
        each: 'quarter',
      },
      {
        id: 'mittaukset',
        label: 'Keskeiset mittaustulokset ja niiden muutos edelliseen kertaan',
        each: 'quarter',
      },
      { id: 'mielikuva', label: 'Kuntamielikuvaan liittyvät keskeiset havainnot', each: 'quarter' },
      { id: 'palvelualueet', label: 'Analysointitiedot palvelualueille tiedoksi', each: 'quarter' },
    ],
    inputs: [
      'Aikaisemmassa vaiheessa laadittu kooste',
      'Viestintästrategian linjaukset',
      'Viestintäsuunnitelman kärjet',
    ],
    outputs: [
      'Raportti asettautumispalveluista ja viestinnän onnistumisista ja kehittämisen kohteista',
      'Tieto kuntamielikuvan tilanteesta',
    ],
  },
  {
    id: 'plan',
    label: 'Asettautumispalveluihin liittyvän viestinnän suunnittelu',
    duty: 'group-lead',
    tasks: [
      {
        id: 'suunnitelma',
        label:
          'Viestintäsuunnitelma: miksi, kenelle, mitä, missä, milloin ja kuka; vastuut laajalti organisaatioon',
        each: 'year',
      },
      {
        id: 'huomiot',
        label:
          'Huomioon toimialat ja vastuut, kanavat, viestinnän kärjet, sidosryhmien kanavat ja aikataulut',
        each: 'year',
      },
      {
        id: 'sisallot',
        label: 'Landing page, opaspooli, muuttajan huoneentaulu ja palvelukortit ajan tasalle',
        each: 'year',
      },
      {
        id: 'kv',
        label: 'Kansainvälisille muuttajille osoitettu sisältö ajan tasalla ja riittävä',
        each: 'year',
      },
      { id: 'palvelulupaus', label: 'Palvelulupauksen ajantasaisuus', each: 'year' },
      { id: 'mittarit', label: 'Mittarit viestinnän onnistumisen seuraamiseksi', each: 'year' },
      { id: 'hallitus', label: 'Viestintäsuunnitelma kunnanhallituksen käsittelyyn', each: 'year' },
    ],
    inputs: ['Viestintästrategia', 'Viestinnän kehät', 'Viestintäsuunnitelman pohja'],
    outputs: ['Viestintäsuunnitelma asettautumispalveluiden tehokkaaseen viestintään'],
  },
  {
    id: 'act',
    label: 'Asettautumispalveluihin liittyvän viestinnän toteutus',
    duty: null,
    tasks: [
      { id: 'toteutus', label: 'Viestintä toteutetaan suunnitellusti vastuiden mukaisesti', each: 'quarter' },
      {
        id: 'linkitykset',
        label: 'Linkitykset muiden toimijoiden ja sidosryhmien kanaviin',
        each: 'quarter',
      },
    ],
    inputs: ['Toteutukseen menevä viestintäsuunnitelma'],
    outputs: ['Tehokasta, ajantasaista ja ketterää viestintää kohdennettuihin segmentteihin'],
  },
]
