// What people bring and write, in both databases: samples, files, actions over the quarters, signatures, publication.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { listActions } from '../../db/actions.ts'
import { findDigest } from '../../db/digests.ts'
import type { Db } from '../../db/open.ts'
import { labelItem, openSample } from '../../services/brought.ts'
import { compileBundle } from '../../services/compile.ts'
import {
  decideAction,
  signSections,
  takeBackAction,
  tellAction,
  waiveSource,
} from '../../services/digest-work.ts'
import { draftDigest, freezeDigest, freshDigest, readBundle, writeTexts } from '../../services/digests.ts'
import { readCsv } from '../../services/domain/csv.ts'
import type { Written } from '../../services/domain/digest-model.ts'
import { findFigure } from '../../services/domain/digest-model.ts'
import { sections } from '../../services/domain/digest-states.ts'
import { Refusal } from '../../services/errors.ts'
import { findDue, freezeWhenDue } from '../../services/freeze-when-due.ts'
import { passDigest, publishDigest } from '../../services/publish-digest.ts'
import { findSurvey, makeSurvey, readHead, takeAnswers, typePaper } from '../../services/surveys.ts'
import { textMark } from '../../services/text-mark.ts'
import { openWritten } from '../../services/written.ts'
import { onBothDatabases } from '../db.ts'
import { collectAll, collectDays, makeAuthors, makePostAt, makeTally } from '../digest-makers.ts'
import { makePlace } from '../makers.ts'
import { makeDeps } from '../wall.ts'

const PLACE = { id: 'kemijarvi', time_zone: 'Europe/Helsinki' }
const Q = '2026-q3'
const TEXTS = Object.fromEntries(
  sections.filter((one) => one.id !== 'decisions').map((one) => [one.id, `Teksti ${one.id}.`]),
)

onBothDatabases('people', (open) => {
  let at = new Date('2026-10-20T09:00:00Z')
  const needs = () => makeDeps(open(), { clock: () => at })
  const where = (quarter = Q, by = 'Johanna') => ({ place: PLACE, quarter, by })
  const begin = async (quarter = Q) => {
    at = new Date('2026-10-20T09:00:00Z')
    await makePlace(open().db)
    await collectAll(open().db, quarter)
  }
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
    )
  const publish = async (quarter: string) => {
    await draftDigest(needs(), PLACE, quarter, 'Johanna')
    await writeTexts(needs(), PLACE, quarter, TEXTS, 'Johanna')
    await freezeDigest(needs(), PLACE, quarter, 'Johanna')
    await publishDigest(needs(), PLACE, quarter, 'Aino')
  }
  const row = async (quarter = Q) => {
    const found = await findDigest(open().db, 'kemijarvi', quarter)
    if (!found) throw new Error('no digest')
    return found
  }
  const written = async (quarter = Q): Promise<Written> => {
    const found = await row(quarter)
    return openWritten(open().db, found, readBundle(found), at)
  }

  it('decide actions, which the next digest opens with until they are done', async () => {
    await begin('2026-q2')
    await draftDigest(needs(), PLACE, '2026-q2', 'Johanna')
    const one = {
      what: 'Asunnot yhdelle sivulle.',
      who: 'asuntopalvelut',
      area: undefined,
      due: '2026-09-30',
    }
    const id = await decideAction(needs(), where('2026-q2'), one)
    const slip = await decideAction(needs(), where('2026-q2'), { ...one, what: 'Väärin.' })
    await takeBackAction(needs(), where('2026-q2'), slip)
    await publish('2026-q2')
    expect(await codeOf(takeBackAction(needs(), where('2026-q2'), id))).toBe('digest-write')
    await draftDigest(needs(), PLACE, Q, 'Johanna')
    expect((await written()).promises).toMatchObject([{ id, state: 'open', quarter: '2026-q2' }])
    const result = 'Sivu on auki.'
    await tellAction(needs(), where(Q), id, { state: 'done', result, done: '2026-09-15' })
    expect((await written()).promises).toMatchObject([{ state: 'done', result, done: '2026-09-15' }])
    // What was published says what was known then.
    expect((await written('2026-q2')).actions).toMatchObject([{ id, state: 'open', result: null }])
    expect(findFigure(await compileBundle(open().db, 'kemijarvi', Q, at), 'F27')).toMatchObject({
      value: '1',
      of: '1',
    })
  })

  it('publish with an action or the word that there was none, and store what they wrote with its hash', async () => {
    await begin()
    await draftDigest(needs(), PLACE, Q, 'Johanna')
    await writeTexts(needs(), PLACE, Q, TEXTS, 'Johanna')
    await freezeDigest(needs(), PLACE, Q, 'Johanna')
    expect(await codeOf(publishDigest(needs(), PLACE, Q, 'Aino'))).toBe('digest-texts')
    await decideAction(needs(), where(), { what: 'Näin.', who: 'viestintä', area: undefined, due: undefined })
    await publishDigest(needs(), PLACE, Q, 'Aino')
    const stored = await row()
    expect(stored.written_sha256).toBe(
      createHash('sha256')
        .update(stored.written ?? '')
        .digest('hex'),
    )
    expect(JSON.parse(stored.written ?? '').actions).toHaveLength(1)
    await passDigest(needs(), PLACE, Q, 'deliver', 'Aino')
    expect(await codeOf(passDigest(needs(), PLACE, Q, 'deliver', 'Aino'))).toBe('digest-deliver')
    await passDigest(needs(), PLACE, Q, 'handle', 'Aino')
    expect((await row()).state).toBe('handled')
    expect(await listActions(open().db, 'kemijarvi', Q)).toHaveLength(1)
  })

  it('sign a text as it stands: whoever changes it takes the signature off', async () => {
    await begin()
    await draftDigest(needs(), PLACE, Q, 'Johanna')
    await writeTexts(needs(), PLACE, Q, { image: 'Turvallinen.' }, 'Johanna')
    await signSections(needs(), where(Q, 'Aino'), { image: textMark('Turvallinen.') })
    expect((await written()).signed).toMatchObject([{ section: 'image', by: 'Aino' }])
    await writeTexts(needs(), PLACE, Q, { image: 'Turvallinen ja lähellä.' }, 'Johanna')
    expect((await written()).signed).toEqual([])
    expect(await codeOf(signSections(needs(), where(), { image: textMark('Turvallinen.') }))).toBe('conflict')
  })

  it('name the most liked posts, by link alone without a permission, and drop what has gone meanwhile', async () => {
    await begin()
    const { db } = open()
    const { own, resident } = await makeAuthors(db)
    const ids: number[] = []
    for (let n = 1; n <= 12; n++) {
      const day = String(n).padStart(2, '0')
      const account = n % 2 ? own : resident
      const id = await makePostAt(db, `2026-08-${day}T10:00:00Z`, { account, text: `Teksti ${n} #kemijärvi` })
      await makeTally(db, id, 340, { likes: n === 4 ? 12 : n, comments: 0, shares: 0 })
      ids.push(id)
    }
    await draftDigest(needs(), PLACE, Q, 'Johanna')
    const { top } = readBundle(await row())
    const ranks = (author: string) => top.filter((one) => one.author === author).map((one) => one.total)
    // Of equals the earlier one comes first.
    expect([ranks('own'), ranks('other')]).toEqual([
      [11, 9, 7, 5, 3],
      [12, 12, 10, 8, 6],
    ])
    const first = top.find((one) => one.author === 'other')
    expect((await written()).posts[first?.post ?? '']).toMatchObject({
      rights: 'link',
      text: null,
      name: null,
    })
    expect((await row()).bundle).not.toContain('Teksti')
    await db
      .updateTable('post')
      .set({ gone_at: at })
      .where('public_id', '=', first?.post ?? '')
      .execute()
    expect((await written()).posts[first?.post ?? '']).toMatchObject({ rights: 'gone', url: null })
    const before = findFigure(readBundle(await row()), 'F1')
    await draftDigest(needs(), PLACE, Q, 'Johanna')
    const bundle = readBundle(await row())
    expect(bundle.top.map((one) => one.post)).not.toContain(first?.post)
    expect(findFigure(bundle, 'F1')?.value).toBe(before?.value)
  })

  describe('the sample', () => {
    it('is the same for everybody, keeps own and residents’ texts apart, and tells shares from twenty on', async () => {
      await begin()
      const { own, resident } = await makeAuthors(open().db)
      for (let n = 0; n < 25; n++)
        await makePostAt(open().db, `2026-08-01T10:00:${String(n).padStart(2, '0')}Z`, {
          account: n < 22 ? resident : own,
          text: `Teksti ${n} #kemijärvi`,
        })
      const drawn = await openSample(needs(), PLACE, Q, 'residents')
      expect(drawn).toHaveLength(22)
      expect((await openSample(needs(), PLACE, Q, 'residents')).map((one) => one.item)).toEqual(
        drawn.map((one) => one.item),
      )
      const label = (item: string, nth: number) =>
        labelItem(needs(), where(), Q, {
          ...{ author: 'residents', item, content: 'story', image: 'nature', theme: 'Luonto' },
          tone: nth % 4 ? 'positive' : 'negative',
        })
      for (const [nth, one] of drawn.slice(0, 19).entries()) await label(one.item, nth)
      const tone = async (dims: Record<string, string>) =>
        findFigure(await compileBundle(open().db, 'kemijarvi', Q, at), 'F26', {
          author: 'residents',
          by: 'tone',
          ...dims,
        })
      expect(await tone({})).toMatchObject({ value: null, reason: 'few-labels' })
      await label(drawn[19]?.item ?? '', 19)
      expect(await tone({ value: 'positive' })).toMatchObject({
        value: '15',
        of: '20',
        n: { measured: 20, of: 22 },
      })
      // A tone that nobody heard is a count like the others, not an empty place.
      expect(await tone({ value: 'unclear' })).toMatchObject({ value: '0', of: '20' })
      const mine = (await openSample(needs(), PLACE, Q, 'own'))[0]?.item ?? ''
      expect(await codeOf(label(mine, 0))).toBe('not-found')
    })
  })

  describe('a survey', () => {
    const head = 'Kuinka hyvin sait apua?;Mitä toivot?'
    const sent = {
      title: 'Tulomuuttajakysely',
      questions: [
        { kind: 'scale' as const, label: 'Kuinka hyvin sait apua?', low: 1, high: 4, choices: [] },
        { kind: 'open' as const, label: 'Mitä toivot?', low: null, high: null, choices: [] },
      ],
    }
    const days = { from: '2026-09-01', to: '2026-09-21', link: 'closed' as const, invited: 36 }
    const how = { by: 'Johanna', language: 'fi' as const }
    const take = async (table: string, batch = days) => {
      const [survey] = await open().db.selectFrom('survey').select('public_id').execute()
      const found = await findSurvey(needs(), 'kemijarvi', survey?.public_id ?? '')
      const rows = readCsv(table)
      const { columns } = await readHead(needs(), 'kemijarvi', found, rows)
      return takeAnswers(needs(), 'kemijarvi', found, { rows, columns, batch }, how)
    }
    const count = async () => (await open().db.selectFrom('survey_answer').selectAll().execute()).length

    it('takes a file whole or not at all, with every complaint by row and column', async () => {
      await begin()
      await makeSurvey(needs(), 'kemijarvi', sent, 'Johanna')
      const bad = await take(`${head}\n4;Asuntoja\n9;\nhyvin;`).catch((error) => error as Refusal)
      expect((bad as Refusal).complaints).toEqual([
        { path: 'rivi 3, Kuinka hyvin sait apua?', message: '”9” ei ole asteikolla 1–4.' },
        { path: 'rivi 4, Kuinka hyvin sait apua?', message: '”hyvin” ei ole asteikolla 1–4.' },
      ])
      expect(await count()).toBe(0)
      const few = await take(`${head}\n4;\n3;`, { ...days, invited: 1 }).catch((error) => error as Refusal)
      expect((few as Refusal).complaints).toMatchObject([{ path: 'invited' }])
    })

    it('takes the place of itself when the same file comes twice, and remembers its columns', async () => {
      await begin()
      await makeSurvey(needs(), 'kemijarvi', sent, 'Johanna')
      const table = `${head}\n${'4;Asuntoja\n'.repeat(6)}`
      expect(await take(table)).toEqual({ respondents: 6, again: false })
      expect(await take(table)).toEqual({ respondents: 6, again: true })
      expect(await count()).toBe(12)
      const bundle = await compileBundle(open().db, 'kemijarvi', Q, at)
      expect(bundle.surveys).toMatchObject([{ n: 6, invited: 36, questions: [{ mean: '4', n: 6 }] }])
      expect(bundle.figures.filter((one) => ['F21', 'F22', 'F23'].includes(one.id))).toMatchObject([
        { id: 'F21', value: '6' },
        { id: 'F22', value: '6', of: '36' },
        { id: 'F23', value: '4', unit: 'mean' },
      ])
    })

    it('of four answers tells nothing, not even by its rate or its open answers', async () => {
      await begin()
      const id = await makeSurvey(needs(), 'kemijarvi', sent, 'Johanna')
      const survey = await findSurvey(needs(), 'kemijarvi', id)
      for (let n = 0; n < 4; n++)
        await typePaper(
          needs(),
          'kemijarvi',
          survey,
          { day: '2026-09-02', answers: { 1: '2', 2: 'Sana' } },
          how,
        )
      const text = JSON.stringify(await compileBundle(open().db, 'kemijarvi', Q, at))
      const bundle = JSON.parse(text)
      expect(bundle.surveys).toMatchObject([{ n: null, questions: [] }])
      for (const one of bundle.figures.filter((each: { dims: object }) => 'survey' in each.dims))
        expect([one.id, one.value]).toEqual([one.id, null])
      expect(await openSample(needs(), PLACE, Q, 'residents')).toEqual([])
    })
  })

  describe('locking', () => {
    it('is done by the clock at noon of day 15 or the next working day, once', async () => {
      await begin()
      await draftDigest(needs(), PLACE, Q, 'Somewall')
      const due = (moment: string) => findDue(open().db, 'kemijarvi', new Date(moment))
      // 15 October 2026 is a Thursday; noon in Finland is nine in UTC.
      expect(await due('2026-10-15T08:59:59Z')).toBeUndefined()
      expect(await due('2026-10-15T09:00:00Z')).toBe(Q)
      at = new Date('2026-10-15T09:00:00Z')
      expect(await freezeWhenDue(needs(), 'kemijarvi', Q)).toBe(true)
      expect(await row()).toMatchObject({ state: 'analysis', by: 'Somewall' })
      expect(await due('2026-10-15T10:00:00Z')).toBeUndefined()
      expect(await freezeWhenDue(needs(), 'kemijarvi', Q)).toBe(false)
    })

    it('waits until every gap has a reason of its own or of a person', async () => {
      await begin('2025-q4')
      await collectDays(open().db, 'uutiset', Q)
      await collectDays(open().db, 'tuutit', Q, (nth) => nth < 20 || nth > 50)
      await draftDigest(needs(), PLACE, Q, 'Johanna')
      expect(await codeOf(freezeDigest(needs(), PLACE, Q, 'Johanna'))).toBe('digest-sources')
      await waiveSource(needs(), where(), 'tuutit', 'Palvelinkatko, tieto saadaan muualta.')
      await freezeDigest(needs(), PLACE, Q, 'Johanna')
      const source = readBundle(await row()).sources.find((one) => one.id === 'tuutit')
      expect(source?.waived).toEqual({ reason: 'Palvelinkatko, tieto saadaan muualta.', by: 'Johanna' })
    })
  })

  it('look at a preview that is at most five minutes old', async () => {
    await begin()
    at = new Date('2026-08-01T09:00:00Z')
    const first = await draftDigest(needs(), PLACE, Q, 'Johanna')
    at = new Date('2026-08-01T09:04:00Z')
    expect((await freshDigest(needs(), PLACE, first)).compiled_at).toEqual(first.compiled_at)
    await makePostAt(open().db as Db, '2026-08-01T08:00:00Z')
    at = new Date('2026-08-01T09:05:00Z')
    const second = await freshDigest(needs(), PLACE, first)
    expect([second.state, second.compiled_at]).toEqual(['open', at])
    expect(findFigure(readBundle(second), 'F1')?.value).toBe('1')
  })
})
