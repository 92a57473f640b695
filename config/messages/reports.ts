// The words of reports by cycle: what they are, their drafts, whom they go to.
import { words } from './words.ts'

export const reportWords = words({
  fi: {
    'reports.title': 'Määräaikaisraportit',
    'reports.lede':
      'Luonnos syntyy julkaistusta koosteesta, kun raportin päivä lähenee. Muokkaa tekstiä ja lähetä.',
    'reports.none': 'Raportteja ei ole vielä.',
    'reports.waits': 'Luonnos syntyy, kun kooste {quarter} on julkaistu.',
    'reports.draft': 'luonnos',
    'reports.all-sent': 'Lähetetyt',
    'reports.sent': 'lähetetty {day}, {who}',
    'reports.subject': 'Otsikko',
    'reports.body': 'Teksti',
    'reports.body.hint': 'Numerot ovat julkaistusta koosteesta. Tyhjä rivi aloittaa uuden kappaleen.',
    'reports.whom': 'Vastaanottajat',
    'reports.nobody': 'Kukaan ei vielä saa tätä. Lisää vastaanottaja Vastaanottajat-sivulla.',
    'reports.got': 'on saanut tämän',
    'reports.send': 'Lähetä',
    'reports.send-rest': 'Lähetä niille, jotka eivät ole saaneet',
    'reports.areas': 'Raportti palvelualueille',
    'reports.news': 'Ajankohtaista asettautumispalveluista',
    'reports.short-council': 'Tiivis raportti valtuustolle ja hallitukselle',
    'reports.short-staff': 'Tiivis raportti johdolle ja henkilöstölle',
    'reports.intro.areas':
      'Hei,\n\ntässä on viestinnän neljännesvuosi teidän palvelualueellenne. Katsokaa omat toimenpiteenne ja vastatkaa, että olette nähneet ne.',
    'reports.intro.news':
      'Hei,\n\ntässä on ajankohtaista asettautumispalveluista. Asettautuminen koskee meitä kaikkia: jokainen kohtaa uusia kuntalaisia.',
    'reports.intro.short-council':
      'Hyvät valtuutetut ja hallituksen jäsenet,\n\ntässä on tiivis raportti asettautumispalveluiden ja viestinnän tuloksista.',
    'reports.intro.short-staff':
      'Hei,\n\ntässä on tiivis raportti asettautumispalveluiden ja viestinnän tuloksista.',
    'reports.area-page': 'Oman alueen sivu',
    'reports.short-page': 'Tiivis raportti sivuna',
    'reports.reply': 'Vastaa tästä',
    'recipients.gets': 'Mitä lähetetään',
    'recipients.gets.digest': 'Kooste',
    'recipients.area': 'Palvelualue',
    'recipients.area.none': 'ei mikään',
    'error.report-sent': 'Raportti on jo lähetetty',
    'error.report-sent.detail': 'Lähetettyä raporttia ei muuteta. Korjaus kuuluu koosteen uuteen versioon.',
    'error.report-nobody': 'Raportilla ei ole vastaanottajia',
    'error.report-nobody.detail': 'Lisää Vastaanottajat-sivulla joku, jolle tämä raportti lähetetään.',
  },
  sv: {
    'reports.title': 'Rapporter enligt schema',
    'reports.lede':
      'Utkastet görs av den publicerade sammanställningen när rapportens dag närmar sig. Redigera texten och skicka.',
    'reports.none': 'Det finns inga rapporter ännu.',
    'reports.waits': 'Utkastet görs när sammanställningen {quarter} har publicerats.',
    'reports.draft': 'utkast',
    'reports.all-sent': 'Skickade',
    'reports.sent': 'skickad {day}, {who}',
    'reports.subject': 'Rubrik',
    'reports.body': 'Text',
    'reports.body.hint':
      'Siffrorna kommer från den publicerade sammanställningen. En tom rad börjar ett nytt stycke.',
    'reports.whom': 'Mottagare',
    'reports.nobody': 'Ingen får den här ännu. Lägg till en mottagare på sidan Mottagare.',
    'reports.got': 'har fått den',
    'reports.send': 'Skicka',
    'reports.send-rest': 'Skicka till dem som inte har fått den',
    'reports.areas': 'Rapport till serviceområdena',
    'reports.news': 'Aktuellt om inflyttningstjänsterna',
    'reports.short-council': 'Kort rapport till fullmäktige och styrelsen',
    'reports.short-staff': 'Kort rapport till ledningen och personalen',
    'reports.intro.areas':
      'Hej,\n\nhär är kommunikationens kvartal för ert serviceområde. Se era egna åtgärder och svara att ni har sett dem.',
    'reports.intro.news':
      'Hej,\n\nhär är det aktuella om inflyttningstjänsterna. Inflyttningen angår oss alla: var och en möter nya kommuninvånare.',
    'reports.intro.short-council':
      'Bästa ledamöter i fullmäktige och styrelsen,\n\nhär är en kort rapport om resultaten av inflyttningstjänsterna och kommunikationen.',
    'reports.intro.short-staff':
      'Hej,\n\nhär är en kort rapport om resultaten av inflyttningstjänsterna och kommunikationen.',
    'reports.area-page': 'Det egna områdets sida',
    'reports.short-page': 'Den korta rapporten som sida',
    'reports.reply': 'Svara här',
    'recipients.gets': 'Vad som skickas',
    'recipients.gets.digest': 'Sammanställning',
    'recipients.area': 'Serviceområde',
    'recipients.area.none': 'inget',
    'error.report-sent': 'Rapporten har redan skickats',
    'error.report-sent.detail':
      'En skickad rapport ändras inte. En rättelse hör till en ny version av sammanställningen.',
    'error.report-nobody': 'Rapporten har inga mottagare',
    'error.report-nobody.detail': 'Lägg till någon som får den här rapporten på sidan Mottagare.',
  },
  en: {
    'reports.title': 'Reports by cycle',
    'reports.lede':
      'A draft is made from the published digest when the day of the report comes near. Edit the text and send it.',
    'reports.none': 'There are no reports yet.',
    'reports.waits': 'The draft is made once the digest of {quarter} is published.',
    'reports.draft': 'draft',
    'reports.all-sent': 'Sent',
    'reports.sent': 'sent on {day} by {who}',
    'reports.subject': 'Title',
    'reports.body': 'Text',
    'reports.body.hint':
      'The figures are those of the published digest. An empty line begins a new paragraph.',
    'reports.whom': 'Recipients',
    'reports.nobody': 'Nobody gets this yet. Add a recipient on the page of recipients.',
    'reports.got': 'has got it',
    'reports.send': 'Send',
    'reports.send-rest': 'Send to those who have not got it',
    'reports.areas': 'Report to the service areas',
    'reports.news': 'News of the settling-in services',
    'reports.short-council': 'Short report to the council and the board',
    'reports.short-staff': 'Short report to management and staff',
    'reports.intro.areas':
      'Hello,\n\nhere is the quarter in communications for your service area. Look at your own actions and answer that you have seen them.',
    'reports.intro.news':
      'Hello,\n\nhere is the news of the settling-in services. Settling in concerns us all: everybody meets new residents.',
    'reports.intro.short-council':
      'Dear members of the council and the board,\n\nhere is a short report on the results of the settling-in services and of communication.',
    'reports.intro.short-staff':
      'Hello,\n\nhere is a short report on the results of the settling-in services and of communication.',
    'reports.area-page': 'The page of your area',
    'reports.short-page': 'The short report as a page',
    'reports.reply': 'Answer here',
    'recipients.gets': 'What is sent',
    'recipients.gets.digest': 'The digest',
    'recipients.area': 'Service area',
    'recipients.area.none': 'none',
    'error.report-sent': 'The report has been sent already',
    'error.report-sent.detail':
      'A report that was sent is not changed. A correction belongs to a new revision of the digest.',
    'error.report-nobody': 'The report has no recipients',
    'error.report-nobody.detail': 'Add somebody who gets this report on the page of recipients.',
  },
})
