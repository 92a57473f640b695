// Rules at work on both databases: what arrives begins as they say, each decision names its rule and version.
import { expect, it } from 'vitest'
import { saveConsent } from '../../db/consents.ts'
import { listDecisions } from '../../db/decisions.ts'
import { addRule, listRules } from '../../db/rules.ts'
import type { RuleAction, RuleConditions } from '../../db/schema.ts'
import { setAccount } from '../../services/accounts.ts'
import { decidePost } from '../../services/decide.ts'
import { findInboxPost } from '../../services/inbox.ts'
import { keepRule, removeRule, setRuleActive, tryRule } from '../../services/rules.ts'
import { onBothDatabases } from '../db.ts'
import { openDesk } from '../desk/desk.ts'
import { arrive, foundPost } from '../found.ts'
import { makePlace, NOW } from '../makers.ts'

onBothDatabases('rules', (open) => {
  async function start() {
    const desk = openDesk(open())
    const { db } = desk.deps
    await makePlace(db)
    const place = { id: 'kemijarvi', time_zone: 'Europe/Helsinki', languages: ['fi' as const, 'en' as const] }
    const act = { place, name: 'Mika Ollila', person: 3, language: 'fi' as const }
    const add = (action: RuleAction, conditions: RuleConditions) =>
      addRule(db, 'kemijarvi', { name: `${action}!`, action, conditions, by: 'Mika Ollila', at: NOW })
    const only = async () => {
      const post = await db.selectFrom('post').selectAll().executeTakeFirstOrThrow()
      return { ...post, decisions: await listDecisions(db, post.id) }
    }
    return { desk, db, act, add, only, place }
  }
  const saying = (text: string) => ({ body: { text: `${text} #kemijärvi` } })

  it('hold what our own account says, and name the rule, its version and the word', async () => {
    const { desk, db, add, only, place } = await start()
    await add('hold', { words: ['ankea'] })
    await arrive(db, [foundPost(saying('Ankea hyvä latu'))], { kind: 'own' })
    const post = await only()
    expect(post).toMatchObject({ state: 'new', version: 1 })
    expect(post.decisions).toMatchObject([
      { action: 'hold', from_state: 'new', to_state: 'new', version: 1, rule_version: 1, note: 'ankea' },
    ])
    const card = await findInboxPost(db, place, post.public_id, desk.deps.clock())
    expect(card?.reasons[0]).toEqual({
      code: 'rule-word',
      tone: 'need',
      values: { rule: 'hold!', version: 1, word: 'ankea' },
    })
  })

  it('hide and stash what they say, leave everything else, and a person can take it back', async () => {
    const { desk, db, act, add } = await start()
    await add('hide', { words: ['myydään'] })
    await add('stash', { languages: ['sv'] })
    const three = [saying('Myydään kelkka'), { ...saying('Snö'), lang: 'sv' }, saying('Lumi')]
    await arrive(
      db,
      three.map((one, n) => foundPost(one, n)),
    )
    const rows = await db.selectFrom('post').select(['public_id', 'state', 'version']).orderBy('id').execute()
    expect(rows.map((row) => row.state)).toEqual(['hidden', 'stashed', 'new'])
    const undone = await decidePost(desk.deps, act, String(rows[0]?.public_id), {
      action: 'undo',
      version: 1,
    })
    expect(undone).toMatchObject({ state: 'new', version: 2 })
  })

  it('show a resident’s post only when all of it may be shown', async () => {
    const { db, add } = await start()
    await add('show', { channels: ['mastodon'] })
    await arrive(db, [foundPost({}, 1)])
    const account = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
    await saveConsent(db, {
      ...{ publicId: 'c_aaaaaaaaaaaa', place: 'kemijarvi', post: null, account: account.id, wording: '1' },
      ...{ address: null, author: null },
      scope: { wall: true, digest: true, print: false, channels: false },
      evidence: { kind: 'note', ref: 'x' },
      ...{ askedHow: 'x', child: 'no', crop: false, until: null, by: 'x', at: NOW },
    })
    await arrive(db, [foundPost({}, 2)])
    const rows = await db.selectFrom('post').select('state').orderBy('id').execute()
    expect(rows.map((row) => row.state)).toEqual(['new', 'shown'])
    expect(await db.selectFrom('decision').select(['post_id', 'action', 'to_state']).execute()).toEqual([
      { post_id: 2, action: 'show', to_state: 'shown' },
    ])
  })

  it('hold an own post that is edited to say what they forbid; what a person has hidden stays theirs', async () => {
    const { db, add, only } = await start()
    await add('hold', { words: ['ankea'] })
    await arrive(db, [foundPost(saying('Hyvä latu'))], { kind: 'own' })
    expect((await only()).state).toBe('shown')
    const edited = { ...saying('Ankea hyvä latu'), editedAt: NOW }
    await arrive(db, [foundPost(edited)], { kind: 'own' })
    const post = await only()
    expect(post).toMatchObject({ state: 'new', version: 2 })
    expect(post.decisions).toMatchObject([{ action: 'hold', from_state: 'shown', version: 2 }])
    await db.updateTable('post').set({ state: 'hidden' }).execute()
    await arrive(db, [foundPost({ ...edited, ...saying('Ankea huono latu') })], { kind: 'own' })
    expect(await only()).toMatchObject({ state: 'hidden', decisions: [{ version: 2 }] })
  })

  it('say nothing any more of a post that was edited into what they do not speak of', async () => {
    const { desk, db, act, add, only, place } = await start()
    await add('hold', { words: ['ankea'] })
    await add('stash', { words: ['myydään'] })
    const reasons = async () => {
      const card = await findInboxPost(db, place, (await only()).public_id, desk.deps.clock())
      return card?.reasons.map((one) => one.code).filter((code) => /^(rule|by)-/.test(code))
    }
    await arrive(db, [foundPost(saying('Ankea latu'))], { kind: 'own' })
    expect(await reasons()).toEqual(['rule-word'])
    const { public_id, version } = await only()
    await decidePost(desk.deps, act, public_id, { action: 'show', version })
    await decidePost(desk.deps, act, public_id, { action: 'undo', version: 2 })
    expect(await reasons()).toEqual(['rule-word'])
    await arrive(db, [foundPost({ ...saying('Myydään latu'), editedAt: NOW })], { kind: 'own' })
    expect([(await only()).state, await reasons()]).toEqual(['stashed', ['rule-stashed']])
    await db.updateTable('account').set({ kind: 'resident' }).execute()
    await arrive(db, [foundPost({ ...saying('Hyvä latu'), editedAt: NOW })])
    expect([(await only()).state, await reasons()]).toEqual(['new', []])
  })

  it('hide a waiting post that is edited into what they hide, and the same visit again decides nothing', async () => {
    const { db, add, only } = await start()
    await add('hide', { words: ['myydään'] })
    await arrive(db, [foundPost(saying('Kelkka'))])
    for (let twice = 0; twice < 2; twice++) await arrive(db, [foundPost(saying('Myydään kelkka'))])
    expect(await only()).toMatchObject({
      state: 'hidden',
      decisions: [{ action: 'hide', from_state: 'new', version: 2 }],
    })
  })

  it('count an author’s posts by the day of the place', async () => {
    const { db, add } = await start()
    await add('stash', { perDay: 2 })
    // Half past midnight in Kemijärvi is the evening before in UTC.
    const at = [
      '2026-11-23T22:30:00Z',
      '2026-11-24T08:00:00Z',
      '2026-11-24T21:59:00Z',
      '2026-11-24T22:00:00Z',
    ]
    const found = at.map((one, n) => foundPost({ publishedAt: new Date(one) }, n))
    await arrive(db, found.slice(0, 2))
    await arrive(db, found)
    const rows = await db.selectFrom('post').select('state').orderBy('published_at').execute()
    expect(rows.map((row) => row.state)).toEqual(['new', 'new', 'stashed', 'new'])
  })

  it('what is held still waits when its author becomes one of ours', async () => {
    const { desk, db, act, add } = await start()
    await add('hold', { words: ['ankea'] })
    await arrive(db, [foundPost(saying('Ankea hyvä'), 1), foundPost(saying('Hyvä'), 2)])
    const { public_id } = await db.selectFrom('account').select('public_id').executeTakeFirstOrThrow()
    await setAccount(desk.deps, act, public_id, { kind: 'staff', agreement: '', agreed: '', mark: '' })
    const rows = await db.selectFrom('post').select('state').orderBy('id').execute()
    expect(rows.map((row) => row.state)).toEqual(['new', 'shown'])
  })

  it('are tried on the past without a trace, kept as versions, and removed without forgetting anything', async () => {
    const { desk, db, act, only } = await start()
    const { deps } = desk
    await arrive(db, [foundPost(saying('Ankea hyvä latu'))], { kind: 'own' })
    const form = { name: 'Karkea', action: 'hold' as const, conditions: { words: ['ankea'] } }
    const tried = await tryRule(deps, act, form)
    expect(tried).toMatchObject({
      looked: 1,
      matches: [{ because: 'ankea', would: 'new', post: { state: 'shown' } }],
    })
    expect((await only()).decisions).toEqual([])
    await expect(tryRule(deps, act, { ...form, conditions: {} })).rejects.toMatchObject({
      code: 'rule-empty',
    })
    const id = await keepRule(deps, act, form)
    await keepRule(deps, act, { ...form, action: 'hide' }, id)
    await arrive(db, [foundPost(saying('Ankea kylmä'), 2)])
    const find = async () => (await listRules(db, 'kemijarvi')).find((one) => one.public_id === id)
    expect(await find()).toMatchObject({ version: 2, action: 'hide', decided: 1, by: 'Mika Ollila' })
    await setRuleActive(deps, act, id, false)
    await arrive(db, [foundPost(saying('Ankea lämmin'), 3)])
    expect(await find()).toMatchObject({ active: false, decided: 1 })
    await removeRule(deps, act, id)
    expect(await find()).toBeUndefined()
    const kept = await db.selectFrom('decision').select(['action', 'rule_version', 'actor']).execute()
    expect(kept).toEqual([{ action: 'hide', rule_version: 2, actor: 'Karkea' }])
  })
})
