// What people are told of their sources: tokens that end, sickness, what it means for the wall, and mail that tells it.
import { words } from './words.ts'

export const warningWords = words({
  fi: {
    'token.ends': '{name} päättyy {day}, {n} päivän päästä.',
    'token.ends.tomorrow': '{name} päättyy huomenna, {day}.',
    'token.ends.today': '{name} päättyy tänään, {day}.',
    'token.ended': '{name} päättyi {day}.',
    'token.means':
      'Kun tunnus on päättynyt, uusia julkaisuja ei tule tästä lähteestä, ennen kuin se on uusittu.',
    'token.means.ended': 'Uusia julkaisuja ei tule tästä lähteestä, ennen kuin tunnus on uusittu.',
    'token.other': 'Lähteen tunnus',
    'token.renew': 'Luo uusi tunnus kanavan omassa palvelussa ja tallenna se lähteen asetuksiin.',
    'token.renew.open': 'Tallenna uusi tunnus',
    'wall.shows':
      '{n|Seinällä näkyy edelleen sen yksi julkaisu,|Seinällä näkyvät edelleen sen viimeisimmät julkaisut, uusin} {day}',
    'wall.shows.none': 'Seinällä ei ole yhtään sen julkaisua.',
    'wall.until':
      'Jos haku ei sitä ennen onnistu, {n|se poistuu|ne poistuvat} seinältä viimeistään {day}, sillä {channel} ei anna näyttää julkaisua kauempaa kysymättä uudelleen.',
    'wall.until.unseen':
      'Jos haku ei sitä ennen onnistu, julkaisut, joihin ei ole tekijän lupaa, poistuvat seinältä viimeistään {day}. Muuten emme huomaisi, jos ne on poistettu.',
    'mail.subject.ends': '{place}: lähteen tunnus päättyy {day}',
    'mail.subject.ended': '{place}: lähteen tunnus on päättynyt',
    'mail.subject.sick': '{place}: lähteessä on häiriö',
    'mail.subject.well': '{place}: lähde toimii taas',
    'mail.subject.several': '{place}: {n} asiaa lähteistä',
    'mail.hello': 'Hei,',
    'mail.well': 'Lähde toimii taas. Viimeisin haku onnistui {when}. Sinun ei tarvitse tehdä mitään.',
    'mail.settings': 'Lähteen asetukset: {url}',
    'mail.all': 'Kaikki lähteet: {url}',
    'mail.why':
      'Tämä viesti lähti automaattisesti työpöydän {place} päätoimittajille ja pääkäyttäjille. Siihen ei voi vastata.',
    'mail.none': 'Varoituksia ei lähetetä sähköpostilla.',
    'mail.none.text':
      'Palvelulle ei ole annettu postipalvelinta, joten häiriöt ja päättyvät tunnukset näkyvät vain täällä ja etusivulla. Ylläpitäjä voi lisätä sen asetuksilla SMTP_URL ja MAIL_FROM.',
    'mail.unsent': 'Kaikki sähköpostit eivät ole lähteneet.',
    'mail.unsent.refused':
      'Postipalvelin ei ottanut vastaan viestiä, joka oli menossa osoitteeseen {who}. Tarkista osoite ihmisten sivulta.',
    'mail.unsent.away': 'Postipalvelimeen ei saatu yhteyttä, ja viesti osoitteeseen {who} on lähtemättä.',
    'mail.unsent.login':
      'Postipalvelin ei hyväksynyt palvelun tunnusta, ja viesti osoitteeseen {who} on lähtemättä. Pyydä ylläpitäjää tarkistamaan asetus SMTP_URL.',
    'mail.unsent.later':
      'Postipalvelin pyysi yrittämään myöhemmin, ja viesti osoitteeseen {who} on lähtemättä.',
    'mail.unsent.unsure':
      'Viestin lähetys osoitteeseen {who} katkesi kesken, eikä ole varmaa, menikö se perille. Sitä ei lähetetä toiseen kertaan.',
    'mail.answer': 'Palvelin vastasi: {answer}',
    'mail.next': 'Seuraava yritys {when}.',
    'mail.over': 'Sitä ei enää yritetä lähettää.',
  },
  sv: {
    'token.ends': '{name} går ut {day}, om {n} {n|dag|dagar}.',
    'token.ends.tomorrow': '{name} går ut i morgon, {day}.',
    'token.ends.today': '{name} går ut i dag, {day}.',
    'token.ended': '{name} gick ut {day}.',
    'token.means': 'När åtkomsten har gått ut kommer inga nya inlägg från källan innan den har förnyats.',
    'token.means.ended': 'Inga nya inlägg kommer från källan innan åtkomsten har förnyats.',
    'token.other': 'Källans åtkomst',
    'token.renew': 'Skapa en ny nyckel i kanalens egen tjänst och spara den i källans inställningar.',
    'token.renew.open': 'Spara en ny nyckel',
    'wall.shows':
      '{n|Väggen visar fortfarande dess enda inlägg,|Väggen visar fortfarande dess senaste inlägg, det nyaste} {day}',
    'wall.shows.none': 'Väggen visar inget inlägg från källan.',
    'wall.until':
      'Om hämtningen inte lyckas före det försvinner {n|det|de} från väggen senast {day}, för {channel} låter oss inte visa ett inlägg längre utan att fråga på nytt.',
    'wall.until.unseen':
      'Om hämtningen inte lyckas före det försvinner inläggen utan upphovsmannens lov från väggen senast {day}. Annars skulle vi inte märka om de har tagits bort.',
    'mail.subject.ends': '{place}: en källas åtkomst går ut {day}',
    'mail.subject.ended': '{place}: en källas åtkomst har gått ut',
    'mail.subject.sick': '{place}: störning i en källa',
    'mail.subject.well': '{place}: en källa fungerar igen',
    'mail.subject.several': '{place}: {n} ärenden om källorna',
    'mail.hello': 'Hej,',
    'mail.well': 'Källan fungerar igen. Den senaste hämtningen lyckades {when}. Du behöver inte göra något.',
    'mail.settings': 'Källans inställningar: {url}',
    'mail.all': 'Alla källor: {url}',
    'mail.why':
      'Det här meddelandet skickades automatiskt till chefredaktörerna och huvudanvändarna för {place}. Det går inte att svara på det.',
    'mail.none': 'Inga varningar skickas med e-post.',
    'mail.none.text':
      'Tjänsten har ingen e-postserver, så störningar och åtkomster som går ut syns bara här och på förstasidan. Administratören kan lägga till den med inställningarna SMTP_URL och MAIL_FROM.',
    'mail.unsent': 'All e-post har inte gått iväg.',
    'mail.unsent.refused':
      'E-postservern tog inte emot meddelandet till {who}. Kontrollera adressen på sidan för personer.',
    'mail.unsent.away': 'E-postservern gick inte att nå, och meddelandet till {who} har inte gått iväg.',
    'mail.unsent.login':
      'E-postservern godkände inte tjänstens inloggning, och meddelandet till {who} har inte gått iväg. Be administratören kontrollera inställningen SMTP_URL.',
    'mail.unsent.later':
      'E-postservern bad oss försöka senare, och meddelandet till {who} har inte gått iväg.',
    'mail.unsent.unsure':
      'Sändningen till {who} bröts, och det är inte säkert att meddelandet kom fram. Det skickas inte en gång till.',
    'mail.answer': 'Servern svarade: {answer}',
    'mail.next': 'Nästa försök {when}.',
    'mail.over': 'Inga fler försök görs.',
  },
  en: {
    'token.ends': '{name} ends on {day}, in {n} {n|day|days}.',
    'token.ends.tomorrow': '{name} ends tomorrow, {day}.',
    'token.ends.today': '{name} ends today, {day}.',
    'token.ended': '{name} ended on {day}.',
    'token.means': 'Once the token has ended, no new posts come from this source until it is renewed.',
    'token.means.ended': 'No new posts come from this source until the token is renewed.',
    'token.other': 'The token of the source',
    'token.renew':
      'Create a new token in the channel’s own service and save it in the settings of the source.',
    'token.renew.open': 'Save a new token',
    'wall.shows':
      '{n|The wall still shows its one post, of|The wall still shows its latest posts, the newest of} {day}',
    'wall.shows.none': 'The wall shows no post of it.',
    'wall.until':
      'Unless fetching succeeds before, {n|it leaves|they leave} the wall by {day}, since {channel} does not let us show a post longer without asking again.',
    'wall.until.unseen':
      'Unless fetching succeeds before, posts without their author’s permission leave the wall by {day}. Otherwise we would not notice if they were removed.',
    'mail.subject.ends': '{place}: the token of a source ends on {day}',
    'mail.subject.ended': '{place}: the token of a source has ended',
    'mail.subject.sick': '{place}: a source has trouble',
    'mail.subject.well': '{place}: a source works again',
    'mail.subject.several': '{place}: {n} things about the sources',
    'mail.hello': 'Hello,',
    'mail.well': 'The source works again. Fetching last succeeded on {when}. You need not do anything.',
    'mail.settings': 'Settings of the source: {url}',
    'mail.all': 'All sources: {url}',
    'mail.why':
      'This message went automatically to the editors and administrators of {place}. It cannot be answered.',
    'mail.none': 'No warnings are sent by e-mail.',
    'mail.none.text':
      'The service has no mail server, so trouble and ending tokens are seen only here and on the front page. The administrator can add one with the settings SMTP_URL and MAIL_FROM.',
    'mail.unsent': 'Not every e-mail has gone out.',
    'mail.unsent.refused':
      'The mail server did not accept the message to {who}. Check the address on the page of people.',
    'mail.unsent.away': 'The mail server could not be reached, and the message to {who} has not gone out.',
    'mail.unsent.login':
      'The mail server did not accept our sign-in, and the message to {who} has not gone out. Ask the administrator to check the setting SMTP_URL.',
    'mail.unsent.later':
      'The mail server asked us to try later, and the message to {who} has not gone out yet.',
    'mail.unsent.unsure':
      'Sending to {who} broke off, and whether the message arrived is not certain. It is not sent again.',
    'mail.answer': 'The server answered: {answer}',
    'mail.next': 'The next try: {when}.',
    'mail.over': 'It is not tried any more.',
  },
})
