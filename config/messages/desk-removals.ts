// The words of removals that wait for a person: what stays and why, putting back, and the mails about them.
import { words } from './words.ts'

export const deskRemovalWords = words({
  fi: {
    'removal.done.hidden': 'Julkaisu on piilotettu seinältä. Muista kopioista se katoaa minuutissa.',
    'removal.done.waits': 'Julkaisu löytyi. Ihminen katsoo pyynnön ennen kuin julkaisu poistetaan.',
    'removals.kept.ours':
      'Julkaisu on kunnan, henkilöstön tai kumppanin. Se jäi seinälle, ja sinä päätät siitä.',
    'removals.kept.judged':
      'Tästä julkaisusta on jo kerran päätetty. Se jäi paikalleen, ja sinä päätät siitä.',
    'removals.kept.sender': 'Samasta osoitteesta tuli tunnin aikana monta pyyntöä. Julkaisu jäi paikalleen.',
    'removals.kept.many':
      'Vuorokauden aikana on piilotettu jo 20 julkaisua. Tämä jäi paikalleen ja odottaa sinua.',
    'removals.back': 'Julkaisu on palautettu. Pyyntö odottaa vielä vastausta.',
    'removals.refuse.back': 'Hylkää ja palauta julkaisu',
    'removals.restore': 'Palauta julkaisu, vastaa myöhemmin',
    'removals.restore-all': 'Palauta kaikki automaattisesti piilotetut',
    'removals.restore-all.text': '{n} julkaisua. Pyynnöt jäävät odottamaan vastausta.',
    'removals.restored': 'Julkaisut on palautettu',
    'removals.more': 'Lisäksi {n} {n|pyyntö|pyyntöä}. Vanhimmat näytetään ensin.',
    'error.removal-moved': 'Julkaisusta on päätetty sen jälkeen',
    'error.removal-moved.detail': 'Avaa julkaisu ja päätä siitä sen omalla sivulla.',
    'mail.removal.asked.subject': '{place}: poistopyyntö odottaa vastausta',
    'mail.removal.asked':
      'Joku on pyytänyt poistamaan julkaisun. Löydetty julkaisu on piilotettu. Vastaa kuukaudessa.',
    'mail.removal.kept.subject': '{place}: poistopyyntö kunnan tai kumppanin julkaisusta',
    'mail.removal.kept':
      'Julkaisu jäi seinälle, koska se on kunnan, henkilöstön tai kumppanin. Päätä, mitä sille tehdään.',
    'mail.removal.many.subject': '{place}: poistopyyntöjä tuli poikkeuksellisen monta',
    'mail.removal.many': 'Osa julkaisuista jäi paikalleen, kunnes ihminen on katsonut pyynnöt.',
    'mail.removal.see': 'Pyynnöt:',
  },
  sv: {
    'removal.done.hidden': 'Inlägget har dolts på väggen. Från andra kopior försvinner det inom en minut.',
    'removal.done.waits': 'Inlägget hittades. En människa läser begäran innan inlägget tas bort.',
    'removals.kept.ours': 'Inlägget är kommunens, personalens eller en partners. Det är kvar, och du avgör.',
    'removals.kept.judged': 'Om det här inlägget har redan beslutats. Det är kvar, och du avgör.',
    'removals.kept.sender': 'Från samma adress kom många begäranden på en timme. Inlägget är kvar.',
    'removals.kept.many': 'På ett dygn har redan 20 inlägg dolts. Det här är kvar och väntar på dig.',
    'removals.back': 'Inlägget visas igen. Begäran väntar ännu på svar.',
    'removals.refuse.back': 'Avslå och visa inlägget igen',
    'removals.restore': 'Visa inlägget igen, svara senare',
    'removals.restore-all': 'Visa alla automatiskt dolda igen',
    'removals.restore-all.text': '{n} inlägg. Begärandena väntar fortfarande på svar.',
    'removals.restored': 'Inläggen visas igen',
    'removals.more': 'Dessutom {n} {n|begäran|begäranden}. De äldsta visas först.',
    'error.removal-moved': 'Om inlägget har beslutats efter det',
    'error.removal-moved.detail': 'Öppna inlägget och besluta på dess egen sida.',
    'mail.removal.asked.subject': '{place}: en begäran om borttagning väntar på svar',
    'mail.removal.asked':
      'Någon har bett er ta bort ett inlägg. Ett hittat inlägg är dolt. Svara inom en månad.',
    'mail.removal.kept.subject': '{place}: begäran om kommunens eller en partners inlägg',
    'mail.removal.kept':
      'Inlägget är kvar eftersom det är kommunens, personalens eller en partners. Avgör vad som görs.',
    'mail.removal.many.subject': '{place}: ovanligt många begäranden om borttagning',
    'mail.removal.many': 'En del inlägg är kvar tills en människa har läst begärandena.',
    'mail.removal.see': 'Begärandena:',
  },
  en: {
    'removal.done.hidden': 'The post is hidden from the wall. Other copies lose it within a minute.',
    'removal.done.waits': 'The post was found. A person reads the request before the post is removed.',
    'removals.kept.ours':
      'The post is the municipality’s, its staff’s or a partner’s. It stayed, and you decide.',
    'removals.kept.judged': 'This post has been decided on before. It stayed, and you decide.',
    'removals.kept.sender': 'Many requests came from one address within an hour. The post stayed.',
    'removals.kept.many':
      'Twenty posts have been hidden within a day already. This one stayed and waits for you.',
    'removals.back': 'The post is back. The request still waits for an answer.',
    'removals.refuse.back': 'Refuse and put the post back',
    'removals.restore': 'Put the post back, answer later',
    'removals.restore-all': 'Put back all that were hidden automatically',
    'removals.restore-all.text': '{n} posts. The requests go on waiting for an answer.',
    'removals.restored': 'The posts are back',
    'removals.more': '{n} more {n|request|requests}. The oldest are shown first.',
    'error.removal-moved': 'The post has been decided on since',
    'error.removal-moved.detail': 'Open the post and decide on its own page.',
    'mail.removal.asked.subject': '{place}: a request for removal waits for an answer',
    'mail.removal.asked':
      'Somebody has asked you to remove a post. A post that was found is hidden. Answer within a month.',
    'mail.removal.kept.subject': '{place}: a request about a post of yours or a partner’s',
    'mail.removal.kept':
      'The post stayed because it is the municipality’s, its staff’s or a partner’s. Decide what to do.',
    'mail.removal.many.subject': '{place}: unusually many requests for removal',
    'mail.removal.many': 'Some posts stay until a person has read the requests.',
    'mail.removal.see': 'The requests:',
  },
})
