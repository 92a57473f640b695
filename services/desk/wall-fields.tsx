// The fields of a wall's form: title, what it shows, its lead, who decides, and the next steps under it.
import { type Key, pick, t } from '../../config/i18n.ts'
import { type ChannelName, channels, type Label, languages } from '../../config/place.ts'
import type { FamilyWithTags } from '../../db/places.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form, Ticks } from './parts.tsx'

/** A wall as it stands in the form: numbers as typed, nothing judged. */
export type WallDraft = {
  id: string
  label: Label
  families: readonly string[]
  channels: readonly string[]
  show: string
  lead: { families: readonly string[]; count: string }
  moderation: string
  actions: readonly { id: string; label: Label; url: string }[]
}

/** As many as a wall may have. */
export const MOST_ACTIONS = 6

type FormProps = { c: DeskContext; wall: WallDraft; families: readonly FamilyWithTags[]; isNew: boolean }

export function WallForm({ c, wall, families, isNew }: FormProps) {
  const { language, place } = c.var
  const own = isNew ? 'new' : wall.id
  const named = families.map((one) => [one.id, pick(one.label, language, place.languages[0])] as const)
  const inChannels = channels.map((one) => [one, channelWords(c, one)] as const)
  return (
    <Form c={c} action={deskPath(c, '/walls')} class="settings">
      {isNew ? (
        <>
          <input type="hidden" name="is" value="new" />
          <Field id="new-id" label={t(language, 'families.id')} hint={t(language, 'walls.id.hint')}>
            <input
              id="new-id"
              name="id"
              type="text"
              required
              value={wall.id}
              aria-describedby="new-id-hint"
            />
          </Field>
        </>
      ) : (
        <input type="hidden" name="id" value={wall.id} />
      )}
      <Labels c={c} id={own} name="label" word="walls.label" label={wall.label} />
      <TickSet
        legend={t(language, 'walls.families')}
        hint={t(language, 'walls.families.hint')}
        name="families"
        options={named}
        chosen={wall.families}
      />
      <TickSet
        legend={t(language, 'walls.channels')}
        hint={t(language, 'walls.families.hint')}
        name="channels"
        options={inChannels}
        chosen={wall.channels}
      />
      <Count id={`${own}-show`} name="show" label={t(language, 'walls.show')} most={50} value={wall.show} />
      <TickSet
        legend={t(language, 'walls.lead')}
        hint={t(language, 'walls.lead.hint')}
        name="lead"
        options={named}
        chosen={wall.lead.families}
      />
      <Count
        id={`${own}-count`}
        name="count"
        label={t(language, 'walls.lead.count')}
        most={6}
        value={wall.lead.count}
      />
      <fieldset>
        <legend class="label">{t(language, 'walls.moderation')}</legend>
        <Ticks
          one
          name="moderation"
          options={(['review', 'open'] as const).map((one) => [
            one,
            <span>
              {t(language, `walls.moderation.${one}`)}{' '}
              <span class="hint">{t(language, `walls.moderation.${one}.text`)}</span>
            </span>,
          ])}
          chosen={[wall.moderation]}
        />
      </fieldset>
      <Actions c={c} own={own} actions={wall.actions} />
      <p class="acts">
        <button type="submit" class="button main">
          {t(language, isNew ? 'walls.add' : 'desk.save')}
        </button>
        {!isNew && <Ways c={c} id={wall.id} name={pick(wall.label, language, place.languages[0])} />}
      </p>
    </Form>
  )
}

/** Two channels are called a website elsewhere; who chooses between them needs to know which is which. */
function channelWords({ var: { language } }: DeskContext, channel: ChannelName): string {
  const plain = t(language, `channel.${channel}`)
  const words = plain.charAt(0).toLocaleUpperCase(language) + plain.slice(1)
  if (channel === 'feed') return t(language, 'walls.channel.feed', { channel: words })
  return channel === 'wordpress' ? `${words} (WordPress)` : words
}

/** Where the wall can be seen, how it is put on a page, and the way to remove it. */
function Ways({ c, id, name }: { c: DeskContext; id: string; name: string }) {
  const { language, place } = c.var
  const of = <span class="vh">: {name}</span>
  return (
    <>
      <a class="button plain" href={`/walls/${place.id}/${id}`}>
        {t(language, 'embed.preview')}
        {of}
      </a>
      <a class="button plain" href={deskPath(c, `/embed#wall-${id}`)}>
        {t(language, 'walls.embed')}
        {of}
      </a>
      <a class="button plain" href={deskPath(c, `/walls/${id}/remove`)}>
        {t(language, 'walls.remove')}
        {of}
      </a>
    </>
  )
}

type LabelsProps = {
  c: DeskContext
  id: string
  name: string
  word: 'walls.label' | 'walls.action.label'
  label: Label
}

function Labels({ c, id, name, word, label }: LabelsProps) {
  const { language } = c.var
  return (
    <div class="pair">
      {languages.map((lang) => (
        <Field
          id={`${id}-${name}-${lang}`}
          label={t(language, word, { language: t(language, `lang.in.${lang}`) })}
        >
          <input
            id={`${id}-${name}-${lang}`}
            name={`${name}_${lang}`}
            type="text"
            lang={lang}
            maxlength={200}
            value={label[lang] ?? ''}
          />
        </Field>
      ))}
    </div>
  )
}

type TicksProps = {
  legend: string
  hint: string
  name: string
  options: readonly (readonly [string, string])[]
  chosen: readonly string[]
}

function TickSet({ legend, hint, name, options, chosen }: TicksProps) {
  if (!options.length) return null
  return (
    <fieldset>
      <legend class="label">{legend}</legend>
      <p class="hint">{hint}</p>
      <div class="ticks">
        <Ticks name={name} options={options} chosen={chosen} />
      </div>
    </fieldset>
  )
}

type CountProps = { id: string; name: string; label: string; most: number; value: string }

function Count({ id, name, label, most, value }: CountProps) {
  return (
    <Field id={id} label={label}>
      <input id={id} name={name} type="number" min={1} max={most} required value={value} />
    </Field>
  )
}

type ActionsProps = { c: DeskContext; own: string; actions: WallDraft['actions'] }

/** The steps there are, and an empty one as long as there is room. */
function Actions({ c, own, actions }: ActionsProps) {
  const { language } = c.var
  const rows = actions.length < MOST_ACTIONS ? [...actions, { id: '', label: {}, url: '' }] : actions
  const field = (nth: number, name: 'id' | 'url', word: Key, value: string) => (
    <Field id={`${own}-action-${nth}-${name}`} label={t(language, word)}>
      <input
        id={`${own}-action-${nth}-${name}`}
        name={`action_${nth}_${name}`}
        type={name === 'url' ? 'url' : 'text'}
        value={value}
      />
    </Field>
  )
  return (
    <div class="next-steps">
      <h2>{t(language, 'walls.actions')}</h2>
      <p class="hint">{t(language, 'walls.actions.hint')}</p>
      {rows.map((one, nth) => (
        <fieldset>
          <legend class="label">
            {t(language, nth < actions.length ? 'walls.action.nth' : 'walls.action.new', { n: nth + 1 })}
          </legend>
          <Labels c={c} id={own} name={`action_${nth}`} word="walls.action.label" label={one.label} />
          <div class="pair">
            {field(nth, 'url', 'walls.action.url', one.url)}
            {field(nth, 'id', 'walls.action.id', one.id)}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
