// The two pilots of the town's roadmap as trials of the last spring: they have ended and wait to be followed up.
import { type At, sentCampaign, takeCampaign, takeMoney } from '../../services/campaigns.ts'
import type { WorkerDeps } from '../../workers/deps.ts'

const pilots = [
  {
    label: 'Sote-työnantajien yhteinen rekrytointi',
    tags: 'töissäkemijärvellä',
    owner: 'elinvoimapalvelut',
    topic: 'Kaikkien sote-työnantajien yhteinen rekrytointikampanja',
    doing: 'Yksi ilmoitus ja yhteinen sivu: työ, koti, koulu ja harrastukset samassa.',
    result: 'Kaksitoista hakijaa, joista kolme muutti.',
    lessons: 'Työpari kertoo työstä paremmin kuin esimies.',
  },
  {
    label: 'Harrastukset ja järjestöt esiin ja kartalle',
    tags: 'harrastakemijärvellä',
    owner: 'järjestöyhdyshenkilö',
    topic: 'Mitä täällä voi tehdä, ja kuka ottaa mukaan',
    doing: 'Jokainen seura merkitsee itsensä kartalle ja kutsuu yhden uuden asukkaan mukaan.',
    result: 'Kartalla on 41 seuraa ja yhdistystä.',
    lessons: 'Kartta elää vain, jos joku muistuttaa siitä keväällä.',
  },
] as const

export async function makePilots(deps: WorkerDeps, who: At, today: string): Promise<void> {
  const year = Number(today.slice(0, 4)) - (today.slice(5) > '06-30' ? 0 : 1)
  const days = { from_day: `${year}-02-01`, to_day: `${year}-06-30` }
  for (const pilot of pilots) {
    const id = await takeCampaign(deps, who, sentCampaign.parse({ ...pilot, ...days, kind: 'trial' }))
    await takeMoney(deps, who, id, { year, granted: 80_000, used: 64_000 })
  }
}
