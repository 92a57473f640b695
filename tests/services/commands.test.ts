// The commands on both databases: every complaint at once, an export that comes back byte for byte, twice like once.
import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { BadSettings, readEnv } from '../../config/env.ts'
import { readPlace } from '../../config/place.ts'
import { appendAudit, findBrokenAudit } from '../../db/audit.ts'
import { listDuties } from '../../db/duties.ts'
import { keptTables, leftTables } from '../../db/kept-tables.ts'
import { type Db, json } from '../../db/open.ts'
import { addStepMark } from '../../db/step-marks.ts'
import { runExport } from '../../services/commands/export.ts'
import { runImport } from '../../services/commands/import.ts'
import type { Command } from '../../services/commands/parts.ts'
import { runUser } from '../../services/commands/user.ts'
import { emptyDatabase, onBothDatabases } from '../db.ts'
import { fillPeople } from '../digest/quarter.ts'
import { makeAccount, makePerson, makePlace, makePost, NOW } from '../makers.ts'
import { fillBroughtFiles } from './brought-files.ts'
import { fillPlanned } from './planned-rows.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'somewall-commands-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

/** Runs a command; answers what it said, or every complaint. */
async function run(db: Db, command: Command, ...words: string[]): Promise<string[]> {
  const said: string[] = []
  const { env } = readEnv({ MEDIA_DIR: join(cwd, 'media'), PUBLIC_URL: 'https://somewall.example' })
  const log = { info() {} } as never
  try {
    await command({ db: db as never, env, log, clock: () => NOW }, words, {
      cwd,
      say: (line) => said.push(line),
    })
  } catch (error) {
    if (error instanceof BadSettings) return error.complaints
    throw error
  }
  return said
}

/** A row of everything that belongs to a place, with references of every kind. */
async function fillPlace(db: Db): Promise<void> {
  await makePlace(db)
  await makePerson(db, { email: 'aino@example.org', role: 'editor' })
  // Inner ids that differ from the numbers of the export.
  await makePost(db, { state: 'shown' })
  await db.deleteFrom('post').execute()
  const account = await makeAccount(db, { kind: 'partner', agreement: 'sovittu 1.10.' })
  const post = await makePost(db, {
    account_id: account,
    state: 'shown',
    text: 'Ä–ö "lainaus" 🦌 #kemijärvi',
  })
  const other = await makePost(db)
  const base = { place_id: 'kemijarvi', post_id: post.id }
  const at = NOW
  await db
    .insertInto('post_source')
    .values({ ...base, source_id: 'tuutit', found_at: at })
    .execute()
  await db
    .insertInto('pin')
    .values({ ...base, wall_id: '', at })
    .execute()
  const media = await db
    .insertInto('media')
    .values({
      ...base,
      public_id: 'm_aaaaaaaaaaaa',
      position: 0,
      kind: 'image',
      source_url: 'https://example.social/1',
      width: 640,
      height: 480,
      seconds: null,
      captions: null,
      author_alt: null,
      focus: null,
      tone: 'light',
      copy_detail: null,
      private_until: null,
      sha256: 'ab12',
      copied_at: at,
      copy: 'public',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('description')
    .values({
      place_id: 'kemijarvi',
      media_id: media.id,
      lang: 'fi',
      text: 'Poro',
      decorative: false,
      by: 'Aino',
      at,
    })
    .execute()
  await db
    .insertInto('tally')
    .values({ ...base, age: 14, taken_at: at, hours: 336, likes: 3, comments: null, shares: 0, views: null })
    .execute()
  await fillBroughtFiles(db, at, base.post_id)
  const decided = { ...base, person_id: 1, actor: 'Aino', wall_id: null, reason: null, note: null, at }
  const show = await db
    .insertInto('decision')
    .values({ ...decided, action: 'show', from_state: 'new', to_state: 'shown', version: 2, undoes: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('decision')
    .values({ ...decided, action: 'undo', from_state: 'shown', to_state: 'new', version: 3, undoes: show.id })
    .execute()
  await db
    .insertInto('lift')
    .values({ ...base, week: '2026-W48', by: 'Aino', at, ended_at: null })
    .execute()
  await sql`insert into topic (place_id, kind, id, label, position) values
    ('kemijarvi', 'theme', 'luonto', '{"fi":"Luonto"}', 0), ('kemijarvi', 'area', 'sivistys', '{"fi":"Sivistys"}', 0)
    `.execute(db)
  await sql`insert into post_topic (post_id, place_id, kind, topic_id, by, at)
    values (${base.post_id}, 'kemijarvi', 'theme', 'luonto', 'Aino', ${at})`.execute(db)
  await sql`insert into handover (public_id, place_id, post_id, area, question, state, by, at)
    values ('h_aaaaaaaaaaaa', 'kemijarvi', ${base.post_id}, 'sivistys', 'Milloin?', 'open', 'Aino', ${at})`.execute(
    db,
  )
  await sql`insert into lift_excuse (place_id, week, reason, by, at)
    values ('kemijarvi', '2026-W47', 'Loma', 'Aino', ${at})`.execute(db)
  await sql`with j as (insert into journey (public_id, place_id, title, text, by, at)
      values ('j_aaaaaaaaaaaa', 'kemijarvi', '{"fi":"Matka"}', '{}', 'Aino', ${at}) returning id)
    insert into journey_post (journey_id, place_id, post_id, position)
    select id, 'kemijarvi', ${base.post_id}, 0 from j`.execute(db)
  await sql`insert into consent (public_id, place_id, account_id, state, scope, wording_version, evidence_kind,
    evidence_ref, asked_how, until, recorded_by, at) values ('c_aaaaaaaaaaaa', 'kemijarvi', ${account}, 'granted',
    '{"wall":true}', '1', 'note', 'puhelu', 'soitettiin', '2027-01-01', 'Aino', ${at})`.execute(db)
  await sql`insert into removal (public_id, place_id, post_id, address, reason, at, state)
    values ('r_aaaaaaaaaaaa', 'kemijarvi', ${other.id}, 'https://example.social/2', 'oma', ${at}, 'open')`.execute(
    db,
  )
  await db
    .insertInto('tombstone')
    .values({ place_id: 'kemijarvi', hash: 'h', kind: 'post', reason: 'pyyntö', by: 'Aino', at })
    .execute()
  await sql`insert into source_run (place_id, source_id, trigger, started_at, found)
    values ('kemijarvi', 'uutiset', 'clock', ${at}, 4)`.execute(db)
  await sql`insert into source_day (place_id, source_id, day, ok, runs)
    values ('kemijarvi', 'uutiset', '2026-11-25', true, 7)`.execute(db)
  await sql`insert into wall_day (place_id, wall_id, day, event, n)
    values ('kemijarvi', 'etusivu', '2026-11-25', 'view', 12)`.execute(db)
  await sql`insert into measure (place_id, indicator, period_kind, period, source_id, value, unit, status, retrieved_at)
    values ('kemijarvi', 'visits', 'day', '2026-11-25', 'matomo', 12345678901234567.89, 'n', 'ok', ${at}),
      ('kemijarvi', 'visits', 'day', '2026-11-26', 'matomo', null, 'n', 'partial', ${at})`.execute(db)
  await sql`insert into note (public_id, place_id, kind, day, body, by, at)
    values ('n_aaaaaaaaaaaa', 'kemijarvi', 'feedback', '2026-11-25', 'Kiitos', 'Aino', ${at})`.execute(db)
  const digest = await sql<{
    id: number
  }>`insert into digest (public_id, place_id, quarter, revision,
    state, bundle, sha256, compiled_at, by)
    values ('d_aaaaaaaaaaaa', 'kemijarvi', '2026-q3', 1, 'draft', '{"a":1}', 'x', ${at}, 'Aino')
    returning id`.execute(db)
  await sql`insert into digest_event (place_id, digest_id, to_state, actor, at)
    values ('kemijarvi', ${digest.rows[0]?.id}, 'draft', 'Aino', ${at})`.execute(db)
  const [made] = digest.rows
  await fillPeople(db, 'kemijarvi', '2026-q3')
  await sql`insert into target_part (place_id, target_id, position, label, aim, actual)
    select 'kemijarvi', id, 1, 'Posio', 10.5, 7 from target`.execute(db)
  await sql`with c as (select id from campaign limit 1),
      door as (insert into campaign_door select 'kemijarvi', id, '2026-12-01', 'Aamu', null from c),
      won as (insert into campaign_winner select 'kemijarvi', id, ${base.post_id}, 'Aino', ${at} from c),
      asked as (insert into campaign_follow_up select 'kemijarvi', id, 3, 'Jatkuu', 'Aino', ${at} from c),
      kept as (insert into trial_budget values ('kemijarvi', 2026, 400000, 'Aino', ${at}))
    insert into idea (public_id, place_id, body, tag, campaign_id, at)
    select 'i_aaaaaaaaaaaa', 'kemijarvi', 'Laavu', 'laavu', id, ${at} from c`.execute(db)
  await sql`insert into digest_comment (place_id, digest_id, section, body, by, at)
    values ('kemijarvi', ${made?.id}, 'image', 'Lisätään luku.', 'Aino', ${at})`.execute(db)
  await sql`insert into digest_signature (place_id, digest_id, section, mark, by, at)
    values ('kemijarvi', ${made?.id}, 'image', 'abc', 'Aino', ${at})`.execute(db)
  await sql`insert into digest_waiver (place_id, quarter, source_id, reason, by, at)
    values ('kemijarvi', '2026-q3', 'tuutit', 'Katko', 'Aino', ${at})`.execute(db)
  await sql`insert into survey_layout (place_id, fingerprint, survey_id, columns)
    select 'kemijarvi', 'h', id, '[1,null]' from survey`.execute(db)
  await sql`insert into label (place_id, quarter, item, author, tone, content, image, by, at) values ('kemijarvi',
    '2026-q3', 'n_aaaaaaaaaaaa', 'residents', 'positive', 'question', 'none', 'Aino', ${at})`.execute(db)
  await sql`insert into digest_file (digest_id, place_id, format, language, bytes, sha256, renderer, made_at)
    values (${made?.id}, 'kemijarvi', 'pdf', 'fi', ${Buffer.from([0, 255, 37, 80])}, 'h', '1', ${at})`.execute(
    db,
  )
  await sql`insert into recipient (public_id, place_id, role, email, language, by, at)
    values ('r_bbbbbbbbbbbb', 'kemijarvi', 'Sivistys', 's@example.org', 'fi', 'Aino', ${at})`.execute(db)
  await sql`insert into delivery (place_id, digest_id, recipient_id, purpose, message_id, token_hash, expires_at, at)
    select 'kemijarvi', ${made?.id}, id, 'published', '<1@example.org>', 'h', ${at}, ${at} from recipient`.execute(
    db,
  )
  await sql`insert into reply (place_id, delivery_id, kind, body, at)
    select 'kemijarvi', id, 'comment', 'Hyvä', ${at} from delivery`.execute(db)
  await sql`insert into measure_past (place_id, indicator, dim, period_kind, period, source_id, revision, value, unit,
      status, origin, retrieved_at)
    values ('kemijarvi', 'visits', '', 'day', '2026-11-25', 'matomo', 1, 0.1, 'n', 'ok', 'api', ${at})`.execute(
    db,
  )
  await sql`insert into mail (place_id, message_id, recipient, subject, text, cause, created_at)
    values ('kemijarvi', '<1@example.org>', 'a@example.org', 'Hei', 'Hei', 'testi', ${at})`.execute(db)
  await sql`insert into joint_hiding (place_id, post_id, by, at)
    values ('kemijarvi', ${other.id}, 'Aino', ${at})`.execute(db)
  await sql`insert into duty (place_id, id, label, position)
    values ('kemijarvi', 'vetaja', '{"fi":"Viestintäryhmän vetäjä"}', 0)`.execute(db)
  await sql`insert into duty_holder (place_id, duty_id, deputy, person_id, since)
    select 'kemijarvi', 'vetaja', true, id, ${at} from person where email = 'aino@example.org'`.execute(db)
  await sql`insert into clock_item (place_id, id, label, duty_id, history, leads, by, at)
    values ('kemijarvi', 'plan', '{"fi":"Suunnitelma"}', 'vetaja', '[]', '[7]', 'Aino', ${at})`.execute(db)
  await sql`insert into clock_round (place_id, item_id, key, planned, day, done_at, done_by, revision, by, at)
    values ('kemijarvi', 'plan', '2026-q1', '2026-02-20', '2026-03-02', ${at}, 'Aino', 2, 'Aino', ${at})`.execute(
    db,
  )
  await sql`insert into cycle_report (public_id, place_id, kind, quarter, digest_id, title, body, version, by, at)
    select 'y_aaaaaaaaaaaa', place_id, 'news', quarter, id, 'Ajankohtaista', 'Teksti', 1, 'Aino', ${at} from digest
    where place_id = 'kemijarvi' limit 1`.execute(db)
  await sql`insert into reminder (place_id, item_id, round, day, lead, mails, at)
    values ('kemijarvi', 'plan', '2026-q1', '2026-03-02', 7, 1, ${at})`.execute(db)
  await sql`insert into heard_day (place_id, day, form, answer, n)
    values ('kemijarvi', '2026-11-25', 'feedback', 'friend', 2)`.execute(db)
  await sql`insert into place_edit (place_id, at, actor, part, object, before, after)
    values ('kemijarvi', ${at}, 'Aino', 'family', 'kemijarvi', null, '{"tags":["kemijarvi"]}')`.execute(db)
  await sql`insert into forgetting (place_id, at, counts) values ('kemijarvi', ${at}, '{"posts":3}')`.execute(
    db,
  )
  await fillPlanned(db, at, post.id)
  await addStepMark(db, { place: 'kemijarvi', step: 'feed.address', by: 'Aino', at: NOW })
  await db
    .insertInto('setting')
    .values({ place_id: 'kemijarvi', name: 'salt', value: json('suola') })
    .execute()
  for (const object of ['post 1', 'post 2'])
    await appendAudit(db, {
      place: 'kemijarvi',
      at,
      actor: 'Aino',
      action: 'shown',
      object,
      detail: { b: 1, a: 2 },
    })
}

onBothDatabases('an export', (open) => {
  it('has every table that has a place, but for what the manifest says is left out', async () => {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'place_id' order by 1`.execute(open().db)
    expect([...keptTables.map(({ name }) => name), ...leftTables].sort()).toEqual(
      ['place', ...rows.map((row) => row.name)].sort(),
    )
  })
  it('comes back as the same place, to the byte, with its pictures and an unbroken audit', async () => {
    const { db } = open()
    await fillPlace(db)
    mkdirSync(join(cwd, 'media/ab'), { recursive: true })
    writeFileSync(join(cwd, 'media/ab/ab12-640.webp'), 'a picture')
    writeFileSync(join(cwd, 'media/ab/cd34-640.webp'), 'of somebody else')
    expect(await run(db, runExport, '--place', 'kemijarvi', '--to', 'one')).toHaveLength(2)
    const manifest = JSON.parse(readFileSync(join(cwd, 'one/manifest.json'), 'utf8'))
    for (const { name } of keptTables)
      expect(manifest.files[`tables/${name}.jsonl`].rows, name).toBeGreaterThan(0)
    expect(Object.keys(manifest.files).filter((path) => path.startsWith('media/'))).toEqual([
      'media/ab/ab12-640.webp',
    ])
    const read = readPlace(readFileSync(join(cwd, 'one/place.yaml'), 'utf8'))
    expect(read).toMatchObject({
      place: {
        families: [{ id: 'kemijarvi' }, { id: 'tarinat' }],
        sources: [{}, {}],
        themes: [{ id: 'luonto' }],
        areas: [{ id: 'sivistys' }],
      },
    })

    await emptyDatabase(open())
    rmSync(join(cwd, 'media'), { recursive: true })
    // As at any start, the place file has made the place before.
    await makePlace(db)
    await makePerson(db, { email: 'pekka@example.org', role: 'admin' })
    expect(await run(db, runImport, '--from', 'one')).toEqual([
      expect.stringMatching(/^kemijarvi was brought in: \d+ rows\.$/),
      expect.stringContaining('Tokens of sources and passwords are not in an export'),
    ])
    expect(readFileSync(join(cwd, 'media/ab/ab12-640.webp'), 'utf8')).toBe('a picture')
    expect(await findBrokenAudit(db, 'kemijarvi')).toBeUndefined()
    const staff = await db
      .selectFrom('person_role')
      .innerJoin('person', 'person.id', 'person_id')
      .select(['email', 'role'])
      .orderBy('email')
      .execute()
    expect(staff).toEqual([
      { email: 'aino@example.org', role: 'editor' },
      { email: 'pekka@example.org', role: 'admin' },
    ])
    expect((await listDuties(db, 'kemijarvi'))[0]).toMatchObject({
      holder: null,
      deputy: { email: 'aino@example.org' },
    })

    await run(db, runExport, '--place', 'kemijarvi', '--to', 'two')
    for (const { name } of keptTables.filter(({ name }) => name !== 'audit')) {
      const file = (from: string) => readFileSync(join(cwd, from, `tables/${name}.jsonl`), 'utf8')
      expect(file('two'), name).toBe(file('one'))
    }
  })
  it('changes nothing when it is brought in a second time, and is refused by a place that has more', async () => {
    const { db } = open()
    await fillPlace(db)
    await run(db, runExport, '--place', 'kemijarvi', '--to', 'one')
    expect(await run(db, runImport, '--from', 'one')).toEqual([
      'kemijarvi already has posts or numbers here: an import goes only into an empty place.',
    ])
    await emptyDatabase(open())
    await run(db, runImport, '--from', 'one')
    await makePost(db)
    expect(await run(db, runImport, '--from', 'one')).toEqual([
      'kemijarvi already has everything of this export: nothing was changed.',
    ])
    expect(await db.selectFrom('post').select('id').execute()).toHaveLength(3)
  })
  it('is refused with every complaint when a file was changed, is missing or does not fit', async () => {
    const { db } = open()
    await fillPlace(db)
    await run(db, runExport, '--place', 'kemijarvi', '--to', 'one')
    await emptyDatabase(open())
    appendFileSync(join(cwd, 'one/tables/note.jsonl'), '{}\n')
    rmSync(join(cwd, 'one/tables/post.jsonl'))
    const complaints = await run(db, runImport, '--from', 'one')
    expect(complaints.sort()).toEqual([
      'tables/note.jsonl has been changed since the export.',
      'tables/post.jsonl is missing.',
    ])
    expect(await run(db, runImport, '--from', 'nowhere')).toEqual([
      expect.stringContaining('has no manifest.json'),
    ])
    expect(await db.selectFrom('place').select('id').execute()).toEqual([])
  })
})

onBothDatabases('an export made elsewhere', (open) => {
  /** Rewrites a file of the export and its hash in the manifest, as another program would. */
  const rewrite = (path: string, change: (text: string) => string) => {
    const text = change(readFileSync(join(cwd, 'one', path), 'utf8'))
    writeFileSync(join(cwd, 'one', path), text)
    const manifest = JSON.parse(readFileSync(join(cwd, 'one/manifest.json'), 'utf8'))
    manifest.files[path].sha256 = createHash('sha256').update(text).digest('hex')
    writeFileSync(join(cwd, 'one/manifest.json'), JSON.stringify(manifest))
  }
  beforeEach(async () => {
    await fillPlace(open().db)
    await run(open().db, runExport, '--place', 'kemijarvi', '--to', 'one')
    await emptyDatabase(open())
  })
  it('is refused with every complaint when its rows do not hang together', async () => {
    rewrite('tables/tally.jsonl', (text) => `${text.replace('"post_id":1', '"post_id":77')}not json\n`)
    rewrite('tables/note.jsonl', (text) => text.replace('"body"', '"boody"'))
    rewrite('tables/pin.jsonl', (text) => text.replace('"kemijarvi"', '"salla"'))
    rewrite('place.yaml', (text) => text.replace('time_zone: Europe/Helsinki', 'time_zone: Europe/Kemi'))
    expect(await run(open().db, runImport, '--from', 'one')).toEqual([
      'tables/tally.jsonl:2 is not a JSON object.',
      expect.stringMatching(/^place\.yaml:\d+ place\.time_zone: is not a time zone/),
      'tables/pin.jsonl has 1 rows that do not belong to kemijarvi.',
      'tables/tally.jsonl has 1 rows whose post_id is no row of tables/post.jsonl.',
      'tables/note.jsonl has boody, which this version does not know.',
    ])
  })
  it('leaves nothing behind when the last table does not fit', async () => {
    rewrite('tables/audit.jsonl', (text) => text.replace(/"at":"[^"]+"/, '"at":"yesterday at noon"'))
    expect(await run(open().db, runImport, '--from', 'one')).toEqual([
      expect.stringMatching(/^tables\/audit\.jsonl does not fit the tables here: /),
    ])
    expect(await open().db.selectFrom('place').select('id').execute()).toEqual([])
  })
})

onBothDatabases('the user command', (open) => {
  const user = (...words: string[]) => run(open().db, runUser, ...words)
  it('says everything that is wrong at once', async () => {
    await makePlace(open().db)
    expect(await user('aino', 'pekka', '--place', 'salla', '--role', 'boss', '--nice')).toEqual([
      '--nice is not a flag of this command.',
      'aino is not an e-mail address.',
      'One person at a time: pekka is too much.',
      'boss is not a role. The roles are reader, writer, curator, editor, admin, operator.',
      'No place is called salla. There is kemijarvi.',
      'Usage: npm run user -- EMAIL --place ID --role ROLE',
    ])
    expect(await user()).toEqual([
      'Say whose account it is: an e-mail address.',
      'Say which role with --role: reader, writer, curator, editor, admin, operator.',
      'Say at which place with --place.',
      'Usage: npm run user -- EMAIL --place ID --role ROLE',
    ])
    expect(await user('aino@example.org', '--place', '--role', 'editor')).toContain(
      '--place needs a value after it.',
    )
    expect(await open().db.selectFrom('person').select('id').execute()).toEqual([])
  })
  it('gives a role and a link; asked again, the newer role and link count, and the audit has both', async () => {
    const { db } = open()
    await makePlace(db)
    const [, , one] = await user('Aino@example.org', '--place', 'kemijarvi', '--role', 'curator')
    const [said, , two] = await user('aino@example.org', '--place', 'kemijarvi', '--role', 'editor')
    expect(said).toBe('aino@example.org is now editor of kemijarvi.')
    expect(one).toMatch(/^https:\/\/somewall\.example\/desk\/link\/[\w-]{43}$/)
    expect(two).not.toBe(one)
    expect(await db.selectFrom('person_role').select('role').execute()).toEqual([{ role: 'editor' }])
    const audit = await db.selectFrom('audit').select(['actor', 'action', 'detail']).orderBy('id').execute()
    expect(audit.map((row) => row.detail)).toEqual([{ role: 'curator' }, { role: 'editor' }])
  })
})
