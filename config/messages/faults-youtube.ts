// Why YouTube did not answer, in plain words, with the exact page of Google's where it is put right.
import { late, stops, wait } from './faults.ts'
import { words } from './words.ts'

const KEYS = 'https://console.cloud.google.com/apis/credentials'
const API = 'https://console.cloud.google.com/apis/library/youtube.googleapis.com'
const QUOTAS = 'https://console.cloud.google.com/apis/api/youtube.googleapis.com/quotas'

export const youtubeFaultWords = words({
  fi: {
    'fault.youtube-key.what': 'Google ei hyväksy YouTube-avainta: se on väärä, poistettu tai vanhentunut.',
    'fault.youtube-key.means': stops.fi,
    'fault.youtube-key.do': `Tarkista avain tai luo uusi osoitteessa ${KEYS} ja anna se ylläpitäjälle (YOUTUBE_KEY) tai lähteen asetuksiin.`,
    'fault.youtube-not-enabled.what':
      'Avaimen projektissa ei ole otettu käyttöön palvelua YouTube Data API v3.',
    'fault.youtube-not-enabled.means': stops.fi,
    'fault.youtube-not-enabled.do': `Ota palvelu käyttöön osoitteessa ${API} samassa projektissa, jossa avain on. Se alkaa toimia muutamassa minuutissa.`,
    'fault.youtube-key-restricted.what': 'Avaimelle asetettu rajoitus estää pyyntömme.',
    'fault.youtube-key-restricted.means': stops.fi,
    'fault.youtube-key-restricted.do': `Avaa avain osoitteessa ${KEYS}. Salli sille YouTube Data API v3, ja jos osoitteita on rajattu, lisää palvelimen IP-osoite.`,
    'fault.youtube-forbidden.what': 'YouTube ei anna tällä avaimella lukea sitä, mitä kysyttiin.',
    'fault.youtube-forbidden.means': stops.fi,
    'fault.youtube-forbidden.do': `Tarkista, että YOUTUBE_KEY on annettu ja että avain näkyy voimassa olevana sivulla ${KEYS} (API-avaimet).`,
    'fault.youtube-quota.what':
      'Avaimen päivän pyynnöt on käytetty YouTubessa. Me käytämme niistä enintään puolet, joten joku muu käyttää samaa avainta.',
    'fault.youtube-quota.means':
      'Jo haetut videot säilyvät ja näkyvät. Haku jatkuu Kalifornian keskiyön jälkeen eli Suomen aamulla.',
    'fault.youtube-quota.do': `Sinun ei tarvitse tehdä mitään. Jos tämä toistuu, luo palvelulle oma avain. Käyttö näkyy sivulla ${QUOTAS} päivittäin.`,
    'fault.youtube-rate.what': 'YouTube pyysi hidastamaan: pyyntöjä tuli liian tiheään.',
    'fault.youtube-rate.means': late.fi,
    'fault.youtube-rate.do': wait.fi,
    'fault.youtube-no-channel.what': 'YouTubessa ei ole tätä kanavaa, tai se on poistettu.',
    'fault.youtube-no-channel.means': stops.fi,
    'fault.youtube-no-channel.do':
      'Avaa kanava selaimessa ja kopioi sen osoite tai @-alkuinen tunnus lähteen asetuksiin.',
    'fault.youtube-question.what': 'YouTube ei ymmärtänyt kysymystämme ({reason}).',
    'fault.youtube-question.means': stops.fi,
    'fault.youtube-question.do': 'Kerro ylläpitäjälle: YouTuben rajapinta on luultavasti muuttunut.',
    'fault.youtube-shape.what': 'Palvelin vastaa, mutta ei niin kuin YouTube.',
    'fault.youtube-shape.means': stops.fi,
    'fault.youtube-shape.do': 'Kerro ylläpitäjälle: YouTuben rajapinta on luultavasti muuttunut.',
  },
  sv: {
    'fault.youtube-key.what':
      'Google godkänner inte YouTube-nyckeln: den är fel, borttagen eller har gått ut.',
    'fault.youtube-key.means': stops.sv,
    'fault.youtube-key.do': `Kontrollera nyckeln eller skapa en ny på ${KEYS} och ge den till administratören (YOUTUBE_KEY) eller i källans inställningar.`,
    'fault.youtube-not-enabled.what':
      'Tjänsten YouTube Data API v3 har inte tagits i bruk i nyckelns projekt.',
    'fault.youtube-not-enabled.means': stops.sv,
    'fault.youtube-not-enabled.do': `Ta tjänsten i bruk på ${API} i samma projekt som nyckeln. Den börjar fungera inom några minuter.`,
    'fault.youtube-key-restricted.what': 'En begränsning av nyckeln stoppar vår begäran.',
    'fault.youtube-key-restricted.means': stops.sv,
    'fault.youtube-key-restricted.do': `Öppna nyckeln på ${KEYS}. Tillåt YouTube Data API v3, och lägg till serverns IP-adress om adresserna är begränsade.`,
    'fault.youtube-forbidden.what': 'YouTube låter oss inte läsa detta med den här nyckeln.',
    'fault.youtube-forbidden.means': stops.sv,
    'fault.youtube-forbidden.do': `Kontrollera att YOUTUBE_KEY är given och att nyckeln syns som giltig på ${KEYS} (API-nycklar).`,
    'fault.youtube-quota.what':
      'Nyckelns begäranden för dygnet är slut hos YouTube. Vi använder högst hälften, så någon annan använder samma nyckel.',
    'fault.youtube-quota.means':
      'De videor som redan hämtats finns kvar och syns. Hämtningen fortsätter efter midnatt i Kalifornien, alltså på morgonen hos oss.',
    'fault.youtube-quota.do': `Du behöver inte göra något. Om det upprepas, skapa en egen nyckel för tjänsten. Användningen syns på ${QUOTAS} dag för dag.`,
    'fault.youtube-rate.what': 'YouTube bad oss sakta ner: begärandena kom för tätt.',
    'fault.youtube-rate.means': late.sv,
    'fault.youtube-rate.do': wait.sv,
    'fault.youtube-no-channel.what': 'Den här kanalen finns inte på YouTube, eller så har den tagits bort.',
    'fault.youtube-no-channel.means': stops.sv,
    'fault.youtube-no-channel.do':
      'Öppna kanalen i webbläsaren och kopiera dess adress eller namnet som börjar med @ till källans inställningar.',
    'fault.youtube-question.what': 'YouTube förstod inte vår fråga ({reason}).',
    'fault.youtube-question.means': stops.sv,
    'fault.youtube-question.do': 'Meddela administratören: YouTubes gränssnitt har troligen ändrats.',
    'fault.youtube-shape.what': 'Servern svarar, men inte som YouTube.',
    'fault.youtube-shape.means': stops.sv,
    'fault.youtube-shape.do': 'Meddela administratören: YouTubes gränssnitt har troligen ändrats.',
  },
  en: {
    'fault.youtube-key.what': 'Google does not accept the YouTube key: it is wrong, deleted or out of date.',
    'fault.youtube-key.means': stops.en,
    'fault.youtube-key.do': `Check the key or make a new one at ${KEYS} and give it to the administrator (YOUTUBE_KEY) or in the settings of the source.`,
    'fault.youtube-not-enabled.what': 'YouTube Data API v3 is not switched on in the project of the key.',
    'fault.youtube-not-enabled.means': stops.en,
    'fault.youtube-not-enabled.do': `Switch it on at ${API} in the same project as the key. It begins to work within a few minutes.`,
    'fault.youtube-key-restricted.what': 'A restriction of the key stops our request.',
    'fault.youtube-key-restricted.means': stops.en,
    'fault.youtube-key-restricted.do': `Open the key at ${KEYS}. Allow YouTube Data API v3, and where addresses are restricted, add the IP address of the server.`,
    'fault.youtube-forbidden.what': 'YouTube does not let us read this with the key we have.',
    'fault.youtube-forbidden.means': stops.en,
    'fault.youtube-forbidden.do': `Check that YOUTUBE_KEY is given and that the key is listed as valid at ${KEYS} (API keys).`,
    'fault.youtube-quota.what':
      'The requests of the key for this day are used up at YouTube. We use at most half, so somebody else uses the same key.',
    'fault.youtube-quota.means':
      'Videos that have been fetched stay and are shown. Fetching goes on after midnight in California, in the morning in Finland.',
    'fault.youtube-quota.do': `You need not do anything. If this happens again, make a key of its own for this service. The use is shown at ${QUOTAS} day by day.`,
    'fault.youtube-rate.what': 'YouTube asked us to slow down: requests came too close together.',
    'fault.youtube-rate.means': late.en,
    'fault.youtube-rate.do': wait.en,
    'fault.youtube-no-channel.what': 'There is no such channel at YouTube, or it has been removed.',
    'fault.youtube-no-channel.means': stops.en,
    'fault.youtube-no-channel.do':
      'Open the channel in a browser and copy its address, or its name that begins with @, into the settings of the source.',
    'fault.youtube-question.what': 'YouTube did not understand our question ({reason}).',
    'fault.youtube-question.means': stops.en,
    'fault.youtube-question.do': 'Tell the administrator: the interface of YouTube has probably changed.',
    'fault.youtube-shape.what': 'The server answers, but not as YouTube does.',
    'fault.youtube-shape.means': stops.en,
    'fault.youtube-shape.do': 'Tell the administrator: the interface of YouTube has probably changed.',
  },
})
