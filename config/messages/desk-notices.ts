// The words of the desk's page for the notices: whom residents reach, and what goes into the town's own statement.
import { words } from './words.ts'

export const deskNoticeWords = words({
  fi: {
    'settings.notices': 'Selosteet',
    'settings.notices.text':
      'Saavutettavuus- ja tietosuojaseloste: yhteystiedot ja teksti kunnan omaan selosteeseen.',
    'contact.lede':
      'Palvelu kirjoittaa selosteet itse ja pitää luvut ajan tasalla. Kerro tässä, keneen asukas saa yhteyden. Jos jätät kohdan tyhjäksi, seloste ohjaa kunnan kirjaamoon ja kunnan verkkosivuille.',
    'contact.unit': 'Kuka vastaa ({language})',
    'contact.unit.hint': 'Esimerkiksi Kemijärven kaupungin kirjaamo',
    'contact.email': 'Sähköposti',
    'contact.phone': 'Puhelin',
    'contact.officer': 'Tietosuojavastaavan sähköposti',
    'contact.hosting': 'Missä palvelin on ja kuka sitä ylläpitää ({language})',
    'contact.hosting.hint': 'Kerro myös, jos tietoja siirretään EU:n ulkopuolelle.',
    'contact.reviewed': 'Milloin kävit saavutettavuusselosteen viimeksi läpi',
    'contact.reviewed.hint': 'Laki edellyttää tarkistusta vähintään kerran vuodessa.',
    'contact.save': 'Tallenna',
    'contact.saved': 'Tallennettu. Selosteet ovat ajan tasalla.',
    'contact.wrong.unit': 'Kuka vastaa: enintään 200 merkkiä.',
    'contact.wrong.email': 'Sähköposti: tarkista osoite.',
    'contact.wrong.phone': 'Puhelin: numeroita ja välilyöntejä, alussa voi olla plusmerkki.',
    'contact.wrong.officer': 'Tietosuojavastaavan sähköposti: tarkista osoite.',
    'contact.wrong.hosting': 'Palvelin: enintään 600 merkkiä.',
    'contact.wrong.reviewed': 'Tarkistuspäivä: tarkista päivä.',
    'paragraph.title': 'Kunnan omaan saavutettavuusselosteeseen',
    'paragraph.text':
      'Jos seinä on upotettu kunnan sivuille, liitä tämä kappale niiden saavutettavuusselosteeseen. Siinä on seinän tunnetut puutteet.',
    'paragraph.read': 'Lue selosteet',
  },
  sv: {
    'settings.notices': 'Utlåtanden',
    'settings.notices.text':
      'Tillgänglighetsutlåtande och dataskyddsbeskrivning: kontaktuppgifter och text till kommunens eget utlåtande.',
    'contact.lede':
      'Tjänsten skriver texterna själv och håller siffrorna aktuella. Berätta här vem en invånare når. Om du lämnar något tomt hänvisar texten till kommunens registratorskontor och webbplats.',
    'contact.unit': 'Vem som svarar ({language})',
    'contact.unit.hint': 'Till exempel Kemijärvi stads registratorskontor',
    'contact.email': 'E-post',
    'contact.phone': 'Telefon',
    'contact.officer': 'Dataskyddsombudets e-post',
    'contact.hosting': 'Var servern finns och vem som sköter den ({language})',
    'contact.hosting.hint': 'Berätta också om uppgifter överförs utanför EU.',
    'contact.reviewed': 'När gick du senast igenom tillgänglighetsutlåtandet',
    'contact.reviewed.hint': 'Lagen kräver en översyn minst en gång om året.',
    'contact.save': 'Spara',
    'contact.saved': 'Sparat. Texterna är aktuella.',
    'contact.wrong.unit': 'Vem som svarar: högst 200 tecken.',
    'contact.wrong.email': 'E-post: kontrollera adressen.',
    'contact.wrong.phone': 'Telefon: siffror och mellanslag, ett plustecken får stå först.',
    'contact.wrong.officer': 'Dataskyddsombudets e-post: kontrollera adressen.',
    'contact.wrong.hosting': 'Servern: högst 600 tecken.',
    'contact.wrong.reviewed': 'Dagen för översynen: kontrollera dagen.',
    'paragraph.title': 'Till kommunens eget tillgänglighetsutlåtande',
    'paragraph.text':
      'Om väggen är inbäddad på kommunens sidor, klistra in det här stycket i deras tillgänglighetsutlåtande. Det anger väggens kända brister.',
    'paragraph.read': 'Läs texterna',
  },
  en: {
    'settings.notices': 'Notices',
    'settings.notices.text':
      'Accessibility statement and privacy notice: contact details, and a text for the municipality’s own statement.',
    'contact.lede':
      'The service writes the notices itself and keeps the figures up to date. Tell here whom a resident can reach. What you leave empty points to the registry office and the website of the municipality.',
    'contact.unit': 'Who answers ({language})',
    'contact.unit.hint': 'For example the registry office of the City of Kemijärvi',
    'contact.email': 'E-mail',
    'contact.phone': 'Telephone',
    'contact.officer': 'E-mail of the data protection officer',
    'contact.hosting': 'Where the server is and who runs it ({language})',
    'contact.hosting.hint': 'Tell also if data is transferred outside the EU.',
    'contact.reviewed': 'When you last went through the accessibility statement',
    'contact.reviewed.hint': 'The law asks for a review at least once a year.',
    'contact.save': 'Save',
    'contact.saved': 'Saved. The notices are up to date.',
    'contact.wrong.unit': 'Who answers: at most 200 characters.',
    'contact.wrong.email': 'E-mail: check the address.',
    'contact.wrong.phone': 'Telephone: digits and spaces, with a plus sign in front if you like.',
    'contact.wrong.officer': 'E-mail of the data protection officer: check the address.',
    'contact.wrong.hosting': 'The server: at most 600 characters.',
    'contact.wrong.reviewed': 'Day of the review: check the day.',
    'paragraph.title': 'For the municipality’s own accessibility statement',
    'paragraph.text':
      'If the wall is embedded in the pages of the municipality, paste this paragraph into their accessibility statement. It tells the known shortcomings of the wall.',
    'paragraph.read': 'Read the notices',
  },
})
