// The words of the digest: what was refused, and the page that a council member reads.
import { words } from './words.ts'

export const digestWords = words({
  fi: {
    'error.digest-compile': 'Luvut on jo jäädytetty',
    'error.digest-compile.detail':
      'Jäädytettyjä lukuja ei lasketa uudelleen. Julkaistun koosteen voit korjata uudella versiolla.',
    'error.digest-freeze': 'Koostetta ei voi jäädyttää',
    'error.digest-freeze.detail': 'Luvut on jo jäädytetty.',
    'error.digest-analyse': 'Koostetta ei voi analysoida',
    'error.digest-analyse.detail': 'Jäädytä luvut ensin.',
    'error.digest-write': 'Tekstejä ei voi enää muuttaa',
    'error.digest-write.detail': 'Kooste on julkaistu. Tee korjaus uutena versiona.',
    'error.digest-publish': 'Koostetta ei voi julkaista',
    'error.digest-publish.detail': 'Jäädytä luvut ensin, tai katso, onko kooste jo julkaistu.',
    'error.digest-replace': 'Koostetta ei voi korjata',
    'error.digest-replace.detail':
      'Vain julkaistusta koosteesta tehdään uusi versio. Tätä voit vielä muokata.',
    'error.digest-running': 'Neljännes on kesken',
    'error.digest-running.detail': 'Luvut voi jäädyttää, kun neljännes on päättynyt.',
    'error.digest-early': 'Jäädytys olisi ennen 15. päivää',
    'error.digest-early.detail':
      'Viimeiset julkaisut eivät ole vielä 14 päivän ikäisiä. Jos jäädytät nyt, kirjoita syy.',
    'error.digest-texts': 'Tekstejä puuttuu',
    'error.digest-texts.detail':
      'Kirjoita puuttuvat kohdat tai merkitse, ettei niihin ole tällä neljänneksellä kirjoitettavaa.',
    'error.digest-alone': 'Toisen pitää hyväksyä kooste',
    'error.digest-alone.detail':
      'Lukujen kokoaja ei hyväksy omaa koostettaan. Jos teet viestintää yksin, merkitse se: sivu kertoo sen lukijalle.',
    'error.digest-reason': 'Korjauksen syy puuttuu',
    'error.digest-reason.detail': 'Kirjoita, mitä korjataan ja miksi. Syy jää näkyviin.',
  },
  sv: {
    'error.digest-compile': 'Talen är redan låsta',
    'error.digest-compile.detail':
      'Låsta tal räknas inte om. En publicerad sammanställning kan du rätta med en ny version.',
    'error.digest-freeze': 'Sammanställningen kan inte låsas',
    'error.digest-freeze.detail': 'Talen är redan låsta.',
    'error.digest-analyse': 'Sammanställningen kan inte analyseras',
    'error.digest-analyse.detail': 'Lås talen först.',
    'error.digest-write': 'Texterna kan inte längre ändras',
    'error.digest-write.detail': 'Sammanställningen är publicerad. Gör rättelsen som en ny version.',
    'error.digest-publish': 'Sammanställningen kan inte publiceras',
    'error.digest-publish.detail': 'Lås talen först, eller se om sammanställningen redan är publicerad.',
    'error.digest-replace': 'Sammanställningen kan inte rättas',
    'error.digest-replace.detail':
      'Bara av en publicerad sammanställning görs en ny version. Den här kan du ännu ändra.',
    'error.digest-running': 'Kvartalet pågår',
    'error.digest-running.detail': 'Talen kan låsas när kvartalet är slut.',
    'error.digest-early': 'Låsningen vore före den 15:e',
    'error.digest-early.detail':
      'De sista inläggen är ännu inte 14 dagar gamla. Om du låser nu, skriv varför.',
    'error.digest-texts': 'Texter saknas',
    'error.digest-texts.detail':
      'Skriv de texter som saknas eller ange att det inte finns något att skriva det här kvartalet.',
    'error.digest-alone': 'Någon annan ska godkänna',
    'error.digest-alone.detail':
      'Den som sammanställt talen godkänner inte sin egen sammanställning. Sköter du kommunikationen ensam, ange det: sidan berättar det för läsaren.',
    'error.digest-reason': 'Skälet till rättelsen saknas',
    'error.digest-reason.detail': 'Skriv vad som rättas och varför. Skälet förblir synligt.',
  },
  en: {
    'error.digest-compile': 'The figures are already locked',
    'error.digest-compile.detail':
      'Locked figures are not computed again. A published digest can be corrected by a new revision.',
    'error.digest-freeze': 'The digest cannot be locked',
    'error.digest-freeze.detail': 'The figures are already locked.',
    'error.digest-analyse': 'The digest cannot be analysed',
    'error.digest-analyse.detail': 'Lock the figures first.',
    'error.digest-write': 'The texts can no longer be changed',
    'error.digest-write.detail': 'The digest is published. Make the correction as a new revision.',
    'error.digest-publish': 'The digest cannot be published',
    'error.digest-publish.detail': 'Lock the figures first, or see whether the digest is published already.',
    'error.digest-replace': 'The digest cannot be corrected',
    'error.digest-replace.detail':
      'Only a published digest gets a new revision. This one can still be edited.',
    'error.digest-running': 'The quarter is still running',
    'error.digest-running.detail': 'Figures can be locked once the quarter has ended.',
    'error.digest-early': 'This would lock the figures before day 15',
    'error.digest-early.detail': 'The last posts are not yet 14 days old. To lock now, write a reason.',
    'error.digest-texts': 'Texts are missing',
    'error.digest-texts.detail':
      'Write the missing texts, or say that there is nothing to write this quarter.',
    'error.digest-alone': 'Somebody else must approve',
    'error.digest-alone.detail':
      'Whoever compiled the figures does not approve their own digest. If you work alone, say so: the page tells the reader.',
    'error.digest-reason': 'The reason for the correction is missing',
    'error.digest-reason.detail': 'Write what is corrected and why. The reason stays visible.',
  },
})
