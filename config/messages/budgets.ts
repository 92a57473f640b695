// The platforms' limits and waiting for one's turn, in words for the desk.
import { words } from './words.ts'

export const budgetWords = words({
  fi: {
    'budgets.title': 'Kanavien rajat',
    'budgets.lede':
      'Palvelu käyttää enintään puolet siitä, mitä kanava sallii. Kun oma osuus on käytetty, lähteet odottavat vuoroaan eikä mikään ole vialla.',
    'budgets.of': 'Kanava',
    'budgets.used': 'Käytetty',
    'budgets.used.n': '{used} / {share}',
    'budgets.most': 'kanava sallii {most}',
    'budgets.opens': 'Seuraava kysely',
    'budgets.open': 'heti',
    'budgets.waiting': 'Odottaa',
    'budgets.nobody': 'ei kukaan',
    'budgets.turn': 'odottaa vuoroaan',
    'budgets.said':
      'Lähde odottaa vuoroaan: kanavan raja on juuri nyt käytetty. Haku tehdään itsestään, kun vuoro tulee.',
    'fault.budget.what':
      'Lähde odottaa vuoroaan: alustan päivittäinen tai hetkellinen raja jaetaan kaikkien kesken.',
    'fault.budget.means': 'Mikään ei ole vialla. Uusi tulee, kun vuoro tulee.',
    'fault.budget.do': 'Sinun ei tarvitse tehdä mitään.',
    'budget.bluesky.requests': 'kyselyjä viidessä minuutissa',
    'budget.mastodon.requests': 'kyselyjä viidessä minuutissa',
    'budget.youtube.search': 'hakuja päivässä',
    'budget.youtube.units': 'muita kyselyjä päivässä',
  },
  sv: {
    'budgets.title': 'Kanalernas gränser',
    'budgets.lede':
      'Tjänsten använder högst hälften av vad en kanal tillåter. När den egna andelen är slut väntar källorna på sin tur, och inget är fel.',
    'budgets.of': 'Kanal',
    'budgets.used': 'Använt',
    'budgets.used.n': '{used} / {share}',
    'budgets.most': 'kanalen tillåter {most}',
    'budgets.opens': 'Nästa fråga',
    'budgets.open': 'genast',
    'budgets.waiting': 'Väntar',
    'budgets.nobody': 'ingen',
    'budgets.turn': 'väntar på sin tur',
    'budgets.said':
      'Källan väntar på sin tur: kanalens gräns är just nu nådd. Hämtningen görs av sig själv när turen kommer.',
    'fault.budget.what': 'Källan väntar på sin tur: plattformens gräns per dygn eller stund delas av alla.',
    'fault.budget.means': 'Inget är fel. Nytt kommer när det blir källans tur.',
    'fault.budget.do': 'Du behöver inte göra något.',
    'budget.bluesky.requests': 'frågor på fem minuter',
    'budget.mastodon.requests': 'frågor på fem minuter',
    'budget.youtube.search': 'sökningar per dygn',
    'budget.youtube.units': 'andra frågor per dygn',
  },
  en: {
    'budgets.title': 'Limits of the channels',
    'budgets.lede':
      'The service uses at most half of what a channel allows. When its share is used, sources wait for their turn, and nothing is wrong.',
    'budgets.of': 'Channel',
    'budgets.used': 'Used',
    'budgets.used.n': '{used} / {share}',
    'budgets.most': 'the channel allows {most}',
    'budgets.opens': 'Next request',
    'budgets.open': 'at once',
    'budgets.waiting': 'Waiting',
    'budgets.nobody': 'nobody',
    'budgets.turn': 'waits for its turn',
    'budgets.said':
      'The source waits for its turn: the limit of the channel is used just now. Fetching follows by itself when its turn comes.',
    'fault.budget.what':
      'The source waits for its turn: the platform’s limit for a day or a moment is shared by all.',
    'fault.budget.means': 'Nothing is wrong. New items come when its turn comes.',
    'fault.budget.do': 'You need not do anything.',
    'budget.bluesky.requests': 'requests in five minutes',
    'budget.mastodon.requests': 'requests in five minutes',
    'budget.youtube.search': 'searches a day',
    'budget.youtube.units': 'other requests a day',
  },
})
