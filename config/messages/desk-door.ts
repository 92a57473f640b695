// The words of coming in: the town's own accounts, passwords switched off, and what was refused on the way.
import { words } from './words.ts'

export const deskDoorWords = words({
  fi: {
    'login.town': 'Kirjaudu kunnan tunnuksella',
    'login.town.named': 'Kirjaudu kunnan tunnuksella: {place}',
    'kept.login': 'Kirjoittamasi on tallessa. Kirjaudu uudelleen, niin voit lähettää sen.',
    'kept.title': 'Kirjoittamasi on tallessa',
    'kept.text':
      'Istunto päättyi ennen lähettämistä. Lähetä nyt, niin mitään ei katoa. Tiedostot on valittava uudelleen.',
    'kept.send': 'Lähetä',
    'kept.leave': 'Älä lähetä, siirry etusivulle',
    'kept.town': 'Kunnan kirjautuminen avautuu uuteen välilehteen. Palaa sitten tähän ja jatka.',
    'kept.again': 'Olen kirjautunut, jatka',
    'link.title.town': 'Ota tunnus käyttöön',
    'me.town': 'Kunnan tunnus',
    'me.town.tied': 'Kunnan tunnuksesi on yhdistetty. Voit kirjautua sillä.',
    'me.town.tie': 'Yhdistä kunnan tunnus',
    'me.way.password': 'salasanalla',
    'me.way.town': 'kunnan tunnuksella',
    'settings.door': 'Kirjautuminen',
    'settings.door.text': 'Ylläpidolle: kunnan omat tunnukset ja salasanat.',
    'door.title': 'Kirjautuminen',
    'door.town': 'Kunnan omat tunnukset',
    'door.town.on':
      'Ihmiset voivat kirjautua kunnan Microsoft-tunnuksella. Rooli luetaan jokaisella kerralla.',
    'door.town.off':
      'Ei käytössä. Rekisteröi sovellus kunnan Entra ID -hakemistoon ja anna asetukset ENTRA_TENANTS, ENTRA_CLIENT_ID ja ENTRA_CLIENT_SECRET.',
    'door.back': 'Paluuosoite, jonka hakemisto kysyy',
    'door.roles': 'Sovellusroolit, jotka hakemistoon tehdään',
    'door.roles.text':
      'Rooli koskee kaikkia hakemiston kuntia. Vain yhtä kuntaa koskee esimerkiksi {example}.',
    'door.passwords': 'Salasanat',
    'door.passwords.on': 'Salasanalla voi kirjautua.',
    'door.passwords.off': 'Salasanalla ei voi kirjautua. Sisään pääsee vain kunnan tunnuksella.',
    'door.passwords.switch-off': 'Lopeta salasanakirjautuminen',
    'door.passwords.switch-on': 'Salli salasanat taas',
    'door.passwords.rescue':
      'Jos kunnan tunnukset lakkaavat toimimasta, komento {command} sallii salasanat taas.',
    'people.town': 'rooli tulee kunnan tunnuksesta',
    'people.tied': 'kunnan tunnus yhdistetty',
    'error.town-away': 'Kunnan kirjautumispalvelu ei vastaa',
    'error.town-away.detail':
      'Yritä hetken päästä uudelleen. Jos vika jatkuu, kerro siitä palvelun ylläpidolle.',
    'town-key.day': 'Asiakassalaisuuden viimeinen päivä',
    'town-key.unknown':
      'Ei tiedossa. Anna se asetuksessa ENTRA_SECRET_ENDS, niin päättymisestä muistutetaan ajoissa.',
    'town-key.ends':
      'Asiakassalaisuus, jolla palvelu tunnistautuu kunnan Entra ID:ssä, päättyy {day}, {n} päivän päästä.',
    'town-key.tomorrow':
      'Asiakassalaisuus, jolla palvelu tunnistautuu kunnan Entra ID:ssä, päättyy huomenna, {day}.',
    'town-key.today':
      'Asiakassalaisuus, jolla palvelu tunnistautuu kunnan Entra ID:ssä, päättyy tänään, {day}.',
    'town-key.ended': 'Asiakassalaisuus, jolla palvelu tunnistautuu kunnan Entra ID:ssä, päättyi {day}.',
    'town-key.means':
      'Sen jälkeen kunnan tunnuksella ei voi kirjautua. Salasanalla voi, ja seinät ja keruu toimivat ennallaan.',
    'town-key.means.only':
      'Sen jälkeen kukaan ei voi kirjautua, koska salasanat eivät ole käytössä. Seinät ja keruu toimivat ennallaan.',
    'town-key.do':
      'Pyydä tietohallintoa tekemään uusi asiakassalaisuus ja ylläpitoa vaihtamaan se asetukseen ENTRA_CLIENT_SECRET, uusi päivä asetukseen ENTRA_SECRET_ENDS ja käynnistämään palvelu uudelleen. Vanhan salaisuuden voi poistaa sen jälkeen.',
    'town-key.subject': 'Kunnan tunnuksilla kirjautuminen: salaisuus päättyy pian',
    'town-key.subject.ended': 'Kunnan tunnuksilla kirjautuminen: salaisuus on päättynyt',
    'town-key.settings': 'Kirjautumisen asetukset: {url}',
    'town-key.why':
      'Tämä viesti lähti automaattisesti työpöydän {place} pääkäyttäjille ja ylläpidolle. Siihen ei voi vastata.',
    'error.town-key': 'Kunnan tunnuksella ei voi nyt kirjautua',
    'error.town-key.detail':
      'Kunnan hakemisto ei hyväksy palvelun asiakassalaisuutta: se on päättynyt tai vaihdettu. Kerro palvelun ylläpidolle, uudelleen yrittäminen ei auta.',
    'error.town-failed': 'Kirjautuminen kunnan tunnuksella ei onnistunut',
    'error.town-failed.detail': 'Yritä uudelleen. Jos sama toistuu, kerro siitä palvelun ylläpidolle.',
    'error.town-late': 'Kirjautuminen keskeytyi',
    'error.town-late.detail':
      'Aloita alusta. Siihen on aikaa kymmenen minuuttia, ja evästeiden täytyy olla sallittu.',
    'error.town-no-role': 'Tunnuksellasi ei ole roolia täällä',
    'error.town-no-role.detail': 'Pyydä kuntasi pääkäyttäjältä kutsu tai tietohallinnolta sovellusrooli.',
    'error.town-guest': 'Vierastunnus tarvitsee kutsun',
    'error.town-guest.detail': 'Pyydä kunnan pääkäyttäjältä kutsulinkki ja kirjaudu sen kautta.',
    'error.town-email': 'Osoitteella {email} on jo tunnus',
    'error.town-email.detail':
      'Kirjaudu sillä ja yhdistä kunnan tunnus omalla sivullasi, tai käytä kutsulinkkiäsi.',
    'error.town-taken': 'Kunnan tunnus kuuluu jo toiselle täällä',
    'error.town-taken.detail': 'Kirjaudu kunnan tunnuksella ilman linkkiä.',
    'error.town-other': 'Tähän on jo yhdistetty toinen kunnan tunnus',
    'error.town-other.detail': 'Kirjaudu sillä kunnan tunnuksella, jonka yhdistit ensin.',
    'error.town-first': 'Kirjaudu ensin itse kunnan tunnuksella',
    'error.town-first.detail':
      'Niin tiedetään, että sillä varmasti pääsee sisään. Salasanat jätettiin käyttöön.',
    'error.passwords-off': 'Salasanalla ei voi kirjautua',
    'error.passwords-off.detail': 'Kirjaudu kunnan tunnuksella.',
    'error.role-town': 'Rooli tulee kunnan tunnuksesta',
    'error.role-town.detail': 'Sen vaihtaa kunnan tietohallinto. Vaihto näkyy seuraavassa kirjautumisessa.',
  },
  sv: {
    'login.town': 'Logga in med kommunens konto',
    'login.town.named': 'Logga in med kommunens konto: {place}',
    'kept.login': 'Det du skrev finns kvar. Logga in på nytt för att skicka det.',
    'kept.title': 'Det du skrev finns kvar',
    'kept.text':
      'Sessionen gick ut innan det skickades. Skicka nu, så går inget förlorat. Filer måste väljas på nytt.',
    'kept.send': 'Skicka',
    'kept.leave': 'Skicka inte, gå till framsidan',
    'kept.town': 'Kommunens inloggning öppnas i en ny flik. Kom sedan tillbaka hit och fortsätt.',
    'kept.again': 'Jag har loggat in, fortsätt',
    'link.title.town': 'Ta kontot i bruk',
    'me.town': 'Kommunens konto',
    'me.town.tied': 'Ditt konto hos kommunen är kopplat. Du kan logga in med det.',
    'me.town.tie': 'Koppla kommunens konto',
    'me.way.password': 'med lösenord',
    'me.way.town': 'med kommunens konto',
    'settings.door': 'Inloggning',
    'settings.door.text': 'För driften: kommunens egna konton och lösenord.',
    'door.title': 'Inloggning',
    'door.town': 'Kommunens egna konton',
    'door.town.on': 'Man kan logga in med kommunens Microsoft-konto. Rollen läses varje gång.',
    'door.town.off':
      'Inte i bruk. Registrera en app i kommunens Entra ID och ange ENTRA_TENANTS, ENTRA_CLIENT_ID och ENTRA_CLIENT_SECRET.',
    'door.back': 'Returadressen som katalogen frågar efter',
    'door.roles': 'Approller som görs i katalogen',
    'door.roles.text':
      'Rollen gäller alla kommuner i katalogen. Bara en kommun gäller till exempel {example}.',
    'door.passwords': 'Lösenord',
    'door.passwords.on': 'Man kan logga in med lösenord.',
    'door.passwords.off': 'Man kan inte logga in med lösenord, bara med kommunens konto.',
    'door.passwords.switch-off': 'Sluta använda lösenord',
    'door.passwords.switch-on': 'Tillåt lösenord igen',
    'door.passwords.rescue': 'Om kommunens konton slutar fungera tillåter kommandot {command} lösenord igen.',
    'people.town': 'rollen kommer från kommunens konto',
    'people.tied': 'kommunens konto kopplat',
    'error.town-away': 'Kommunens inloggning svarar inte',
    'error.town-away.detail': 'Försök igen om en stund. Fortsätter felet, säg till dem som driver tjänsten.',
    'town-key.day': 'Klienthemlighetens sista dag',
    'town-key.unknown': 'Inte känd. Ange den i ENTRA_SECRET_ENDS, så kommer en påminnelse i god tid.',
    'town-key.ends': 'Klienthemligheten som tjänsten visar i kommunens Entra ID går ut {day}, om {n} dagar.',
    'town-key.tomorrow': 'Klienthemligheten som tjänsten visar i kommunens Entra ID går ut i morgon, {day}.',
    'town-key.today': 'Klienthemligheten som tjänsten visar i kommunens Entra ID går ut i dag, {day}.',
    'town-key.ended': 'Klienthemligheten som tjänsten visar i kommunens Entra ID gick ut {day}.',
    'town-key.means':
      'Efter det går det inte att logga in med kommunens konto. Med lösenord går det, och väggarna och insamlingen fungerar som förut.',
    'town-key.means.only':
      'Efter det kan ingen logga in, eftersom lösenord inte används. Väggarna och insamlingen fungerar som förut.',
    'town-key.do':
      'Be dataförvaltningen göra en ny klienthemlighet och driften byta den i ENTRA_CLIENT_SECRET, den nya dagen i ENTRA_SECRET_ENDS och starta om tjänsten. Sedan kan den gamla hemligheten tas bort.',
    'town-key.subject': 'Inloggning med kommunens konto: hemligheten går snart ut',
    'town-key.subject.ended': 'Inloggning med kommunens konto: hemligheten har gått ut',
    'town-key.settings': 'Inloggningens inställningar: {url}',
    'town-key.why':
      'Det här meddelandet gick automatiskt till huvudanvändarna för {place} och till driften. Det går inte att svara på det.',
    'error.town-key': 'Det går inte att logga in med kommunens konto just nu',
    'error.town-key.detail':
      'Kommunens katalog godkänner inte tjänstens klienthemlighet: den har gått ut eller bytts. Säg till dem som driver tjänsten, det hjälper inte att försöka igen.',
    'error.town-failed': 'Inloggningen med kommunens konto lyckades inte',
    'error.town-failed.detail': 'Försök igen. Upprepas felet, säg till dem som driver tjänsten.',
    'error.town-late': 'Inloggningen avbröts',
    'error.town-late.detail': 'Börja om. Du har tio minuter på dig, och kakor måste vara tillåtna.',
    'error.town-no-role': 'Ditt konto har ingen roll här',
    'error.town-no-role.detail':
      'Be kommunens huvudanvändare om en inbjudan eller dataförvaltningen om en approll.',
    'error.town-guest': 'Ett gästkonto behöver en inbjudan',
    'error.town-guest.detail': 'Be kommunens huvudanvändare om en inbjudningslänk och logga in via den.',
    'error.town-email': 'Adressen {email} har redan ett konto',
    'error.town-email.detail':
      'Logga in med det och koppla kommunens konto på din egen sida, eller använd din inbjudan.',
    'error.town-taken': 'Kommunens konto hör redan till någon annan här',
    'error.town-taken.detail': 'Logga in med kommunens konto utan länk.',
    'error.town-other': 'Ett annat konto hos kommunen är redan kopplat',
    'error.town-other.detail': 'Logga in med det konto som du kopplade först.',
    'error.town-first': 'Logga först själv in med kommunens konto',
    'error.town-first.detail': 'Då vet man att det säkert går. Lösenorden är kvar i bruk.',
    'error.passwords-off': 'Man kan inte logga in med lösenord',
    'error.passwords-off.detail': 'Logga in med kommunens konto.',
    'error.role-town': 'Rollen kommer från kommunens konto',
    'error.role-town.detail': 'Kommunens dataförvaltning byter den. Bytet syns vid nästa inloggning.',
  },
  en: {
    'login.town': 'Sign in with the municipality’s account',
    'login.town.named': 'Sign in with the municipality’s account: {place}',
    'kept.login': 'What you wrote is kept. Sign in again to send it.',
    'kept.title': 'What you wrote is kept',
    'kept.text':
      'The session ended before it was sent. Send it now and nothing is lost. Files must be chosen again.',
    'kept.send': 'Send',
    'kept.leave': 'Do not send, go to the front page',
    'kept.town': 'The municipality’s sign-in opens in a new tab. Come back here then and go on.',
    'kept.again': 'I have signed in, go on',
    'link.title.town': 'Start using your account',
    'me.town': 'The municipality’s account',
    'me.town.tied': 'Your municipal account is connected. You can sign in with it.',
    'me.town.tie': 'Connect the municipality’s account',
    'me.way.password': 'with a password',
    'me.way.town': 'with the municipality’s account',
    'settings.door': 'Signing in',
    'settings.door.text': 'For the operator: the municipality’s own accounts and passwords.',
    'door.title': 'Signing in',
    'door.town': 'The municipality’s own accounts',
    'door.town.on':
      'People can sign in with the municipality’s Microsoft account. The role is read each time.',
    'door.town.off':
      'Not in use. Register an app in the municipality’s Entra ID and set ENTRA_TENANTS, ENTRA_CLIENT_ID and ENTRA_CLIENT_SECRET.',
    'door.back': 'The redirect address that the directory asks for',
    'door.roles': 'App roles to make in the directory',
    'door.roles.text':
      'A role counts at every place of the directory. At one place only: for example {example}.',
    'door.passwords': 'Passwords',
    'door.passwords.on': 'People can sign in with a password.',
    'door.passwords.off': 'Nobody can sign in with a password, only with the municipality’s account.',
    'door.passwords.switch-off': 'Stop using passwords',
    'door.passwords.switch-on': 'Allow passwords again',
    'door.passwords.rescue': 'If the municipality’s accounts stop working, {command} allows passwords again.',
    'people.town': 'the role comes from the municipality’s account',
    'people.tied': 'municipal account connected',
    'error.town-away': 'The municipality’s sign-in does not answer',
    'error.town-away.detail': 'Try again in a moment. If it goes on, tell those who run the service.',
    'town-key.day': 'Last day of the client secret',
    'town-key.unknown': 'Not known. Set it in ENTRA_SECRET_ENDS to be reminded in time.',
    'town-key.ends':
      'The client secret that the service shows to the municipality’s Entra ID ends on {day}, in {n} days.',
    'town-key.tomorrow':
      'The client secret that the service shows to the municipality’s Entra ID ends tomorrow, {day}.',
    'town-key.today':
      'The client secret that the service shows to the municipality’s Entra ID ends today, {day}.',
    'town-key.ended':
      'The client secret that the service shows to the municipality’s Entra ID ended on {day}.',
    'town-key.means':
      'After that nobody can sign in with the municipality’s account. Passwords work, and so do walls and collecting.',
    'town-key.means.only':
      'After that nobody can sign in, since passwords are switched off. Walls and collecting work as before.',
    'town-key.do':
      'Ask IT to make a new client secret, and the operator to put it into ENTRA_CLIENT_SECRET, its last day into ENTRA_SECRET_ENDS, and to start the service again. The old secret can go after that.',
    'town-key.subject': 'Signing in with the municipality’s account: the secret ends soon',
    'town-key.subject.ended': 'Signing in with the municipality’s account: the secret has ended',
    'town-key.settings': 'Settings of signing in: {url}',
    'town-key.why':
      'This message went automatically to the administrators of {place} and to the operators. It cannot be answered.',
    'error.town-key': 'Nobody can sign in with the municipality’s account now',
    'error.town-key.detail':
      'The municipality’s directory does not accept the client secret of the service: it has ended or was changed. Tell those who run the service; trying again does not help.',
    'error.town-failed': 'Signing in with the municipality’s account did not work',
    'error.town-failed.detail': 'Try again. If the same happens, tell those who run the service.',
    'error.town-late': 'Signing in was interrupted',
    'error.town-late.detail': 'Start over. You have ten minutes, and cookies must be allowed.',
    'error.town-no-role': 'Your account has no role here',
    'error.town-no-role.detail':
      'Ask your municipality’s administrator for an invitation, or IT for an app role.',
    'error.town-guest': 'A guest account needs an invitation',
    'error.town-guest.detail':
      'Ask the municipality’s administrator for an invitation link and sign in through it.',
    'error.town-email': '{email} already has an account',
    'error.town-email.detail':
      'Sign in with it and connect the municipal account on your own page, or use your invitation.',
    'error.town-taken': 'The municipal account already belongs to somebody else here',
    'error.town-taken.detail': 'Sign in with the municipality’s account without a link.',
    'error.town-other': 'Another municipal account is already connected',
    'error.town-other.detail': 'Sign in with the one that you connected first.',
    'error.town-first': 'Sign in with the municipality’s account yourself first',
    'error.town-first.detail': 'Then it is certain that it works. Passwords were left on.',
    'error.passwords-off': 'Nobody can sign in with a password',
    'error.passwords-off.detail': 'Sign in with the municipality’s account.',
    'error.role-town': 'The role comes from the municipality’s account',
    'error.role-town.detail': 'The municipality’s IT changes it. The change shows at the next sign-in.',
  },
})
