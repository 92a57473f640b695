// The steps by which channels are taken into use, in words: what to do, where, and what is not certain.
import { words } from './words.ts'

export const guideStepWords = words({
  fi: {
    'step.meta.terms': 'Hyväksy Metan alustaehdot',
    'step.meta.terms.text':
      'Lue ehdot ja hyväksy ne palvelun puolesta. Niiden mukaan tietoja saa käyttää vain ilmoitettuun tarkoitukseen, ja ne on poistettava pyynnöstä ja silloin, kun pääsy päättyy. Someseinä toimii niin.',
    'step.meta.portfolio': 'Kokoa kunnan tilit yritysportfolioon',
    'step.meta.portfolio.text':
      'Avaa Meta Business Suiten asetukset. Kunnan Facebook-sivun ja Instagram-tilin pitää kuulua kunnan omaan yritysportfolioon (business portfolio), ei kenenkään henkilökohtaiseen. Muuta Instagram-tili yritystiliksi ja yhdistä se Facebook-sivuun. Pyydä portfolioon ainakin kaksi ylläpitäjää, jottei pääsy ole yhden ihmisen varassa.',
    'step.meta.app': 'Luo sovellus ja täytä sen perustiedot',
    'step.meta.app.text':
      'Luo sovellus Metan kehittäjäsivuilla ja liitä se yritysportfolioon. Täytä sivulle Settings, Basic nimi, sähköposti, luokka ja kuvake sekä tietosuojaselosteen ja poiston ohjeen osoitteet. Vie sovelluksen tunnus ja salaisuus palvelun asetuksiin nimillä META_APP_ID ja META_APP_SECRET. Jos kunnalla on oma sovellus, ne voi antaa myös lähteen lomakkeella.',
    'step.meta.verification': 'Vahvista kunta Metalle',
    'step.meta.verification.text':
      'Hae vahvistusta (business verification) yritysportfolion asetuksista. Tarvitset kunnan virallisen nimen, osoitteen, puhelinnumeron ja verkkosivun, jonka osoite alkaa https. Jos Meta ei löydä tietoja rekistereistä, se pyytää asiakirjan. Metan kumppanin ohjeen mukaan vastaus tulee yleensä 2–5 arkipäivässä, mutta Meta ei lupaa aikaa. Vahvistus tarvitaan aihetunnistehakuun ja silloin, kun sama sovellus palvelee montaa kuntaa.',
    'step.meta.review': 'Hae Metan tarkastus (App Review)',
    'step.meta.review.text':
      'Aihetunnistehakuun pyydetään ominaisuus Instagram Public Content Access. Muita lupia pyydetään vain, jos sama sovellus palvelee montaa kuntaa: Metan ohjeen mukaan omia tilejä saa lukea omalla sovelluksella ilman tarkastusta. Liitä alla olevat tekstit, kuvaa ruudulta video seinästä ja työpöydästä ja tee tarkastajalle tunnus työpöydälle. Käsittelyaikaa ei luvata: varaa viikkoja ja varaudu lisäkysymyksiin. Hyväksynnän jälkeen Meta kysyy tietojen käytöstä uudelleen vuosittain, ja vastausaikaa on 60 päivää.',
    'step.facebook.token': 'Luo järjestelmäkäyttäjän tunnus',
    'step.facebook.token.text':
      'Lisää yritysportfolion asetuksissa järjestelmäkäyttäjä, anna sille sovellus ja Facebook-sivu ja luo tunnus. Valitse oikeudet pages_show_list ja pages_read_engagement, kävijöiden julkaisuihin lisäksi pages_read_user_content ja katseluihin read_insights. Tunnus näytetään vain kerran, joten liitä se heti lähteen lomakkeelle. Valitse vanhenematon tunnus, jos se on tarjolla; muuten uusi se 60 päivän välein.',
    'step.facebook.number': 'Etsi sivun numero',
    'step.facebook.number.text':
      'Numero on yritysportfolion asetuksissa sivun nimen alla, esimerkiksi 100064000000001.',
    'step.instagram.token': 'Luo järjestelmäkäyttäjän tunnus',
    'step.instagram.token.text':
      'Lisää yritysportfolion asetuksissa järjestelmäkäyttäjä, anna sille sovellus, Facebook-sivu ja Instagram-tili ja luo tunnus. Valitse oikeudet instagram_basic ja pages_read_engagement, katseluihin ja jakoihin lisäksi instagram_manage_insights. Tunnus näytetään vain kerran, joten liitä se heti lähteen lomakkeelle. Valitse vanhenematon tunnus, jos se on tarjolla; muuten uusi se 60 päivän välein.',
    'step.instagram.number': 'Etsi Instagram-tilin numero',
    'step.instagram.number.text':
      'Numero on yritysportfolion asetuksissa tilin nimen alla, esimerkiksi 17841400000000001.',
    'step.instagram.early': 'Lisää tunnisteet viikkoa ennen kampanjaa',
    'step.instagram.early.text':
      'Instagram kertoo aihetunnisteen julkaisut vain viimeisen vuorokauden ajalta. Mitä ennen lähteen kytkemistä julkaistiin, ei saada jälkikäteen. Jokainen kirjoitusasu vie yhden viikon 30 paikasta.',
    'step.google.terms': 'Hyväksy YouTuben rajapintaehdot',
    'step.google.terms.text':
      'Lue YouTube API Services -palvelun ehdot ja kehittäjäsäännöt ja hyväksy ne palvelun puolesta. Niiden vuoksi luvut näytetään sellaisinaan, videoon linkitetään ja tiedot kysytään uudelleen 30 päivän välein.',
    'step.google.project': 'Luo Google Cloud -projekti',
    'step.google.project.text':
      'Luo projekti, hae kirjastosta (Library) YouTube Data API v3 ja ota se käyttöön (Enable). Käytä kunnan tai palvelun tiliä, ei henkilökohtaista.',
    'step.google.key': 'Luo avain ja rajaa se',
    'step.google.key.text':
      'Valitse Credentials, Create credentials, API key. Rajaa avain (Restrict key) YouTube Data API v3:een ja, jos palvelimella on kiinteä osoite, siihen. Vie avain palvelun asetuksiin nimellä YOUTUBE_KEY.',
    'step.google.quota': 'Pyydä lisää hakuja',
    'step.google.quota.text':
      'Perusmäärä on 100 hakua vuorokaudessa, ja palvelu käyttää siitä enintään puolet. Se riittää muutaman kunnan tunnisteille. Lisää saa vasta Googlen tarkastuksen jälkeen tällä lomakkeella. Käsittelyaikaa ei luvata.',
    'step.youtube.channel': 'Etsi kanavan nimi tai tunnus',
    'step.youtube.channel.text':
      'Kanavan nimi alkaa @-merkillä ja näkyy kanavan sivun osoitteessa. Avoimeen syötteeseen tarvitaan tunnus, joka alkaa UC: se on kanavan sivulla kohdassa Jaa kanava, Kopioi kanavan tunnus.',
    'step.bluesky.terms': 'Hyväksy Blueskyn ehdot',
    'step.bluesky.terms.text':
      'Lue Blueskyn käyttöehdot ja hyväksy ne palvelun puolesta. Hakuja tehdään harvakseltaan, 20 minuutin välein.',
    'step.bluesky.account': 'Luo kunnan oma tili',
    'step.bluesky.account.text':
      'Haku onnistuu vain kirjautuneena. Luo tili kunnan sähköpostilla, ei henkilökohtaisella. Tilin ei tarvitse julkaista mitään.',
    'step.bluesky.password': 'Luo sovellussalasana',
    'step.bluesky.password.text':
      'Luo asetuksissa sovellussalasana (App password) nimellä Someseinä. Älä salli sille pääsyä yksityisviesteihin. Tilin omaa salasanaa ei anneta palvelulle. Sovellussalasanan voi perua milloin tahansa.',
    'step.mastodon.server': 'Valitse palvelimet',
    'step.mastodon.server.text':
      'Palvelin tuntee vain julkaisut, jotka ovat tulleet sille asti. Valitse 2–4 palvelinta: yksi suuri ja ne, joita suomalaiset käyttävät. Katso, että palvelimen säännöt sopivat, ja lisää jokaiselle oma lähde. Sama julkaisu tulee silti vain kerran.',
    'step.feed.address': 'Etsi syötteen osoite',
    'step.feed.address.text':
      'WordPress-sivustolla se on yleensä sivuston osoite ja /feed/. Muuten kysy sivuston ylläpidolta RSS-syötettä. Sivun oma osoite ei kelpaa.',
    'step.wordpress.open': 'Katso, että rajapinta on auki',
    'step.wordpress.open.text':
      'Avaa selaimessa sivuston osoite ja sen perään /wp-json/wp/v2/posts. Jos näet pitkän tekstin, rajapinta on auki. Jos näet virheen, kysy sivuston ylläpidolta tai käytä syötettä.',
    'step.matomo.user': 'Luo Matomoon käyttäjä, joka saa vain katsella',
    'step.matomo.user.text':
      'Anna käyttäjälle katseluoikeus (view) vain niihin sivustoihin, joiden lukuja koosteeseen tarvitaan.',
    'step.matomo.token': 'Luo tunnus',
    'step.matomo.token.text':
      'Kirjaudu luodulla käyttäjällä ja avaa Hallinta, Henkilökohtainen, Turvallisuus (Administration, Personal, Security). Valitse Create new token. Vaihtoehto Only allow secure requests käy. Tunnus näytetään vain kerran.',
    'step.matomo.number': 'Katso sivuston numero',
    'step.matomo.number.text':
      'Numero on Matomon hallinnassa sivustojen luettelossa (ID) ja osoitteessa muodossa idSite=1.',
    'step.ga4.account': 'Luo palvelutili ja sille avain',
    'step.ga4.account.text':
      'Avaa https://console.cloud.google.com, ota käyttöön Google Analytics Data API, luo palvelutili (Service account) ja sille JSON-avain. Jos organisaationne kieltää avaimet, käytä päivitystunnusta (refresh token).',
    'step.ga4.access': 'Anna palvelutilille katseluoikeus',
    'step.ga4.access.text':
      'Google Analytics: Admin, Property access management. Lisää palvelutilin sähköpostiosoite katselijaksi (Viewer).',
    'step.ga4.property': 'Katso ominaisuuden numero',
    'step.ga4.property.text':
      'Numero on kohdassa Admin, Property details. Se ei ole G-alkuinen mittaustunnus.',
    'step.statfin.tables': 'Tarkista taulukot',
    'step.statfin.tables.text':
      'Taulukot ovat valmiiksi valittuina. Kokeile lähdettä: jos taulukon tai luvun nimi on muuttunut, näet siitä viestin. Nimet löytyvät osoitteesta https://pxdata.stat.fi.',
  },
  sv: {
    'step.meta.terms': 'Godkänn Metas plattformsvillkor',
    'step.meta.terms.text':
      'Läs villkoren och godkänn dem för tjänsten. Enligt dem får uppgifter användas bara för det angivna ändamålet, och de ska raderas på begäran och när åtkomsten upphör. Webbväggen gör så.',
    'step.meta.portfolio': 'Samla kommunens konton i en företagsportfölj',
    'step.meta.portfolio.text':
      'Öppna inställningarna i Meta Business Suite. Kommunens Facebooksida och Instagramkonto ska höra till kommunens egen företagsportfölj (business portfolio), inte till någons personliga. Gör Instagramkontot till ett företagskonto och koppla det till Facebooksidan. Be om minst två administratörer för portföljen, så att åtkomsten inte hänger på en person.',
    'step.meta.app': 'Skapa en app och fyll i dess grunduppgifter',
    'step.meta.app.text':
      'Skapa appen på Metas utvecklarsidor och koppla den till företagsportföljen. Fyll i namn, e-post, kategori och ikon på sidan Settings, Basic samt adresserna till dataskyddsbeskrivningen och anvisningen om radering. För in appens id och hemlighet i tjänstens inställningar som META_APP_ID och META_APP_SECRET. Har kommunen en egen app kan de också ges i källans formulär.',
    'step.meta.verification': 'Verifiera kommunen hos Meta',
    'step.meta.verification.text':
      'Ansök om verifiering (business verification) i företagsportföljens inställningar. Du behöver kommunens officiella namn, adress, telefonnummer och en webbplats vars adress börjar med https. Om Meta inte hittar uppgifterna i register ber de om en handling. Enligt en anvisning från Metas partner kommer svaret oftast på 2–5 vardagar, men Meta lovar ingen tid. Verifieringen behövs för sökning på hashtaggar och när samma app betjänar flera kommuner.',
    'step.meta.review': 'Ansök om Metas granskning (App Review)',
    'step.meta.review.text':
      'För sökning på hashtaggar ansöker man om funktionen Instagram Public Content Access. Andra behörigheter behövs bara när samma app betjänar flera kommuner: enligt Metas anvisning får man läsa egna konton med egen app utan granskning. Klistra in texterna nedan, spela in en skärmvideo av väggen och arbetsbordet och ge granskaren ett konto vid arbetsbordet. Ingen handläggningstid utlovas: räkna med veckor och med följdfrågor. Efter godkännandet frågar Meta varje år på nytt hur uppgifterna används, och svarstiden är 60 dagar.',
    'step.facebook.token': 'Skapa en token för en systemanvändare',
    'step.facebook.token.text':
      'Lägg till en systemanvändare i företagsportföljens inställningar, ge den appen och Facebooksidan och skapa en token. Välj behörigheterna pages_show_list och pages_read_engagement, för besökares inlägg också pages_read_user_content och för visningar read_insights. Tokenen visas bara en gång, så klistra genast in den i källans formulär. Välj en som inte upphör om det går; annars förnyar du den var 60:e dag.',
    'step.facebook.number': 'Hitta sidans nummer',
    'step.facebook.number.text':
      'Numret finns i företagsportföljens inställningar under sidans namn, till exempel 100064000000001.',
    'step.instagram.token': 'Skapa en token för en systemanvändare',
    'step.instagram.token.text':
      'Lägg till en systemanvändare i företagsportföljens inställningar, ge den appen, Facebooksidan och Instagramkontot och skapa en token. Välj behörigheterna instagram_basic och pages_read_engagement, för visningar och delningar också instagram_manage_insights. Tokenen visas bara en gång, så klistra genast in den i källans formulär. Välj en som inte upphör om det går; annars förnyar du den var 60:e dag.',
    'step.instagram.number': 'Hitta Instagramkontots nummer',
    'step.instagram.number.text':
      'Numret finns i företagsportföljens inställningar under kontots namn, till exempel 17841400000000001.',
    'step.instagram.early': 'Lägg till hashtaggarna en vecka före kampanjen',
    'step.instagram.early.text':
      'Instagram berättar bara om det senaste dygnets inlägg med en hashtagg. Det som publicerades innan källan slogs på fås inte i efterhand. Varje skrivsätt tar en av veckans 30 platser.',
    'step.google.terms': 'Godkänn YouTubes gränssnittsvillkor',
    'step.google.terms.text':
      'Läs villkoren och utvecklarreglerna för YouTube API Services och godkänn dem för tjänsten. På grund av dem visas siffrorna som de är, videon länkas och uppgifterna frågas på nytt var 30:e dag.',
    'step.google.project': 'Skapa ett Google Cloud-projekt',
    'step.google.project.text':
      'Skapa ett projekt, sök upp YouTube Data API v3 i biblioteket (Library) och aktivera det (Enable). Använd kommunens eller tjänstens konto, inte ett personligt.',
    'step.google.key': 'Skapa en nyckel och begränsa den',
    'step.google.key.text':
      'Välj Credentials, Create credentials, API key. Begränsa nyckeln (Restrict key) till YouTube Data API v3 och, om servern har en fast adress, till den. För in nyckeln i tjänstens inställningar som YOUTUBE_KEY.',
    'step.google.quota': 'Be om fler sökningar',
    'step.google.quota.text':
      'Grundmängden är 100 sökningar per dygn, och tjänsten använder högst hälften. Det räcker för några kommuners hashtaggar. Fler får man först efter Googles granskning med det här formuläret. Ingen handläggningstid utlovas.',
    'step.youtube.channel': 'Hitta kanalens namn eller id',
    'step.youtube.channel.text':
      'Kanalens namn börjar med @ och syns i adressen till kanalens sida. För det öppna flödet behövs id:t, som börjar med UC: det finns på kanalens sida under Dela kanal, Kopiera kanal-id.',
    'step.bluesky.terms': 'Godkänn Blueskys villkor',
    'step.bluesky.terms.text':
      'Läs Blueskys användarvillkor och godkänn dem för tjänsten. Sökningarna är glesa, var 20:e minut.',
    'step.bluesky.account': 'Skapa ett eget konto för kommunen',
    'step.bluesky.account.text':
      'Det går bara att söka inloggad. Skapa kontot med kommunens e-post, inte en personlig. Kontot behöver inte publicera något.',
    'step.bluesky.password': 'Skapa ett applösenord',
    'step.bluesky.password.text':
      'Skapa ett applösenord (App password) i inställningarna med namnet Webbvägg. Ge det inte tillgång till privata meddelanden. Kontots eget lösenord ges inte till tjänsten. Applösenordet kan återkallas när som helst.',
    'step.mastodon.server': 'Välj servrar',
    'step.mastodon.server.text':
      'En server känner bara till inlägg som har nått den. Välj 2–4 servrar: en stor och de som används i Finland. Se att serverns regler passar, och lägg till en egen källa för varje. Samma inlägg kommer ändå bara en gång.',
    'step.feed.address': 'Hitta flödets adress',
    'step.feed.address.text':
      'På en WordPress-webbplats är det oftast webbplatsens adress och /feed/. Annars frågar du den som sköter webbplatsen efter ett RSS-flöde. Sidans egen adress duger inte.',
    'step.wordpress.open': 'Se att gränssnittet är öppet',
    'step.wordpress.open.text':
      'Öppna webbplatsens adress följd av /wp-json/wp/v2/posts i webbläsaren. Om du ser en lång text är gränssnittet öppet. Om du ser ett fel frågar du den som sköter webbplatsen eller använder flödet.',
    'step.matomo.user': 'Skapa en användare i Matomo som bara får titta',
    'step.matomo.user.text':
      'Ge användaren rätt att titta (view) bara på de webbplatser vars siffror behövs i översikten.',
    'step.matomo.token': 'Skapa en token',
    'step.matomo.token.text':
      'Logga in som den användaren och öppna Administration, Personal, Security. Välj Create new token. Valet Only allow secure requests går bra. Tokenen visas bara en gång.',
    'step.matomo.number': 'Se efter webbplatsens nummer',
    'step.matomo.number.text':
      'Numret finns i Matomos lista över webbplatser (ID) och i adressen som idSite=1.',
    'step.ga4.account': 'Skapa ett tjänstkonto med en nyckel',
    'step.ga4.account.text':
      'Öppna https://console.cloud.google.com, aktivera Google Analytics Data API, skapa ett tjänstkonto (Service account) och en JSON-nyckel. Om organisationen förbjuder nycklar används en refresh token.',
    'step.ga4.access': 'Ge tjänstkontot läsrätt',
    'step.ga4.access.text':
      'Google Analytics: Admin, Property access management. Lägg till tjänstkontots e-postadress som Viewer.',
    'step.ga4.property': 'Se efter egendomens nummer',
    'step.ga4.property.text':
      'Numret finns under Admin, Property details. Det är inte mät-id:t som börjar med G.',
    'step.statfin.tables': 'Kontrollera tabellerna',
    'step.statfin.tables.text':
      'Tabellerna är valda på förhand. Prova källan: om en tabell eller ett tal har bytt namn får du veta det. Namnen finns på https://pxdata.stat.fi.',
  },
  en: {
    'step.meta.terms': 'Accept Meta’s Platform Terms',
    'step.meta.terms.text':
      'Read the terms and accept them for the service. By them data may be used only for the stated purpose, and must be deleted on request and when access ends. The wall does so.',
    'step.meta.portfolio': 'Gather the municipality’s accounts in a business portfolio',
    'step.meta.portfolio.text':
      'Open the settings of Meta Business Suite. The municipality’s Page and Instagram account must belong to its own business portfolio, not to anybody’s personal one. Make the Instagram account a business account and link it to the Page. Ask for at least two administrators, so that access does not hang on one person.',
    'step.meta.app': 'Create an app and fill in its basic settings',
    'step.meta.app.text':
      'Create the app on Meta’s developer pages and connect it to the business portfolio. On the page Settings, Basic fill in name, e-mail, category and icon, and the addresses of the privacy policy and the deletion instructions. Put the id and the secret of the app among the settings of the service as META_APP_ID and META_APP_SECRET. If the municipality has an app of its own, they can also be given in the form of the source.',
    'step.meta.verification': 'Have the municipality verified by Meta',
    'step.meta.verification.text':
      'Apply for business verification in the settings of the portfolio. You need the official name, address and phone number of the municipality, and a website whose address begins with https. If Meta does not find these in registers, it asks for a document. By a guide of Meta’s partner the answer mostly comes in 2–5 working days, but Meta promises no time. The verification is needed for searching by hashtag, and when one app serves several municipalities.',
    'step.meta.review': 'Apply for Meta’s App Review',
    'step.meta.review.text':
      'For searching by hashtag, ask for the feature Instagram Public Content Access. Other permissions need the review only when one app serves several municipalities: by Meta’s documentation, accounts of one’s own may be read with an app of one’s own without it. Paste the texts below, record a video of the wall and the desk, and give the reviewer a login to the desk. No time is promised: reckon with weeks and with questions. After the approval Meta asks every year anew how data is used, and the time to answer is 60 days.',
    'step.facebook.token': 'Make a token for a system user',
    'step.facebook.token.text':
      'Add a system user in the settings of the portfolio, give it the app and the Page, and generate a token. Choose the permissions pages_show_list and pages_read_engagement, for posts of visitors also pages_read_user_content, and for views read_insights. The token is shown only once, so paste it into the form of the source at once. Choose one that does not expire, if it is offered; otherwise renew it every 60 days.',
    'step.facebook.number': 'Find the number of the Page',
    'step.facebook.number.text':
      'The number is in the settings of the portfolio under the name of the Page, for example 100064000000001.',
    'step.instagram.token': 'Make a token for a system user',
    'step.instagram.token.text':
      'Add a system user in the settings of the portfolio, give it the app, the Page and the Instagram account, and generate a token. Choose the permissions instagram_basic and pages_read_engagement, for views and shares also instagram_manage_insights. The token is shown only once, so paste it into the form of the source at once. Choose one that does not expire, if it is offered; otherwise renew it every 60 days.',
    'step.instagram.number': 'Find the number of the Instagram account',
    'step.instagram.number.text':
      'The number is in the settings of the portfolio under the name of the account, for example 17841400000000001.',
    'step.instagram.early': 'Add hashtags a week before their campaign',
    'step.instagram.early.text':
      'Instagram tells only the last day’s posts of a hashtag. What was posted before the source was switched on cannot be had afterwards. Each spelling takes one of the week’s 30 places.',
    'step.google.terms': 'Accept the terms of YouTube’s interface',
    'step.google.terms.text':
      'Read the terms and the developer policies of YouTube API Services and accept them for the service. Because of them counts are shown as they are, the video is linked to, and data is asked for anew within 30 days.',
    'step.google.project': 'Create a Google Cloud project',
    'step.google.project.text':
      'Create a project, find YouTube Data API v3 in the library, and enable it. Use an account of the municipality or the service, not a personal one.',
    'step.google.key': 'Create a key and restrict it',
    'step.google.key.text':
      'Choose Credentials, Create credentials, API key. Restrict the key to YouTube Data API v3 and, if the server has a fixed address, to that. Put the key among the settings of the service as YOUTUBE_KEY.',
    'step.google.quota': 'Ask for more searches',
    'step.google.quota.text':
      'What everybody has is 100 searches a day, and the service uses half of it at most. That is enough for the hashtags of a few municipalities. More is given only after Google’s audit, by this form. No time is promised.',
    'step.youtube.channel': 'Find the name or the id of the channel',
    'step.youtube.channel.text':
      'The name begins with @ and is in the address of the channel’s page. The open feed needs the id, which begins with UC: it is on the channel’s page under Share channel, Copy channel ID.',
    'step.bluesky.terms': 'Accept Bluesky’s terms',
    'step.bluesky.terms.text':
      'Read Bluesky’s terms of service and accept them for the service. Searches are sparse, one in 20 minutes.',
    'step.bluesky.account': 'Create an account of the municipality’s own',
    'step.bluesky.account.text':
      'Searching needs a login. Create the account with an e-mail address of the municipality, not a personal one. It need not post anything.',
    'step.bluesky.password': 'Create an app password',
    'step.bluesky.password.text':
      'In the settings create an app password named Social wall. Do not let it read private messages. The account’s own password is not given to the service. An app password can be revoked at any time.',
    'step.mastodon.server': 'Choose servers',
    'step.mastodon.server.text':
      'A server knows only posts that have reached it. Choose two to four: a large one, and those used in Finland. See that the server’s rules allow it, and add a source for each. The same post still comes only once.',
    'step.feed.address': 'Find the address of the feed',
    'step.feed.address.text':
      'On a WordPress site it is mostly the address of the site and /feed/. Otherwise ask whoever runs the site for an RSS feed. The address of the page itself does not do.',
    'step.wordpress.open': 'See that the interface is open',
    'step.wordpress.open.text':
      'Open the address of the site followed by /wp-json/wp/v2/posts in a browser. If you see a long text, the interface is open. If you see an error, ask whoever runs the site, or use the feed.',
    'step.matomo.user': 'Create a user in Matomo who may only view',
    'step.matomo.user.text': 'Give the user view access only to the sites whose figures the digest needs.',
    'step.matomo.token': 'Create a token',
    'step.matomo.token.text':
      'Sign in as that user and open Administration, Personal, Security. Choose Create new token. The option Only allow secure requests is fine. The token is shown only once.',
    'step.matomo.number': 'Look up the number of the site',
    'step.matomo.number.text':
      'The number is in Matomo’s list of websites (ID), and in addresses as idSite=1.',
    'step.ga4.account': 'Make a service account and a key for it',
    'step.ga4.account.text':
      'Open https://console.cloud.google.com, enable the Google Analytics Data API, make a service account and a JSON key for it. Where the organisation forbids keys, use a refresh token.',
    'step.ga4.access': 'Let the service account view the property',
    'step.ga4.access.text':
      'Google Analytics: Admin, Property access management. Add the e-mail address of the service account as a Viewer.',
    'step.ga4.property': 'Look up the number of the property',
    'step.ga4.property.text':
      'It is under Admin, Property details. It is not the measurement id that begins with G.',
    'step.statfin.tables': 'Check the tables',
    'step.statfin.tables.text':
      'The tables are chosen beforehand. Try the source: when a table or a number has got another name, it says so. The names are at https://pxdata.stat.fi.',
  },
})
