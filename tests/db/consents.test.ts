// Consents as acts on both databases: asked, answered, withdrawn off everywhere, and what outlives the post.
import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit.ts'
import { findPlace } from '../../db/places.ts'
import { buryPost } from '../../db/tombstones.ts'
import {
  answerConsent,
  askConsent,
  consentToken,
  endConsent,
  grantConsent,
  refuseConsent,
} from '../../services/consents.ts'
import type { Act } from '../../services/curate.ts'
import { decidePost } from '../../services/decide.ts'
import type { Refusal } from '../../services/errors.ts'
import { findInboxPost } from '../../services/inbox.ts'
import { markPost } from '../../services/lifting.ts'
import { warn } from '../../workers/jobs/warn.ts'
import { onBothDatabases } from '../db.ts'
import { openDesk } from '../desk/desk.ts'
import { makeAccount, makePerson, makePlace, makePost, NOW } from '../makers.ts'

const scope = { wall: true, digest: false, print: false, channels: false }
const given = {
  ...{
    scope,
    evidence: { kind: 'note' as const, ref: 'Puhelu' },
    askedHow: 'Puhelimessa',
    child: 'no' as const,
  },
  ...{ crop: false, until: '2027-11-25', covers: 'post' as const },
}
const yes = {
  answer: 'grant' as const,
  grant: { scope, child: 'no' as const, crop: true, until: null },
  name: 'Aino Esimerkki',
}
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

onBothDatabases('a consent', (open) => {
  async function start() {
    const desk = openDesk(open())
    const { db } = desk.deps
    await makePlace(db)
    const place = await findPlace(db, 'kemijarvi')
    if (!place) throw new Error('no place')
    const act: Act = { place, name: 'Johanna Kivelä', person: 7, language: 'fi' }
    const account = await makeAccount(db)
    const post = await makePost(db, { account_id: account })
    const id = post.public_id
    const read = async () => {
      const found = await findInboxPost(db, place, id, desk.deps.clock())
      if (!found) throw new Error('no post')
      return found
    }
    const token = (consent: string) => consentToken(desk.deps.keys, consent)
    const code = (work: Promise<unknown>) =>
      work.then(
        () => undefined,
        (error: Refusal) => error.code,
      )
    return { desk, db, act, account, post, id, read, token, code }
  }

  it('is asked for once, waits a month, may be asked for once more, and is answered by the same record', async () => {
    const { desk, act, id, read, code } = await start()
    const asked = await askConsent(desk.deps, act, id, 'Kommentilla')
    expect((await read()).consents).toMatchObject([
      { public_id: asked, standing: 'asked', askedOn: '2026-11-25' },
    ])
    expect((await read()).reasons.map((one) => one.code)).toEqual(['consent-asked'])
    expect(await code(askConsent(desk.deps, act, id, 'Kommentilla'))).toBe('consent-state')
    desk.now(later(31))
    expect((await read()).consents[0]?.standing).toBe('unanswered')
    expect(await askConsent(desk.deps, act, id, 'Viestillä')).toBe(asked)
    expect(await grantConsent(desk.deps, act, id, given)).toBe(asked)
    const [kept, ...more] = (await read()).consents
    expect(more).toEqual([])
    expect(kept).toMatchObject({
      state: 'granted',
      evidence_ref: 'Puhelu',
      address: expect.stringMatching(/^https/),
    })
    expect((await read()).footing.rights).toMatchObject({ shown: 'whole', until: '2027-11-25' })
  })

  it('is asked of an author whom no platform names once a person has found out who it is', async () => {
    const { desk, db, act, code } = await start()
    const { public_id } = await makePost(db)
    expect(await code(askConsent(desk.deps, act, public_id, 'Viestillä'))).toBe('consent-author')
    await askConsent(desk.deps, act, public_id, 'Viestillä', '@oiva')
    const found = await findInboxPost(db, act.place, public_id, NOW)
    expect(found).toMatchObject({ handle: '@oiva', consents: [{ author: '@oiva', standing: 'asked' }] })
  })

  it('that was refused is not asked for again, but its author may change their mind', async () => {
    const { desk, act, id, read, token, code } = await start()
    const asked = await askConsent(desk.deps, act, id, 'Kommentilla')
    await refuseConsent(desk.deps, act, id, asked)
    expect((await read()).reasons.map((one) => one.code)).toEqual(['consent-refused'])
    expect(await code(askConsent(desk.deps, act, id, 'Kommentilla'))).toBe('consent-state')
    await answerConsent(desk.deps, token(asked), 'fi', yes)
    expect((await read()).footing.rights).toMatchObject({ shown: 'whole', crop: true, until: null })
  })

  it('is given and withdrawn by its author alone, and takes the post off every wall at once', async () => {
    const { desk, db, act, id, read, token, code } = await start()
    const asked = await askConsent(desk.deps, act, id, 'Viestillä')
    await answerConsent(desk.deps, token(asked), 'fi', yes)
    await decidePost(desk.deps, act, id, { action: 'lift', version: 1 })
    await decidePost(desk.deps, act, id, { action: 'pin', version: 2 })
    expect((await read()).consents[0]).toMatchObject({ standing: 'published', evidence_kind: 'form' })
    const before = await findPlace(db, 'kemijarvi')
    await answerConsent(desk.deps, token(asked), 'fi', { answer: 'withdraw' })
    expect(await read()).toMatchObject({ state: 'hidden', lift: null, pins: [] })
    expect((await findPlace(db, 'kemijarvi'))?.revision).toBeGreaterThan(before?.revision ?? 0)
    expect((await listAudit(db, 'kemijarvi', undefined, 2)).map((one) => [one.actor, one.action])).toEqual([
      ['julkaisun tekijä', 'consent-withdrawn'],
      ['julkaisun tekijä', 'hide'],
    ])
    expect(await code(answerConsent(desk.deps, token(asked), 'fi', yes))).toBe('consent-state')
    for (const wrong of [`${asked}.x`, asked, `${token(asked)}.x`, token('c_aaaaaaaaaaaa')])
      expect(await code(answerConsent(desk.deps, wrong, 'fi', { answer: 'withdraw' }))).toBe('not-found')
  })

  it('withdrawn for one thing leaves what something else carries', async () => {
    const { desk, db, act, id, read } = await start()
    const first = await grantConsent(desk.deps, act, id, given)
    await db.updateTable('account').set({ kind: 'partner', agreement: 'Sovittu' }).execute()
    await decidePost(desk.deps, act, id, { action: 'lift', version: 1 })
    await endConsent(desk.deps, act, id, first)
    expect(await read()).toMatchObject({ state: 'shown', lift: { week: '2026-W48' } })
  })

  it('of somebody who says that a child can be recognised opens nothing before a guardian’s', async () => {
    const { desk, act, id, read, token, code } = await start()
    const asked = await askConsent(desk.deps, act, id, 'Viestillä')
    const child = { ...yes, grant: { ...yes.grant, child: 'recognisable' as const } }
    await answerConsent(desk.deps, token(asked), 'fi', child)
    expect((await read()).footing.rights.shown).toBe('link')
    expect(await code(decidePost(desk.deps, act, id, { action: 'lift', version: 1 }))).toBe(
      'decision-consent',
    )
    await grantConsent(desk.deps, act, id, { ...given, child: 'guardian' })
    expect(await decidePost(desk.deps, act, id, { action: 'lift', version: 1 })).toMatchObject({
      lifted: true,
    })
  })

  it('marked as delicate, or with a child and no guardian’s word, is not lifted, and a lift ends at once', async () => {
    const { desk, act, id, read, code } = await start()
    const none = { timeless: false, delicate: false, child: false }
    await grantConsent(desk.deps, act, id, given)
    await decidePost(desk.deps, act, id, { action: 'lift', version: 1 })
    await markPost(desk.deps, act, id, { ...none, delicate: true })
    expect(await read()).toMatchObject({ lift: null, state: 'shown' })
    const again = () => decidePost(desk.deps, act, id, { action: 'lift', version: 3 })
    expect(await code(again())).toBe('decision-delicate')
    await markPost(desk.deps, act, id, { ...none, child: true })
    expect(await code(again())).toBe('decision-consent')
    expect((await read()).reasons.map((one) => one.code)).toContain('child')
    await grantConsent(desk.deps, act, id, { ...given, child: 'guardian' })
    expect(await again()).toMatchObject({ lifted: true })
  })

  it('that ends within two weeks is told of once by mail to those who may lift, and again with a new end', async () => {
    const { desk, db, act, id } = await start()
    await grantConsent(desk.deps, act, id, { ...given, until: '2026-12-09' })
    const other = await makePost(db)
    await grantConsent(desk.deps, act, other.public_id, { ...given, until: '2026-12-10', author: 'Oiva' })
    await makePerson(db, { email: 'anna@example.org', role: 'curator', password: 'x' })
    await makePerson(db, { email: 'lukija@example.org', role: 'reader', password: 'x' })
    const env = { ...desk.deps.env, SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'seina@kunta.example' }
    const round = async () => {
      await warn({ ...desk.deps, env }, { place: 'kemijarvi' })
      return (await db.selectFrom('mail').selectAll().orderBy('id').execute()).map((one) => one.text)
    }
    const [first, ...more] = await round()
    expect(more).toEqual([])
    expect(first).toContain('Aino Esimerkki, 9.12.2026: http://127.0.0.1:8080/desk/kemijarvi/posts/')
    expect(first).not.toContain('Oiva')
    expect(await round()).toHaveLength(1)
    desk.now(later(1))
    expect((await round())[1]).toContain('Oiva, 10.12.2026')
    await db.updateTable('consent').set({ until: '2026-12-08' }).where('author', '=', 'Oiva').execute()
    expect(await round()).toHaveLength(3)
  })

  it('outlives its post as evidence, and speaks of nothing any more', async () => {
    const { desk, db, act, id, code, token } = await start()
    const consent = await grantConsent(desk.deps, act, id, given)
    await buryPost(db, 'kemijarvi', id, { by: 'Aino', reason: 'pyyntö', at: NOW, everything: true })
    const kept = await db.selectFrom('consent').selectAll().executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ public_id: consent, state: 'removed', post_id: null, account_id: null })
    expect(kept).toMatchObject({ evidence_ref: 'Puhelu', author: 'Aino Esimerkki', withdrawn_at: NOW })
    expect(await code(answerConsent(desk.deps, token(consent), 'fi', yes))).toBe('consent-state')
  })
})
