// Why Bluesky did not let us in or did not answer, in plain words, and the page where it is put right.
import { late, stops, wait } from './faults.ts'
import { words } from './words.ts'

const passwords = 'https://bsky.app/settings/app-passwords'

export const blueskyFaultWords = words({
  fi: {
    'fault.bluesky-password.what': 'Bluesky ei hyväksynyt tiliä {account} tai sen sovellussalasanaa.',
    'fault.bluesky-password.means': stops.fi,
    'fault.bluesky-password.do': `Luo uusi sovellussalasana osoitteessa ${passwords} ja tallenna se lähteen asetuksiin. Tarkista samalla tilin nimi.`,
    'fault.bluesky-code.what': 'Bluesky pyysi tilin {account} vahvistuskoodia, jota haku ei voi antaa.',
    'fault.bluesky-code.means': stops.fi,
    'fault.bluesky-code.do': `Koodia kysytään, kun annettu salasana on tilin oma. Luo sovellussalasana osoitteessa ${passwords} ja tallenna se lähteen asetuksiin.`,
    'fault.bluesky-closed.what': 'Bluesky-tili {account} on suljettu tai poistettu käytöstä.',
    'fault.bluesky-closed.means': stops.fi,
    'fault.bluesky-closed.do':
      'Kirjaudu tilille osoitteessa https://bsky.app ja katso, mitä Bluesky kertoo. Voit myös vaihtaa lähteen asetuksiin toisen tilin.',
    'fault.bluesky-ended.what': 'Bluesky ei hyväksynyt kirjautumista, vaikka se juuri uusittiin.',
    'fault.bluesky-ended.means': late.fi,
    'fault.bluesky-ended.do': `Hakua yritetään automaattisesti uudelleen. Jos vika jatkuu yli vuorokauden, luo uusi sovellussalasana osoitteessa ${passwords}.`,
    'fault.bluesky-forbidden.what': 'Palvelin {host} ei päästänyt hakua läpi.',
    'fault.bluesky-forbidden.means': stops.fi,
    'fault.bluesky-forbidden.do':
      'Hakua yritetään automaattisesti uudelleen. Jos vika jatkuu yli vuorokauden, tarkista palvelimen osoite lähteen asetuksista: useimmilla se on https://bsky.social.',
    'fault.bluesky-question.what': 'Bluesky ei ymmärtänyt hakua.',
    'fault.bluesky-question.means': stops.fi,
    'fault.bluesky-question.do': 'Kerro ylläpitäjälle: Blueskyn hakuun on luultavasti tullut muutos.',
    'fault.bluesky-shape.what': 'Palvelin vastaa, mutta ei niin kuin Bluesky.',
    'fault.bluesky-shape.means': stops.fi,
    'fault.bluesky-shape.do':
      'Tarkista palvelimen osoite lähteen asetuksista: useimmilla se on https://bsky.social.',
    'fault.bluesky-no-account.what': 'Blueskyssa ei ole tiliä {account}, tai se ei näy meille.',
    'fault.bluesky-no-account.means': stops.fi,
    'fault.bluesky-no-account.do': 'Tarkista tilin nimi lähteen asetuksista.',
    'fault.sign-in-limit.what': 'Kirjautumista on yritetty monta kertaa tunnin aikana.',
    'fault.sign-in-limit.means': late.fi,
    'fault.sign-in-limit.do': `${wait.fi} Tauko estää tiliä lukittumasta.`,
  },
  sv: {
    'fault.bluesky-password.what': 'Bluesky godkände inte kontot {account} eller dess applösenord.',
    'fault.bluesky-password.means': stops.sv,
    'fault.bluesky-password.do': `Skapa ett nytt applösenord på ${passwords} och spara det i källans inställningar. Kontrollera samtidigt kontots namn.`,
    'fault.bluesky-code.what':
      'Bluesky bad om en bekräftelsekod för kontot {account}, och den kan hämtningen inte ge.',
    'fault.bluesky-code.means': stops.sv,
    'fault.bluesky-code.do': `Koden krävs när lösenordet är kontots eget. Skapa ett applösenord på ${passwords} och spara det i källans inställningar.`,
    'fault.bluesky-closed.what': 'Bluesky-kontot {account} är stängt eller avaktiverat.',
    'fault.bluesky-closed.means': stops.sv,
    'fault.bluesky-closed.do':
      'Logga in på kontot på https://bsky.app och se vad Bluesky berättar. Du kan också byta till ett annat konto i källans inställningar.',
    'fault.bluesky-ended.what': 'Bluesky godkände inte inloggningen fastän den just hade förnyats.',
    'fault.bluesky-ended.means': late.sv,
    'fault.bluesky-ended.do': `Hämtningen försöker igen av sig själv. Om felet varar över ett dygn, skapa ett nytt applösenord på ${passwords}.`,
    'fault.bluesky-forbidden.what': 'Servern {host} släppte inte igenom hämtningen.',
    'fault.bluesky-forbidden.means': stops.sv,
    'fault.bluesky-forbidden.do':
      'Hämtningen försöker igen av sig själv. Om felet varar över ett dygn, kontrollera serverns adress i källans inställningar: för de flesta är den https://bsky.social.',
    'fault.bluesky-question.what': 'Bluesky förstod inte sökningen.',
    'fault.bluesky-question.means': stops.sv,
    'fault.bluesky-question.do': 'Berätta för administratören: Blueskys sökning har antagligen ändrats.',
    'fault.bluesky-shape.what': 'Servern svarar, men inte som Bluesky.',
    'fault.bluesky-shape.means': stops.sv,
    'fault.bluesky-shape.do':
      'Kontrollera serverns adress i källans inställningar: för de flesta är den https://bsky.social.',
    'fault.bluesky-no-account.what':
      'Det finns inget konto {account} på Bluesky, eller så syns det inte för oss.',
    'fault.bluesky-no-account.means': stops.sv,
    'fault.bluesky-no-account.do': 'Kontrollera kontots namn i källans inställningar.',
    'fault.sign-in-limit.what': 'Inloggning har prövats många gånger under en timme.',
    'fault.sign-in-limit.means': late.sv,
    'fault.sign-in-limit.do': `${wait.sv} Pausen gör att kontot inte låses.`,
  },
  en: {
    'fault.bluesky-password.what': 'Bluesky did not accept the account {account} or its app password.',
    'fault.bluesky-password.means': stops.en,
    'fault.bluesky-password.do': `Create a new app password at ${passwords} and save it in the settings of the source. Check the name of the account, too.`,
    'fault.bluesky-code.what':
      'Bluesky asked for a confirmation code of the account {account}, which fetching cannot give.',
    'fault.bluesky-code.means': stops.en,
    'fault.bluesky-code.do': `The code is asked for when the password is the account’s own. Create an app password at ${passwords} and save it in the settings of the source.`,
    'fault.bluesky-closed.what': 'The Bluesky account {account} is closed or deactivated.',
    'fault.bluesky-closed.means': stops.en,
    'fault.bluesky-closed.do':
      'Sign in to the account at https://bsky.app and see what Bluesky says. You can also put another account into the settings of the source.',
    'fault.bluesky-ended.what': 'Bluesky did not accept the sign-in although it had just been renewed.',
    'fault.bluesky-ended.means': late.en,
    'fault.bluesky-ended.do': `Fetching tries again by itself. If it lasts more than a day, create a new app password at ${passwords}.`,
    'fault.bluesky-forbidden.what': 'The server {host} did not let the request through.',
    'fault.bluesky-forbidden.means': stops.en,
    'fault.bluesky-forbidden.do':
      'Fetching tries again by itself. If it lasts more than a day, check the address of the server in the settings of the source: for most it is https://bsky.social.',
    'fault.bluesky-question.what': 'Bluesky did not understand the search.',
    'fault.bluesky-question.means': stops.en,
    'fault.bluesky-question.do': 'Tell the administrator: the search of Bluesky has probably changed.',
    'fault.bluesky-shape.what': 'The server answers, but not as Bluesky does.',
    'fault.bluesky-shape.means': stops.en,
    'fault.bluesky-shape.do':
      'Check the address of the server in the settings of the source: for most it is https://bsky.social.',
    'fault.bluesky-no-account.what': 'There is no account {account} on Bluesky, or it is not visible to us.',
    'fault.bluesky-no-account.means': stops.en,
    'fault.bluesky-no-account.do': 'Check the name of the account in the settings of the source.',
    'fault.sign-in-limit.what': 'Signing in has been tried many times within an hour.',
    'fault.sign-in-limit.means': late.en,
    'fault.sign-in-limit.do': `${wait.en} The pause keeps the account from being locked.`,
  },
})
