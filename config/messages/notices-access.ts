// The accessibility statement in words: what the law asks for, the gaps that are known, whom to tell.
import { words } from './words.ts'

export const accessWords = words({
  fi: {
    'notice.languages': 'Kieli',
    'access.title': 'Saavutettavuusseloste',
    'access.lede':
      'Seloste koskee someseinää, joka näkyy tässä palvelussa ja kunnan sivuille upotettuna, sekä julkaistuja koosteita, poistopyynnön ja oman tarinan lomakkeita ja toimituksen työpöytää. Sivu, jolle seinä on upotettu, kuuluu oman selosteensa piiriin.',
    'access.publisher': 'Palvelun julkaisija: {place}.',
    'access.state': 'Miten saavutettava palvelu on',
    'access.state.text':
      'Palvelu täyttää osittain digitaalisten palvelujen tarjoamisesta annetun lain (306/2019) vaatimukset eli ohjeiston WCAG 2.1 A- ja AA-tasot. Siitä puuttuu se, mikä alla luetellaan. Rakentamisessa on noudatettu uudempaa ohjeistoa WCAG 2.2, jonka AA-taso on tavoite.',
    'access.state.works':
      'Seinää voi selata pelkällä näppäimistöllä, ilman JavaScriptiä, 320 kuvapisteen levyisellä näytöllä sekä vaaleilla ja tummilla väreillä. Mikään ei ala soida itsestään. Julkiselle näytölle tehty sivu vaihtaa tarinaa minuutin välein, ja vaihtumisen voi pysäyttää. Kuva näytetään vasta, kun joku on kuvaillut sen tai todennut sen koristeeksi.',
    'access.gaps': 'Puutteet, jotka tiedämme',
    'access.gap.language':
      'Kuvan kuvaus ja varoitus ennen kuvaa voivat olla eri kielellä kuin sivu, eikä kieltä ole merkitty. Kieli puuttuu myös julkaisusta, jos sitä ei ole tunnistettu. Ruudunlukija voi silloin lukea tekstin väärällä kielellä. (WCAG 3.1.2)',
    'access.gap.alt': 'Kuvan on usein kuvaillut tekijä itse, ja kuvaus voi olla niukka. (WCAG 1.1.1)',
    'access.gap.letters':
      'Julkaisun kuvassa voi olla tekstiä, joka kerrotaan muille vain kuvauksessa. (WCAG 1.4.5)',
    'access.gap.video':
      'Videosta ja äänestä näytetään pysäytyskuva ja linkki alkuperäiseen julkaisuun. Soitin, tekstitys ja kuvailutulkkaus ovat alkuperäisen palvelun. Kunnan omastakin videosta tekstitys voi puuttua. (WCAG 1.2.2 ja 1.2.5)',
    'access.today': 'Seinien tilanne {today}',
    'access.today.posts':
      'Kokonaan näytetään {posts} {posts|julkaisu, josta|julkaisua, joista} {others} on muiden kuin kunnan tai sen henkilöstön.',
    'access.today.none': 'Seinillä ei ole vielä yhtään kokonaan näytettävää julkaisua.',
    'access.today.pictures':
      'Kuvausta odottaa {pictures} {pictures|kuva. Sitä ei näytetä ennen kuin kuvaus on kirjoitettu|kuvaa. Niitä ei näytetä ennen kuin kuvaus on kirjoitettu}. (WCAG 1.1.1)',
    'access.today.described': 'Yksikään kuva ei odota kuvausta.',
    'access.today.languages': 'Kieltä ei ole merkitty {languages} julkaisuun. (WCAG 3.1.2)',
    'access.today.films':
      'Kunnan omista videoista ja äänitteistä {films} on ilman tekstitystä, tai siitä ei ole tietoa. (WCAG 1.2.2)',
    'access.outside': 'Sisältö, jota laki ei koske',
    'access.outside.others':
      'Asukkaiden, vierailijoiden, viestimien ja kumppanien julkaisut, joita kunta ei ole tehnyt eikä rahoittanut ja joiden sisältöön se ei voi vaikuttaa. Niissä voi olla esimerkiksi pitkiä aihetunnisteita, peräkkäisiä hymiöitä tai epäselvää kieltä. Kun kunta valitsee asukkaan julkaisun viikon nostoksi, se vastaa siitä kuin omastaan: nostoon pääsee vain julkaisu, jonka kuvat on kuvailtu.',
    'access.outside.sites': 'Palvelut, joihin seinän linkit vievät. Niillä on omat selosteensa.',
    'access.ways': 'Jos jokin jää saamatta',
    'access.ways.text':
      'Pyydä sisältö kunnalta toisessa muodossa. Seinän julkaisut saa myös syötteenä, jonka voi lukea omalla lukuohjelmalla: linkki on seinän sivun yläreunassa.',
    'access.feedback': 'Anna palautetta',
    'access.feedback.unit': 'Palautteeseen vastaa {unit}.',
    'access.feedback.registry':
      'Palautteeseen vastaa kunnan kirjaamo, jonka yhteystiedot ovat kunnan omilla verkkosivuilla.',
    'access.feedback.text':
      'Kerro, mikä sivu ja mikä kohta oli hankala ja mitä apuvälinettä käytit. Kunnan on vastattava 14 päivän kuluessa.',
    'access.authority': 'Valvontaviranomainen',
    'access.authority.text':
      'Anna palaute ensin kunnalle. Jos vastausta ei tule 14 päivässä tai se ei riitä, voit tehdä kantelun tai selvityspyynnön Liikenne- ja viestintävirasto Traficomille, joka valvoo lain noudattamista. Viraston verkkosivulla neuvotaan, miten se tehdään ja miten asia käsitellään.',
    'access.authority.name':
      'Liikenne- ja viestintävirasto Traficom, Digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö',
    'access.authority.site': 'https://www.saavutettavuusvaatimukset.fi',
    'access.made': 'Selosteen tiedot',
    'access.made.text':
      'Seloste on laadittu ja palvelu viimeksi arvioitu {assessed}. Arvion tekivät palvelun tekijät itse: sivut ja upotukset käytiin läpi axe-tarkistusohjelmalla ja näppäimistöllä, 320 kuvapisteen levyisinä sekä vaaleina ja tummina, ja niiden HTML-koodi tarkistettiin. Ulkopuolinen asiantuntija ei ole arvioinut palvelua, eikä sitä ole testattu ruudunlukijan käyttäjien kanssa. Luvut seinien tilanteesta ovat tältä päivältä.',
    'access.made.reviewed':
      'Kunta on tarkistanut selosteen viimeksi {reviewed}. Seloste tarkistetaan vähintään kerran vuodessa.',
    'access.made.unreviewed':
      'Kunta ei ole vielä kertonut, milloin se on tarkistanut selosteen. Seloste tarkistetaan vähintään kerran vuodessa.',
    'access.paragraph':
      'Sivuillamme näkyvä someseinä ({walls}) kokoaa julkaisuja sosiaalisesta mediasta ja verkkosivustoilta. Seinä täyttää osittain ohjeiston WCAG 2.1 A- ja AA-tasojen vaatimukset. Tunnetut puutteet: julkaisun tai kuvan kuvauksen kieltä ei aina ole merkitty (3.1.2), julkaisijan oma kuvaus voi olla niukka (1.1.1), kuvassa voi olla tekstiä (1.4.5), ja videoista voi puuttua tekstitys ja kuvailutulkkaus (1.2.2 ja 1.2.5). Muiden kuin kunnan julkaisut ovat sisältöä, jota kunta ei ole tuottanut eikä rahoittanut ja jota laki ei koske, paitsi kun kunta on valinnut julkaisun viikon nostoksi. Seinän oma saavutettavuusseloste, jossa kerrotaan tilanne päivittäin: {address}',
  },
  sv: {
    'notice.languages': 'Språk',
    'access.title': 'Tillgänglighetsutlåtande',
    'access.lede':
      'Utlåtandet gäller webbväggen, som visas i den här tjänsten och inbäddad på kommunens sidor, samt publicerade sammandrag, formulären för borttagning och för egna berättelser och redaktionens skrivbord. En sida som väggen är inbäddad på har ett eget utlåtande.',
    'access.publisher': 'Tjänsten publiceras av: {place}.',
    'access.state': 'Hur tillgänglig tjänsten är',
    'access.state.text':
      'Tjänsten uppfyller delvis kraven i lagen om tillhandahållande av digitala tjänster (306/2019), det vill säga nivåerna A och AA i WCAG 2.1. Det som fattas räknas upp nedan. Tjänsten är byggd enligt de nyare riktlinjerna WCAG 2.2 med nivå AA som mål.',
    'access.state.works':
      'Väggen går att läsa med enbart tangentbord, utan JavaScript, på en skärm som är 320 bildpunkter bred och med ljusa och mörka färger. Inget ljud börjar spelas av sig självt. Sidan för offentliga skärmar byter berättelse en gång i minuten, och bytet går att stoppa. En bild visas först när någon har beskrivit den eller konstaterat att den är en dekoration.',
    'access.gaps': 'Brister som vi känner till',
    'access.gap.language':
      'En bilds beskrivning och varningen före en bild kan vara på ett annat språk än sidan, och språket är inte utmärkt. Språket saknas också i ett inlägg om det inte har kunnat identifieras. En skärmläsare kan då läsa texten på fel språk. (WCAG 3.1.2)',
    'access.gap.alt':
      'Bilden har ofta beskrivits av skribenten själv, och beskrivningen kan vara knapp. (WCAG 1.1.1)',
    'access.gap.letters':
      'En bild i ett inlägg kan innehålla text som andra får veta bara genom beskrivningen. (WCAG 1.4.5)',
    'access.gap.video':
      'Av video och ljud visas en stillbild och en länk till originalet. Spelaren, textningen och syntolkningen hör till den ursprungliga tjänsten. Också kommunens egna videor kan sakna textning. (WCAG 1.2.2 och 1.2.5)',
    'access.today': 'Läget på väggarna {today}',
    'access.today.posts':
      '{posts} inlägg visas i sin helhet. Av dem är {others} av andra än kommunen och dess personal.',
    'access.today.none': 'Ännu visas inget inlägg i sin helhet på väggarna.',
    'access.today.pictures':
      '{pictures} {pictures|bild väntar på en beskrivning. Den visas inte|bilder väntar på en beskrivning. De visas inte} förrän beskrivningen är skriven. (WCAG 1.1.1)',
    'access.today.described': 'Ingen bild väntar på en beskrivning.',
    'access.today.languages': 'Språket är inte utmärkt i {languages} inlägg. (WCAG 3.1.2)',
    'access.today.films':
      'Av kommunens egna videor och ljudinspelningar är det {films} som saknar textning eller vars textning är okänd. (WCAG 1.2.2)',
    'access.outside': 'Innehåll som lagen inte gäller',
    'access.outside.others':
      'Inlägg av invånare, besökare, medier och partner, som kommunen varken har gjort eller finansierat och vars innehåll den inte kan påverka. De kan ha till exempel långa hashtaggar, många emojier i rad eller otydligt språk. När kommunen väljer en invånares inlägg till veckans lyft ansvarar den för det som för sitt eget: bara ett inlägg vars bilder är beskrivna kan lyftas.',
    'access.outside.sites': 'Tjänster som väggens länkar leder till. De har egna utlåtanden.',
    'access.ways': 'Om något är svårt att ta del av',
    'access.ways.text':
      'Be kommunen om innehållet i en annan form. Väggens inlägg finns också som ett flöde som du kan läsa i ditt eget läsprogram: länken finns högst upp på väggens sida.',
    'access.feedback': 'Ge respons',
    'access.feedback.unit': 'Responsen besvaras av {unit}.',
    'access.feedback.registry':
      'Responsen besvaras av kommunens registratorskontor. Kontaktuppgifterna finns på kommunens egen webbplats.',
    'access.feedback.text':
      'Berätta vilken sida och vilket ställe som var besvärligt och vilket hjälpmedel du använde. Kommunen ska svara inom 14 dagar.',
    'access.authority': 'Tillsynsmyndighet',
    'access.authority.text':
      'Ge först respons till kommunen. Om du inte får svar inom 14 dagar eller om svaret inte räcker kan du anföra klagomål eller begära en utredning hos Transport- och kommunikationsverket Traficom, som övervakar att lagen följs. På verkets webbplats står det hur du gör och hur ärendet behandlas.',
    'access.authority.name':
      'Transport- och kommunikationsverket Traficom, enheten för tillsyn över digital tillgänglighet',
    'access.authority.site': 'https://www.tillganglighetskrav.fi',
    'access.made': 'Om utlåtandet',
    'access.made.text':
      'Utlåtandet skrevs och tjänsten bedömdes senast {assessed}. Bedömningen gjordes av dem som har byggt tjänsten: sidorna och inbäddningarna gicks igenom med kontrollprogrammet axe och med tangentbord, 320 bildpunkter breda och i ljusa och mörka färger, och deras HTML-kod kontrollerades. Ingen utomstående expert har bedömt tjänsten, och den har inte testats med personer som använder skärmläsare. Siffrorna om läget på väggarna är från i dag.',
    'access.made.reviewed':
      'Kommunen såg senast över utlåtandet {reviewed}. Utlåtandet ses över minst en gång om året.',
    'access.made.unreviewed':
      'Kommunen har ännu inte uppgett när den har sett över utlåtandet. Utlåtandet ses över minst en gång om året.',
    'access.paragraph':
      'Webbväggen på våra sidor ({walls}) samlar inlägg från sociala medier och webbplatser. Väggen uppfyller delvis kraven på nivåerna A och AA i WCAG 2.1. Kända brister: språket i ett inlägg eller i en bildbeskrivning är inte alltid utmärkt (3.1.2), skribentens egen beskrivning kan vara knapp (1.1.1), en bild kan innehålla text (1.4.5), och videor kan sakna textning och syntolkning (1.2.2 och 1.2.5). Inlägg av andra än kommunen är innehåll som kommunen varken har producerat eller finansierat och som lagen inte gäller, utom när kommunen har valt inlägget till veckans lyft. Väggens eget tillgänglighetsutlåtande, där läget anges dag för dag: {address}',
  },
  en: {
    'notice.languages': 'Language',
    'access.title': 'Accessibility statement',
    'access.lede':
      'This statement covers the social wall, shown in this service and embedded in the municipality’s pages, and the published digests, the forms for removal and for telling a story, and the desk of the editorial team. A page that embeds the wall has a statement of its own.',
    'access.publisher': 'Published by: {place}.',
    'access.state': 'How accessible the service is',
    'access.state.text':
      'The service partially meets the requirements of the Finnish Act on the Provision of Digital Services (306/2019), which are levels A and AA of WCAG 2.1. What is missing is listed below. It has been built by the newer WCAG 2.2 guidelines, with level AA as the aim.',
    'access.state.works':
      'The wall can be read with the keyboard alone, without JavaScript, on a screen 320 pixels wide, and in light and dark colours. Nothing begins to play by itself. The page for public screens changes its story once a minute, and the changing can be stopped. A picture is shown only after somebody has described it or found it to be decoration.',
    'access.gaps': 'Shortcomings that we know of',
    'access.gap.language':
      'The description of a picture, and the warning before one, may be in another language than the page, and the language is not marked. It is also missing from a post whose language was not recognised. A screen reader may then read the text in the wrong language. (WCAG 3.1.2)',
    'access.gap.alt':
      'A picture is often described by the author, and the description may be scant. (WCAG 1.1.1)',
    'access.gap.letters':
      'A picture in a post may contain text that others learn only from its description. (WCAG 1.4.5)',
    'access.gap.video':
      'Of video and audio we show a still picture and a link to the original post. The player, captions and audio description are those of the original service. The municipality’s own videos may lack captions too. (WCAG 1.2.2 and 1.2.5)',
    'access.today': 'The walls on {today}',
    'access.today.posts':
      '{posts} {posts|post is|posts are} shown whole. Of {posts|it|them}, {others} {others|is|are} by others than the municipality and its staff.',
    'access.today.none': 'No post is shown whole on the walls yet.',
    'access.today.pictures':
      '{pictures} {pictures|picture waits for a description and is|pictures wait for a description and are} not shown before it has been written. (WCAG 1.1.1)',
    'access.today.described': 'No picture waits for a description.',
    'access.today.languages':
      'The language is not marked in {languages} {languages|post|posts}. (WCAG 3.1.2)',
    'access.today.films':
      'Of the municipality’s own videos and recordings, {films} {films|has|have} no captions, or it is not known whether there are any. (WCAG 1.2.2)',
    'access.outside': 'Content outside the law',
    'access.outside.others':
      'Posts by residents, visitors, media and partners which the municipality has neither made nor paid for and whose content it cannot control. They may have, for example, long hashtags, many emoji in a row or unclear language. When the municipality picks a resident’s post as the pick of the week, it answers for it as for its own: only a post whose pictures have been described can be picked.',
    'access.outside.sites': 'Services that the wall links to. They have statements of their own.',
    'access.ways': 'If something is out of your reach',
    'access.ways.text':
      'Ask the municipality for the content in another form. The posts of the wall are also available as a feed for a reader of your own: the link is at the top of the wall’s page.',
    'access.feedback': 'Give feedback',
    'access.feedback.unit': 'Feedback is answered by {unit}.',
    'access.feedback.registry':
      'Feedback is answered by the municipality’s registry office, whose contact details are on the municipality’s own website.',
    'access.feedback.text':
      'Tell which page and which part was difficult and what assistive technology you used. The municipality must answer within 14 days.',
    'access.authority': 'Supervisory authority',
    'access.authority.text':
      'Give your feedback to the municipality first. If no answer comes within 14 days, or the answer is not enough, you can file a complaint or ask for an investigation at the Finnish Transport and Communications Agency Traficom, which supervises compliance with the law. Its website tells how this is done and how the matter is handled.',
    'access.authority.name':
      'Finnish Transport and Communications Agency Traficom, Digital Accessibility Supervision Unit',
    'access.authority.site': 'https://www.webaccessibility.fi',
    'access.made': 'About this statement',
    'access.made.text':
      'The statement was written and the service last assessed on {assessed}. The assessment was made by those who built the service: the pages and the embeds were gone through with the axe checker and with the keyboard, 320 pixels wide and in light and dark colours, and their HTML was checked. No outside expert has assessed the service, and it has not been tested with people who use screen readers. The figures about the walls are of this day.',
    'access.made.reviewed':
      'The municipality last reviewed the statement on {reviewed}. It is reviewed at least once a year.',
    'access.made.unreviewed':
      'The municipality has not yet told when it has reviewed the statement. It is reviewed at least once a year.',
    'access.paragraph':
      'The social wall on our pages ({walls}) gathers posts from social media and websites. The wall partially meets levels A and AA of WCAG 2.1. Known shortcomings: the language of a post or of the description of a picture is not always marked (3.1.2), an author’s own description may be scant (1.1.1), a picture may contain text (1.4.5), and videos may lack captions and audio description (1.2.2 and 1.2.5). Posts by others than the municipality are content that it has neither produced nor paid for and that the law does not cover, except when the municipality has picked the post as the pick of the week. The wall’s own accessibility statement, which tells the state day by day: {address}',
  },
})
