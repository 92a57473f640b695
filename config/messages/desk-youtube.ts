// What a YouTube source asks for, in its own words.
import { words } from './words.ts'

export const deskYoutubeWords = words({
  fi: {
    'secret.YOUTUBE_KEY': 'Oma YouTube-avain',
    'secret.YOUTUBE_KEY.hint':
      'Tyhjä: käytetään palvelun yhteistä avainta, tai aiemmin annettu avain säilyy. Avain alkaa AIza. Se luodaan Googlen sivulla https://console.cloud.google.com/apis/credentials. Tallennetaan sinetöitynä.',
    'setting.youtube.account': 'Kanava',
    'setting.youtube.account.hint':
      'Jos haluat yhden kanavan videot aihetunnisteiden sijaan: @-alkuinen tunnus, esimerkiksi @kemijarvi, UC-alkuinen tunniste tai kanavan sivun osoite. Tunnus näkyy kanavan sivulla nimen alla.',
    'setting.youtube.account.wrong':
      'Kirjoita kanava, esimerkiksi @kemijarvi. Ilman avainta tarvitaan sen UC-alkuinen tunniste.',
    'setting.youtube.reading': 'Lukutapa',
    'setting.youtube.reading.hint':
      'Ilman avainta tulevat vain yhden kanavan 15 uusinta videota, eikä poistettuja huomata. Siihen tarvitaan kanavan UC-alkuinen tunniste. Se on kanavan sivulla kohdassa Jaa kanava.',
    'setting.youtube.reading.api': 'YouTube-avaimella (suositus)',
    'setting.youtube.reading.feed': 'Kanavan syötteestä, ilman avainta',
  },
  sv: {
    'secret.YOUTUBE_KEY': 'Egen YouTube-nyckel',
    'secret.YOUTUBE_KEY.hint':
      'Tomt: tjänstens gemensamma nyckel används, eller så behålls den nyckel som har getts. Nyckeln börjar med AIza. Den skapas på Googles sida https://console.cloud.google.com/apis/credentials. Sparas förseglad.',
    'setting.youtube.account': 'Kanal',
    'setting.youtube.account.hint':
      'Om du vill ha en kanals videor i stället för hashtaggar: namnet som börjar med @, till exempel @kemijarvi, id:t som börjar med UC eller kanalsidans adress. Namnet syns på kanalens sida under rubriken.',
    'setting.youtube.account.wrong':
      'Skriv kanalen, till exempel @kemijarvi. Utan nyckel behövs dess id, som börjar med UC.',
    'setting.youtube.reading': 'Sätt att läsa',
    'setting.youtube.reading.hint':
      'Utan nyckel kommer bara en kanals 15 nyaste videor, och borttagna märks inte. Då behövs kanalens id, som börjar med UC. Det finns på kanalens sida under Dela kanal.',
    'setting.youtube.reading.api': 'Med YouTube-nyckel (rekommenderas)',
    'setting.youtube.reading.feed': 'Ur kanalens flöde, utan nyckel',
  },
  en: {
    'secret.YOUTUBE_KEY': 'YouTube key of your own',
    'secret.YOUTUBE_KEY.hint':
      'Empty: the key of the service is used, or the one given before is kept. A key begins with AIza. It is made on the page of Google https://console.cloud.google.com/apis/credentials. It is stored sealed.',
    'setting.youtube.account': 'Channel',
    'setting.youtube.account.hint':
      'If you want the videos of one channel instead of hashtags: its name that begins with @, for example @kemijarvi, its id that begins with UC, or the address of its page. The name is on the channel’s page under its title.',
    'setting.youtube.account.wrong':
      'Write the channel, for example @kemijarvi. Without a key its id is needed, which begins with UC.',
    'setting.youtube.reading': 'Way of reading',
    'setting.youtube.reading.hint':
      'Without a key only the 15 newest videos of one channel come, and removed ones go unnoticed. It needs the id of the channel, which begins with UC. It is on the channel’s page under Share channel.',
    'setting.youtube.reading.api': 'With the YouTube key (recommended)',
    'setting.youtube.reading.feed': 'From the feed of the channel, without a key',
  },
})
