// What the open channels and Matomo ask for, each in its own words, with an example and where the value is found.
import { words } from './words.ts'

export const deskSourceSettingWords = words({
  fi: {
    'setting.feed.url': 'Syötteen osoite',
    'setting.feed.url.hint':
      'Esimerkiksi https://www.kunta.fi/feed/. Osoite löytyy sivuston RSS-merkin takaa, usein sivun alareunasta. WordPress-sivustolla se on etusivun osoite ja perässä /feed/.',
    'setting.feed.url.wrong': 'Kirjoita syötteen koko osoite, joka alkaa https://.',
    'setting.mastodon.server': 'Palvelin',
    'setting.mastodon.server.hint':
      'Esimerkiksi mastodon.social. Se on tilin nimen loppu toisen @-merkin jälkeen. Suuri palvelin tuntee eniten julkaisuja.',
    'setting.mastodon.server.wrong': 'Kirjoita palvelimen nimi, esimerkiksi mastodon.social.',
    'setting.mastodon.account': 'Tili',
    'setting.mastodon.account.hint':
      'Vain jos haluat yhden tilin julkaisut aihetunnisteiden sijaan, esimerkiksi @kemijarvi@mastodon.social. Nimi näkyy tilin sivulla kuvan alla.',
    'setting.mastodon.account.wrong': 'Kirjoita tili muodossa @nimi@palvelin.',
    'setting.bluesky.identifier': 'Tili, jolla haetaan',
    'setting.bluesky.identifier.hint':
      'Kunnan oma tili, esimerkiksi kemijarvi.bsky.social. Nimi näkyy tilin sivulla @-merkin jälkeen. Bluesky antaa hakea vain kirjautuneena.',
    'setting.bluesky.identifier.wrong': 'Kirjoita tilin koko nimi, esimerkiksi kemijarvi.bsky.social.',
    'setting.bluesky.account': 'Tili, jonka julkaisut haetaan',
    'setting.bluesky.account.hint':
      'Vain jos haluat yhden tilin julkaisut aihetunnisteiden sijaan, esimerkiksi kemijarvi.bsky.social. Nimi näkyy tilin sivulla @-merkin jälkeen.',
    'setting.bluesky.account.wrong': 'Kirjoita tilin koko nimi, esimerkiksi kemijarvi.bsky.social.',
    'setting.bluesky.service': 'Tilin palvelin',
    'setting.bluesky.service.hint':
      'Tyhjä: https://bsky.social, jossa lähes kaikki tilit ovat. Muu vain, jos tili on omalla palvelimella. Osoitteen kertoo sen ylläpitäjä.',
    'setting.bluesky.service.wrong': 'Kirjoita palvelimen osoite, esimerkiksi https://bsky.social.',
    'secret.app_password': 'Sovellussalasana',
    'secret.app_password.hint':
      'Muotoa abcd-efgh-ijkl-mnop. Luo se osoitteessa https://bsky.app/settings/app-passwords. Tilin omaa salasanaa ei pidä antaa. Tallennetaan sinetöitynä. Tyhjä: ennallaan.',
    'setting.matomo.url': 'Matomon osoite',
    'setting.matomo.url.hint':
      'Esimerkiksi https://tilastot.kunta.fi. Se on selaimen osoiterivillä, kun olet kirjautunut Matomoon: kaikki ennen kohtaa /index.php.',
    'setting.matomo.url.wrong': 'Kirjoita Matomon osoite, joka alkaa https://.',
    'setting.matomo.site': 'Sivuston numero',
    'setting.matomo.site.hint':
      'Esimerkiksi 1. Se on Matomon osoiterivillä kohdassa idSite=, kun sivuston tilastot ovat auki.',
    'setting.matomo.site.wrong': 'Kirjoita pelkkä numero, esimerkiksi 1.',
    'setting.matomo.pages': 'Sivuston osat, jotka lasketaan erikseen',
    'setting.matomo.pages.hint':
      'Rivi kullekin: lyhyt nimi ja osoitteen alku, esimerkiksi asuminen /asuminen. Osoitteen alku näkyy selaimen osoiterivillä sivuston nimen jälkeen. Tyhjä: vain koko sivusto.',
    'setting.matomo.pages.wrong':
      'Kirjoita joka riville lyhyt nimi, väli ja osoitteen alku, joka alkaa vinoviivalla.',
    'setting.matomo.links': 'Muut sivustot, joille ohjataan',
    'setting.matomo.links.hint':
      'Rivi kullekin: lyhyt nimi ja osoite, esimerkiksi asunnot vuokraovi.com/kemijarvi. Kopioi osoite selaimen osoiteriviltä. Klikkaukset niihin lasketaan.',
    'setting.matomo.links.wrong': 'Kirjoita joka riville lyhyt nimi, väli ja osoite.',
    'secret.token': 'Matomon avain',
    'secret.token.hint':
      '32 kirjainta ja numeroa. Luo avain Matomossa: hammasratas, Henkilökohtainen, Turvallisuus, Auth tokens. Katseluoikeus sivustoon riittää. Tallennetaan sinetöitynä. Tyhjä: ennallaan.',
    'setting.ga4.property': 'Ominaisuuden numero',
    'setting.ga4.property.hint':
      'Pelkkiä numeroita, esimerkiksi 123456789. Google Analytics: Admin, Property details.',
    'setting.ga4.property.wrong': 'Kirjoita ominaisuuden numero, 6–12 numeroa.',
    'setting.ga4.pages': 'Sivuston osat, jotka lasketaan erikseen',
    'setting.ga4.pages.hint':
      'Rivi kullekin: lyhyt nimi ja osoitteen alku, esimerkiksi asuminen /asuminen. Tyhjä: vain koko sivusto.',
    'setting.ga4.pages.wrong':
      'Kirjoita joka riville lyhyt nimi, väli ja osoitteen alku, joka alkaa vinoviivalla.',
    'setting.ga4.links': 'Muut sivustot, joille ohjataan',
    'setting.ga4.links.hint':
      'Rivi kullekin: lyhyt nimi ja osoite, esimerkiksi asunnot vuokraovi.com/kemijarvi.',
    'setting.ga4.links.wrong': 'Kirjoita joka riville lyhyt nimi, väli ja osoite.',
    'secret.service_account': 'Palvelutilin avain (JSON)',
    'secret.service_account.hint': 'Liitä koko JSON-tiedosto. Tallennetaan sinetöitynä. Tyhjä: ennallaan.',
    'secret.refresh_token': 'Päivitystunnus (refresh token)',
    'secret.refresh_token.hint':
      'Vain, jos palvelutilin avainta ei voi käyttää. Tallennetaan sinetöitynä. Tyhjä: ennallaan.',
    'secret.GOOGLE_CLIENT_ID': 'Googlen sovelluksen tunnus (client id)',
    'secret.GOOGLE_CLIENT_ID.hint': 'Päivitystunnuksen kanssa, jos palvelun ylläpito ei ole antanut sitä.',
    'secret.GOOGLE_CLIENT_SECRET': 'Googlen sovelluksen salaisuus (client secret)',
    'secret.GOOGLE_CLIENT_SECRET.hint':
      'Päivitystunnuksen kanssa, jos palvelun ylläpito ei ole antanut sitä. Tallennetaan sinetöitynä.',
    'setting.statfin.area': 'Kunnan numero',
    'setting.statfin.area.hint': 'Esimerkiksi KU320. Maakunta alkaa MK, seutukunta SK.',
    'setting.statfin.area.wrong': 'Kirjoita alueen koodi, esimerkiksi KU320.',
    'setting.statfin.tables': 'Luvut ja taulukot',
    'setting.statfin.tables.hint':
      'Rivi kullekin: tunnusluku, taulukko ja luvun nimi taulukossa, esimerkiksi people.moved-in vamuu/11lk Kuntien välinen tulomuutto. Tyhjä: muutot, majoitukset ja työttömyys.',
    'setting.statfin.tables.wrong':
      'Kirjoita joka riville tunnusluku, taulukko muodossa kansio/taulukko ja luvun nimi.',
  },
  sv: {
    'setting.feed.url': 'Flödets adress',
    'setting.feed.url.hint':
      'Till exempel https://www.kommun.fi/feed/. Adressen finns bakom webbplatsens RSS-märke, ofta längst ned på sidan. På en WordPress-webbplats är den startsidans adress följd av /feed/.',
    'setting.feed.url.wrong': 'Skriv flödets hela adress, som börjar med https://.',
    'setting.mastodon.server': 'Server',
    'setting.mastodon.server.hint':
      'Till exempel mastodon.social. Det är slutet av kontots namn efter det andra @-tecknet. En stor server känner till flest inlägg.',
    'setting.mastodon.server.wrong': 'Skriv serverns namn, till exempel mastodon.social.',
    'setting.mastodon.account': 'Konto',
    'setting.mastodon.account.hint':
      'Bara om du vill ha ett kontos inlägg i stället för hashtaggar, till exempel @kemijarvi@mastodon.social. Namnet syns på kontots sida under bilden.',
    'setting.mastodon.account.wrong': 'Skriv kontot som @namn@server.',
    'setting.bluesky.identifier': 'Konto att söka med',
    'setting.bluesky.identifier.hint':
      'Kommunens eget konto, till exempel kemijarvi.bsky.social. Namnet syns på kontots sida efter @-tecknet. Bluesky låter bara inloggade söka.',
    'setting.bluesky.identifier.wrong': 'Skriv kontots hela namn, till exempel kemijarvi.bsky.social.',
    'setting.bluesky.account': 'Konto vars inlägg hämtas',
    'setting.bluesky.account.hint':
      'Bara om du vill ha ett kontos inlägg i stället för hashtaggar, till exempel kemijarvi.bsky.social. Namnet syns på kontots sida efter @-tecknet.',
    'setting.bluesky.account.wrong': 'Skriv kontots hela namn, till exempel kemijarvi.bsky.social.',
    'setting.bluesky.service': 'Kontots server',
    'setting.bluesky.service.hint':
      'Tomt: https://bsky.social, där nästan alla konton finns. Något annat bara om kontot finns på en egen server. Adressen vet den som sköter servern.',
    'setting.bluesky.service.wrong': 'Skriv serverns adress, till exempel https://bsky.social.',
    'secret.app_password': 'Applösenord',
    'secret.app_password.hint':
      'Av formen abcd-efgh-ijkl-mnop. Skapa det på https://bsky.app/settings/app-passwords. Ge inte kontots eget lösenord. Sparas förseglat. Tomt: oförändrat.',
    'setting.matomo.url': 'Matomos adress',
    'setting.matomo.url.hint':
      'Till exempel https://statistik.kommun.fi. Den står i webbläsarens adressfält när du är inloggad i Matomo: allt före /index.php.',
    'setting.matomo.url.wrong': 'Skriv Matomos adress, som börjar med https://.',
    'setting.matomo.site': 'Webbplatsens nummer',
    'setting.matomo.site.hint':
      'Till exempel 1. Det står i Matomos adressfält efter idSite= när webbplatsens statistik är öppen.',
    'setting.matomo.site.wrong': 'Skriv bara numret, till exempel 1.',
    'setting.matomo.pages': 'Delar av webbplatsen som räknas för sig',
    'setting.matomo.pages.hint':
      'En rad för varje: ett kort namn och adressens början, till exempel boende /boende. Adressens början syns i adressfältet efter webbplatsens namn. Tomt: bara hela webbplatsen.',
    'setting.matomo.pages.wrong':
      'Skriv på varje rad ett kort namn, ett mellanslag och adressens början, som inleds med ett snedstreck.',
    'setting.matomo.links': 'Andra webbplatser dit man leds',
    'setting.matomo.links.hint':
      'En rad för varje: ett kort namn och adressen, till exempel bostader vuokraovi.com/kemijarvi. Kopiera adressen ur webbläsarens adressfält. Klick till dem räknas.',
    'setting.matomo.links.wrong': 'Skriv på varje rad ett kort namn, ett mellanslag och adressen.',
    'secret.token': 'Matomos nyckel',
    'secret.token.hint':
      '32 bokstäver och siffror. Skapa nyckeln i Matomo: kugghjulet, Personligt, Säkerhet, Auth tokens. Rätt att se webbplatsen räcker. Sparas förseglad. Tomt: oförändrad.',
    'setting.ga4.property': 'Egendomens nummer',
    'setting.ga4.property.hint':
      'Bara siffror, till exempel 123456789. Google Analytics: Admin, Property details.',
    'setting.ga4.property.wrong': 'Skriv egendomens nummer, 6–12 siffror.',
    'setting.ga4.pages': 'Delar av webbplatsen som räknas för sig',
    'setting.ga4.pages.hint':
      'En rad för varje: kort namn och början av adressen, till exempel boende /boende. Tomt: bara hela webbplatsen.',
    'setting.ga4.pages.wrong':
      'Skriv på varje rad ett kort namn, ett mellanslag och början av adressen med snedstreck.',
    'setting.ga4.links': 'Andra webbplatser dit man leds',
    'setting.ga4.links.hint':
      'En rad för varje: kort namn och adress, till exempel bostader hyresportal.example/kemijarvi.',
    'setting.ga4.links.wrong': 'Skriv på varje rad ett kort namn, ett mellanslag och adressen.',
    'secret.service_account': 'Tjänstkontots nyckel (JSON)',
    'secret.service_account.hint': 'Klistra in hela JSON-filen. Sparas förseglad. Tomt: oförändrad.',
    'secret.refresh_token': 'Uppdateringstoken (refresh token)',
    'secret.refresh_token.hint':
      'Bara om tjänstkontots nyckel inte kan användas. Sparas förseglad. Tomt: oförändrad.',
    'secret.GOOGLE_CLIENT_ID': 'Google-appens id (client id)',
    'secret.GOOGLE_CLIENT_ID.hint': 'Med uppdateringstoken, om administratören inte har gett det.',
    'secret.GOOGLE_CLIENT_SECRET': 'Google-appens hemlighet (client secret)',
    'secret.GOOGLE_CLIENT_SECRET.hint':
      'Med uppdateringstoken, om administratören inte har gett den. Sparas förseglad.',
    'setting.statfin.area': 'Kommunens nummer',
    'setting.statfin.area.hint': 'Till exempel KU320. Ett landskap börjar med MK, en region med SK.',
    'setting.statfin.area.wrong': 'Skriv områdets kod, till exempel KU320.',
    'setting.statfin.tables': 'Tal och tabeller',
    'setting.statfin.tables.hint':
      'En rad för varje: nyckeltal, tabell och talets namn i tabellen, till exempel people.moved-in vamuu/11lk Kuntien välinen tulomuutto. Tomt: flyttningar, övernattningar och arbetslöshet.',
    'setting.statfin.tables.wrong': 'Skriv på varje rad nyckeltal, tabell som mapp/tabell och talets namn.',
  },
  en: {
    'setting.feed.url': 'Address of the feed',
    'setting.feed.url.hint':
      'For example https://www.town.example/feed/. It is behind the RSS sign of the site, often at the bottom of the page. A WordPress site has it at the address of its front page followed by /feed/.',
    'setting.feed.url.wrong': 'Write the whole address of the feed, beginning with https://.',
    'setting.mastodon.server': 'Server',
    'setting.mastodon.server.hint':
      'For example mastodon.social. It is the end of an account’s name, after its second @. A large server knows the most posts.',
    'setting.mastodon.server.wrong': 'Write the name of the server, for example mastodon.social.',
    'setting.mastodon.account': 'Account',
    'setting.mastodon.account.hint':
      'Only if you want one account’s posts instead of hashtags, for example @kemijarvi@mastodon.social. The name is on the account’s page under the picture.',
    'setting.mastodon.account.wrong': 'Write the account as @name@server.',
    'setting.bluesky.identifier': 'The account to search with',
    'setting.bluesky.identifier.hint':
      'The town’s own account, for example kemijarvi.bsky.social. The name is on the account’s page after the @. Bluesky lets only those who are signed in search.',
    'setting.bluesky.identifier.wrong':
      'Write the whole name of the account, for example kemijarvi.bsky.social.',
    'setting.bluesky.account': 'The account whose posts are fetched',
    'setting.bluesky.account.hint':
      'Only if you want one account’s posts instead of hashtags, for example kemijarvi.bsky.social. The name is on the account’s page after the @.',
    'setting.bluesky.account.wrong':
      'Write the whole name of the account, for example kemijarvi.bsky.social.',
    'setting.bluesky.service': 'The account’s server',
    'setting.bluesky.service.hint':
      'Empty: https://bsky.social, where nearly all accounts are. Another only if the account lives on a server of its own. Whoever keeps that server knows the address.',
    'setting.bluesky.service.wrong': 'Write the address of the server, for example https://bsky.social.',
    'secret.app_password': 'App password',
    'secret.app_password.hint':
      'It looks like abcd-efgh-ijkl-mnop. Create it at https://bsky.app/settings/app-passwords. Do not give the account’s own password. Kept sealed. Empty: as it was.',
    'setting.matomo.url': 'Address of Matomo',
    'setting.matomo.url.hint':
      'For example https://statistics.town.example. It is in the browser’s address bar when you are signed in to Matomo: everything before /index.php.',
    'setting.matomo.url.wrong': 'Write the address of Matomo, beginning with https://.',
    'setting.matomo.site': 'Number of the site',
    'setting.matomo.site.hint':
      'For example 1. It is in Matomo’s address bar after idSite= when the statistics of the site are open.',
    'setting.matomo.site.wrong': 'Write only the number, for example 1.',
    'setting.matomo.pages': 'Parts of the site counted on their own',
    'setting.matomo.pages.hint':
      'A line for each: a short name and the beginning of the address, for example housing /housing. The beginning is in the address bar after the name of the site. Empty: only the whole site.',
    'setting.matomo.pages.wrong':
      'Write on each line a short name, a space and the beginning of the address, which begins with a slash.',
    'setting.matomo.links': 'Other sites that people are led to',
    'setting.matomo.links.hint':
      'A line for each: a short name and the address, for example flats vuokraovi.com/kemijarvi. Copy the address from the browser’s address bar. Clicks to them are counted.',
    'setting.matomo.links.wrong': 'Write on each line a short name, a space and the address.',
    'secret.token': 'Matomo’s key',
    'secret.token.hint':
      '32 letters and digits. Make the key in Matomo: the cog wheel, Personal, Security, Auth tokens. Being allowed to view the site is enough. Kept sealed. Empty: as it was.',
    'setting.ga4.property': 'Number of the property',
    'setting.ga4.property.hint':
      'Digits only, for example 123456789. Google Analytics: Admin, Property details.',
    'setting.ga4.property.wrong': 'Write the number of the property, 6 to 12 digits.',
    'setting.ga4.pages': 'Parts of the site counted on their own',
    'setting.ga4.pages.hint':
      'A line each: a short name and the beginning of the address, for example housing /housing. Empty: only the whole site.',
    'setting.ga4.pages.wrong':
      'Write on each line a short name, a space and the beginning of the address with a slash.',
    'setting.ga4.links': 'Other sites that people are led to',
    'setting.ga4.links.hint':
      'A line each: a short name and an address, for example flats rents.example/kemijarvi.',
    'setting.ga4.links.wrong': 'Write on each line a short name, a space and the address.',
    'secret.service_account': 'Key of the service account (JSON)',
    'secret.service_account.hint': 'Paste the whole JSON file. It is kept sealed. Empty: as it is.',
    'secret.refresh_token': 'Refresh token',
    'secret.refresh_token.hint':
      'Only where a key of a service account cannot be used. It is kept sealed. Empty: as it is.',
    'secret.GOOGLE_CLIENT_ID': 'Client id of the Google app',
    'secret.GOOGLE_CLIENT_ID.hint': 'With a refresh token, when the administrator has not given it.',
    'secret.GOOGLE_CLIENT_SECRET': 'Client secret of the Google app',
    'secret.GOOGLE_CLIENT_SECRET.hint':
      'With a refresh token, when the administrator has not given it. It is kept sealed.',
    'setting.statfin.area': 'Number of the municipality',
    'setting.statfin.area.hint': 'For example KU320. A region begins with MK, a sub-region with SK.',
    'setting.statfin.area.wrong': 'Write the code of an area, for example KU320.',
    'setting.statfin.tables': 'Numbers and tables',
    'setting.statfin.tables.hint':
      'A line each: indicator, table and what the table calls the number, for example people.moved-in vamuu/11lk Kuntien välinen tulomuutto. Empty: moves, overnight stays and unemployment.',
    'setting.statfin.tables.wrong':
      'Write on each line an indicator, a table as folder/table, and the name of the number.',
  },
})
