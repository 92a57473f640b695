// The privacy notice in words: whose data, why, how long (the times come from `keeping`), and what a person can do.
import { words } from './words.ts'

export const privacyWords = words({
  fi: {
    'privacy.title': 'Tietosuojaseloste',
    'privacy.lede':
      'Someseinä näyttää julkaisuja, jotka on julkaistu avoimesti muualla. Tässä kerrotaan, mitä niistä ja niiden tekijöistä tallennetaan, miksi ja kuinka kauan, ja mitä voit itse tehdä.',
    'privacy.who': 'Rekisterinpitäjä',
    'privacy.who.place': 'Rekisterinpitäjä on kunta: {place}.',
    'privacy.who.joint':
      '{place} on yhteinen seinä. Julkaisun rekisterinpitäjä on se kunta, jonka omalta seinältä julkaisu tulee: {members}.',
    'privacy.who.unit': 'Kysymyksiin ja pyyntöihin vastaa {unit}.',
    'privacy.who.officer': 'Kunnan tietosuojavastaavan tavoittaa osoitteesta {officer}.',
    'privacy.who.registry':
      'Kysymyksiin ja pyyntöihin vastaa kunnan kirjaamo, joka ohjaa ne tarvittaessa kunnan tietosuojavastaavalle. Yhteystiedot ovat kunnan omilla verkkosivuilla.',
    'privacy.visit': 'Kun katsot seinää',
    'privacy.visit.none':
      'Seinä ei aseta evästeitä, ei tallenna mitään laitteellesi eikä seuraa sinua. Se lataa kaiken, myös kuvat, tästä palvelusta, joten someyhtiöt eivät saa tietää käynnistäsi. Siksi suostumusta ei kysytä.',
    'privacy.visit.counts':
      'Käytöstä lasketaan vain päivän summat: kuinka monta kertaa seinä nähtiin, julkaisu tai kanava avattiin, seinä jaettiin tai seuraava askel valittiin. IP-osoitetta palvelu pitää hetken muistissaan liian tiheiden pyyntöjen rajoittamiseksi eikä tallenna sitä.',
    'privacy.visit.out':
      'Kun avaat alkuperäisen julkaisun, siirryt palveluun, jolla on omat ehtonsa. Toimituksen työpöydällä on yksi välttämätön eväste, joka pitää kirjautuneen sisällä, ja selain muistaa siellä yhden näppäimistöasetuksen.',
    'privacy.what': 'Mitä tallennetaan ja mistä',
    'privacy.what.from':
      'Palvelu hakee julkisia julkaisuja niistä kanavista ja niillä aihetunnisteilla, jotka kunta on valinnut. Käytössä nyt: {channels}.',
    'privacy.what.none':
      'Palvelu hakee julkisia julkaisuja niistä kanavista ja niillä aihetunnisteilla, jotka kunta on valinnut. Vielä yhtään kanavaa ei ole käytössä.',
    'privacy.what.kept':
      'Julkaisusta tallennetaan teksti, kuvat, osoite, aika, kieli, aihetunnisteet sekä tykkäysten, kommenttien, jakojen ja katselujen määrät. Tekijästä tallennetaan nimi, käyttäjätunnus, alustan antama tunniste ja profiilin osoite. Siitä, kuka tykkäsi tai kommentoi, ei tallenneta mitään.',
    'privacy.what.person':
      'Asukkaan julkaisu ei tule seinälle itsestään: ihminen päättää jokaisesta erikseen. Kenestäkään ei tehdä profiilia, pisteytystä tai automaattista päätöstä.',
    'privacy.why': 'Mitä näytetään ja millä perusteella',
    'privacy.why.own':
      'Kunnan ja sen henkilöstön julkaisut näytetään kokonaan. Peruste on yleistä etua koskeva tehtävä, kunnan viestintä (EU:n tietosuoja-asetuksen 6 artiklan 1 kohdan e alakohta, tietosuojalain 4 § ja kuntalain 29 §).',
    'privacy.why.partner':
      'Kumppanin julkaisut näytetään kokonaan, kun kumppanin kanssa on kirjattu sopimus. Niissä olevien henkilötietojen peruste on sama yleistä etua koskeva tehtävä. Ilman sopimusta kumppania kohdellaan kuten asukasta.',
    'privacy.why.consent':
      'Asukkaan tai muun henkilön julkaisu näytetään kokonaan vain tekijän suostumuksella (6 artiklan 1 kohdan a alakohta). Suostumuksesta kirjataan, mitä se koskee, miten se saatiin ja mihin asti se on voimassa. Jos kuvasta tunnistaa lapsen, suostumusta ei voi kirjata ilman huoltajan lupaa.',
    'privacy.why.link':
      'Ilman suostumusta julkaisusta näytetään enintään linkki ja aihetunniste: ei nimeä, ei tekstiä, ei kuvaa. Linkin osoitteessa voi näkyä käyttäjätunnus, jos alusta on muodostanut osoitteen niin. X:n julkaisuista näytetään aina vain linkki. Peruste on yleistä etua koskeva tehtävä.',
    'privacy.why.count':
      'Kaikki löydetyt julkaisut lasketaan neljännesvuoden koosteeseen samalla perusteella. Kooste kertoo lukuja: asukkaiden nimiä ja julkaisuja ei kopioida siihen.',
    'privacy.keep': 'Kuinka kauan tietoja säilytetään',
    'privacy.keep.text':
      'Tiedot, joiden aika on kulunut, poistetaan kerran vuorokaudessa. Kun julkaisu poistetaan ajan kuluttua, siitä jäävät kanava, aika, kieli, aihetunnisteet, lukumäärät sekä julkaisun ja tekijän suolatut tiivisteet, joilla aiemmat koosteet voi laskea uudelleen.',
    'privacy.keep.shelf':
      'Seinän viimeiset julkaisut ovat palvelimella myös tiedostona, josta ne näytetään, jos tietokanta ei vastaa. Piilotettu julkaisu lähtee tiedostosta heti, ja tiedosto on enintään {shelf} vanha.',
    'privacy.keep.post': 'Asukkaan julkaisu ilman suostumusta: teksti, kuvat, osoite ja tekijän tiedot',
    'privacy.keep.post.time': '{post} siitä, kun julkaisu löytyi',
    'privacy.keep.shown': 'Asukkaan julkaisu, jolla on suostumus tai joka on viikon nostona',
    'privacy.keep.shown.time':
      'niin kauan kuin suostumus tai nosto on voimassa, sen jälkeen kuten ilman suostumusta',
    'privacy.keep.preview': 'Asukkaan kuva, jonka vain toimitus näkee päätöstä varten',
    'privacy.keep.preview.time':
      'enintään {preview}; poistetaan jo päätöksen jälkeen, jos suostumusta ei ole',
    'privacy.keep.gone': 'Asukkaan julkaisu, joka on poistettu alkuperäisestä palvelusta',
    'privacy.keep.gone.time': '{gone} siitä, kun poisto huomattiin; seinältä se lähtee heti',
    'privacy.keep.own': 'Kunnan, henkilöstön ja sopimuskumppanin julkaisut',
    'privacy.keep.own.time': 'toistaiseksi',
    'privacy.keep.consent':
      'Tieto suostumuksesta sekä oman tarinan lähettäjän nimi ja sähköpostiosoite, jos hän on ne antanut',
    'privacy.keep.consent.time': '{consent} suostumuksen päättymisestä',
    'privacy.keep.removal': 'Poistopyynnön syy ja yhteystieto',
    'privacy.keep.removal.time': '{removal} päätöksestä; julkaisun osoite ja päätös jäävät',
    'privacy.keep.sender': 'Tiiviste poistopyynnön lähettäjän IP-osoitteesta, häirinnän estämiseksi',
    'privacy.keep.sender.time': '{guess}',
    'privacy.keep.feedback': 'Viestinnän kirjaaman palautteen ja kyselyn avoimen vastauksen teksti',
    'privacy.keep.feedback.time': '{feedback} palautteen päivästä',
    'privacy.keep.idea':
      'Idean antajan nimi ja yhteystieto sekä sellaisen idean teksti, josta ei tullut kokeilua',
    'privacy.keep.idea.time':
      '{idea} siitä, kun idea on käsitelty, tai lähettämisestä, jos sitä ei ole käsitelty',
    'privacy.keep.guide': 'Oppaan nimi ja yhteystieto viestinnän sisältökortilla',
    'privacy.keep.guide.time':
      'yhteystieto {guide} kauden päättymisestä, kortin muutoshistoriassa {guide} muutoksesta; nimi niin kauan kuin kortti on',
    'privacy.keep.interview': 'Viestinnän kirjaaman haastattelun teksti',
    'privacy.keep.interview.time': '{interview} siitä, kun neljänneksen kooste on julkaistu',
    'privacy.keep.mail':
      'Viestit, jotka palvelu on lähettänyt työpöydän käyttäjille ja koosteiden vastaanottajille',
    'privacy.keep.recipient': 'Koosteiden vastaanottajan rooli ja sähköpostiosoite',
    'privacy.keep.recipient.time':
      'niin kauan kuin koosteita lähetetään; osoite vielä {recipient} sen jälkeen',
    'privacy.keep.mail.time': '{mail} lähetyksestä',
    'privacy.keep.desk': 'Työpöydän käyttäjän nimi ja sähköposti',
    'privacy.keep.desk.time': 'kunnes pääkäyttäjä poistaa tunnuksen; tieto siitä, kuka päätti mitäkin, jää',
    'privacy.keep.audit': 'Merkintä siitä, kuka teki mitäkin työpöydällä',
    'privacy.keep.audit.time': '{audit} tapahtumasta',
    'privacy.share': 'Kuka tiedot näkee',
    'privacy.share.text':
      'Seinällä olevan näkee kuka tahansa. Muun näkevät vain ne, joille kunta on antanut tunnuksen työpöydälle. Palvelu ei anna tietoja mainostajille eikä analytiikkapalveluille.',
    'privacy.share.hosting': '{hosting}',
    'privacy.share.ask':
      'Kunta kertoo, missä palvelin on, kuka sitä ylläpitää ja siirretäänkö tietoja EU:n ulkopuolelle.',
    'privacy.rights': 'Mitä voit tehdä',
    'privacy.rights.remove':
      'Pyydä julkaisusi poistoa lomakkeella, joka ei vaadi kirjautumista. Julkaisu piilotetaan heti, kun se löytyy osoitteella, ja ihminen ratkaisee pyynnön kuukauden kuluessa. Poistettua ei haeta uudelleen: siitä jää vain tiiviste, josta sen tunnistaa.',
    'privacy.rights.object':
      'Samalla lomakkeella voit vastustaa kaikkien omien julkaisujesi käsittelyä, myös tulevien.',
    'privacy.rights.withdraw':
      'Peru suostumuksesi milloin tahansa linkistä, jolla annoit sen, tai ilmoittamalla siitä kunnalle. Julkaisu poistuu seinältä heti, ja kopiomme kuvasta poistetaan.',
    'privacy.rights.rest':
      'Pyydä kunnalta omat tietosi nähtäväksi, niiden oikaisemista tai poistamista taikka käsittelyn rajoittamista. Kunnan on vastattava kuukauden kuluessa.',
    'privacy.rights.form': 'Avaa poistopyynnön lomake',
    'privacy.complain': 'Valitus',
    'privacy.complain.text':
      'Jos tietojasi käsitellään mielestäsi väärin, voit valittaa tietosuojavaltuutetulle.',
    'privacy.complain.name': 'Tietosuojavaltuutetun toimisto, PL 800, 00531 Helsinki',
    'privacy.complain.site': 'https://tietosuoja.fi',
    'keeping.days': '{n} {n|päivä|päivää}',
    'keeping.years': '{n} {n|vuosi|vuotta}',
  },
  sv: {
    'privacy.title': 'Dataskyddsbeskrivning',
    'privacy.lede':
      'Webbväggen visar inlägg som har publicerats öppet på annat håll. Här står det vad som sparas om dem och deras skribenter, varför och hur länge, och vad du själv kan göra.',
    'privacy.who': 'Personuppgiftsansvarig',
    'privacy.who.place': 'Personuppgiftsansvarig är kommunen: {place}.',
    'privacy.who.joint':
      '{place} är en gemensam vägg. Personuppgiftsansvarig för ett inlägg är den kommun vars egen vägg inlägget kommer från: {members}.',
    'privacy.who.unit': 'Frågor och begäranden besvaras av {unit}.',
    'privacy.who.officer': 'Kommunens dataskyddsombud nås på {officer}.',
    'privacy.who.registry':
      'Frågor och begäranden besvaras av kommunens registratorskontor, som vid behov skickar dem vidare till kommunens dataskyddsombud. Kontaktuppgifterna finns på kommunens egen webbplats.',
    'privacy.visit': 'När du ser på väggen',
    'privacy.visit.none':
      'Väggen använder inga kakor, sparar ingenting på din enhet och följer dig inte. Allt, också bilderna, laddas från den här tjänsten, så företagen bakom sociala medier får inte veta om ditt besök. Därför frågar vi inte efter samtycke.',
    'privacy.visit.counts':
      'Av användningen räknas bara dagens summor: hur många gånger väggen sågs, ett inlägg eller en kanal öppnades, väggen delades eller ett nästa steg valdes. IP-adressen hålls en stund i tjänstens minne för att begränsa alltför täta anrop och sparas inte.',
    'privacy.visit.out':
      'När du öppnar ett ursprungligt inlägg kommer du till en tjänst med egna villkor. På redaktionens skrivbord finns en nödvändig kaka som håller användaren inloggad, och webbläsaren minns där en tangentbordsinställning.',
    'privacy.what': 'Vad som sparas och varifrån',
    'privacy.what.from':
      'Tjänsten hämtar offentliga inlägg från de kanaler och med de hashtaggar som kommunen har valt. I bruk nu: {channels}.',
    'privacy.what.none':
      'Tjänsten hämtar offentliga inlägg från de kanaler och med de hashtaggar som kommunen har valt. Ännu är ingen kanal i bruk.',
    'privacy.what.kept':
      'Av inlägget sparas text, bilder, adress, tid, språk, hashtaggar och antalet gillanden, kommentarer, delningar och visningar. Om skribenten sparas namn, användarnamn, plattformens kod och profilens adress. Om vem som gillade eller kommenterade sparas ingenting.',
    'privacy.what.person':
      'En invånares inlägg kommer inte på väggen av sig självt: en människa beslutar om vart och ett. Ingen profileras eller poängsätts, och inga automatiska beslut fattas.',
    'privacy.why': 'Vad som visas och på vilken grund',
    'privacy.why.own':
      'Inlägg av kommunen och dess personal visas i sin helhet. Grunden är en uppgift av allmänt intresse, kommunens kommunikation (artikel 6.1 e i EU:s dataskyddsförordning, 4 § i dataskyddslagen och 29 § i kommunallagen).',
    'privacy.why.partner':
      'En partners inlägg visas i sin helhet när ett avtal med partnern har antecknats. Grunden för personuppgifterna i dem är samma uppgift av allmänt intresse. Utan avtal behandlas en partner som en invånare.',
    'privacy.why.consent':
      'Ett inlägg av en invånare eller någon annan person visas i sin helhet bara med skribentens samtycke (artikel 6.1 a). Om samtycket antecknas vad det gäller, hur det gavs och hur länge det är i kraft. Om ett barn går att känna igen på bilden kan samtycket inte antecknas utan vårdnadshavarens tillstånd.',
    'privacy.why.link':
      'Utan samtycke visas högst en länk och en hashtagg: inget namn, ingen text, ingen bild. I länkens adress kan användarnamnet synas, om plattformen har format adressen så. Av inlägg på X visas alltid bara en länk. Grunden är en uppgift av allmänt intresse.',
    'privacy.why.count':
      'Alla inlägg som hittas räknas in i kvartalets sammandrag på samma grund. Sammandraget visar siffror: invånarnas namn och inlägg kopieras inte dit.',
    'privacy.keep': 'Hur länge uppgifterna sparas',
    'privacy.keep.text':
      'Uppgifter vars tid har gått ut raderas en gång om dygnet. När ett inlägg raderas efter sin tid blir kanal, tid, språk, hashtaggar, antal samt saltade kontrollsummor av inlägget och skribenten kvar, så att tidigare sammandrag kan räknas om.',
    'privacy.keep.shelf':
      'Väggens senaste inlägg finns på servern också i en fil som visas om databasen inte svarar. Ett dolt inlägg försvinner genast ur filen, och filen är högst {shelf} gammal.',
    'privacy.keep.post':
      'En invånares inlägg utan samtycke: text, bilder, adress och uppgifter om skribenten',
    'privacy.keep.post.time': '{post} från det att inlägget hittades',
    'privacy.keep.shown': 'En invånares inlägg som har samtycke eller är veckans lyft',
    'privacy.keep.shown.time': 'så länge samtycket eller lyftet är i kraft, därefter som utan samtycke',
    'privacy.keep.preview': 'En invånares bild som bara redaktionen ser inför beslutet',
    'privacy.keep.preview.time': 'högst {preview}; raderas redan efter beslutet om samtycke saknas',
    'privacy.keep.gone': 'En invånares inlägg som har tagits bort från den ursprungliga tjänsten',
    'privacy.keep.gone.time': '{gone} från det att borttagningen märktes; från väggen försvinner det genast',
    'privacy.keep.own': 'Inlägg av kommunen, personalen och en partner med avtal',
    'privacy.keep.own.time': 'tills vidare',
    'privacy.keep.consent':
      'Uppgiften om ett samtycke samt namn och e-postadress till den som har skickat en egen berättelse, om de har getts',
    'privacy.keep.consent.time': '{consent} från det att samtycket upphörde',
    'privacy.keep.removal': 'Skäl och kontaktuppgift i en begäran om borttagning',
    'privacy.keep.removal.time': '{removal} från beslutet; inläggets adress och beslutet blir kvar',
    'privacy.keep.sender': 'Kontrollsumma av IP-adressen bakom en begäran, för att hindra missbruk',
    'privacy.keep.sender.time': '{guess}',
    'privacy.keep.feedback': 'Texten i respons som kommunikationen har antecknat och i öppna enkätsvar',
    'privacy.keep.feedback.time': '{feedback} från responsens datum',
    'privacy.keep.idea':
      'Namn och kontaktuppgift för den som gett en idé, och texten i en idé som inte blev ett försök',
    'privacy.keep.idea.time':
      '{idea} från att idén behandlades, eller från att den skickades om den inte har behandlats',
    'privacy.keep.guide': 'Namn och kontaktuppgift för en guide på ett innehållskort',
    'privacy.keep.guide.time':
      'kontaktuppgiften {guide} från periodens slut, i kortets ändringshistorik {guide} från ändringen; namnet så länge kortet finns',
    'privacy.keep.interview': 'Texten i en intervju som kommunikationen har antecknat',
    'privacy.keep.interview.time': '{interview} från det att kvartalets sammandrag publicerades',
    'privacy.keep.mail':
      'Meddelanden som tjänsten har skickat till skrivbordets användare och sammanställningarnas mottagare',
    'privacy.keep.recipient': 'Roll och e-postadress för en mottagare av sammanställningar',
    'privacy.keep.recipient.time':
      'så länge sammanställningar skickas; adressen ytterligare {recipient} därefter',
    'privacy.keep.mail.time': '{mail} från det att de skickades',
    'privacy.keep.desk': 'Namn och e-post för en användare av skrivbordet',
    'privacy.keep.desk.time':
      'tills administratören tar bort användaren; uppgiften om vem som beslutade vad blir kvar',
    'privacy.keep.audit': 'Anteckningen om vem som gjorde vad vid skrivbordet',
    'privacy.keep.audit.time': '{audit} från händelsen',
    'privacy.share': 'Vem som ser uppgifterna',
    'privacy.share.text':
      'Det som finns på väggen kan vem som helst se. Resten ser bara de som kommunen har gett inloggning till skrivbordet. Tjänsten ger inga uppgifter till annonsörer eller analystjänster.',
    'privacy.share.hosting': '{hosting}',
    'privacy.share.ask':
      'Kommunen berättar var servern finns, vem som sköter den och om uppgifter överförs utanför EU.',
    'privacy.rights': 'Vad du kan göra',
    'privacy.rights.remove':
      'Be om att ditt inlägg tas bort med ett formulär som inte kräver inloggning. Inlägget döljs genast när det hittas på adressen, och en människa avgör begäran inom en månad. Det som har tagits bort hämtas inte igen: bara en kontrollsumma blir kvar, så att det känns igen.',
    'privacy.rights.object':
      'Med samma formulär kan du motsätta dig behandlingen av alla dina egna inlägg, också kommande.',
    'privacy.rights.withdraw':
      'Återkalla ditt samtycke när som helst med länken som du gav det med eller genom att meddela kommunen. Inlägget försvinner genast från väggen och vår kopia av bilden raderas.',
    'privacy.rights.rest':
      'Be kommunen att få se dina uppgifter, få dem rättade eller raderade eller få behandlingen begränsad. Kommunen ska svara inom en månad.',
    'privacy.rights.form': 'Öppna formuläret för borttagning',
    'privacy.complain': 'Klagomål',
    'privacy.complain.text':
      'Om du anser att dina uppgifter behandlas fel kan du klaga hos dataombudsmannen.',
    'privacy.complain.name': 'Dataombudsmannens byrå, PB 800, 00531 Helsingfors',
    'privacy.complain.site': 'https://tietosuoja.fi/sv',
    'keeping.days': '{n} {n|dag|dagar}',
    'keeping.years': '{n} år',
  },
  en: {
    'privacy.title': 'Privacy notice',
    'privacy.lede':
      'The social wall shows posts that were published openly elsewhere. This page tells what is stored of them and of their authors, why and for how long, and what you can do yourself.',
    'privacy.who': 'Controller',
    'privacy.who.place': 'The controller is the municipality: {place}.',
    'privacy.who.joint':
      '{place} is a joint wall. The controller of a post is the municipality from whose own wall the post comes: {members}.',
    'privacy.who.unit': 'Questions and requests are answered by {unit}.',
    'privacy.who.officer': 'The data protection officer of the municipality can be reached at {officer}.',
    'privacy.who.registry':
      'Questions and requests are answered by the municipality’s registry office, which passes them to the data protection officer of the municipality where needed. The contact details are on the municipality’s own website.',
    'privacy.visit': 'When you look at the wall',
    'privacy.visit.none':
      'The wall sets no cookies, stores nothing on your device and does not track you. It loads everything, pictures too, from this service, so the social media companies do not learn of your visit. That is why you are not asked for consent.',
    'privacy.visit.counts':
      'Of its use only daily totals are counted: how many times the wall was seen, a post or a channel was opened, the wall was shared or a next step was chosen. The service holds your IP address in memory for a moment to limit requests that come too often, and does not store it.',
    'privacy.visit.out':
      'When you open an original post, you move to a service with terms of its own. The desk of the editorial team has one necessary cookie, which keeps its user signed in, and there the browser remembers one keyboard setting.',
    'privacy.what': 'What is stored and where it comes from',
    'privacy.what.from':
      'The service fetches public posts from the channels and with the hashtags that the municipality has chosen. In use now: {channels}.',
    'privacy.what.none':
      'The service fetches public posts from the channels and with the hashtags that the municipality has chosen. No channel is in use yet.',
    'privacy.what.kept':
      'Of a post we store its text, pictures, address, time, language, hashtags and the numbers of likes, comments, shares and views. Of its author we store the name, handle, the identifier given by the platform and the address of the profile. Of who liked or commented we store nothing.',
    'privacy.what.person':
      'A resident’s post does not get onto the wall by itself: a person decides on each one. Nobody is profiled or scored, and no decision is automatic.',
    'privacy.why': 'What is shown and on what basis',
    'privacy.why.own':
      'Posts of the municipality and its staff are shown whole. The basis is a task in the public interest, the municipality’s communication (Article 6(1)(e) of the GDPR, section 4 of the Finnish Data Protection Act and section 29 of the Local Government Act).',
    'privacy.why.partner':
      'A partner’s posts are shown whole when an agreement with the partner has been recorded. The basis for the personal data in them is the same task in the public interest. Without an agreement a partner is treated like a resident.',
    'privacy.why.consent':
      'A post of a resident or another person is shown whole only with the author’s consent (Article 6(1)(a)). Of the consent we record what it covers, how it was given and until when it holds. If a child can be recognised in a picture, the consent cannot be recorded without a guardian’s permission.',
    'privacy.why.link':
      'Without consent we show at most a link and a hashtag: no name, no text, no picture. The address of the link may contain the handle, if the platform has formed the address so. Of posts on X only a link is ever shown. The basis is a task in the public interest.',
    'privacy.why.count':
      'All posts found are counted in the digest of the quarter on the same basis. The digest tells numbers: residents’ names and posts are not copied into it.',
    'privacy.keep': 'How long data is kept',
    'privacy.keep.text':
      'What has reached its time is deleted once a day. When a post is deleted after its time, what stays is its channel, time, language, hashtags, counts and salted hashes of the post and its author, so that earlier digests can be computed again.',
    'privacy.keep.shelf':
      'The last posts of the wall are also in a file on the server, from which they are shown if the database does not answer. A hidden post leaves the file at once, and the file is at most {shelf} old.',
    'privacy.keep.post':
      'A resident’s post without consent: text, pictures, address and the author’s details',
    'privacy.keep.post.time': '{post} from the day the post was found',
    'privacy.keep.shown': 'A resident’s post that has consent or is a pick of the week',
    'privacy.keep.shown.time': 'as long as the consent or the pick holds, then as without consent',
    'privacy.keep.preview': 'A resident’s picture that only the editorial team sees before it decides',
    'privacy.keep.preview.time':
      'at most {preview}; deleted after the decision already, if there is no consent',
    'privacy.keep.gone': 'A resident’s post that has been removed from the original service',
    'privacy.keep.gone.time': '{gone} from when the removal was noticed; it leaves the wall at once',
    'privacy.keep.own': 'Posts of the municipality, its staff and a partner with an agreement',
    'privacy.keep.own.time': 'until further notice',
    'privacy.keep.consent':
      'The record of a consent, and the name and e-mail address of somebody who has sent a story, if given',
    'privacy.keep.consent.time': '{consent} from the end of the consent',
    'privacy.keep.removal': 'The reason and the contact in a request for removal',
    'privacy.keep.removal.time': '{removal} from the decision; the address of the post and the decision stay',
    'privacy.keep.sender': 'A hash of the IP address behind a request for removal, against misuse',
    'privacy.keep.sender.time': '{guess}',
    'privacy.keep.feedback':
      'The text of feedback noted by the communications team and of open answers to surveys',
    'privacy.keep.feedback.time': '{feedback} from the day of the feedback',
    'privacy.keep.idea':
      'Name and contact of whoever gave an idea, and the text of one that did not become a trial',
    'privacy.keep.idea.time': '{idea} from when the idea was dealt with, or from its sending if it was not',
    'privacy.keep.guide': 'The name and contact of a guide on a content card',
    'privacy.keep.guide.time':
      'the contact for {guide} from the end of the term, and in the card’s history from the change; the name as long as the card',
    'privacy.keep.interview': 'The text of an interview noted by the communications team',
    'privacy.keep.interview.time': '{interview} from when the digest of the quarter was published',
    'privacy.keep.mail':
      'Messages that the service has sent to users of the desk and to recipients of digests',
    'privacy.keep.recipient': 'The role and e-mail address of a recipient of digests',
    'privacy.keep.recipient.time': 'as long as digests are sent; the address for {recipient} after that',
    'privacy.keep.mail.time': '{mail} from when they were sent',
    'privacy.keep.desk': 'The name and e-mail address of a user of the desk',
    'privacy.keep.desk.time': 'until an administrator removes the user; the record of who decided what stays',
    'privacy.keep.audit': 'The record of who did what at the desk',
    'privacy.keep.audit.time': '{audit} from the event',
    'privacy.share': 'Who sees the data',
    'privacy.share.text':
      'What is on the wall anybody can see. The rest is seen only by those whom the municipality has let in to the desk. The service gives no data to advertisers or analytics services.',
    'privacy.share.hosting': '{hosting}',
    'privacy.share.ask':
      'The municipality tells where the server is, who runs it and whether data is transferred outside the EU.',
    'privacy.rights': 'What you can do',
    'privacy.rights.remove':
      'Ask for your post to be removed with a form that needs no login. The post is hidden as soon as it is found by its address, and a person decides on the request within a month. What has been removed is not fetched again: only a hash stays, by which it is recognised.',
    'privacy.rights.object':
      'With the same form you can object to the processing of all your posts, those to come too.',
    'privacy.rights.withdraw':
      'Withdraw your consent at any time with the link by which you gave it, or by telling the municipality. The post leaves the wall at once, and our copy of the picture is deleted.',
    'privacy.rights.rest':
      'Ask the municipality to see your data, to have it rectified or erased, or to have its processing restricted. The municipality must answer within a month.',
    'privacy.rights.form': 'Open the removal form',
    'privacy.complain': 'Complaint',
    'privacy.complain.text':
      'If you think that your data is processed wrongly, you can complain to the Data Protection Ombudsman.',
    'privacy.complain.name': 'Office of the Data Protection Ombudsman, PO Box 800, 00531 Helsinki, Finland',
    'privacy.complain.site': 'https://tietosuoja.fi/en',
    'keeping.days': '{n} {n|day|days}',
    'keeping.years': '{n} {n|year|years}',
  },
})
