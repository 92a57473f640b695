// Texts that people paste into the platforms' forms, made from the place's own names and addresses.
import { words } from './words.ts'

export const guideTextWords = words({
  fi: {
    'paste.meta.name': 'Sovelluksen nimi',
    'paste.meta.name.text': '{place} – someseinä',
    'paste.meta.what': 'Mitä sovellus tekee',
    'paste.meta.what.text':
      '{place} kokoaa omilla verkkosivuillaan someseinälle kunnan omia julkaisuja ja asukkaiden julkaisuja, joissa on kunnan aihetunniste. Viestintä lukee jokaisen asukkaan julkaisun ennen kuin se näkyy. Seinä on osoitteessa {wall}. Kävijät eivät kirjaudu palveluun, se ei aseta heille evästeitä eikä siinä ole mainoksia.',
    'paste.meta.hashtags': 'Instagram Public Content Access: käyttötarkoitus',
    'paste.meta.hashtags.text':
      'Etsimme kunnan omien aihetunnistekampanjoiden julkaisuja, jotta viestintä löytää, mitä paikasta kerrotaan. Haemme valituilla tunnisteilla kuvatekstin, linkin, ajan, mediatyypin sekä tykkäysten ja kommenttien määrän. Seinällä näytetään vain linkki ja tunniste, kunnes tekijä on antanut luvan. Linkki poistuu 30 päivän kuluttua. Neljännesvuosittain laskemme yhteismääriä, joista ketään ei voi tunnistaa.',
    'paste.meta.permissions': 'instagram_basic, pages_show_list ja pages_read_engagement: käyttötarkoitus',
    'paste.meta.permissions.text':
      'Näillä oikeuksilla luemme kunnan oman Facebook-sivun ja Instagram-tilin julkaisut ja näytämme ne kunnan someseinällä linkkeineen. Muiden sivuja ja tilejä emme lue.',
    'paste.meta.visitors': 'pages_read_user_content: käyttötarkoitus',
    'paste.meta.visitors.text':
      'Luemme julkaisut, joihin kunnan sivu on merkitty tai jotka kävijä on kirjoittanut sivulle. Ne odottavat viestinnän hyväksyntää, ja ilman tekijän lupaa niistä näytetään enintään linkki.',
    'paste.meta.insights': 'read_insights ja instagram_manage_insights: käyttötarkoitus',
    'paste.meta.insights.text':
      'Luemme kunnan omien julkaisujen katselujen ja jakojen määrät kunnan viestinnän neljännesvuosikoosteeseen.',
    'paste.meta.testing': 'Ohje tarkastajalle',
    'paste.meta.testing.text':
      '1. Avaa {wall}: näet someseinän, jota kuka tahansa voi katsoa. 2. Avaa {desk} ja kirjaudu tällä tunnuksella: (kirjoita tähän). 3. Valitse Lähteet: näet Facebook- ja Instagram-lähteet ja milloin niitä on luettu. 4. Valitse Jono: näet löytyneet julkaisut. Valitse Näytä, ja julkaisu tulee seinälle. 5. Avaa {deletion}: näin kuka tahansa pyytää julkaisunsa poistoa.',
    'paste.meta.data': 'Tietojen käsittely ja poisto',
    'paste.meta.data.text':
      'Rekisterinpitäjä on {place}. Tietoja käsitellään kunnan omassa palvelussa osoitteessa {site}, eikä niitä anneta muille. Tunnukset säilytetään salattuina. Asukkaan julkaisu, johon ei ole lupaa, poistetaan {days} päivän kuluttua. Poistoa voi pyytää kirjautumatta osoitteessa {deletion}: julkaisu piilotetaan heti, eikä sitä haeta uudelleen. Tietosuojaseloste on osoitteessa {privacy}.',
    'paste.google.use': 'YouTube-rajapinnan käyttö',
    'paste.google.use.text':
      '{place} hakee videoita kunnan aihetunnisteilla ja näyttää ne kunnan someseinällä ({wall}): linkin YouTubeen ja tekijän luvalla myös otsikon, kanavan ja kuvan. Luvut näytetään sellaisina kuin YouTube ne antaa. Tiedot kysytään uudelleen tai poistetaan 30 päivän kuluessa. Palvelussa ei kirjauduta Google-tilillä, videoita ei kopioida eikä siinä ole mainoksia. Tietosuojaseloste: {privacy}. Poistopyyntö: {deletion}.',
  },
  sv: {
    'paste.meta.name': 'Appens namn',
    'paste.meta.name.text': '{place} – webbvägg',
    'paste.meta.what': 'Vad appen gör',
    'paste.meta.what.text':
      '{place} samlar på en webbvägg på sin egen webbplats kommunens egna inlägg och invånares inlägg som har kommunens hashtagg. Kommunikationen läser varje invånares inlägg innan det visas. Väggen finns på {wall}. Besökare loggar inte in, får inga kakor och ser inga annonser.',
    'paste.meta.hashtags': 'Instagram Public Content Access: ändamål',
    'paste.meta.hashtags.text':
      'Vi söker inlägg i kommunens egna hashtaggkampanjer, så att kommunikationen hittar vad som berättas om orten. Med valda hashtaggar hämtar vi bildtext, länk, tid, medietyp och antalet gillanden och kommentarer. På väggen visas bara en länk och hashtaggen tills skribenten har gett sitt lov. Länken försvinner efter 30 dagar. Varje kvartal räknar vi totaler där ingen kan kännas igen.',
    'paste.meta.permissions': 'instagram_basic, pages_show_list och pages_read_engagement: ändamål',
    'paste.meta.permissions.text':
      'Med de här behörigheterna läser vi inläggen på kommunens egen Facebooksida och eget Instagramkonto och visar dem med länk på kommunens webbvägg. Andras sidor och konton läser vi inte.',
    'paste.meta.visitors': 'pages_read_user_content: ändamål',
    'paste.meta.visitors.text':
      'Vi läser inlägg där kommunens sida är taggad eller som en besökare har skrivit på sidan. De väntar på kommunikationens godkännande, och utan skribentens lov visas högst en länk.',
    'paste.meta.insights': 'read_insights och instagram_manage_insights: ändamål',
    'paste.meta.insights.text':
      'Vi läser antalet visningar och delningar av kommunens egna inlägg för kvartalsöversikten över kommunens kommunikation.',
    'paste.meta.testing': 'Anvisning till granskaren',
    'paste.meta.testing.text':
      '1. Öppna {wall}: du ser webbväggen, som vem som helst kan titta på. 2. Öppna {desk} och logga in med det här kontot: (skriv här). 3. Välj Källor: du ser Facebook- och Instagramkällorna och när de har lästs. 4. Välj Kö: du ser inläggen som hittats. Välj Visa, och inlägget kommer upp på väggen. 5. Öppna {deletion}: så ber vem som helst om att få sitt inlägg borttaget.',
    'paste.meta.data': 'Behandling och radering av uppgifter',
    'paste.meta.data.text':
      'Personuppgiftsansvarig är {place}. Uppgifterna behandlas i kommunens egen tjänst på {site} och ges inte till andra. Nycklar förvaras krypterade. En invånares inlägg utan lov raderas efter {days} dagar. Borttagning kan begäras utan inloggning på {deletion}: inlägget döljs genast och hämtas inte på nytt. Dataskyddsbeskrivningen finns på {privacy}.',
    'paste.google.use': 'Användning av YouTubes gränssnitt',
    'paste.google.use.text':
      '{place} söker videor med kommunens hashtaggar och visar dem på kommunens webbvägg ({wall}): en länk till YouTube och med skribentens lov också rubrik, kanal och bild. Siffrorna visas som YouTube ger dem. Uppgifterna frågas på nytt eller raderas inom 30 dagar. Ingen loggar in med Googlekonto, videor kopieras inte och det finns inga annonser. Dataskyddsbeskrivning: {privacy}. Begäran om borttagning: {deletion}.',
  },
  en: {
    'paste.meta.name': 'Name of the app',
    'paste.meta.name.text': '{place} social wall',
    'paste.meta.what': 'What the app does',
    'paste.meta.what.text':
      'The municipality {place} gathers on a social wall on its own website its own posts and posts of residents that carry the municipality’s hashtag. The communications team reads every resident’s post before it is shown. The wall is at {wall}. Visitors do not sign in, get no cookies and see no advertisements.',
    'paste.meta.hashtags': 'Instagram Public Content Access: how it is used',
    'paste.meta.hashtags.text':
      'We look for posts of the municipality’s own hashtag campaigns, so that its communications team finds what is told about the place. For the chosen hashtags we read caption, permalink, time, media type and the numbers of likes and comments. The wall shows only a link and the hashtag until the author has given consent. The link goes after 30 days. Every quarter we count totals in which nobody can be recognised.',
    'paste.meta.permissions': 'instagram_basic, pages_show_list and pages_read_engagement: how they are used',
    'paste.meta.permissions.text':
      'With these permissions we read the posts of the municipality’s own Facebook Page and Instagram account and show them, with links, on the municipality’s social wall. We do not read Pages or accounts of others.',
    'paste.meta.visitors': 'pages_read_user_content: how it is used',
    'paste.meta.visitors.text':
      'We read posts that tag the municipality’s Page or that visitors have written on it. They wait for the approval of the communications team, and without the author’s consent at most a link is shown.',
    'paste.meta.insights': 'read_insights and instagram_manage_insights: how they are used',
    'paste.meta.insights.text':
      'We read the numbers of views and shares of the municipality’s own posts for the quarterly digest of its communication.',
    'paste.meta.testing': 'Instructions for the reviewer',
    'paste.meta.testing.text':
      '1. Open {wall}: you see the social wall, which anybody can look at. 2. Open {desk} and sign in with this account: (write it here). 3. Choose Sources: you see the Facebook and Instagram sources and when they were read. 4. Choose Queue: you see the posts that were found. Choose Show, and a post comes to the wall. 5. Open {deletion}: this is how anybody asks for the removal of a post.',
    'paste.meta.data': 'Data handling and deletion',
    'paste.meta.data.text':
      'The controller is the municipality {place}. Data is processed in the municipality’s own service at {site} and given to nobody else. Tokens are kept encrypted. A resident’s post without consent is deleted after {days} days. Anybody can ask for a removal without signing in at {deletion}: the post is hidden at once and is not fetched again. The privacy policy is at {privacy}.',
    'paste.google.use': 'Use of the YouTube API',
    'paste.google.use.text':
      'The municipality {place} searches for videos with its hashtags and shows them on its social wall ({wall}): a link to YouTube and, with the author’s consent, also title, channel and thumbnail. Counts are shown as YouTube gives them. Data is refreshed or deleted within 30 days. Nobody signs in with a Google account, videos are not copied and there are no advertisements. Privacy policy: {privacy}. Requests for removal: {deletion}.',
  },
})
