// What every channel needs, brings and does not allow, and how it was tried: said at the desk and in the README.
import { words } from './words.ts'

export const channelFactWords = words({
  fi: {
    'told.feed.needs': 'Syötteen osoite. Avainta tai lupaa ei tarvita.',
    'told.feed.brings': 'Sivuston jutut (RSS, Atom, RDF, JSON Feed) niin pitkältä kuin syöte niitä kertoo.',
    'told.feed.bars': 'Syöte ei kerro tykkäyksiä eikä sitä, mikä on poistettu.',
    'told.mastodon.needs': 'Palvelimen nimi. Avainta ei tarvita.',
    'told.mastodon.brings':
      'Julkaisut aihetunnisteella tai yhdeltä tililtä, tykkäykset, vastaukset ja jaot; muokkaukset ja poistot huomataan.',
    'told.mastodon.bars':
      'Palvelin tuntee vain julkaisut, jotka ovat tulleet sille asti, ja se voi sulkea hakunsa ulkopuolisilta. Enintään 300 kyselyä viidessä minuutissa.',
    'told.bluesky.needs': 'Kunnan oma tili ja sille luotu sovellussalasana.',
    'told.bluesky.brings':
      'Julkaisut aihetunnisteella tai yhdeltä tililtä, tykkäykset, vastaukset ja jaot; muokkaukset ja poistot huomataan.',
    'told.bluesky.bars':
      'Haku ei onnistu kirjautumatta. Julkaisua, jonka tekijä näyttää vain kirjautuneille, ei näytetä seinällä.',
    'told.youtube.needs':
      'Googlen avain, joka on yhteinen koko palvelulle. Kanavan omat videot voi lukea avoimesta syötteestä ilman avainta.',
    'told.youtube.brings':
      'Videot aihetunnisteella tai yhdeltä kanavalta, tykkäykset, kommentit ja katselut; poistot huomataan. Avoimesta syötteestä vain uusimmat videot.',
    'told.youtube.bars':
      'Enintään 100 hakua vuorokaudessa kaikille kunnille yhteensä. Videota ei saa kopioida, ja tiedot on kysyttävä uudelleen 30 päivän välein.',
    'told.facebook.needs':
      'Kunnan Facebook-sivu, sovellus Metassa ja järjestelmäkäyttäjän tunnus. Metan tarkastus vain, jos sovellus ei ole kunnan oma.',
    'told.facebook.brings':
      'Sivun omat julkaisut, julkaisut, joihin sivu on merkitty, ja kävijöiden julkaisut; tykkäykset, kommentit, jaot ja omien julkaisujen katselut.',
    'told.facebook.bars': 'Aihetunnisteella ei voi hakea: sellaista rajapintaa ei ole.',
    'told.instagram.needs':
      'Yritystili, joka on yhdistetty Facebook-sivuun, sovellus Metassa ja tunnus. Aihetunnisteisiin lisäksi se, että Meta on vahvistanut kunnan ja tarkastanut sovelluksen.',
    'told.instagram.brings':
      'Aihetunnisteen julkaisut viimeisen vuorokauden ajalta linkkeinä, tilin omat julkaisut ja julkaisut, joihin tili on merkitty.',
    'told.instagram.bars':
      'Aihetunnisteella löytyneen julkaisun tekijää ei kerrota, eikä sitä voi lukea uudelleen: linkki näkyy enintään 30 päivää. Enintään 30 tunnistetta viikossa.',
    'told.wordpress.needs': 'Sivuston osoite. Avainta ei tarvita.',
    'told.wordpress.brings':
      'Sivuston jutut: kaikki, yhden luokan tai ne, joilla on jokin aihetunnisteista; muokkaukset ja poistot huomataan.',
    'told.wordpress.bars': 'Sivusto voi sulkea rajapintansa; silloin jää syöte. Tykkäyksiä ei ole.',
    'told.matomo.needs':
      'Matomon osoite, sivuston numero ja tunnus käyttäjältä, jolla on vain katseluoikeus.',
    'told.matomo.brings': 'Käynnit, sivunäytöt, sivuston haut ja siirtymät muille sivustoille päivittäin.',
    'told.matomo.bars': 'Vain se, minkä tunnuksen käyttäjä saa nähdä.',
    'told.pasted.needs': 'Julkaisun osoite.',
    'told.pasted.brings':
      'Yksi julkaisu: sen sivulta luetaan tekijä, teksti, kuva ja päivä, ja sinä korjaat ne. Sopii myös X:lle, LinkedInille ja TikTokille.',
    'told.pasted.bars': 'Yksityistä julkaisua ei voi lukea. X:n julkaisusta näytetään vain linkki.',
    'told.story.needs': 'Lomake kytketään päälle työpöydällä.',
    'told.story.brings': 'Asukkaan oma kertomus kuvineen ja lupineen.',
    'told.story.bars': 'Mitään ei näytetä ennen kuin ihminen on lukenut sen, eikä luvan päätyttyä.',
    'told.sheet.needs': 'CSV- tai Excel-tiedosto.',
    'told.sheet.brings': 'Monta julkaisua lukuineen. Ne merkitään käsin viedyiksi.',
    'told.sheet.bars': 'Asukkaan julkaisu tarvitsee luvan kuten muutkin.',
    'told.linkedin.why':
      'Luettavissa ovat vain oman organisaation julkaisut, ja niihinkin tarvitaan LinkedInin tarkastus. Muiden julkaisuja ja aihetunnisteita ei saa.',
    'told.tiktok.why':
      'Luettavissa ovat vain oman tilin videot, ja niihinkin tarvitaan TikTokin tarkastus. Aihetunnisteella ei voi hakea.',
    'told.threads.why':
      'Aihetunnistehaku on olemassa, mutta se vaatii oman tarkastuksensa Metassa. Sitä ei ole vielä tehty.',
    'told.flickr.why':
      'Haku on olemassa, mutta avain on vain ei-kaupalliseen käyttöön. Sitä ei ole vielä tehty.',
    'told.pixelfed.why':
      'Haku vaatii aina käyttäjän tunnuksen. Suurin osa julkaisuista näkyy myös Mastodonin palvelimilla, joita luetaan.',
    'told.x.why':
      'Jokainen luettu julkaisu maksaa, ja X vaatii viranomaisilta Enterprise-sopimuksen. Koskeeko se suomalaista kuntaa, ei ole varmaa, joten hakua ei ole ennen kuin joku vastuullinen on päättänyt siitä.',
    'proof.live': 'Kokeiltu oikeaa palvelua vasten.',
    'proof.software': 'Kokeiltu oikean ohjelmiston kanssa.',
    'proof.types': 'Verrattu alustan omiin määrittelyihin, ei vielä oikeaa palvelua vasten.',
    'proof.unproven': 'Kokeiltu vain itse tehtyä jäljitelmää vasten.',
    'told.ga4.needs':
      'Google Analyticsin ominaisuuden numero ja palvelutilin avain, jolla on katseluoikeus. Avaimen sijaan käy päivitystunnus.',
    'told.ga4.brings': 'Käynnit, sivunäytöt, sivuston haut ja siirtymät muille sivustoille päivittäin.',
    'told.ga4.bars':
      'Vain suostumuksen antaneet kävijät lasketaan. Pienet luvut voivat puuttua, ja silloin luku on arvio.',
    'told.statfin.needs': 'Kunnan numero muodossa KU320. Avainta ei tarvita.',
    'told.statfin.brings':
      'Muutot, majoitukset ja työttömyys sellaisina kuin Tilastokeskus ne julkaisee; uudet luvut ja korjaukset huomataan joka päivä.',
    'told.statfin.bars': 'Pienten kuntien lukuja voidaan salata. Ennakkotiedot muuttuvat vielä.',
  },
  sv: {
    'told.feed.needs': 'Flödets adress. Ingen nyckel och inget tillstånd behövs.',
    'told.feed.brings':
      'Webbplatsens artiklar (RSS, Atom, RDF, JSON Feed) så långt tillbaka som flödet berättar.',
    'told.feed.bars': 'Ett flöde berättar varken om gillanden eller om vad som har tagits bort.',
    'told.mastodon.needs': 'Serverns namn. Ingen nyckel behövs.',
    'told.mastodon.brings':
      'Inlägg med hashtagg eller från ett konto, gillanden, svar och delningar; ändringar och borttagningar märks.',
    'told.mastodon.bars':
      'En server känner bara till inlägg som har nått den, och den kan stänga sin sökning för utomstående. Högst 300 frågor på fem minuter.',
    'told.bluesky.needs': 'Kommunens eget konto och ett applösenord för det.',
    'told.bluesky.brings':
      'Inlägg med hashtagg eller från ett konto, gillanden, svar och delningar; ändringar och borttagningar märks.',
    'told.bluesky.bars':
      'Utan inloggning går det inte att söka. Ett inlägg som skribenten bara visar för inloggade visas inte på väggen.',
    'told.youtube.needs':
      'En nyckel från Google, gemensam för hela tjänsten. En kanals egna videor kan läsas ur dess öppna flöde utan nyckel.',
    'told.youtube.brings':
      'Videor med hashtagg eller från en kanal, gillanden, kommentarer och visningar; borttagningar märks. Ur det öppna flödet bara de nyaste videorna.',
    'told.youtube.bars':
      'Högst 100 sökningar per dygn för alla kommuner tillsammans. Videor får inte kopieras, och uppgifterna måste frågas på nytt var 30:e dag.',
    'told.facebook.needs':
      'Kommunens Facebooksida, en app hos Meta och en systemanvändares token. Metas granskning bara om appen inte är kommunens egen.',
    'told.facebook.brings':
      'Sidans egna inlägg, inlägg där sidan är taggad och besökares inlägg; gillanden, kommentarer, delningar och visningar av egna inlägg.',
    'told.facebook.bars': 'Det går inte att söka på hashtaggar: något sådant gränssnitt finns inte.',
    'told.instagram.needs':
      'Ett företagskonto som är kopplat till en Facebooksida, en app hos Meta och en token. För hashtaggar dessutom verifiering av kommunen och Metas granskning.',
    'told.instagram.brings':
      'Det senaste dygnets inlägg med en hashtagg som länkar, kontots egna inlägg och inlägg där kontot är taggat.',
    'told.instagram.bars':
      'Vem som skrivit ett inlägg med en hashtagg berättas inte, och inlägget kan inte läsas på nytt: länken visas i högst 30 dagar. Högst 30 hashtaggar i veckan.',
    'told.wordpress.needs': 'Webbplatsens adress. Ingen nyckel behövs.',
    'told.wordpress.brings':
      'Webbplatsens artiklar: alla, en kategoris eller de som har någon av hashtaggarna; ändringar och borttagningar märks.',
    'told.wordpress.bars':
      'En webbplats kan stänga sitt gränssnitt; då återstår flödet. Gillanden finns inte.',
    'told.matomo.needs':
      'Matomos adress, webbplatsens nummer och en token för en användare som bara får titta.',
    'told.matomo.brings':
      'Besök, sidvisningar, sökningar på webbplatsen och klick till andra webbplatser, per dag.',
    'told.matomo.bars': 'Bara det som tokenens användare får se.',
    'told.pasted.needs': 'Inläggets adress.',
    'told.pasted.brings':
      'Ett inlägg: från dess sida läses skribent, text, bild och datum, och du rättar dem. Passar också för X, LinkedIn och TikTok.',
    'told.pasted.bars': 'Ett privat inlägg kan inte läsas. Av inlägg på X visas bara en länk.',
    'told.story.needs': 'Formuläret slås på vid arbetsbordet.',
    'told.story.brings': 'En invånares egen berättelse med bilder och lov.',
    'told.story.bars': 'Inget visas innan en människa har läst det, och inte efter att lovet har gått ut.',
    'told.sheet.needs': 'En CSV- eller Excelfil.',
    'told.sheet.brings': 'Många inlägg med siffror. De märks som införda för hand.',
    'told.sheet.bars': 'En invånares inlägg behöver lov som alla andra.',
    'told.linkedin.why':
      'Bara den egna organisationens inlägg kan läsas, och också det kräver LinkedIns granskning. Andras inlägg och hashtaggar får man inte.',
    'told.tiktok.why':
      'Bara det egna kontots videor kan läsas, och också det kräver TikToks granskning. Det går inte att söka på hashtaggar.',
    'told.threads.why':
      'En sökning på hashtaggar finns, men den kräver en egen granskning hos Meta. Den är inte gjord än.',
    'told.flickr.why':
      'En sökning finns, men nyckeln är bara för icke-kommersiellt bruk. Den är inte gjord än.',
    'told.pixelfed.why':
      'Sökningen kräver alltid en användares token. De flesta inläggen syns också på Mastodonservrar, som läses.',
    'told.x.why':
      'Varje läst inlägg kostar, och X kräver ett Enterpriseavtal av myndigheter. Om det gäller en finländsk kommun är inte säkert, så sökningen finns inte förrän någon ansvarig har beslutat om det.',
    'proof.live': 'Prövad mot den riktiga tjänsten.',
    'proof.software': 'Prövad med den riktiga programvaran.',
    'proof.types': 'Jämförd med plattformens egna definitioner, ännu inte prövad mot den riktiga tjänsten.',
    'proof.unproven': 'Prövad bara mot vår egen efterbildning.',
    'told.ga4.needs':
      'Numret på egendomen i Google Analytics och en nyckel för ett tjänstkonto med läsrätt. En uppdateringstoken duger också.',
    'told.ga4.brings': 'Besök, sidvisningar, sökningar och klick till andra webbplatser per dag.',
    'told.ga4.bars':
      'Bara besökare som gett samtycke räknas. Små tal kan saknas, och då är talet en uppskattning.',
    'told.statfin.needs': 'Kommunens nummer i formen KU320. Ingen nyckel behövs.',
    'told.statfin.brings':
      'Flyttningar, övernattningar och arbetslöshet så som Statistikcentralen publicerar dem; nya tal och rättelser upptäcks varje dag.',
    'told.statfin.bars': 'Små kommuners tal kan vara sekretessbelagda. Preliminära tal ändras ännu.',
  },
  en: {
    'told.feed.needs': 'The address of the feed. No key and no permission.',
    'told.feed.brings': 'The site’s stories (RSS, Atom, RDF, JSON Feed), as far back as the feed tells them.',
    'told.feed.bars': 'A feed tells neither likes nor what has been deleted.',
    'told.mastodon.needs': 'The name of a server. No key.',
    'told.mastodon.brings':
      'Posts by hashtag or of one account, with likes, replies and boosts; edits and deletions are noticed.',
    'told.mastodon.bars':
      'A server knows only posts that have reached it, and may close its search to outsiders. At most 300 requests in five minutes.',
    'told.bluesky.needs': 'An account of the town’s own, and an app password made for it.',
    'told.bluesky.brings':
      'Posts by hashtag or of one account, with likes, replies and reposts; edits and deletions are noticed.',
    'told.bluesky.bars':
      'No search without signing in. A post that its author shows only to those who are signed in is not shown on the wall.',
    'told.youtube.needs':
      'A key from Google, one for the whole installation. A channel’s own videos can be read from its open feed without a key.',
    'told.youtube.brings':
      'Videos by hashtag or of one channel, with likes, comments and views; deletions are noticed. From the open feed only the newest videos.',
    'told.youtube.bars':
      'At most 100 searches a day for all places together. Videos may not be copied, and data must be asked for anew within 30 days.',
    'told.facebook.needs':
      'The town’s Page, an app with Meta and a token of a system user. Meta’s review only where the app is not the town’s own.',
    'told.facebook.brings':
      'The Page’s own posts, posts that tag it and posts of visitors, with likes, comments, shares, and views of its own posts.',
    'told.facebook.bars': 'No search by hashtag: there is no such interface.',
    'told.instagram.needs':
      'A business account linked to a Page, an app with Meta and a token. For hashtags also the verification of the town and Meta’s review.',
    'told.instagram.brings':
      'A hashtag’s posts of the last day as links, the account’s own posts, and posts that tag the account.',
    'told.instagram.bars':
      'Who wrote a post found by hashtag is not told, and it cannot be read again: its link is shown for 30 days at most. At most 30 hashtags a week.',
    'told.wordpress.needs': 'The address of the site. No key.',
    'told.wordpress.brings':
      'The site’s stories: all, those of a category, or those with one of the hashtags; edits and deletions are noticed.',
    'told.wordpress.bars': 'A site may close its interface; its feed remains. There are no likes.',
    'told.matomo.needs':
      'The address of Matomo, the number of the site, and a token of a user who may only view.',
    'told.matomo.brings': 'Visits, page views, searches on the site and clicks to other sites, day by day.',
    'told.matomo.bars': 'Only what the user of the token may see.',
    'told.pasted.needs': 'The address of a post.',
    'told.pasted.brings':
      'One post: its page tells author, text, picture and date, and a person corrects them. Also for X, LinkedIn and TikTok.',
    'told.pasted.bars': 'A private post cannot be read. Of posts on X only a link is shown.',
    'told.story.needs': 'The form is switched on at the desk.',
    'told.story.brings': 'A resident’s own story with pictures and consent.',
    'told.story.bars': 'Nothing is shown before a person has read it, nor after the consent has ended.',
    'told.sheet.needs': 'A CSV or Excel file.',
    'told.sheet.brings': 'Many posts with their figures, marked as entered by hand.',
    'told.sheet.bars': 'A resident’s post needs consent like any other.',
    'told.linkedin.why':
      'Only the posts of one’s own organisation can be read, and that after LinkedIn’s review. Posts of others and hashtags cannot be had.',
    'told.tiktok.why':
      'Only the videos of one’s own account can be read, and that after TikTok’s review. There is no search by hashtag.',
    'told.threads.why':
      'A search by hashtag exists, but it needs a review of its own with Meta. It is not made yet.',
    'told.flickr.why': 'A search exists, but its key is for non-commercial use only. It is not made yet.',
    'told.pixelfed.why':
      'Its search always needs a user’s token. Most of its posts are also seen on Mastodon servers, which are read.',
    'told.x.why':
      'Every post read costs money, and X demands an Enterprise agreement of government users. Whether that holds for a Finnish municipality is not certain, so nothing is read before somebody in charge has decided on it.',
    'proof.live': 'Tried against the real service.',
    'proof.software': 'Tried with the real software.',
    'proof.types': 'Compared with the platform’s own definitions, not yet tried against the real service.',
    'proof.unproven': 'Tried against our own simulator only.',
    'told.ga4.needs':
      'The number of the Google Analytics property and the key of a service account that may view it. A refresh token will do, too.',
    'told.ga4.brings': 'Visits, page views, searches on the site and clicks to other sites, day by day.',
    'told.ga4.bars':
      'Only visitors who have consented are counted. Small numbers may be held back, and then a number is an estimate.',
    'told.statfin.needs': 'The number of the municipality as KU320. No key.',
    'told.statfin.brings':
      'Moves, overnight stays and unemployment as Statistics Finland publishes them; new numbers and corrections are noticed every day.',
    'told.statfin.bars': 'Numbers of small municipalities may be kept secret. Preliminary ones still change.',
  },
})
