// The record of processing and the description of the system, made of the place's settings; and what nights forgot.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { noteForgetting } from '../../db/forgetting.ts'
import type { Database } from '../../db/open.ts'
import { saveContact } from '../../db/places.ts'
import { keeping } from '../../db/schema.ts'
import { addSource } from '../../db/sources.ts'
import { openTestEmbedded } from '../db.ts'
import { makePlace, NOW } from '../makers.ts'
import { get, openDesk, signInAs } from './desk.ts'

let database: Database
beforeAll(async () => {
  database = await openTestEmbedded()
  await makePlace(database.db)
})
afterAll(() => database.close())

it('say what the town has told, what it has switched on, and what is still missing, in three languages', async () => {
  const desk = openDesk(database)
  const me = await signInAs(desk, 'editor')
  const read = async (lang: string) => (await get(desk, `/desk/kemijarvi/records?lang=${lang}`, me)).text()
  expect(await read('fi')).toContain('Ei ole vielä kerrottu')
  await saveContact(database.db, 'kemijarvi', {
    unit: { fi: 'Kemijärven kirjaamo' },
    officer: 'tietosuoja@kemijarvi.example',
    hosting: { fi: 'Palvelin on Suomessa.' },
  })
  await database.db.updateTable('source').set({ active: true }).execute()
  const meter = {
    place_id: 'kemijarvi',
    id: 'kavijat',
    kind: 'numbers',
    channel: 'matomo',
    active: true,
  } as const
  await addSource(database.db, {
    ...meter,
    mode: 'own',
    families: [],
    settings: {},
    every: null,
    by: 'Johanna',
    at: NOW,
  })
  const fi = await read('fi')
  for (const words of [
    'Seloste käsittelytoimista',
    'Järjestelmäkuvaus',
    'Kemijärven kirjaamo',
    'Palvelin on Suomessa.',
  ])
    expect(fi).toContain(words)
  expect(fi).toContain(`${keeping.residentsPost} päivää siitä, kun julkaisu löytyi`)
  expect(fi).not.toContain('Ei ole vielä kerrottu')
  expect(fi.split('Matomo')).toHaveLength(2)
  expect(fi).not.toContain('Yhtään lähdettä ei ole päällä')
  expect(fi).toContain('Sähköpostia ei lähetetä')
  expect(await read('sv')).toContain('Register över behandling')
  expect(await read('en')).toContain('Record of processing activities')
})

it('the report of the nights says in words what went', async () => {
  const desk = openDesk(database)
  await noteForgetting(database.db, 'kemijarvi', NOW, { posts: 3, accounts: 0, events: 1, new_kind: 4 })
  const html = await (await get(desk, '/desk/kemijarvi/keeping', await signInAs(desk, 'admin'))).text()
  expect(html).toContain('3 asukkaan julkaisua, 1 tapahtuma<')
})
