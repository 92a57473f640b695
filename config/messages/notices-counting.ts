// The page about counting in words: what is added up of a wall's visitors, what never is, and what the figures miss.
import { words } from './words.ts'

export const countingWords = words({
  fi: {
    'counting.title': 'Miten someseinän käyttöä lasketaan',
    'counting.lede':
      '{place} laskee someseinän käytöstä vain päivän summia. Kenenkään käynnistä ei jää omaa merkintää, eikä laskentaan tarvita suostumusta, koska katsojan laitteelle ei tallenneta eikä siltä lueta mitään. Tekstiä saa lainata sellaisenaan.',
    'counting.what': 'Mitä lasketaan',
    'counting.what.text': 'Seinän, päivän ja kohteen mukaan lasketaan yhteen, kuinka monta kertaa',
    'counting.what.view':
      'seinä nähtiin: vähintään puolet siitä, tai puolet näytöstä, oli sekunnin ajan esillä. Yksi sivun lataus on enintään yksi näyttö.',
    'counting.what.click': 'seinältä avattiin alkuperäinen julkaisu',
    'counting.what.channel': 'seinältä siirryttiin kunnan kanavaan',
    'counting.what.action': 'valittiin jokin seinän seuraavista askelista',
    'counting.what.share': 'seinä jaettiin',
    'counting.never': 'Mitä ei tehdä',
    'counting.never.device': 'Ei evästeitä, ei selaimen muistia, ei laitteen tunnistamista.',
    'counting.never.person':
      'Tietokantaan ei tule IP-osoitetta, selaimen nimeä, kellonaikaa eikä mitään, mistä käynnin tai ihmisen voisi tunnistaa. Sivulla liikkumista ei seurata.',
    'counting.never.third': 'Tietoja ei lähetetä kenellekään muulle eikä käytetä mainontaan.',
    'counting.how': 'Miten luvut pidetään rehellisinä',
    'counting.how.day': 'Päivä on paikkakunnan oma päivä. Luvusta tallentuu vain summa, joka kasvaa yhdellä.',
    'counting.how.limit':
      'Samasta verkko-osoitteesta lasketaan enintään {most} tapahtumaa tunnissa. Sitä varten osoite on palvelun muistissa enintään tunnin, eikä sitä kirjoiteta minnekään.',
    'counting.how.bots':
      'Ohjelmia, jotka kertovat olevansa hakukoneita tai muita robotteja, ei lasketa. Muut robotit voivat olla luvuissa mukana.',
    'counting.missing': 'Mitä luvuista puuttuu',
    'counting.missing.script':
      'Seinä toimii myös ilman skriptejä: kehyksessä, osana julkaisujärjestelmän sivua ja selaimessa, jossa skriptit on estetty. Näitä katseluja ei lasketa, ja sama sanotaan koosteessa lukujen vieressä.',
    'counting.missing.read':
      'Luvut kertovat näytöistä ja valinnoista, eivät ihmisistä: sama ihminen voi avata sivun monta kertaa, ja moni voi katsoa samaa näyttöä.',
  },
  sv: {
    'counting.title': 'Så räknas användningen av väggen',
    'counting.lede':
      '{place} räknar bara dagens summor av hur väggen används. Av ett enskilt besök blir det ingen egen anteckning, och inget samtycke behövs, eftersom ingenting sparas på eller läses från besökarens enhet. Texten får citeras som den är.',
    'counting.what': 'Vad som räknas',
    'counting.what.text': 'Per vägg, dag och mål räknas hur många gånger',
    'counting.what.view':
      'väggen sågs: minst hälften av den, eller hälften av skärmen, var synlig i en sekund. En sidladdning är högst en visning.',
    'counting.what.click': 'ett ursprungligt inlägg öppnades från väggen',
    'counting.what.channel': 'någon gick från väggen till en av kommunens kanaler',
    'counting.what.action': 'något av väggens nästa steg valdes',
    'counting.what.share': 'väggen delades',
    'counting.never': 'Vad som inte görs',
    'counting.never.device': 'Inga kakor, inget lagrat i webbläsaren, ingen igenkänning av enheten.',
    'counting.never.person':
      'I databasen finns ingen IP-adress, inget webbläsarnamn, inget klockslag och ingenting annat som ett besök eller en människa kunde kännas igen på. Ingen följs på sidan.',
    'counting.never.third': 'Uppgifterna skickas inte till någon annan och används inte för reklam.',
    'counting.how': 'Så hålls siffrorna ärliga',
    'counting.how.day': 'Dagen är ortens egen dag. Det enda som sparas är en summa som växer med ett.',
    'counting.how.limit':
      'Från samma nätadress räknas högst {most} händelser i timmen. För det finns adressen i tjänstens minne i högst en timme, och den skrivs ingenstans.',
    'counting.how.bots':
      'Program som säger att de är sökmotorer eller andra robotar räknas inte. Andra robotar kan finnas med i siffrorna.',
    'counting.missing': 'Vad som saknas i siffrorna',
    'counting.missing.script':
      'Väggen fungerar också utan skript: i en ram, som en del av publiceringssystemets sida och i en webbläsare där skript är spärrade. De visningarna räknas inte, och det sägs också intill siffrorna i sammandraget.',
    'counting.missing.read':
      'Siffrorna berättar om visningar och val, inte om människor: samma människa kan öppna sidan många gånger, och flera kan se på samma skärm.',
  },
  en: {
    'counting.title': 'How visits to the wall are counted',
    'counting.lede':
      '{place} counts only daily totals of how its wall is used. No single visit leaves a record of its own, and no consent is needed, since nothing is stored on or read from the visitor’s device. This text may be quoted as it stands.',
    'counting.what': 'What is counted',
    'counting.what.text': 'For each wall, day and target we add up how many times',
    'counting.what.view':
      'the wall was seen: at least half of it, or half of the screen, in sight for a second. One page load is one view at most.',
    'counting.what.click': 'an original post was opened from the wall',
    'counting.what.channel': 'somebody went on to a channel of the municipality',
    'counting.what.action': 'one of the wall’s next steps was chosen',
    'counting.what.share': 'the wall was shared',
    'counting.never': 'What is never done',
    'counting.never.device': 'No cookies, nothing kept in the browser, no fingerprint of the device.',
    'counting.never.person':
      'The database holds no IP address, no browser name, no time of day and nothing else by which a visit or a person could be recognised. Nobody is followed around the page.',
    'counting.never.third': 'The figures are sent to nobody else and are not used for advertising.',
    'counting.how': 'How the figures are kept honest',
    'counting.how.day': 'A day is the place’s own day. All that is stored is a total that grows by one.',
    'counting.how.limit':
      'At most {most} events an hour are counted from one network address. For that the address is in the service’s memory for an hour at most, and is written nowhere.',
    'counting.how.bots':
      'Programs that call themselves search engines or other bots are not counted. Other bots may be in the figures.',
    'counting.missing': 'What the figures miss',
    'counting.missing.script':
      'The wall also works without scripts: in a frame, as part of a publishing system’s page, and in a browser that blocks scripts. Those views are not counted, and the digest says so beside the figures.',
    'counting.missing.read':
      'The figures tell of views and choices, not of people: one person may open the page many times, and many may look at one screen.',
  },
})
