// Why Facebook or Instagram did not answer, in plain words, and the exact page of Meta's where it is put right.
import { late, stops, wait } from './faults.ts'
import { words } from './words.ts'

const TOKENS = 'https://business.facebook.com/latest/settings/system_users'
const APPS = 'https://developers.facebook.com/apps/'
const LOGIN = 'https://www.facebook.com/'
const SUPPORT = 'https://business.facebook.com/business-support-home/'
const PAGES = 'https://business.facebook.com/latest/settings/pages'

const token = {
  fi: `Luo uusi tunnus osoitteessa ${TOKENS} (valitse järjestelmäkäyttäjä ja Luo tunnus) ja tallenna se lähteen asetuksiin.`,
  sv: `Skapa en ny åtkomsttoken på ${TOKENS} (välj systemanvändaren och Generera token) och spara den i källans inställningar.`,
  en: `Create a new token at ${TOKENS} (choose the system user, then Generate token) and save it in the settings of the source.`,
}

const own = {
  fi: `Luo uusi tunnus osoitteessa ${APPS} (sovelluksen Instagram-osio, Generate access tokens) ja tallenna se lähteen asetuksiin.`,
  sv: `Skapa en ny åtkomsttoken på ${APPS} (appens del för Instagram, Generate access tokens) och spara den i källans inställningar.`,
  en: `Create a new token at ${APPS} (the Instagram part of the app, Generate access tokens) and save it in the settings of the source.`,
}

export const metaFaultWords = words({
  fi: {
    'renew.meta_token': token.fi,
    'renew.meta_token.instagram': own.fi,
    'fault.meta-token.what': 'Meta ei hyväksy lähteen käyttötunnusta: se on väärä tai mitätöity.',
    'fault.meta-token.means': stops.fi,
    'fault.meta-token.do': token.fi,
    'fault.meta-expired.what': 'Metan käyttötunnus on vanhentunut.',
    'fault.meta-expired.means': stops.fi,
    'fault.meta-expired.do': `${token.fi} Järjestelmäkäyttäjän tunnus voi olla voimassa toistaiseksi.`,
    'fault.meta-app-removed.what': 'Tunnuksen antaja on poistanut sovelluksemme luvat Facebookissa.',
    'fault.meta-app-removed.means': stops.fi,
    'fault.meta-app-removed.do': token.fi,
    'fault.meta-checkpoint.what': 'Facebook haluaa, että tunnuksen antaja kirjautuu ja vahvistaa tilinsä.',
    'fault.meta-checkpoint.means': stops.fi,
    'fault.meta-checkpoint.do': `Pyydä tunnuksen antajaa kirjautumaan osoitteessa ${LOGIN} ja tekemään, mitä siellä pyydetään. Jos se ei auta, luo uusi tunnus osoitteessa ${TOKENS}.`,
    'fault.meta-password.what':
      'Tunnuksen antaja on vaihtanut Facebook-salasanansa, ja tunnus lakkasi silloin.',
    'fault.meta-password.means': stops.fi,
    'fault.meta-password.do': `${token.fi} Järjestelmäkäyttäjän tunnus ei riipu kenenkään salasanasta.`,
    'fault.meta-permission.what': 'Käyttötunnukselta tai sovellukselta puuttuu lupa {permission}.',
    'fault.meta-permission.means': stops.fi,
    'fault.meta-permission.do': `Tarkista osoitteessa ${APPS} (App Review, Permissions and Features), että lupa on hyväksytty. Luo sitten uusi tunnus osoitteessa ${TOKENS} ja valitse lupa mukaan.`,
    'fault.meta-no-page.what': 'Tunnuksen antajalla ei ole roolia Facebook-sivulla {page}.',
    'fault.meta-no-page.means': stops.fi,
    'fault.meta-no-page.do': `Tarkista sivun numero. Liitä sitten järjestelmäkäyttäjä sivuun osoitteessa ${PAGES}.`,
    'fault.meta-rate.what': 'Meta pyysi hidastamaan: tunnin pyynnöt on käytetty.',
    'fault.meta-rate.means': late.fi,
    'fault.meta-rate.do': `${wait.fi} Jos tämä toistuu, joku muu käyttää samaa sovellusta: ${APPS} kertoo käytön.`,
    'fault.meta-blocked.what': 'Meta on estänyt tilin tai sovelluksen toimia toistaiseksi.',
    'fault.meta-blocked.means': stops.fi,
    'fault.meta-blocked.do': `Katso syy ja tee tarvittaessa valitus osoitteessa ${SUPPORT}. Haku yrittää silti itse uudelleen.`,
    'fault.meta-busy.what': 'Metan palvelussa on häiriö.',
    'fault.meta-busy.means': late.fi,
    'fault.meta-busy.do': wait.fi,
    'fault.meta-gone.what': 'Meta ei löydä kysyttyä sivua tai tiliä, tai se ei näy tunnuksellamme.',
    'fault.meta-gone.means': stops.fi,
    'fault.meta-gone.do': `Tarkista numero lähteen asetuksista. Jos se on oikein, liitä järjestelmäkäyttäjä sivuun osoitteessa ${PAGES}.`,
    'fault.meta-question.what': 'Meta ei ymmärtänyt kysymystämme (virhe {number}).',
    'fault.meta-question.means': stops.fi,
    'fault.meta-question.do': 'Kerro ylläpitäjälle: Metan rajapinta on luultavasti muuttunut.',
    'fault.meta-shape.what': 'Palvelin vastaa, mutta ei niin kuin Meta.',
    'fault.meta-shape.means': stops.fi,
    'fault.meta-shape.do': 'Kerro ylläpitäjälle: Metan rajapinta on luultavasti muuttunut.',
    'fault.instagram-tag.what': 'Instagramissa ei voi hakea tunnisteella {tags}.',
    'fault.instagram-tag.means': 'Tunnistetta ei ole vielä käytetty, tai Instagram on rajoittanut sitä.',
    'fault.instagram-tag.do':
      'Tarkista kirjoitusasu. Uusi tunniste alkaa toimia itsestään, kun joku julkaisee sillä.',
    'fault.instagram-tags.what': 'Odottaa vuoroaan: {tags}. Muut tunnisteet haetaan tavalliseen tahtiin.',
    'fault.instagram-tags.means':
      'Instagram antaa yhden tilin seurata 30:tä tunnistetta viikossa, ja käytämme niistä puolet eli 15. Myös jokainen kirjoitusasu lasketaan.',
    'fault.instagram-tags.do':
      'Valitse lähteelle vähemmän aihetunnisteita, tai perusta toinen lähde toisella tilillä.',
    'fault.instagram-full.what': 'Tilin 30 tunnistetta on jo käytetty tällä viikolla muualla.',
    'fault.instagram-full.means': 'Ne tunnisteet, joita jo seuraamme, haetaan yhä. Uudet odottavat.',
    'fault.instagram-full.do':
      'Tarkista, kuka muu hakee tunnisteilla samalla tilillä. Paikat vapautuvat seitsemässä päivässä.',
    'fault.instagram-gap.what': 'Instagramia ei voitu kysyä {hours} tuntiin.',
    'fault.instagram-gap.means':
      'Instagram kertoo tunnisteen julkaisut vain vuorokauden ajalta, joten osa jäi pysyvästi saamatta.',
    'fault.instagram-gap.do': 'Haku jatkuu itsestään. Puuttuvan julkaisun voit tuoda sen linkillä.',
  },
  sv: {
    'renew.meta_token': token.sv,
    'renew.meta_token.instagram': own.sv,
    'fault.meta-token.what': 'Meta godkänner inte källans åtkomsttoken: den är fel eller ogiltig.',
    'fault.meta-token.means': stops.sv,
    'fault.meta-token.do': token.sv,
    'fault.meta-expired.what': 'Åtkomsttoken hos Meta har gått ut.',
    'fault.meta-expired.means': stops.sv,
    'fault.meta-expired.do': `${token.sv} En systemanvändares token kan gälla tills vidare.`,
    'fault.meta-app-removed.what': 'Den som gav token har tagit bort appens behörigheter på Facebook.',
    'fault.meta-app-removed.means': stops.sv,
    'fault.meta-app-removed.do': token.sv,
    'fault.meta-checkpoint.what': 'Facebook vill att den som gav token loggar in och bekräftar sitt konto.',
    'fault.meta-checkpoint.means': stops.sv,
    'fault.meta-checkpoint.do': `Be personen logga in på ${LOGIN} och göra det som begärs där. Om det inte hjälper, skapa en ny token på ${TOKENS}.`,
    'fault.meta-password.what':
      'Den som gav token har bytt sitt lösenord på Facebook, och då upphörde token.',
    'fault.meta-password.means': stops.sv,
    'fault.meta-password.do': `${token.sv} En systemanvändares token beror inte på någons lösenord.`,
    'fault.meta-permission.what': 'Token eller appen saknar behörigheten {permission}.',
    'fault.meta-permission.means': stops.sv,
    'fault.meta-permission.do': `Kontrollera på ${APPS} (App Review, Permissions and Features) att behörigheten är godkänd. Skapa sedan en ny token på ${TOKENS} och välj behörigheten.`,
    'fault.meta-no-page.what': 'Den som gav token har ingen roll på Facebook-sidan {page}.',
    'fault.meta-no-page.means': stops.sv,
    'fault.meta-no-page.do': `Kontrollera sidans nummer. Koppla sedan systemanvändaren till sidan på ${PAGES}.`,
    'fault.meta-rate.what': 'Meta bad oss sakta ner: timmens förfrågningar är slut.',
    'fault.meta-rate.means': late.sv,
    'fault.meta-rate.do': `${wait.sv} Om det upprepas använder någon annan samma app: ${APPS} visar användningen.`,
    'fault.meta-blocked.what': 'Meta har tills vidare spärrat kontots eller appens åtgärder.',
    'fault.meta-blocked.means': stops.sv,
    'fault.meta-blocked.do': `Se orsaken och överklaga vid behov på ${SUPPORT}. Hämtningen försöker ändå igen av sig själv.`,
    'fault.meta-busy.what': 'Metas tjänst har en störning.',
    'fault.meta-busy.means': late.sv,
    'fault.meta-busy.do': wait.sv,
    'fault.meta-gone.what': 'Meta hittar inte sidan eller kontot, eller så syns det inte med vår token.',
    'fault.meta-gone.means': stops.sv,
    'fault.meta-gone.do': `Kontrollera numret i källans inställningar. Om det stämmer, koppla systemanvändaren till sidan på ${PAGES}.`,
    'fault.meta-question.what': 'Meta förstod inte vår fråga (fel {number}).',
    'fault.meta-question.means': stops.sv,
    'fault.meta-question.do': 'Berätta för administratören: Metas gränssnitt har antagligen ändrats.',
    'fault.meta-shape.what': 'Servern svarar, men inte som Meta.',
    'fault.meta-shape.means': stops.sv,
    'fault.meta-shape.do': 'Berätta för administratören: Metas gränssnitt har antagligen ändrats.',
    'fault.instagram-tag.what': 'Det går inte att söka på {tags} i Instagram.',
    'fault.instagram-tag.means': 'Hashtaggen har ännu inte använts, eller så har Instagram begränsat den.',
    'fault.instagram-tag.do':
      'Kontrollera stavningen. En ny hashtagg börjar fungera av sig själv när någon publicerar med den.',
    'fault.instagram-tags.what': 'Väntar på sin tur: {tags}. De andra hashtaggarna hämtas som vanligt.',
    'fault.instagram-tags.means':
      'Instagram låter ett konto följa 30 hashtaggar i veckan, och vi använder hälften, alltså 15. Varje stavning räknas.',
    'fault.instagram-tags.do':
      'Välj färre hashtaggar för källan, eller lägg till en annan källa med ett annat konto.',
    'fault.instagram-full.what': 'Kontots 30 hashtaggar har redan använts den här veckan någon annanstans.',
    'fault.instagram-full.means': 'De hashtaggar som vi redan följer hämtas fortfarande. Nya väntar.',
    'fault.instagram-full.do':
      'Ta reda på vem annan som söker med samma konto. Platserna blir lediga inom sju dagar.',
    'fault.instagram-gap.what': 'Instagram kunde inte frågas på {hours} timmar.',
    'fault.instagram-gap.means':
      'Instagram berättar bara om ett dygns inlägg med en hashtagg, så en del gick förlorat för gott.',
    'fault.instagram-gap.do':
      'Hämtningen fortsätter av sig själv. Ett inlägg som saknas kan du hämta med dess länk.',
  },
  en: {
    'renew.meta_token': token.en,
    'renew.meta_token.instagram': own.en,
    'fault.meta-token.what': 'Meta does not accept the token of the source: it is wrong or void.',
    'fault.meta-token.means': stops.en,
    'fault.meta-token.do': token.en,
    'fault.meta-expired.what': 'The token with Meta has expired.',
    'fault.meta-expired.means': stops.en,
    'fault.meta-expired.do': `${token.en} The token of a system user can last for good.`,
    'fault.meta-app-removed.what':
      'Whoever gave the token has removed the permissions of our app at Facebook.',
    'fault.meta-app-removed.means': stops.en,
    'fault.meta-app-removed.do': token.en,
    'fault.meta-checkpoint.what': 'Facebook wants whoever gave the token to sign in and confirm the account.',
    'fault.meta-checkpoint.means': stops.en,
    'fault.meta-checkpoint.do': `Ask that person to sign in at ${LOGIN} and do what is asked there. If that does not help, create a new token at ${TOKENS}.`,
    'fault.meta-password.what':
      'Whoever gave the token has changed the Facebook password, which ended the token.',
    'fault.meta-password.means': stops.en,
    'fault.meta-password.do': `${token.en} The token of a system user depends on nobody’s password.`,
    'fault.meta-permission.what': 'The token or the app lacks the permission {permission}.',
    'fault.meta-permission.means': stops.en,
    'fault.meta-permission.do': `Check at ${APPS} (App Review, Permissions and Features) that it is granted. Then create a new token at ${TOKENS} and choose the permission.`,
    'fault.meta-no-page.what': 'Whoever gave the token has no role on the Facebook page {page}.',
    'fault.meta-no-page.means': stops.en,
    'fault.meta-no-page.do': `Check the number of the page. Then assign the system user to the page at ${PAGES}.`,
    'fault.meta-rate.what': 'Meta asked us to slow down: the requests of the hour are used up.',
    'fault.meta-rate.means': late.en,
    'fault.meta-rate.do': `${wait.en} If it repeats, somebody else uses the same app: ${APPS} shows the usage.`,
    'fault.meta-blocked.what': 'Meta has blocked actions of the account or of the app for the time being.',
    'fault.meta-blocked.means': stops.en,
    'fault.meta-blocked.do': `See why, and appeal if need be, at ${SUPPORT}. Fetching tries again by itself all the same.`,
    'fault.meta-busy.what': 'Meta’s service has trouble.',
    'fault.meta-busy.means': late.en,
    'fault.meta-busy.do': wait.en,
    'fault.meta-gone.what': 'Meta does not find the page or account, or our token cannot see it.',
    'fault.meta-gone.means': stops.en,
    'fault.meta-gone.do': `Check the number in the settings of the source. If it is right, assign the system user to the page at ${PAGES}.`,
    'fault.meta-question.what': 'Meta did not understand our question (error {number}).',
    'fault.meta-question.means': stops.en,
    'fault.meta-question.do': 'Tell the administrator: Meta’s interface has probably changed.',
    'fault.meta-shape.what': 'The server answers, but not as Meta does.',
    'fault.meta-shape.means': stops.en,
    'fault.meta-shape.do': 'Tell the administrator: Meta’s interface has probably changed.',
    'fault.instagram-tag.what': 'Instagram cannot be searched for {tags}.',
    'fault.instagram-tag.means': 'The hashtag has not been used yet, or Instagram has restricted it.',
    'fault.instagram-tag.do':
      'Check the spelling. A new hashtag begins to work by itself once somebody publishes with it.',
    'fault.instagram-tags.what': 'Waiting for their turn: {tags}. The other hashtags are fetched as usual.',
    'fault.instagram-tags.means':
      'Instagram lets one account follow 30 hashtags in a week, and we use half of them, 15. Every spelling counts.',
    'fault.instagram-tags.do':
      'Choose fewer hashtags for the source, or add another source with another account.',
    'fault.instagram-full.what': 'The account’s 30 hashtags have been used this week by somebody else.',
    'fault.instagram-full.means': 'Hashtags that we follow already are still fetched. New ones wait.',
    'fault.instagram-full.do':
      'Find out who else searches with the same account. Places become free within seven days.',
    'fault.instagram-gap.what': 'Instagram could not be asked for {hours} hours.',
    'fault.instagram-gap.means':
      'Instagram tells only a day’s posts of a hashtag, so some are lost for good.',
    'fault.instagram-gap.do': 'Fetching goes on by itself. A missing post can be brought by its link.',
  },
})
