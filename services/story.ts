// A resident's own story: text, pictures and consent taken in one transaction, waiting for a curator like any other.
import { z } from 'zod'
import { t } from '../config/i18n.ts'
import { appendAudit } from '../db/audit.ts'
import { type NewConsent, saveConsent } from '../db/consents.ts'
import { listMedia } from '../db/descriptions.ts'
import { countHeard } from '../db/heard.ts'
import { makeId } from '../db/ids.ts'
import { keepPicture, lockFile } from '../db/media.ts'
import { type Db, inTransaction } from '../db/open.ts'
import type { FamilyWithTags, findPlace } from '../db/places.ts'
import { findPostsAt } from '../db/removals.ts'
import { findStorySource } from '../db/sources.ts'
import { saveArrivals } from './arrivals.ts'
import type { Deps } from './deps.ts'
import { takeIn } from './domain/intake.ts'
import { canonicalUrl } from './domain/link.ts'
import { addDays, dayOf } from './domain/quarter.ts'
import { Fault, Refusal } from './errors.ts'
import { heardField } from './feedback.ts'
import { useFormKey } from './form-key.ts'
import { randomSecret } from './keys.ts'
import { openLanguages } from './language.ts'
import { type Made, makePicture, writeFiles } from './pictures.ts'

export const STORY_PICTURES = 3
/** Days for which a story may be shown before it is asked about again. */
const HOLDS = 365
/** The words that the form asks with; raised when they change. */
const WORDING = 'story-1'
const TELLER = 'kertoja'

const tick = z.literal('1').optional()
const line = (most: number) => z.string().trim().max(most).default('')

export const storyForm = z.object({
  text: z.string().trim().min(1).max(5_000),
  name: line(80),
  email: z.union([z.literal(''), z.email().max(200)]).default(''),
  families: z.preprocess((one) => [one ?? []].flat(), z.array(z.string().max(40)).max(60)),
  /** Mine to tell, and old enough to allow it. */
  mine: z.literal('1'),
  age: z.literal('1'),
  digest: tick,
  channels: tick,
  print: tick,
  /** About the people in the pictures; needed when there are any. */
  people: tick,
  child: z.enum(['no', 'unrecognisable', 'guardian']).optional(),
  alts: z.array(line(500)).max(STORY_PICTURES),
  heard: heardField,
  /** People do not see this field; what fills it in is a machine. */
  website: z.literal('').default(''),
})
type Form = z.infer<typeof storyForm>
type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>
export type SentPicture = { nth: number; bytes: Uint8Array }

/** Takes a story; answers the address by which its teller can take it back. */
export async function takeStory(
  deps: Deps,
  place: Place,
  families: readonly FamilyWithTags[],
  form: Form,
  sent: readonly SentPicture[],
  formKey: unknown,
): Promise<string> {
  const source = await findStorySource(deps.db, place.id)
  if (!source?.active) throw new Refusal('story-closed', 409)
  if (sent.length && (!form.people || !form.child)) throw new Refusal('story-people', 400)
  if (sent.length && deps.space().low) throw new Refusal('no-space', 503)
  const pictures: { nth: number; made: Made }[] = []
  for (const one of sent) pictures.push({ nth: one.nth, made: await readPicture(one) })
  const at = deps.clock()
  const key = randomSecret()
  const address = `${deps.env.PUBLIC_URL}/kerro/${place.id}?tarina=${key}`
  const context = { channel: 'story', source: { id: source.id, title: null, url: null }, now: at } as const
  const detect = await openLanguages()
  await inTransaction(deps.db, async (trx) => {
    await useFormKey(trx, deps, `story ${place.id}`, formKey)
    await saveArrivals(trx, {
      ...{
        place: place.id,
        channel: 'story',
        source: source.id,
        kind: 'resident',
        sample: false,
        at,
        gone: [],
      },
      posts: [takeIn(foundOf(), { ...context, detect })],
    })
    const [post] = await findPostsAt(trx, [canonicalUrl(address) ?? address], place.id)
    if (!post) throw new Error('a story was not saved')
    await keepPictures(deps, trx, post.id, pictures, at)
    await saveConsent(trx, consentOf(place, form, post.id, at))
    const day = dayOf(at, place.time_zone)
    if (form.heard) await countHeard(trx, { place: place.id, day, form: 'story', answer: form.heard })
    const entry = { place: place.id, at, actor: TELLER, action: 'story-told', object: post.public_id }
    await appendAudit(trx, entry)
  })
  return address

  function foundOf() {
    const chosen = families.filter((one) => form.families.includes(one.id))
    return {
      externalId: `story ${key}`,
      // A card links to where stories are told, and a request for removal knows this one by it.
      url: address,
      // Each story has a teller of its own: nothing ties one to another.
      author: { id: `story ${key}`, name: form.name || null, handle: null, url: null },
      title: null,
      body: { text: form.text },
      tags: chosen.flatMap((one) => one.tags[0]?.as_written ?? []),
      publishedAt: at,
      editedAt: null,
      lang: null,
      media: pictures.map(({ nth, made }) => ({
        kind: 'image' as const,
        // It has been nowhere else: a copy that is let go is gone.
        url: `https://story.invalid/${key}/${nth}`,
        alt: form.alts[nth] || null,
        width: made.width,
        height: made.height,
      })),
      counts: {},
      sensitive: null,
      public: true,
    }
  }
}

function consentOf(place: Place, form: Form, post: number, at: Date): NewConsent {
  return {
    publicId: makeId('c'),
    place: place.id,
    post,
    account: null,
    address: null,
    author: form.name || null,
    scope: {
      wall: true,
      digest: form.digest === '1',
      channels: form.channels === '1',
      print: form.print === '1',
    },
    wording: WORDING,
    evidence: { kind: 'form', ref: [form.name, form.email].filter(Boolean).join(', ') || '/kerro' },
    askedHow: t(place.languages[0] ?? 'fi', 'story.given'),
    child: form.child ?? 'no',
    crop: false,
    until: addDays(dayOf(at, place.time_zone), HOLDS),
    by: TELLER,
    at,
  }
}

/** Made anew without anything that the camera wrote into it. */
async function readPicture({ nth, bytes }: SentPicture): Promise<Made> {
  const values = { n: nth + 1 }
  if (/^ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/.test(Buffer.from(bytes.subarray(4, 12)).toString('latin1')))
    throw new Refusal('story-heic', 400, { values })
  try {
    return await makePicture(bytes)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    if (error.code === 'too-large') throw new Refusal('story-picture-large', 400, { values, cause: error })
    throw new Refusal('story-picture', 400, { values, cause: error })
  }
}

async function keepPictures(
  { env }: Deps,
  trx: Db,
  post: number,
  pictures: readonly { made: Made }[],
  at: Date,
): Promise<void> {
  for (const [nth, row] of (await listMedia(trx, [post])).entries()) {
    const made = pictures[nth]?.made
    if (!made) continue
    const { files, ...picture } = made
    await lockFile(trx, made.sha256)
    // Nobody sees it before a curator has shown the story.
    await keepPicture(trx, row.id, picture, { copy: 'public', until: null, at })
    await writeFiles(env.MEDIA_DIR, files)
  }
}
