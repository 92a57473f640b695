// What a person reads when something was refused or broke; `error.<code>` is the title, `.detail` what to do.
import { words } from './words.ts'

export const errorWords = words({
  fi: {
    'error.disk-full': 'Levy on täynnä',
    'error.disk-full.detail':
      'Mitään ei tallennettu. Pyydä palvelun ylläpitoa vapauttamaan tilaa ja yritä sitten uudelleen.',
    'error.embed-unknown': 'Someseinää ei löydy',
    'error.embed-unknown.detail':
      'Someseinää ”{wall}” ei löydy. Tarkista upotuskoodin kohdat src, place ja wall työpöydän upotussivulta.',
    'error.embed-invalid': 'Someseinän asetuksissa on korjattavaa',
    'error.embed-invalid.detail':
      'Someseinän upotuskoodissa on asetus, jota palvelu ei tunne: {names}. Tarkista se työpöydän upotussivulta.',
    'error.not-found': 'Sivua ei löydy',
    'error.not-found.detail': 'Tarkista osoite. Sivu on voitu poistaa tai siirtää.',
    'error.invalid': 'Tiedoissa on korjattavaa',
    'error.invalid.detail': 'Korjaa luetellut kohdat ja lähetä uudelleen. Mitään ei tallennettu.',
    'error.unauthenticated': 'Kirjaudu ensin sisään',
    'error.unauthenticated.detail': 'Tämä on nähtävillä vain kirjautuneille.',
    'error.forbidden': 'Roolisi ei riitä tähän',
    'error.forbidden.detail': 'Pyydä oikeutta kuntasi pääkäyttäjältä.',
    'error.cross-site': 'Pyyntö tuli toiselta sivustolta',
    'error.cross-site.detail': 'Avaa sivu uudelleen ja tee sama siinä. Mitään ei tallennettu.',
    'error.just-visited': 'Lähteestä on juuri haettu',
    'error.just-visited.detail':
      'Samasta lähteestä voi hakea käsin viiden minuutin välein, jottei sivusto kuormitu.',
    'error.source-waits': 'Lähde on pyytänyt odottamaan',
    'error.source-waits.detail':
      'Haku jatkuu itsestään, kun lähde sen sallii. Seuraava aika näkyy lähteen kohdalla.',
    'error.too-many': 'Liian monta yritystä',
    'error.too-many.detail': 'Odota hetki ja yritä uudelleen.',
    'error.too-large': 'Lähetetty tieto on liian suuri',
    'error.too-large.detail': 'Jaa se pienempiin osiin.',
    'error.conflict': 'Joku muu ehti ensin',
    'error.conflict.detail':
      'Tilanne on muuttunut sen jälkeen, kun avasit sivun. Katso uusi tilanne ja päätä sitten.',
    'error.row-moved': '{who} muutti tätä juuri',
    'error.row-moved.detail':
      'Tallessa on nyt hänen versionsa, ja kirjoittamasi on vielä lomakkeessa. Jos tallennat, sinun versiosi jää voimaan.',
    'error.row-gone': 'Joku poisti tämän juuri',
    'error.row-gone.detail': 'Kirjoittamasi on lomakkeessa. Jos tallennat nyt, se lisätään uudelleen.',
    'error.unavailable': 'Palvelu on hetken poissa käytöstä',
    'error.unavailable.detail': 'Tietokantaan ei saada yhteyttä. Palvelu jatkaa itsestään, kun yhteys palaa.',
    'error.not-implemented': 'Tätä muotoa ei ole saatavilla',
    'error.not-implemented.detail': 'Pyydä samaa JSON-muodossa.',
    'error.bug': 'Palvelussa tapahtui virhe',
    'error.bug.detail': 'Virhe on kirjattu lokiin. Yritä hetken päästä uudelleen.',
  },
  sv: {
    'error.disk-full': 'Disken är full',
    'error.disk-full.detail':
      'Inget sparades. Be dem som sköter tjänsten att frigöra utrymme och försök sedan igen.',
    'error.embed-unknown': 'Väggen finns inte',
    'error.embed-unknown.detail':
      'Väggen ”{wall}” finns inte. Kontrollera src, place och wall i inbäddningskoden på skrivbordets inbäddningssida.',
    'error.embed-invalid': 'Något i väggens inställningar behöver rättas',
    'error.embed-invalid.detail':
      'I väggens inbäddningskod finns en inställning som tjänsten inte känner till: {names}. Kontrollera den på skrivbordets inbäddningssida.',
    'error.not-found': 'Sidan finns inte',
    'error.not-found.detail': 'Kontrollera adressen. Sidan kan ha tagits bort eller flyttats.',
    'error.invalid': 'Något i uppgifterna behöver rättas',
    'error.invalid.detail': 'Rätta de uppräknade punkterna och skicka på nytt. Inget sparades.',
    'error.unauthenticated': 'Logga in först',
    'error.unauthenticated.detail': 'Det här syns bara för inloggade.',
    'error.forbidden': 'Din roll räcker inte till',
    'error.forbidden.detail': 'Be kommunens huvudanvändare om rättigheten.',
    'error.cross-site': 'Begäran kom från en annan webbplats',
    'error.cross-site.detail': 'Öppna sidan på nytt och gör samma sak där. Inget sparades.',
    'error.just-visited': 'Källan har just hämtats',
    'error.just-visited.detail':
      'Samma källa kan hämtas för hand med fem minuters mellanrum, så att webbplatsen inte belastas.',
    'error.source-waits': 'Källan har bett oss vänta',
    'error.source-waits.detail':
      'Hämtningen fortsätter av sig själv när källan tillåter. Nästa tid syns vid källan.',
    'error.too-many': 'För många försök',
    'error.too-many.detail': 'Vänta en stund och försök igen.',
    'error.too-large': 'Det som skickades är för stort',
    'error.too-large.detail': 'Dela upp det i mindre delar.',
    'error.conflict': 'Någon annan hann före',
    'error.conflict.detail': 'Läget har ändrats sedan du öppnade sidan. Se det nya läget och bestäm sedan.',
    'error.row-moved': '{who} ändrade det här nyss',
    'error.row-moved.detail':
      'Den andras version är sparad, och det du skrev står kvar i formuläret. Om du sparar nu gäller din version.',
    'error.row-gone': 'Någon tog just bort det här',
    'error.row-gone.detail': 'Det du skrev står i formuläret. Om du sparar nu läggs det till på nytt.',
    'error.unavailable': 'Tjänsten är tillfälligt ur bruk',
    'error.unavailable.detail':
      'Databasen svarar inte. Tjänsten fortsätter av sig själv när den svarar igen.',
    'error.not-implemented': 'Det här formatet finns inte',
    'error.not-implemented.detail': 'Be om samma sak som JSON.',
    'error.bug': 'Ett fel inträffade i tjänsten',
    'error.bug.detail': 'Felet har skrivits i loggen. Försök igen om en stund.',
  },
  en: {
    'error.disk-full': 'The disk is full',
    'error.disk-full.detail':
      'Nothing was saved. Ask those who run the service to make room, then try again.',
    'error.embed-unknown': 'The wall does not exist',
    'error.embed-unknown.detail':
      'There is no wall “{wall}”. Check src, place and wall of the embed code against the desk’s page of embed codes.',
    'error.embed-invalid': 'Something in the wall’s settings needs correcting',
    'error.embed-invalid.detail':
      'The wall’s embed code has a setting that the service does not know: {names}. Check it against the desk’s page of embed codes.',
    'error.not-found': 'Page not found',
    'error.not-found.detail': 'Check the address. The page may have been removed or moved.',
    'error.invalid': 'Something needs correcting',
    'error.invalid.detail': 'Correct the points listed and send again. Nothing was saved.',
    'error.unauthenticated': 'Please sign in first',
    'error.unauthenticated.detail': 'This can be seen only when signed in.',
    'error.forbidden': 'Your role does not allow this',
    'error.forbidden.detail': 'Ask your municipality’s administrator for the right.',
    'error.cross-site': 'The request came from another site',
    'error.cross-site.detail': 'Open the page again and do the same there. Nothing was saved.',
    'error.just-visited': 'This source has just been fetched',
    'error.just-visited.detail':
      'The same source can be fetched by hand every five minutes, so that the site is not burdened.',
    'error.source-waits': 'The source has asked us to wait',
    'error.source-waits.detail':
      'Fetching goes on by itself when the source allows. The next time stands beside the source.',
    'error.too-many': 'Too many attempts',
    'error.too-many.detail': 'Wait a while and try again.',
    'error.too-large': 'What was sent is too large',
    'error.too-large.detail': 'Send it in smaller parts.',
    'error.conflict': 'Somebody else was first',
    'error.conflict.detail':
      'Things have changed since you opened the page. Look at them again, then decide.',
    'error.row-moved': '{who} has just changed this',
    'error.row-moved.detail':
      'The other version is saved, and what you typed is still in the form. If you save now, your version holds.',
    'error.row-gone': 'Somebody has just removed this',
    'error.row-gone.detail': 'What you typed is in the form. If you save now, it is added anew.',
    'error.unavailable': 'The service is briefly out of use',
    'error.unavailable.detail': 'The database cannot be reached. The service goes on by itself when it can.',
    'error.not-implemented': 'This format is not available',
    'error.not-implemented.detail': 'Ask for the same as JSON.',
    'error.bug': 'Something broke in the service',
    'error.bug.detail': 'It has been written to the log. Try again in a while.',
  },
})
