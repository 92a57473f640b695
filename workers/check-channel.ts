// `npm run check-channel`: one real read of a source as it is saved, told in words and kept without anybody's data.
import { createHmac, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BadSettings } from '../config/env.ts'
import { t } from '../config/i18n.ts'
import { listPlaces } from '../db/places.ts'
import { findSource, listSources, type VisitedSource } from '../db/sources.ts'
import { type Command, type CommandDeps, readWords } from '../services/commands/parts.ts'
import { compareForms, type Shape } from '../services/domain/form.ts'
import type { AnyMeter } from '../services/domain/meter.ts'
import { addDays, dayOf } from '../services/domain/quarter.ts'
import { type Dice, scrubText, scrubValue, scrubXml } from '../services/domain/scrub.ts'
import type { AnswerForm, AnyChannel } from '../services/domain/source.ts'
import { Fault } from '../services/errors.ts'
import { makeKeys } from '../services/keys.ts'
import { readSecret } from '../services/start/secret.ts'
import { faultWords } from '../services/visit-words.ts'
import { decodeText } from './channels/decode.ts'
import type { WorkerDeps } from './deps.ts'
import { type Exchange, openRecorder } from './recorder.ts'
import { manySkipped } from './taking.ts'
import { limitVisit, openVisit, type VisitDeps } from './visit.ts'

const USAGE = 'npm run check-channel -- PLACE SOURCE'
const DAYS = { posts: 90, numbers: 7 }
const DAY = 86_400_000

/** The lists of what there is, and the only way out. */
type Outward = Pick<WorkerDeps, 'channels' | 'meters' | 'http'>

export function checkChannel({ channels, meters, http }: Outward): Command {
  return async (deps, words, { cwd, say }) => {
    const source = await readSourceOf(deps, words)
    const adapter = [...channels, ...meters].find((one) => one.name === source.channel)
    const { exchanges, recorded } = openRecorder(http)
    const keys = makeKeys(readSecret(deps.env), deps.env.SECRET_KEY_OLD)
    const worker = { ...deps, keys, channels, meters, http: recorded }
    say(`${source.place_id} ${source.id}: one read of ${adapter?.title ?? source.channel}.`)
    const { came, fault } = await read(worker, source).catch((error) => {
      if (!(error instanceof Fault)) throw error
      return { came: undefined, fault: error }
    })
    for (const { asked, status } of exchanges) say(`  ${asked} ${status ?? 'no answer'}`)
    if (came) say(came)
    for (const line of compareAll(adapter?.forms ?? [], exchanges)) say(line)
    const file = join(cwd, `check-${source.place_id}-${source.id}.json`)
    if (exchanges.length) {
      writeFileSync(file, `${JSON.stringify(fixtureOf(source.channel, exchanges), null, 2)}\n`, {
        mode: 0o600,
      })
      say(`Saved without anybody's words, names, numbers and ids: ${file}`)
    }
    if (!fault) return
    const { kind } = source
    const of = { kind, fault_kind: fault.kind, fault_code: fault.code, fault_values: fault.values }
    const told = faultWords((key, values) => t('en', key, values), of)
    throw new BadSettings([told.what, told.do])
  }
}

async function readSourceOf({ db }: CommandDeps, words: readonly string[]): Promise<VisitedSource> {
  const { alone, complaints } = readWords(words, [])
  const [place, id, ...rest] = alone
  const places = (await listPlaces(db)).map((one) => one.id)
  if (rest.length) complaints.push(`${rest.join(' ')} is too much.`)
  if (!place) complaints.push('Say of which place.')
  else if (!places.includes(place))
    complaints.push(`No place is called ${place}. There is ${places.join(', ')}.`)
  else {
    const sources = (await listSources(db, place)).map((one) => one.id).join(', ') || 'none'
    if (!id) complaints.push(`Say which source: ${sources}.`)
    else if (!(await findSource(db, place, id)))
      complaints.push(`${place} has no source ${id}. There is ${sources}.`)
  }
  const source = place && id && !complaints.length ? await findSource(db, place, id) : undefined
  if (!source) throw new BadSettings([...complaints, `Usage: ${USAGE}`])
  return source
}

type Read = { came: string; fault: Fault | null }

/** As if it were the first visit, so that nothing is left out for being known. */
async function read(
  deps: VisitDeps & Pick<WorkerDeps, 'channels' | 'meters'>,
  known: VisitedSource,
): Promise<Read> {
  const source = { ...known, memory: {} }
  const signal = limitVisit(new AbortController().signal)
  if (source.kind === 'numbers') {
    const to = dayOf(deps.clock(), source.time_zone)
    const { adapter, view, io } = await openVisit<AnyMeter>(deps, deps.meters, source, deps.clock(), signal)
    const { measures, skipped } = await adapter.fetch(view, { from: addDays(to, -DAYS.numbers), to }, io)
    return { came: `${measures.length} numbers of ${DAYS.numbers} days, ${skipped} skipped.`, fault: null }
  }
  const since = new Date(deps.clock().getTime() - DAYS.posts * DAY)
  const { adapter, view, io } = await openVisit<AnyChannel>(deps, deps.channels, source, since, signal)
  const batch = await adapter.fetch(view, io)
  const came = `${batch.posts.length} posts of ${DAYS.posts} days, ${batch.skipped ?? 0} skipped.`
  return { came, fault: batch.fault ?? manySkipped(batch) }
}

/** For each form that was answered: how many things came, which of their fields never did, and which nobody knows. */
function compareAll(forms: readonly AnswerForm[], exchanges: readonly Exchange[]): string[] {
  return forms.flatMap((form) => {
    const fit = exchanges.filter(({ url, body, answer }) => answer && form.answers(url, body))
    const [first] = fit
    const things = fit.flatMap(({ answer }) => (answer ? thingsIn(form, answer) : []))
    if (!first || !things.length) return []
    const shape = z.toJSONSchema(form.shape(first.url), { io: 'input', unrepresentable: 'any' })
    const { missing, unknown } = compareForms(shape as Shape, things)
    return [
      `${form.name}: ${things.length} came.`,
      `  missing fields: ${missing.join(', ') || 'none'}`,
      `  unknown fields: ${unknown.join(', ') || 'none'}`,
    ]
  })
}

/** What cannot be read has been told by the read itself. */
function thingsIn(form: AnswerForm, answer: NonNullable<Exchange['answer']>): unknown[] {
  try {
    return form.things(answer)
  } catch (error) {
    if (error instanceof Fault || error instanceof RangeError) return []
    throw error
  }
}

function fixtureOf(channel: string, exchanges: readonly Exchange[]) {
  // Nobody keeps the key: what was made up cannot be led back.
  const key = randomBytes(32)
  const dice: Dice = (word) => [...createHmac('sha256', key).update(word).digest()]
  return {
    channel,
    exchanges: exchanges.map(({ method, url, status, answer }) => ({
      method,
      asked: [...url.searchParams.keys()],
      status,
      type: answer?.headers['content-type']?.replace(/[^\w/+.;= -]/g, '').slice(0, 80) ?? null,
      body: answer ? scrubBody(answer, dice) : null,
    })),
  }
}

function scrubBody({ bytes, headers }: NonNullable<Exchange['answer']>, dice: Dice): unknown {
  const text = decodeText(bytes, headers['content-type']).trimStart()
  try {
    return scrubValue(JSON.parse(text), dice)
  } catch {
    const xml = /^(?:<\?xml|<rss|<feed|<rdf)/i.test(text)
    return xml ? scrubXml(text, dice) : scrubText(text.slice(0, 2000), dice)
  }
}
