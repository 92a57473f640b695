// The page where residents tell their stories: its fields, what is allowed, the thanks, and what can be wrong.
import { words } from './words.ts'

export const storyWords = words({
  fi: {
    'story.closed':
      '{place} ei ota juuri nyt vastaan tarinoita tällä lomakkeella. Voit yhä julkaista omassa kanavassasi kunnan aihetunnisteella.',
    'error.story-closed': 'Lomake on juuri suljettu',
    'error.story-closed.detail':
      'Tarinoita ei oteta nyt vastaan. Ota tekstisi talteen ja kokeile myöhemmin uudelleen.',
    'error.story-missing': 'Jotakin puuttuu',
    'error.story-missing.detail':
      'Tarvitaan tarina ja molemmat luvan merkinnät: että tarina on sinun, ja ikäsi. Sähköpostin voi jättää tyhjäksi, muuten osoitteen pitää olla oikea.',
    'story.title': 'Kerro tarinasi',
    'story.lede':
      'Kerro omin sanoin, mitä sinulle kuuluu täällä: työstä, muutosta, arjesta tai harrastuksesta. Kunnan viestintä lukee jokaisen tarinan ennen kuin se näkyy missään.',
    'story.again': 'Tekstisi on tallella alla. Kuvat sinun pitää valita uudelleen.',
    'story.text': 'Tarinasi',
    'story.text.hint': 'Lyhytkin riittää, enintään 5 000 merkkiä. Älä kerro toisten yksityisistä asioista.',
    'story.families': 'Mihin tarinasi liittyy?',
    'story.pictures': 'Kuvat, jos haluat',
    'story.pictures.hint':
      'JPEG, PNG tai WebP, kukin enintään 10 megatavua. Kuvan sijainti ja muut piilotiedot poistetaan.',
    'story.picture': 'Kuva {n}',
    'story.alt': 'Mitä kuvassa {n} näkyy?',
    'story.people':
      'Kuvat ovat minun ottamiani tai minulla on kuvaajan lupa, ja kuvissa näkyvät ihmiset ovat suostuneet.',
    'story.child.no': 'Kuvissa ei ole lapsia.',
    'story.child.unrecognisable': 'Kuvissa on lapsi, jota ei voi tunnistaa.',
    'story.child.guardian':
      'Kuvissa on tunnistettava lapsi, ja hänen kaikki huoltajansa ovat antaneet luvan.',
    'story.name': 'Nimesi niin kuin se saa näkyä',
    'story.name.hint': 'Esimerkiksi Aino tai Aino E. Tyhjä: tarina näkyy ilman nimeä.',
    'story.email': 'Sähköposti, jos saamme kysyä lisää',
    'story.email.hint':
      'Vain kunnan viestinnälle, ei näy missään. Säilytetään luvan todisteena sen voimassaolon ja kolme vuotta sen jälkeen.',
    'story.allow': 'Lupa',
    'story.mine': 'Tarina on minun, ja sen saa näyttää kuvineen ja antamallani nimellä kunnan someseinällä.',
    'story.age': 'Olen täyttänyt 13 vuotta, tai huoltajani on antanut luvan.',
    'story.also': 'Sen saa näyttää myös',
    'story.digest': 'neljännesvuosikatsauksessa',
    'story.channels': 'kunnan omissa somekanavissa',
    'story.print': 'kunnan painotuotteissa',
    'story.holds': 'Lupa on voimassa vuoden. Voit perua sen milloin tahansa, eikä syytä tarvita.',
    'story.send': 'Lähetä tarina',
    'story.given': 'Annettu tarinalomakkeella',
    'story.done': 'Kiitos tarinastasi',
    'story.done.next':
      'Kunnan viestintä lukee sen ja päättää, näytetäänkö se. Se näkyy seinällä aikaisintaan sen jälkeen.',
    'story.withdraw': 'Jos muutat mielesi',
    'story.withdraw.how':
      'Ota tämä osoite talteen. Sillä tarinasi poistetaan: se katoaa näkyvistä heti, kun lähetät pyynnön.',
    'story.withdraw.form': 'Poista tarinani',
    'error.story-people': 'Kuvista puuttuu tieto',
    'error.story-people.detail': 'Merkitse, että kuviin on lupa, ja kerro, onko niissä lapsia.',
    'error.story-heic': 'Kuva {n} on HEIC-muodossa, jota verkkosivut eivät näytä',
    'error.story-heic.detail':
      'Lähetä se JPEG-kuvana. iPhonessa: Asetukset, Kamera, Formaatit, Yhteensopivin. Tai ota kuvasta kuvakaappaus.',
    'error.story-picture-large': 'Kuva {n} on liian suuri',
    'error.story-picture-large.detail': 'Enintään 10 megatavua. Pienennä kuvaa tai ota siitä kuvakaappaus.',
    'error.story-picture': 'Kuvaa {n} ei voi käyttää',
    'error.story-picture.detail': 'Lähetä JPEG-, PNG- tai WebP-kuva, joka on vähintään 16 pistettä leveä.',
    'error.story-large': 'Kuvat ovat yhteensä liian suuria',
    'error.story-large.detail':
      'Enintään 10 megatavua kuvaa kohti ja 24 yhteensä. Palaa takaisin, pienennä kuvia ja lähetä uudelleen.',
  },
  sv: {
    'story.closed':
      '{place} tar just nu inte emot berättelser med det här formuläret. Du kan fortfarande publicera i din egen kanal med kommunens hashtagg.',
    'error.story-closed': 'Formuläret har just stängts',
    'error.story-closed.detail': 'Berättelser tas inte emot nu. Spara din text och försök igen senare.',
    'error.story-missing': 'Något saknas',
    'error.story-missing.detail':
      'Det behövs en berättelse och båda kryssen för lov: att berättelsen är din, och din ålder. E-posten kan lämnas tom, annars måste adressen vara riktig.',
    'story.title': 'Berätta din historia',
    'story.lede':
      'Berätta med egna ord hur du har det här: om arbete, flytten, vardagen eller en hobby. Kommunens kommunikation läser varje berättelse innan den syns någonstans.',
    'story.again': 'Din text finns kvar nedan. Bilderna måste du välja på nytt.',
    'story.text': 'Din berättelse',
    'story.text.hint': 'Kort räcker, högst 5 000 tecken. Berätta inte om andras privata saker.',
    'story.families': 'Vad handlar berättelsen om?',
    'story.pictures': 'Bilder, om du vill',
    'story.pictures.hint':
      'JPEG, PNG eller WebP, högst 10 megabyte var. Platsen och andra dolda uppgifter tas bort ur bilden.',
    'story.picture': 'Bild {n}',
    'story.alt': 'Vad syns på bild {n}?',
    'story.people':
      'Jag har tagit bilderna eller har fotografens lov, och de som syns på bilderna har samtyckt.',
    'story.child.no': 'Det finns inga barn på bilderna.',
    'story.child.unrecognisable': 'Det finns ett barn på bilderna som inte kan kännas igen.',
    'story.child.guardian': 'Det finns ett barn som kan kännas igen, och alla vårdnadshavare har gett lov.',
    'story.name': 'Ditt namn så som det får synas',
    'story.name.hint': 'Till exempel Aino eller Aino E. Tomt: berättelsen visas utan namn.',
    'story.email': 'E-post, om vi får fråga mer',
    'story.email.hint':
      'Bara för kommunens kommunikation, syns ingenstans. Sparas som bevis på lovet medan det gäller och tre år därefter.',
    'story.allow': 'Lov',
    'story.mine': 'Berättelsen är min, och den får visas med bilder och det namn jag gett på kommunens vägg.',
    'story.age': 'Jag har fyllt 13 år, eller så har min vårdnadshavare gett lov.',
    'story.also': 'Den får också visas',
    'story.digest': 'i kvartalsöversikten',
    'story.channels': 'i kommunens egna sociala medier',
    'story.print': 'i kommunens trycksaker',
    'story.holds': 'Lovet gäller ett år. Du kan ta tillbaka det när som helst utan att säga varför.',
    'story.send': 'Skicka berättelsen',
    'story.given': 'Gett i berättelseformuläret',
    'story.done': 'Tack för din berättelse',
    'story.done.next':
      'Kommunens kommunikation läser den och avgör om den visas. Tidigast därefter syns den på väggen.',
    'story.withdraw': 'Om du ändrar dig',
    'story.withdraw.how':
      'Spara den här adressen. Med den tas berättelsen bort: den försvinner genast när du skickar begäran.',
    'story.withdraw.form': 'Ta bort min berättelse',
    'error.story-people': 'En uppgift om bilderna saknas',
    'error.story-people.detail':
      'Kryssa för att det finns lov till bilderna, och berätta om det finns barn på dem.',
    'error.story-heic': 'Bild {n} är i formatet HEIC, som webbsidor inte visar',
    'error.story-heic.detail':
      'Skicka den som JPEG. På iPhone: Inställningar, Kamera, Format, Mest kompatibelt. Eller ta en skärmbild av den.',
    'error.story-picture-large': 'Bild {n} är för stor',
    'error.story-picture-large.detail': 'Högst 10 megabyte. Förminska bilden eller ta en skärmbild av den.',
    'error.story-picture': 'Bild {n} kan inte användas',
    'error.story-picture.detail': 'Skicka en JPEG-, PNG- eller WebP-bild som är minst 16 punkter bred.',
    'error.story-large': 'Bilderna är för stora tillsammans',
    'error.story-large.detail':
      'Högst 10 megabyte per bild och 24 tillsammans. Gå tillbaka, förminska bilderna och skicka på nytt.',
  },
  en: {
    'story.closed':
      '{place} does not take stories by this form just now. You can still post in a channel of your own with the municipality’s hashtag.',
    'error.story-closed': 'The form has just been closed',
    'error.story-closed.detail': 'Stories are not taken now. Keep your text and try again later.',
    'error.story-missing': 'Something is missing',
    'error.story-missing.detail':
      'A story is needed and both ticks of permission: that the story is yours, and your age. The e-mail can be left empty, else it has to be an address.',
    'story.title': 'Tell your story',
    'story.lede':
      'Tell in your own words how life is here: work, the move, everyday life or a pastime. The town’s communications read every story before it is seen anywhere.',
    'story.again': 'Your text is kept below. The pictures have to be chosen again.',
    'story.text': 'Your story',
    'story.text.hint':
      'A short one will do, at most 5,000 characters. Do not tell other people’s private matters.',
    'story.families': 'What is your story about?',
    'story.pictures': 'Pictures, if you like',
    'story.pictures.hint':
      'JPEG, PNG or WebP, at most 10 megabytes each. The location and other hidden data are taken out.',
    'story.picture': 'Picture {n}',
    'story.alt': 'What does picture {n} show?',
    'story.people':
      'I took the pictures or have the photographer’s permission, and the people in them have agreed.',
    'story.child.no': 'There are no children in the pictures.',
    'story.child.unrecognisable': 'There is a child who cannot be recognised.',
    'story.child.guardian':
      'There is a child who can be recognised, and all guardians have given their permission.',
    'story.name': 'Your name as it may be shown',
    'story.name.hint': 'For example Aino or Aino E. Empty: the story is shown without a name.',
    'story.email': 'E-mail, if we may ask more',
    'story.email.hint':
      'Only for the town’s communications, shown nowhere. Kept as proof of the permission while it holds and three years after.',
    'story.allow': 'Permission',
    'story.mine':
      'The story is mine, and it may be shown with its pictures and the name I gave on the town’s wall.',
    'story.age': 'I am 13 or older, or my guardian has given permission.',
    'story.also': 'It may also be shown',
    'story.digest': 'in the quarterly digest',
    'story.channels': 'in the town’s own social media',
    'story.print': 'in the town’s printed matter',
    'story.holds': 'The permission holds for a year. You can take it back at any time without saying why.',
    'story.send': 'Send the story',
    'story.given': 'Given with the story',
    'story.done': 'Thank you for your story',
    'story.done.next':
      'The town’s communications read it and decide whether it is shown. It is on the wall after that at the earliest.',
    'story.withdraw': 'If you change your mind',
    'story.withdraw.how':
      'Keep this address. With it your story is removed: it is out of sight as soon as you send the request.',
    'story.withdraw.form': 'Remove my story',
    'error.story-people': 'Something about the pictures is missing',
    'error.story-people.detail':
      'Tick that the pictures may be used, and say whether there are children in them.',
    'error.story-heic': 'Picture {n} is HEIC, which web pages do not show',
    'error.story-heic.detail':
      'Send it as JPEG. On an iPhone: Settings, Camera, Formats, Most Compatible. Or take a screenshot of it.',
    'error.story-picture-large': 'Picture {n} is too large',
    'error.story-picture-large.detail': 'At most 10 megabytes. Make it smaller or take a screenshot of it.',
    'error.story-picture': 'Picture {n} cannot be used',
    'error.story-picture.detail': 'Send a JPEG, PNG or WebP picture that is at least 16 pixels wide.',
    'error.story-large': 'The pictures are too large together',
    'error.story-large.detail':
      'At most 10 megabytes each and 24 together. Go back, make them smaller and send again.',
  },
})
