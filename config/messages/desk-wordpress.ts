// What a WordPress source asks for, in its own words.
import { words } from './words.ts'

export const deskWordpressWords = words({
  fi: {
    'setting.wordpress.site': 'Sivuston osoite',
    'setting.wordpress.site.hint': 'Etusivun osoite, esimerkiksi https://www.kunta.fi',
    'setting.wordpress.site.wrong': 'Kirjoita sivuston osoite, esimerkiksi https://www.kunta.fi.',
    'setting.wordpress.category': 'Kategoria',
    'setting.wordpress.category.hint':
      'Tyhjä: kaikki. Muuten kategorian lyhyt nimi, joka näkyy sen sivun osoitteessa: /category/uutiset/ → uutiset',
    'setting.wordpress.category.wrong': 'Kirjoita vain lyhyt nimi, esimerkiksi uutiset.',
    'setting.wordpress.which': 'Mitkä jutut',
    'setting.wordpress.which.hint':
      'Avainsanalla merkityt ovat ne, joille sivuston kirjoittaja on antanut jonkin valituista aihetunnisteista avainsanaksi.',
    'setting.wordpress.which.all': 'Kaikki jutut',
    'setting.wordpress.which.tagged': 'Vain avainsanalla merkityt',
  },
  sv: {
    'setting.wordpress.site': 'Webbplatsens adress',
    'setting.wordpress.site.hint': 'Startsidans adress, till exempel https://www.kommun.fi',
    'setting.wordpress.site.wrong': 'Skriv webbplatsens adress, till exempel https://www.kommun.fi.',
    'setting.wordpress.category': 'Kategori',
    'setting.wordpress.category.hint':
      'Tomt: alla. Annars kategorins korta namn, som syns i sidans adress: /category/nyheter/ → nyheter',
    'setting.wordpress.category.wrong': 'Skriv bara det korta namnet, till exempel nyheter.',
    'setting.wordpress.which': 'Vilka artiklar',
    'setting.wordpress.which.hint':
      'Märkta är de som skribenten på webbplatsen har gett någon av de valda hashtaggarna som nyckelord.',
    'setting.wordpress.which.all': 'Alla artiklar',
    'setting.wordpress.which.tagged': 'Bara de som är märkta',
  },
  en: {
    'setting.wordpress.site': 'Address of the site',
    'setting.wordpress.site.hint': 'The address of its front page, for example https://www.town.example',
    'setting.wordpress.site.wrong': 'Write the address of the site, for example https://www.town.example.',
    'setting.wordpress.category': 'Category',
    'setting.wordpress.category.hint':
      'Empty: all of them. Else the short name of the category as its page has it: /category/news/ → news',
    'setting.wordpress.category.wrong': 'Write only the short name, for example news.',
    'setting.wordpress.which': 'Which stories',
    'setting.wordpress.which.hint':
      'Tagged ones are those to which the writer on the site has given one of the chosen hashtags as a tag.',
    'setting.wordpress.which.all': 'Every story',
    'setting.wordpress.which.tagged': 'Only those with our tags',
  },
})
