// The words of the service's own condition: collecting that waits for room, and the page for those who keep it running.
import { words } from './words.ts'

export const deskHealthWords = words({
  fi: {
    'health.paused': 'Haku on tauolla: levytila on vähissä.',
    'health.paused.text':
      'Vapaana on {free}\u00a0Mt. Seinä toimii ja voit tehdä muun työn, mutta uusia julkaisuja, lukuja ja kuvia ei haeta. Pyydä palvelun ylläpitoa vapauttamaan tilaa. Haku jatkuu sitten itsestään.',
    'health.title': 'Palvelun kunto',
    'health.lede': 'Ylläpidolle: missä tieto on, mistä sen saa takaisin ja paljonko tilaa on.',
    'health.kept': 'Tietokanta',
    'health.kept.embedded':
      'Sisäänrakennettu. Tallennettu säilyy, vaikka ohjelma päättyisi kesken, mutta sähkökatkon yli sen säilymistä ei luvata.',
    'health.kept.postgres':
      'PostgreSQL. Tallennettu säilyy sähkökatkonkin yli, jos PostgreSQL on asetettu niin.',
    'health.dump': 'Varmuuskopio',
    'health.dump.none': 'Ei vielä. Ensimmäinen tehdään kuuden tunnin kuluttua ensimmäisestä käynnistyksestä.',
    'health.dump.made': 'Tehty {when}, {size}\u00a0Mt.',
    'health.dump.failed': 'Viimeinen yritys {when} ei onnistunut: {why}.',
    'health.dump.outside':
      'PostgreSQL kopioidaan sen omilla välineillä (pg_dump). Palvelu ei näe niitä kopioita.',
    'health.restore': 'Palautuksen koe',
    'health.restore.none': 'Ei vielä kokeiltu. Ensimmäinen varmuuskopio kokeillaan heti.',
    'health.restore.good': 'Palautettu kokeeksi {when}, ja kaikki oli tallella. Koe kesti {n}\u00a0s.',
    'health.restore.bad': 'Koe {when} ei onnistunut: {why}.',
    'health.space': 'Vapaa tila, {folder}',
    'health.space.text': '{free}\u00a0Mt vapaana, levyllä yhteensä {total}\u00a0Mt.',
    'health.worker': 'Haku',
    'health.worker.seen': 'Hakuja tekevä prosessi ilmoittautui {n}\u00a0s sitten.',
    'health.worker.never': 'Hakuja tekevä prosessi ei ole ilmoittautunut.',
  },
  sv: {
    'health.paused': 'Hämtningen har paus: diskutrymmet är på upphällningen.',
    'health.paused.text':
      '{free}\u00a0MB är ledigt. Väggen fungerar och du kan göra ditt övriga arbete, men nya inlägg, siffror och bilder hämtas inte. Be dem som sköter tjänsten att frigöra utrymme. Sedan fortsätter hämtningen av sig själv.',
    'health.title': 'Tjänstens skick',
    'health.lede':
      'För driften: var uppgifterna finns, hur de fås tillbaka och hur mycket utrymme som är kvar.',
    'health.kept': 'Databas',
    'health.kept.embedded':
      'Inbyggd. Det som sparats finns kvar även om programmet avbryts, men efter ett strömavbrott lovas det inte.',
    'health.kept.postgres':
      'PostgreSQL. Det som sparats överlever även ett strömavbrott, om PostgreSQL är inställt så.',
    'health.dump': 'Säkerhetskopia',
    'health.dump.none': 'Inte ännu. Den första görs sex timmar efter den första starten.',
    'health.dump.made': 'Gjord {when}, {size}\u00a0MB.',
    'health.dump.failed': 'Det senaste försöket {when} misslyckades: {why}.',
    'health.dump.outside':
      'PostgreSQL kopieras med sina egna verktyg (pg_dump). Tjänsten ser inte de kopiorna.',
    'health.restore': 'Prov på återställning',
    'health.restore.none': 'Inte prövad ännu. Den första säkerhetskopian prövas genast.',
    'health.restore.good': 'Återställd på prov {when}, och allt fanns kvar. Provet tog {n}\u00a0s.',
    'health.restore.bad': 'Provet {when} misslyckades: {why}.',
    'health.space': 'Ledigt utrymme, {folder}',
    'health.space.text': '{free}\u00a0MB ledigt, disken är på {total}\u00a0MB.',
    'health.worker': 'Hämtning',
    'health.worker.seen': 'Processen som hämtar gav livstecken för {n}\u00a0s sedan.',
    'health.worker.never': 'Processen som hämtar har inte gett livstecken.',
  },
  en: {
    'health.paused': 'Collecting is paused: disk space is running out.',
    'health.paused.text':
      '{free}\u00a0MB are free. The wall works and you can do your other work, but no new posts, numbers or pictures are fetched. Ask those who run the service to make room. Collecting then goes on by itself.',
    'health.title': 'Condition of the service',
    'health.lede': 'For operators: where the data is, how to get it back, and how much room there is.',
    'health.kept': 'Database',
    'health.kept.embedded':
      'Embedded. What is saved survives the end of the program at any moment; across a power cut it is not promised.',
    'health.kept.postgres': 'PostgreSQL. What is saved survives a power cut too, if PostgreSQL is set to it.',
    'health.dump': 'Backup',
    'health.dump.none': 'Not yet. The first one is made six hours after the first start.',
    'health.dump.made': 'Made {when}, {size}\u00a0MB.',
    'health.dump.failed': 'The last attempt, {when}, failed: {why}.',
    'health.dump.outside':
      'PostgreSQL is backed up with its own tools (pg_dump). The service does not see those copies.',
    'health.restore': 'Trial restore',
    'health.restore.none': 'Not tried yet. The first backup is tried at once.',
    'health.restore.good': 'Restored as a trial {when}, and everything was there. It took {n}\u00a0s.',
    'health.restore.bad': 'The trial of {when} failed: {why}.',
    'health.space': 'Free space, {folder}',
    'health.space.text': '{free}\u00a0MB free of {total}\u00a0MB.',
    'health.worker': 'Collecting',
    'health.worker.seen': 'The process that collects gave a sign of life {n}\u00a0s ago.',
    'health.worker.never': 'The process that collects has given no sign of life.',
  },
})
