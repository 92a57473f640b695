// The words of the walls page: what a wall shows, who decides, and the steps under it.
import { words } from './words.ts'

export const deskWallWords = words({
  fi: {
    'settings.walls': 'Seinät',
    'settings.walls.text': 'Mitä kullakin seinällä näkyy ja missä järjestyksessä.',
    'walls.title': 'Seinät',
    'walls.lede':
      'Jokaisella seinällä on oma osoitteensa ja upotuskoodinsa. Muutos näkyy verkkosivuilla heti.',
    'walls.id.hint':
      'Osa seinän osoitetta, esimerkiksi etusivu. Vain a–z, 0–9 ja väliviiva. Tunnusta ei voi muuttaa myöhemmin.',
    'walls.label': 'Otsikko {language}',
    'walls.families': 'Aihetunnisteet, jotka seinällä näkyvät',
    'walls.families.hint': 'Jos et valitse mitään, näkyvät kaikki.',
    'walls.channels': 'Kanavat, jotka seinällä näkyvät',
    'walls.channel.feed': '{channel} (syöte)',
    'walls.show': 'Montako julkaisua näkyy kerralla (1–50)',
    'walls.lead': 'Kärkeen nousevat aihetunnisteet',
    'walls.lead.hint':
      'Näiden uusimmat julkaisut ovat aina ylimpinä, jos ne saa näyttää kokonaan. Jos et valitse mitään, kärkeä ei ole.',
    'walls.lead.count': 'Montako julkaisua kärjessä on (1–6)',
    'walls.moderation': 'Mitä seinälle pääsee',
    'walls.moderation.review': 'Vain näytettäväksi päätetyt',
    'walls.moderation.review.text':
      'Asukkaan julkaisu näkyy, kun joku on valinnut jonossa Näytä. Omat, henkilöstön ja sopimuskumppanin julkaisut tulevat heti, elleivät ne ole jääneet jonoon.',
    'walls.moderation.open': 'Myös jonossa odottavat luotetut',
    'walls.moderation.open.text':
      'Omat, henkilöstön ja sopimuskumppanin julkaisut näkyvät jonossakin ollessaan. Asukkaan julkaisu odottaa silti päätöstä, ja ilman lupaa siitä näkyy vain linkki.',
    'walls.actions': 'Seuraavat askeleet',
    'walls.actions.hint':
      'Linkkejä seinän alla, enintään kuusi. Klikkaukset lasketaan tunnuksen mukaan. Askel poistuu, kun tyhjennät sen kentät.',
    'walls.action.nth': 'Askel {n}',
    'walls.action.new': 'Uusi askel',
    'walls.action.label': 'Teksti {language}',
    'walls.action.url': 'Osoite, alkaa https://',
    'walls.action.id': 'Tunnus, esimerkiksi varaa-aika',
    'walls.add': 'Lisää seinä',
    'walls.embed': 'Upotuskoodi',
    'walls.remove': 'Poista seinä',
    'walls.removed': 'Seinä on poistettu.',
    'walls.remove.title': 'Poistetaanko seinä ”{wall}”?',
    'walls.remove.text':
      'Seinä katoaa heti kaikilta sivuilta, joille se on upotettu. Julkaisut, luvut ja koosteet säilyvät. Tätä ei voi perua.',
    'walls.remove.cancel': 'Älä poista',
    'walls.wrong.id': 'Tunnus: 2–40 merkkiä, vain a–z, 0–9 ja väliviiva.',
    'walls.wrong.label': 'Otsikko: kirjoita se ainakin yhdellä kielellä.',
    'walls.wrong.families': 'Aihetunnisteet: valittua ei enää ole.',
    'walls.wrong.channels': 'Kanavat: valittua ei ole.',
    'walls.wrong.show': 'Julkaisujen määrä: kokonaisluku 1–50.',
    'walls.wrong.lead': 'Kärki: aihetunnisteet, jotka ovat olemassa, ja määrä 1–6.',
    'walls.wrong.moderation': 'Valitse, mitä seinälle pääsee.',
    'walls.wrong.action':
      'Askel {n}: anna teksti ainakin yhdellä kielellä, osoite ja oma tunnus (a–z, 0–9, väliviiva).',
  },
  sv: {
    'settings.walls': 'Väggar',
    'settings.walls.text': 'Vad varje vägg visar och i vilken ordning.',
    'walls.title': 'Väggar',
    'walls.lede':
      'Varje vägg har sin egen adress och inbäddningskod. En ändring syns genast på webbplatserna.',
    'walls.id.hint':
      'En del av väggens adress, till exempel framsida. Bara a–z, 0–9 och bindestreck. Id:t kan inte ändras senare.',
    'walls.label': 'Rubrik {language}',
    'walls.families': 'Hashtaggar som väggen visar',
    'walls.families.hint': 'Om du inte väljer något visas allt.',
    'walls.channels': 'Kanaler som väggen visar',
    'walls.channel.feed': '{channel} (flöde)',
    'walls.show': 'Hur många inlägg visas åt gången (1–50)',
    'walls.lead': 'Hashtaggar som lyfts överst',
    'walls.lead.hint':
      'De nyaste inläggen med dessa står alltid överst, om de får visas i sin helhet. Utan val finns ingen topp.',
    'walls.lead.count': 'Hur många inlägg står överst (1–6)',
    'walls.moderation': 'Vad som kommer till väggen',
    'walls.moderation.review': 'Bara det som ska visas enligt beslut',
    'walls.moderation.review.text':
      'En invånares inlägg visas när någon har valt Visa i kön. Egna, personalens och avtalspartners inlägg kommer genast, om de inte har blivit kvar i kön.',
    'walls.moderation.open': 'Också betrodda som väntar i kön',
    'walls.moderation.open.text':
      'Egna, personalens och avtalspartners inlägg visas även medan de står i kön. En invånares inlägg väntar ändå på beslut, och utan tillstånd visas bara en länk.',
    'walls.actions': 'Nästa steg',
    'walls.actions.hint':
      'Länkar under väggen, högst sex. Klick räknas per id. Ett steg försvinner när du tömmer dess fält.',
    'walls.action.nth': 'Steg {n}',
    'walls.action.new': 'Nytt steg',
    'walls.action.label': 'Text {language}',
    'walls.action.url': 'Adress, börjar med https://',
    'walls.action.id': 'Id, till exempel boka-tid',
    'walls.add': 'Lägg till en vägg',
    'walls.embed': 'Inbäddningskod',
    'walls.remove': 'Ta bort väggen',
    'walls.removed': 'Väggen är borttagen.',
    'walls.remove.title': 'Ska väggen ”{wall}” tas bort?',
    'walls.remove.text':
      'Väggen försvinner genast från alla sidor där den är inbäddad. Inlägg, siffror och sammandrag finns kvar. Det här kan inte ångras.',
    'walls.remove.cancel': 'Ta inte bort',
    'walls.wrong.id': 'Id: 2–40 tecken, bara a–z, 0–9 och bindestreck.',
    'walls.wrong.label': 'Rubrik: skriv den på minst ett språk.',
    'walls.wrong.families': 'Hashtaggar: den valda finns inte längre.',
    'walls.wrong.channels': 'Kanaler: den valda finns inte.',
    'walls.wrong.show': 'Antal inlägg: ett heltal 1–50.',
    'walls.wrong.lead': 'Överst: hashtaggar som finns, och ett antal 1–6.',
    'walls.wrong.moderation': 'Välj vad som kommer till väggen.',
    'walls.wrong.action':
      'Steg {n}: ge text på minst ett språk, adress och ett eget id (a–z, 0–9, bindestreck).',
  },
  en: {
    'settings.walls': 'Walls',
    'settings.walls.text': 'What each wall shows, and in which order.',
    'walls.title': 'Walls',
    'walls.lede':
      'Each wall has an address and an embed code of its own. A change is on the websites at once.',
    'walls.id.hint':
      'Part of the wall’s address, for example front-page. Only a–z, 0–9 and a hyphen. It cannot be changed later.',
    'walls.label': 'Title {language}',
    'walls.families': 'Hashtags that the wall shows',
    'walls.families.hint': 'If you choose none, all are shown.',
    'walls.channels': 'Channels that the wall shows',
    'walls.channel.feed': '{channel} (feed)',
    'walls.show': 'How many posts are shown at a time (1–50)',
    'walls.lead': 'Hashtags that rise to the top',
    'walls.lead.hint':
      'The newest posts with these always stand on top, if they may be shown whole. If you choose none, nothing does.',
    'walls.lead.count': 'How many posts stand on top (1–6)',
    'walls.moderation': 'What comes to the wall',
    'walls.moderation.review': 'Only what is to be shown',
    'walls.moderation.review.text':
      'A resident’s post is shown once somebody has chosen Show in the queue. Your own, your staff’s and agreed partners’ posts come at once, unless they are held in the queue.',
    'walls.moderation.open': 'Also trusted ones that wait in the queue',
    'walls.moderation.open.text':
      'Your own, your staff’s and agreed partners’ posts are shown even while they are in the queue. A resident’s post still waits for a decision, and without consent only a link is shown.',
    'walls.actions': 'Next steps',
    'walls.actions.hint':
      'Links under the wall, six at most. Clicks are counted by id. A step goes when you empty its fields.',
    'walls.action.nth': 'Step {n}',
    'walls.action.new': 'New step',
    'walls.action.label': 'Text {language}',
    'walls.action.url': 'Address, begins with https://',
    'walls.action.id': 'Id, for example book-a-time',
    'walls.add': 'Add a wall',
    'walls.embed': 'Embed code',
    'walls.remove': 'Remove the wall',
    'walls.removed': 'The wall has been removed.',
    'walls.remove.title': 'Remove the wall “{wall}”?',
    'walls.remove.text':
      'The wall goes at once from every page where it is embedded. Posts, numbers and digests stay. This cannot be undone.',
    'walls.remove.cancel': 'Do not remove',
    'walls.wrong.id': 'Id: 2–40 characters, only a–z, 0–9 and a hyphen.',
    'walls.wrong.label': 'Title: write it in at least one language.',
    'walls.wrong.families': 'Hashtags: the chosen one is no more.',
    'walls.wrong.channels': 'Channels: there is no such one.',
    'walls.wrong.show': 'Number of posts: a whole number, 1–50.',
    'walls.wrong.lead': 'Top: hashtags that exist, and a number 1–6.',
    'walls.wrong.moderation': 'Choose what comes to the wall.',
    'walls.wrong.action':
      'Step {n}: give a text in at least one language, an address and an id of its own (a–z, 0–9, hyphen).',
  },
})
