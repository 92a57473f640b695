// What a Facebook or an Instagram source asks for, in its own words, and where each value is found.
import { words } from './words.ts'

const TOKENS = 'https://business.facebook.com/latest/settings/system_users'
const BASIC = 'https://developers.facebook.com/apps/'
const PAGES = 'https://business.facebook.com/latest/settings/pages'
const ACCOUNTS = 'https://business.facebook.com/latest/settings/instagram_accounts'

export const deskMetaWords = words({
  fi: {
    'consent.author': 'Kenen julkaisu on?',
    'consent.author.hint':
      'Kanava ei kerro tekijää. Avaa julkaisu ja kirjoita tekijän nimimerkki, esimerkiksi @ainoesimerkki.',
    'secret.meta_token': 'Metan käyttötunnus',
    'secret.meta_token.hint': `Pitkä merkkijono, joka alkaa EAA tai IG. Luodaan osoitteessa ${TOKENS}: valitse järjestelmäkäyttäjä ja Luo tunnus. Tallennetaan sinetöitynä. Tyhjä: ennallaan.`,
    'secret.META_APP_ID': 'Oman Meta-sovelluksen tunnus',
    'secret.META_APP_ID.hint': `Tyhjä: käytetään palvelun yhteistä sovellusta. Numero löytyy osoitteesta ${BASIC} (Settings, Basic).`,
    'secret.META_APP_SECRET': 'Oman Meta-sovelluksen salaisuus',
    'secret.META_APP_SECRET.hint':
      'Vain oman sovelluksen kanssa; samalta sivulta (App secret). Tallennetaan sinetöitynä.',
    'setting.facebook.account': 'Sivun numero',
    'setting.facebook.account.hint': `Esimerkiksi 100064000000001. Löytyy osoitteesta ${PAGES} sivun nimen alta.`,
    'setting.facebook.account.wrong': 'Kirjoita pelkkä numero, esimerkiksi 100064000000001.',
    'setting.facebook.reading': 'Mitä luetaan?',
    'setting.facebook.reading.hint':
      'Facebookissa ei voi hakea aihetunnisteella. Muiden julkaisut odottavat aina hyväksyntää.',
    'setting.facebook.reading.page': 'Sivun omat julkaisut',
    'setting.facebook.reading.tagged': 'Julkaisut, joihin sivu on merkitty',
    'setting.facebook.reading.visitors': 'Kävijöiden julkaisut sivulla',
    'setting.instagram.user': 'Instagram-tilin numero',
    'setting.instagram.user.hint': `Yritystilin numero, esimerkiksi 17841400000000001. Löytyy osoitteesta ${ACCOUNTS} tilin nimen alta.`,
    'setting.instagram.user.wrong':
      'Kirjoita pelkkä numero, esimerkiksi 17841400000000001. Tilin nimi ei käy.',
    'setting.instagram.reading': 'Mitä luetaan?',
    'setting.instagram.reading.hint':
      'Tunnisteella haettaessa Instagram ei kerro tekijää, joten julkaisusta näytetään linkki, kunnes olet kirjannut tekijän ja luvan. Linkki poistuu 30 päivän kuluttua, koska emme näe, onko julkaisu poistettu.',
    'setting.instagram.reading.hashtags': 'Julkaisut aihetunnisteella',
    'setting.instagram.reading.own': 'Tilin omat julkaisut',
    'setting.instagram.reading.tagged': 'Julkaisut, joihin tili on merkitty',
    'setting.instagram.login': 'Millä kirjautumisella tunnus on luotu?',
    'setting.instagram.login.hint':
      'EAA-alkuinen tunnus on Facebookin, IG-alkuinen Instagramin. Aihetunnisteella voi hakea vain Facebook-kirjautumisella.',
    'setting.instagram.login.wrong':
      'Valitse Facebook: Instagramin omalla kirjautumisella ei voi hakea aihetunnisteella.',
    'setting.instagram.login.facebook': 'Facebook (suositus)',
    'setting.instagram.login.instagram': 'Instagram',
    'sources.unproven':
      'Tätä kanavaa ei ole vielä kokeiltu oikeaa palvelua vasten, vain jäljitelmää. Katso ensimmäisen haun tulos huolella.',
    'budget.meta.requests': 'kyselyjä tunnissa',
    'budget.instagram.tags': 'aihetunnisteita viikossa',
  },
  sv: {
    'consent.author': 'Vems är inlägget?',
    'consent.author.hint':
      'Kanalen berättar inte vem som skrivit. Öppna inlägget och skriv personens namn där, till exempel @ainoexempel.',
    'secret.meta_token': 'Åtkomsttoken hos Meta',
    'secret.meta_token.hint': `En lång teckenföljd som börjar med EAA eller IG. Skapas på ${TOKENS}: välj systemanvändaren och Generera token. Sparas förseglad. Tomt: oförändrat.`,
    'secret.META_APP_ID': 'Id för en egen Meta-app',
    'secret.META_APP_ID.hint': `Tomt: tjänstens gemensamma app används. Numret finns på ${BASIC} (Settings, Basic).`,
    'secret.META_APP_SECRET': 'Hemlighet för en egen Meta-app',
    'secret.META_APP_SECRET.hint': 'Bara med en egen app; från samma sida (App secret). Sparas förseglad.',
    'setting.facebook.account': 'Sidans nummer',
    'setting.facebook.account.hint': `Till exempel 100064000000001. Finns på ${PAGES} under sidans namn.`,
    'setting.facebook.account.wrong': 'Skriv bara numret, till exempel 100064000000001.',
    'setting.facebook.reading': 'Vad läses?',
    'setting.facebook.reading.hint':
      'Det går inte att söka på hashtaggar i Facebook. Andras inlägg väntar alltid på godkännande.',
    'setting.facebook.reading.page': 'Sidans egna inlägg',
    'setting.facebook.reading.tagged': 'Inlägg där sidan är taggad',
    'setting.facebook.reading.visitors': 'Besökares inlägg på sidan',
    'setting.instagram.user': 'Instagram-kontots nummer',
    'setting.instagram.user.hint': `Företagskontots nummer, till exempel 17841400000000001. Finns på ${ACCOUNTS} under kontots namn.`,
    'setting.instagram.user.wrong':
      'Skriv bara numret, till exempel 17841400000000001. Kontots namn duger inte.',
    'setting.instagram.reading': 'Vad läses?',
    'setting.instagram.reading.hint':
      'Med hashtaggar berättar Instagram inte vem som skrivit, så inlägget visas som länk tills du har antecknat personen och lovet. Länken försvinner efter 30 dagar, för vi ser inte om inlägget är borttaget.',
    'setting.instagram.reading.hashtags': 'Inlägg med hashtagg',
    'setting.instagram.reading.own': 'Kontots egna inlägg',
    'setting.instagram.reading.tagged': 'Inlägg där kontot är taggat',
    'setting.instagram.login': 'Med vilken inloggning är token skapad?',
    'setting.instagram.login.hint':
      'En token som börjar med EAA är Facebooks, med IG Instagrams. Bara med Facebooks inloggning går det att söka på hashtaggar.',
    'setting.instagram.login.wrong':
      'Välj Facebook: med Instagrams egen inloggning går det inte att söka hashtaggar.',
    'setting.instagram.login.facebook': 'Facebook (rekommenderas)',
    'setting.instagram.login.instagram': 'Instagram',
    'sources.unproven':
      'Den här kanalen har ännu inte prövats mot den riktiga tjänsten, bara mot en efterbildning. Granska den första hämtningen noga.',
    'budget.meta.requests': 'frågor i timmen',
    'budget.instagram.tags': 'hashtaggar i veckan',
  },
  en: {
    'consent.author': 'Whose post is it?',
    'consent.author.hint':
      'The channel does not tell. Open the post and write the author’s handle, for example @ainoexample.',
    'secret.meta_token': 'Token with Meta',
    'secret.meta_token.hint': `A long text that begins with EAA or IG. It is created at ${TOKENS}: choose the system user, then Generate token. Stored sealed. Empty: as it was.`,
    'secret.META_APP_ID': 'Id of a Meta app of your own',
    'secret.META_APP_ID.hint': `Empty: the service’s app is used. The number is at ${BASIC} (Settings, Basic).`,
    'secret.META_APP_SECRET': 'Secret of a Meta app of your own',
    'secret.META_APP_SECRET.hint':
      'Only with an app of your own; from the same page (App secret). Stored sealed.',
    'setting.facebook.account': 'Number of the page',
    'setting.facebook.account.hint': `For example 100064000000001. It is at ${PAGES} under the name of the page.`,
    'setting.facebook.account.wrong': 'Write only the number, for example 100064000000001.',
    'setting.facebook.reading': 'What is read?',
    'setting.facebook.reading.hint':
      'Facebook cannot be searched for hashtags. Posts by others always wait for approval.',
    'setting.facebook.reading.page': 'The page’s own posts',
    'setting.facebook.reading.tagged': 'Posts that tag the page',
    'setting.facebook.reading.visitors': 'Posts of visitors on the page',
    'setting.instagram.user': 'Number of the Instagram account',
    'setting.instagram.user.hint': `The number of a business account, for example 17841400000000001. It is at ${ACCOUNTS} under the name of the account.`,
    'setting.instagram.user.wrong':
      'Write only the number, for example 17841400000000001. The name of the account will not do.',
    'setting.instagram.reading': 'What is read?',
    'setting.instagram.reading.hint':
      'By hashtag Instagram does not tell who wrote a post, so it is shown as a link until you have recorded the author and the consent. The link goes after 30 days, because we cannot see whether the post was deleted.',
    'setting.instagram.reading.hashtags': 'Posts by hashtag',
    'setting.instagram.reading.own': 'The account’s own posts',
    'setting.instagram.reading.tagged': 'Posts that tag the account',
    'setting.instagram.login': 'Which login has made the token?',
    'setting.instagram.login.hint':
      'A token that begins with EAA is Facebook’s, with IG Instagram’s. Only the login of Facebook can search for hashtags.',
    'setting.instagram.login.wrong': 'Choose Facebook: the login of Instagram cannot search for hashtags.',
    'setting.instagram.login.facebook': 'Facebook (recommended)',
    'setting.instagram.login.instagram': 'Instagram',
    'sources.unproven':
      'This channel has not been tried against the real service yet, only against an imitation. Look closely at what the first fetch brings.',
    'budget.meta.requests': 'requests an hour',
    'budget.instagram.tags': 'hashtags a week',
  },
})
