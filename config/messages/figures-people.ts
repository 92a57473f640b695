// The figures that people make possible, in words: surveys, labels, new voices, stories, languages, actions, hours.
import { words } from './words.ts'

export const figurePeopleWords = words({
  fi: {
    'figure.F8.name': 'Linkin klikkaukset alustalla',
    'figure.F8.what':
      'Klikkaukset omien julkaisujen linkeistä, kuten kanava ne kertoo. Niitä ei lasketa yhteen seinän klikkausten (F11) kanssa.',
    'figure.F22.name': 'Vastausosuus',
    'figure.F22.what':
      'Vastanneet jaettuna kutsutuilla. Avoimella linkillä tehdystä kyselystä osuutta ei voi laskea.',
    'figure.F23.name': 'Kyselyn keskiarvo',
    'figure.F23.what':
      'Vastausten keskiarvo asteikkoineen. Alle viidestä vastauksesta keskiarvoa ei näytetä; 95 %:n väli näytetään, kun vastauksia on vähintään kymmenen.',
    'figure.F26.name': 'Sävy ja sisältö',
    'figure.F26.what':
      'Ihmisten luokittelemien tekstien sävy: satunnaisotos, enintään 100 omaa julkaisua ja 100 asukkaiden tekstiä. Osuudet näytetään, kun luokiteltuja on vähintään 20. Koneellista sävyarviota ei käytetä.',
    'figure.F27.name': 'Tehdyt toimenpiteet',
    'figure.F27.what':
      'Neljänneksen loppuun mennessä tehdyt toimenpiteet jaettuna niillä, joiden määräaika oli neljänneksellä.',
    'figure.F28.name': 'Käytetty työaika',
    'figure.F28.what': 'Viestintään kirjatut tunnit.',
    'figure.F30.name': 'Uudet viestijät',
    'figure.F30.what':
      'Tekijät, joiden ensimmäinen laskettava julkaisu on tältä neljännekseltä. Kunnan omat tilit eivät ole mukana. Yhdestä neljään tekijää näytetään sanoin ”alle 5”.',
    'figure.F31.name': 'Uudet tarinat',
    'figure.F31.what':
      'Tarinalomakkeella kerrotut julkaisut ja niiden perheiden julkaisut, jotka someseinä nostaa kärkeen.',
    'figure.F32.name': 'Teemat',
    'figure.F32.what':
      'Luokiteltujen tekstien aiheet, omat julkaisut ja asukkaiden tekstit erikseen. Sama otos kuin sävyssä (F26).',
    'figure.F33.name': 'Kielet',
    'figure.F33.what':
      'Julkaisut kielittäin, omat ja muiden. Kieli tunnistetaan tekstistä; lyhyestä tekstistä sitä ei aina voi sanoa.',
    'figure.F34.name': 'Suositteluindeksi (NPS)',
    'figure.F34.what':
      'Suosittelijoiden (9–10) osuus miinus arvostelijoiden (0–6) osuus kaikista vastaajista, prosenttiyksikköinä.',
    'figure.F35.name': 'Kouluarvosana',
    'figure.F35.what':
      'Arvosanojen 4–10 keskiarvo; plus on neljännesnumeron korotus ja miinus neljännesnumeron alennus.',
    'figure.F36.name': 'Osallistuminen',
    'figure.F36.what': 'Tapahtumien, neuvonnan ja kampanjoiden luvut, kukin omalla nimellään.',
    'figure.from.survey': 'kyselyjen vastaukset',
    'figure.from.label': 'viestintäryhmän luokittelu',
    'figure.from.digest_action': 'koosteiden toimenpiteet',
    'figure.reason.open-link': 'avoin linkki, osuutta ei voi laskea',
    'figure.reason.few-answers': 'vastauksia alle 5',
    'figure.reason.not-labelled': 'ei arvioitu',
    'figure.reason.few-labels': 'arvioitu alle 20 tekstiä',
    'figure.reason.nothing-due': 'ei määräajassa olevia toimenpiteitä',
    'figure.reason.no-stories': 'tarinoita ei kerätä',
  },
  sv: {
    'figure.F8.name': 'Klick på länkar i kanalen',
    'figure.F8.what':
      'Klick på länkar i egna inlägg, så som kanalen berättar dem. De läggs inte ihop med väggens klick (F11).',
    'figure.F22.name': 'Svarsandel',
    'figure.F22.what':
      'De som svarat delat med de inbjudna. För en enkät med öppen länk går andelen inte att räkna.',
    'figure.F23.name': 'Enkätens medelvärde',
    'figure.F23.what':
      'Svarens medelvärde med skala. Under fem svar visas inget medelvärde; 95-procentsintervallet visas från tio svar.',
    'figure.F26.name': 'Ton och innehåll',
    'figure.F26.what':
      'Tonen i texter som människor klassificerat: ett slumpmässigt urval, högst 100 egna inlägg och 100 texter av invånare. Andelar visas när minst 20 är klassificerade. Ingen maskinell bedömning används.',
    'figure.F27.name': 'Utförda åtgärder',
    'figure.F27.what':
      'Åtgärder som utförts före kvartalets slut, delat med dem vars tidsfrist var under kvartalet.',
    'figure.F28.name': 'Använd arbetstid',
    'figure.F28.what': 'Timmar som antecknats för kommunikationen.',
    'figure.F30.name': 'Nya röster',
    'figure.F30.what':
      'Avsändare vars första räknade inlägg är från det här kvartalet. Kommunens egna konton är inte med. En till fyra avsändare visas med orden ”färre än 5”.',
    'figure.F31.name': 'Nya berättelser',
    'figure.F31.what':
      'Inlägg som berättats med formuläret och inlägg i de familjer som sociala väggen lyfter först.',
    'figure.F32.name': 'Teman',
    'figure.F32.what':
      'De klassificerade texternas ämnen, egna inlägg och invånarnas texter var för sig. Samma urval som för tonen (F26).',
    'figure.F33.name': 'Språk',
    'figure.F33.what':
      'Inlägg per språk, egna och andras. Språket känns igen ur texten; av en kort text går det inte alltid att säga.',
    'figure.F34.name': 'Rekommendationsindex (NPS)',
    'figure.F34.what':
      'Andelen som rekommenderar (9–10) minus andelen kritiker (0–6) av alla svarande, i procentenheter.',
    'figure.F35.name': 'Skolvitsord',
    'figure.F35.what':
      'Medelvärdet av vitsorden 4–10; ett plus höjer med en fjärdedel och ett minus sänker med en fjärdedel.',
    'figure.F36.name': 'Deltagande',
    'figure.F36.what': 'Evenemangens, rådgivningens och kampanjernas tal, vart och ett under sitt eget namn.',
    'figure.from.survey': 'enkätsvaren',
    'figure.from.label': 'kommunikationsgruppens klassificering',
    'figure.from.digest_action': 'sammanställningarnas åtgärder',
    'figure.reason.open-link': 'öppen länk, andelen går inte att räkna',
    'figure.reason.few-answers': 'färre än 5 svar',
    'figure.reason.not-labelled': 'inte bedömd',
    'figure.reason.few-labels': 'färre än 20 texter bedömda',
    'figure.reason.nothing-due': 'inga åtgärder med tidsfrist',
    'figure.reason.no-stories': 'berättelser samlas inte in',
  },
  en: {
    'figure.F8.name': 'Link clicks on the platform',
    'figure.F8.what':
      'Clicks on links in own posts, as the channel tells them. They are never added to the wall’s clicks (F11).',
    'figure.F22.name': 'Response rate',
    'figure.F22.what':
      'Those who answered divided by those invited. For a survey with an open link it cannot be computed.',
    'figure.F23.name': 'Survey mean',
    'figure.F23.what':
      'The mean of the answers with its scale. Of fewer than five answers no mean is shown; the 95% interval is shown from ten answers on.',
    'figure.F26.name': 'Tone and content',
    'figure.F26.what':
      'The tone of texts labelled by people: a random sample of at most 100 own posts and 100 texts by residents. Shares are shown when at least 20 are labelled. No machine judgement is used.',
    'figure.F27.name': 'Actions done',
    'figure.F27.what':
      'Actions done by the end of the quarter, divided by those that were due in the quarter.',
    'figure.F28.name': 'Working time used',
    'figure.F28.what': 'Hours recorded for communication.',
    'figure.F30.name': 'New communicators',
    'figure.F30.what':
      'Authors whose first counted post is from this quarter. The municipality’s own accounts are not among them. One to four authors are shown as “fewer than 5”.',
    'figure.F31.name': 'New stories',
    'figure.F31.what':
      'Posts told with the story form, and posts of the families that the social wall leads with.',
    'figure.F32.name': 'Themes',
    'figure.F32.what':
      'What the labelled texts are about, own posts and residents’ texts apart. The same sample as for tone (F26).',
    'figure.F33.name': 'Languages',
    'figure.F33.what':
      'Posts by language, own and others’. The language is recognised from the text; of a short text it cannot always be told.',
    'figure.F34.name': 'Net promoter score (NPS)',
    'figure.F34.what':
      'The share of promoters (9–10) minus the share of detractors (0–6) of all respondents, in percentage points.',
    'figure.F35.name': 'School grade',
    'figure.F35.what':
      'The mean of grades 4 to 10; a plus raises by a quarter and a minus lowers by a quarter.',
    'figure.F36.name': 'Participation',
    'figure.F36.what': 'Numbers of events, advice and campaigns, each under its own name.',
    'figure.from.survey': 'answers to surveys',
    'figure.from.label': 'the communications group’s labels',
    'figure.from.digest_action': 'actions of the digests',
    'figure.reason.open-link': 'open link, no rate can be computed',
    'figure.reason.few-answers': 'fewer than 5 answers',
    'figure.reason.not-labelled': 'not labelled',
    'figure.reason.few-labels': 'fewer than 20 texts labelled',
    'figure.reason.nothing-due': 'no actions were due',
    'figure.reason.no-stories': 'stories are not collected',
  },
})
