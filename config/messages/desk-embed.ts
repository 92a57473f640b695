// The words of embedding: choosing how a wall looks on a website, its codes, and what works in which publishing system.
import { words } from './words.ts'

export const deskEmbedWords = words({
  fi: {
    'preview.open': 'Avaa seinä',
    'settings.embed': 'Seinä verkkosivuille',
    'settings.embed.text': 'Valitse ulkoasu ja kopioi koodi verkkosivujen ylläpidolle.',
    'embed.none': 'Seiniä ei ole vielä',
    'embed.wall': 'Seinä',
    'embed.layout': 'Asettelu',
    'embed.layout.grid': 'ruudukko',
    'embed.layout.list': 'luettelo',
    'embed.family': 'Aihe',
    'embed.channel': 'Kanava',
    'embed.all': 'kaikki',
    'embed.language': 'Kieli',
    'embed.limit': 'Julkaisuja',
    'embed.theme': 'Värit',
    'embed.theme.page': 'kuten sivulla',
    'embed.theme.light': 'vaaleat',
    'embed.theme.dark': 'tummat',
    'embed.heading': 'Otsikko',
    'embed.heading.own': 'seinän nimi',
    'embed.heading.none': 'ei otsikkoa',
    'embed.show': 'Näytä',
    'embed.preview': 'Näin seinä näkyy',
    'embed.changed': 'Esikatselu ja koodit vaihtuivat',
    'embed.codes': 'Koodit',
    'embed.element': 'Sivulle, jolle voi lisätä skriptin',
    'embed.element.text': 'Paras tapa: seinä näyttää sivun omalta ja mukautuu sen väreihin.',
    'embed.div': 'Julkaisujärjestelmään, joka karsii outoja elementtejä',
    'embed.div.text':
      'Sama seinä tavallisena div-elementtinä. Jos skriptin rivikin karsitaan, lisää se kerran sivupohjaan.',
    'embed.frame': 'Sivulle, jolle skriptiä ei voi lisätä',
    'embed.frame.text':
      'Kehys toimii lähes kaikkialla. X:n julkaisuja siinä ei näytetä, koska X ei salli sitä.',
    'embed.frame-script': 'Kehykselle oikea korkeus',
    'embed.frame-script.text':
      'Jos sivulle voi lisätä yhden skriptin, tämä rivi pitää kehyksen seinän mittaisena. Ilman sitä korkeus on kiinteä.',
    'embed.fragment': 'Jos palvelimesi voi hakea valmiin sisällön',
    'embed.fragment.text':
      'Hae tämä osoite palvelimella minuutin välein ja laita vastaus elementin sisään linkin paikalle. Silloin seinä näkyy heti ja ilman skriptiä.',
    'embed.screen': 'Näytölle kirjastoon tai aulaan',
    'embed.screen.text':
      'Avaa tämä osoite näytön selaimessa koko ruudun tilassa. Tarina vaihtuu minuutin välein, ja uudet tulevat itsestään. Vaihtumisen voi pysäyttää.',
    'embed.reserve': 'Tyyli, joka varaa seinälle tilan',
    'embed.reserve.text': 'Lisää tämä sivuston tyyleihin, niin sivu ei hypähdä, kun seinä latautuu.',
    'embed.policy': 'Jos sivustolla on sisältöturvapolitiikka (CSP)',
    'embed.policy.text':
      'Salli nämä. Seinä ei tarvitse muuta: ei tyylejä sivun sisään eikä yhteyksiä muualle.',
    'embed.pinned': 'Skripti tarkisteella (SRI)',
    'embed.pinned.text':
      'Vain jos ylläpito vaatii tarkisteen. Vaihda rivi aina, kun palvelu päivitetään: vanha ei enää lataudu, ja sivulla näkyy pelkkä linkki.',
    'embed.systems': 'Mikä tapa toimii missäkin',
    'embed.plugin': 'Lataa lisäosa WordPressiin',
    'embed.wordpress':
      'Lataa lisäosa ja asenna se kohdassa Lisäosat → Lisää uusi. Sen jälkeen seinän saa sivulle lohkona, lyhytkoodilla [somewall] tai liittämällä seinän osoitteen omalle rivilleen. Ilman lisäosaa liitetystä osoitteesta tulee lyhyt esittely, jossa on linkki seinälle.',
    'embed.drupal':
      'Tee lohko, jonka tekstimuoto on Full HTML, ja liitä div-koodi lähdekoodina. Skriptin rivin ylläpito lisää kerran teemaan.',
    'embed.liferay':
      'Tee sivufragmentti ja liitä elementin koodi sen HTML-osaan. Verkkosisällön editori karsii skriptin.',
    'embed.typo3': 'Käytä sisältöelementtiä HTML. Jos sitä ei ole valittavissa, ylläpito voi sallia sen.',
    'embed.umbraco':
      'Ylläpito liittää elementin koodin sivupohjaan tai osanäkymään. Tekstieditori karsii skriptin.',
    'embed.joomla':
      'Tee moduuli Oma HTML ja liitä elementin koodi. Käyttäjäryhmän tekstisuodattimen on sallittava se.',
    'embed.sharepoint':
      'Käytä verkko-osaa Upota ja kehyksen koodia. Ylläpito sallii ensin palvelun osoitteen sivuston asetuksissa, kohdassa HTML-kentän suojaus.',
    'embed.squarespace':
      'Liitä elementin koodi koodilohkoon. Jos tilaus ei salli skriptejä, käytä kehyksen koodia.',
    'embed.other':
      'Muissa järjestelmissä (esimerkiksi Liana, Poutapilvi ja Höyry) pyydä toimittajaa lisäämään elementin koodi sivupohjaan. Jos se ei käy, kehys toimii.',
    'embed.other.name': 'Muu järjestelmä',
  },
  sv: {
    'preview.open': 'Öppna väggen',
    'settings.embed': 'Väggen till webbplatsen',
    'settings.embed.text': 'Välj utseende och kopiera koden till den som sköter webbplatsen.',
    'embed.none': 'Det finns inga väggar än',
    'embed.wall': 'Vägg',
    'embed.layout': 'Uppställning',
    'embed.layout.grid': 'rutnät',
    'embed.layout.list': 'lista',
    'embed.family': 'Ämne',
    'embed.channel': 'Kanal',
    'embed.all': 'alla',
    'embed.language': 'Språk',
    'embed.limit': 'Inlägg',
    'embed.theme': 'Färger',
    'embed.theme.page': 'som på sidan',
    'embed.theme.light': 'ljusa',
    'embed.theme.dark': 'mörka',
    'embed.heading': 'Rubrik',
    'embed.heading.own': 'väggens namn',
    'embed.heading.none': 'ingen rubrik',
    'embed.show': 'Visa',
    'embed.preview': 'Så här ser väggen ut',
    'embed.changed': 'Förhandsvisningen och koderna byttes',
    'embed.codes': 'Koder',
    'embed.element': 'För en sida där det går att lägga till ett skript',
    'embed.element.text': 'Bästa sättet: väggen ser ut som en del av sidan och följer dess färger.',
    'embed.div': 'För ett publiceringssystem som rensar bort okända element',
    'embed.div.text':
      'Samma vägg som ett vanligt div-element. Om också skriptets rad rensas bort, lägg den en gång i sidmallen.',
    'embed.frame': 'För en sida där skript inte går att lägga till',
    'embed.frame.text':
      'Ramen fungerar nästan överallt. Inlägg på X visas inte i den, eftersom X inte tillåter det.',
    'embed.frame-script': 'Rätt höjd för ramen',
    'embed.frame-script.text':
      'Om sidan kan ha ett skript håller den här raden ramen lika hög som väggen. Utan den är höjden fast.',
    'embed.fragment': 'Om din server kan hämta färdigt innehåll',
    'embed.fragment.text':
      'Hämta den här adressen på servern en gång i minuten och sätt svaret inuti elementet i stället för länken. Då syns väggen genast, också utan skript.',
    'embed.screen': 'För en skärm i biblioteket eller entrén',
    'embed.screen.text':
      'Öppna den här adressen i skärmens webbläsare i helskärmsläge. Berättelsen byts varje minut, och nya kommer av sig själva. Bytet går att stoppa.',
    'embed.reserve': 'Stil som reserverar plats för väggen',
    'embed.reserve.text': 'Lägg till den i webbplatsens stilar, så hoppar sidan inte när väggen laddas.',
    'embed.policy': 'Om webbplatsen har en innehållssäkerhetspolicy (CSP)',
    'embed.policy.text':
      'Tillåt de här. Väggen behöver inget annat: inga stilar i sidan och inga förbindelser till andra.',
    'embed.pinned': 'Skript med kontrollsumma (SRI)',
    'embed.pinned.text':
      'Bara om en kontrollsumma krävs. Byt raden varje gång tjänsten uppdateras: den gamla laddas inte längre, och sidan visar bara en länk.',
    'embed.systems': 'Vilket sätt fungerar var',
    'embed.plugin': 'Ladda ner tillägget för WordPress',
    'embed.wordpress':
      'Ladda ner tillägget och installera det under Tillägg → Lägg till nytt. Sedan får du väggen på en sida som block, med kortkoden [somewall] eller genom att klistra in väggens adress på en egen rad. Utan tillägget blir en inklistrad adress en kort presentation med en länk till väggen.',
    'embed.drupal':
      'Gör ett block vars textformat är Full HTML och klistra in div-koden som källkod. Skriptets rad läggs en gång i temat.',
    'embed.liferay':
      'Gör ett sidfragment och klistra in elementets kod i dess HTML-del. Redigeraren för webbinnehåll rensar bort skriptet.',
    'embed.typo3':
      'Använd innehållselementet HTML. Om det inte går att välja kan administratören tillåta det.',
    'embed.umbraco':
      'Administratören lägger elementets kod i sidmallen eller i en delvy. Textredigeraren rensar bort skriptet.',
    'embed.joomla':
      'Gör en modul av typen Egen HTML och klistra in elementets kod. Användargruppens textfilter måste tillåta det.',
    'embed.sharepoint':
      'Använd webbdelen Bädda in och ramens kod. Administratören tillåter först tjänstens adress i webbplatsens inställningar, under säkerhet för HTML-fält.',
    'embed.squarespace':
      'Klistra in elementets kod i ett kodblock. Om abonnemanget inte tillåter skript, använd ramens kod.',
    'embed.other':
      'I andra system (till exempel Liana, Poutapilvi och Höyry), be leverantören lägga elementets kod i sidmallen. Går det inte fungerar ramen.',
    'embed.other.name': 'Ett annat system',
  },
  en: {
    'preview.open': 'Open the wall',
    'settings.embed': 'The wall on a website',
    'settings.embed.text': 'Choose how it looks, and copy the code for whoever runs the website.',
    'embed.none': 'There are no walls yet',
    'embed.wall': 'Wall',
    'embed.layout': 'Layout',
    'embed.layout.grid': 'grid',
    'embed.layout.list': 'list',
    'embed.family': 'Topic',
    'embed.channel': 'Channel',
    'embed.all': 'all',
    'embed.language': 'Language',
    'embed.limit': 'Posts',
    'embed.theme': 'Colours',
    'embed.theme.page': 'as on the page',
    'embed.theme.light': 'light',
    'embed.theme.dark': 'dark',
    'embed.heading': 'Heading',
    'embed.heading.own': 'the wall’s name',
    'embed.heading.none': 'no heading',
    'embed.show': 'Show',
    'embed.preview': 'What the wall looks like',
    'embed.changed': 'The preview and the codes have changed',
    'embed.codes': 'Codes',
    'embed.element': 'For a page that may have a script',
    'embed.element.text': 'The best way: the wall looks like a part of the page and takes its colours.',
    'embed.div': 'For a publishing system that strips unknown elements',
    'embed.div.text':
      'The same wall as an ordinary div. If the line of the script is stripped too, put it once into the page template.',
    'embed.frame': 'For a page that may not have a script',
    'embed.frame.text':
      'A frame works nearly everywhere. Posts of X are not shown in it, because X does not allow that.',
    'embed.frame-script': 'The right height for the frame',
    'embed.frame-script.text':
      'If the page may have one script, this line keeps the frame as tall as the wall. Without it the height is fixed.',
    'embed.fragment': 'If your server can fetch ready content',
    'embed.fragment.text':
      'Fetch this address on the server once a minute and put the answer inside the element in place of the link. Then the wall is seen at once, and without script.',
    'embed.screen': 'For a screen in a library or a lobby',
    'embed.screen.text':
      'Open this address in the screen’s browser, full screen. The story changes every minute, and new ones come by themselves. The changing can be stopped.',
    'embed.reserve': 'A style that keeps room for the wall',
    'embed.reserve.text':
      'Add this to the styles of the site, so that the page does not jump as the wall loads.',
    'embed.policy': 'If the site has a content security policy (CSP)',
    'embed.policy.text':
      'Allow these. The wall needs nothing else: no styles inside the page and no connection elsewhere.',
    'embed.pinned': 'The script with a hash (SRI)',
    'embed.pinned.text':
      'Only where a hash is required. Change the line whenever the service is updated: the old one no longer loads, and the page shows a link alone.',
    'embed.systems': 'Which way works where',
    'embed.plugin': 'Download the plugin for WordPress',
    'embed.wordpress':
      'Download the plugin and install it in Plugins → Add New. Then the wall comes to a page as a block, with the shortcode [somewall], or by pasting its address on a line of its own. Without the plugin, a pasted address becomes a short preview with a link to the wall.',
    'embed.drupal':
      'Make a block whose text format is Full HTML, and paste the code of the div as source. The line of the script goes once into the theme.',
    'embed.liferay':
      'Make a page fragment, and paste the code of the element into its HTML. The editor of web content strips the script.',
    'embed.typo3': 'Use the content element HTML. If it cannot be chosen, an administrator can allow it.',
    'embed.umbraco':
      'An administrator puts the code of the element into the template or a partial view. The text editor strips the script.',
    'embed.joomla':
      'Make a module of the kind Custom HTML, and paste the code of the element. The text filter of the user group must allow it.',
    'embed.sharepoint':
      'Use the web part Embed with the code of the frame. An administrator first allows the address of the service in the site settings, under HTML Field Security.',
    'embed.squarespace':
      'Paste the code of the element into a code block. If the plan does not allow scripts, use the code of the frame.',
    'embed.other':
      'In other systems (for example Liana, Poutapilvi and Höyry), ask the supplier to put the code of the element into the page template. If that cannot be done, a frame works.',
    'embed.other.name': 'Another system',
  },
})
