// Why a WordPress site did not answer, in plain words, and the way round it.
import { stops } from './faults.ts'
import { words } from './words.ts'

export const wordpressFaultWords = words({
  fi: {
    'fault.wordpress-closed.what':
      'Sivuston {host} WordPress-rajapinta ei vastaa: se on suljettu, tai sivusto on tehty muulla ohjelmalla.',
    'fault.wordpress-closed.means': stops.fi,
    'fault.wordpress-closed.do':
      'Lisää sivusto RSS / Atom -lähteenä: sen syöte on luultavasti osoitteessa {feed}',
    'fault.wordpress-no-category.what': 'Sivustolla {host} ei ole kategoriaa {category}.',
    'fault.wordpress-no-category.means': stops.fi,
    'fault.wordpress-no-category.do':
      'Avaa kategorian sivu selaimessa ja kopioi sen lyhyt nimi osoitteesta lähteen asetuksiin.',
  },
  sv: {
    'fault.wordpress-closed.what':
      'WordPress-gränssnittet på {host} svarar inte: det är stängt, eller så är webbplatsen gjord med ett annat program.',
    'fault.wordpress-closed.means': stops.sv,
    'fault.wordpress-closed.do':
      'Lägg till webbplatsen som RSS / Atom-källa: dess flöde finns troligen på {feed}',
    'fault.wordpress-no-category.what': 'Webbplatsen {host} har ingen kategori {category}.',
    'fault.wordpress-no-category.means': stops.sv,
    'fault.wordpress-no-category.do':
      'Öppna kategorins sida i webbläsaren och kopiera dess korta namn ur adressen till källans inställningar.',
  },
  en: {
    'fault.wordpress-closed.what':
      'The WordPress interface of {host} does not answer: it is closed, or the site is made with another program.',
    'fault.wordpress-closed.means': stops.en,
    'fault.wordpress-closed.do': 'Add the site as an RSS / Atom source: its feed is probably at {feed}',
    'fault.wordpress-no-category.what': 'The site {host} has no category {category}.',
    'fault.wordpress-no-category.means': stops.en,
    'fault.wordpress-no-category.do':
      'Open the page of the category in a browser and copy its short name from the address into the settings of the source.',
  },
})
