// What was promised before and how it went, then what was decided now: what, who and by when.
import { pick, t } from '../../../config/i18n.ts'
import { type ActionRecord, findFigure } from '../../domain/digest-model.ts'
import { Fid, Row, Table, Value, Voice } from '../parts.tsx'
import { sayDay, sayQuarter } from '../say.ts'
import { sayState } from '../say-action.ts'
import type { View } from '../view.ts'
import { PlanActions } from './plan.tsx'

export function Actions({ view }: { view: View }) {
  const { language, written } = view
  const { actions, texts } = written
  return (
    <>
      <Promised view={view} />
      <h3>{t(language, 'digest.actions.now')}</h3>
      {actions.length === 0 ? (
        <p>{t(language, texts.decisions === '-' ? 'digest.nothing-decided' : 'digest.decided.none')}</p>
      ) : (
        <ActionTable view={view} caption={t(language, 'digest.actions.now')} titled rows={actions} />
      )}
      {texts.decisions !== '-' && <Voice view={view} section="decisions" />}
    </>
  )
}

/** Of the short report, whose page one has already told what was decided, by whom and by when. */
export function ActionsBesideFront({ view }: { view: View }) {
  return (
    <>
      <Promised view={view} />
      {view.written.texts.decisions !== '-' && <Voice view={view} section="decisions" />}
    </>
  )
}

function Promised({ view }: { view: View }) {
  const { language, written, bundle } = view
  const due = findFigure(bundle, 'F27')
  const { promises } = written
  return (
    <>
      <h3>{t(language, 'digest.actions.earlier')}</h3>
      {promises.length === 0 ? (
        <p>{t(language, 'digest.actions.no-earlier')}</p>
      ) : (
        <ActionTable
          view={view}
          caption={t(language, 'digest.actions.earlier')}
          titled
          rows={promises}
          told
        />
      )}
      {due && due.reason !== 'not-started' && (
        <p>
          {t(language, 'digest.actions.due')} <Value record={due} language={language} />{' '}
          <Fid id="F27" language={language} />
        </p>
      )}
      <PlanActions view={view} />
    </>
  )
}

type Props = {
  view: View
  caption: string
  titled?: boolean
  rows: readonly ActionRecord[]
  /** With how far they are. */
  told?: boolean
}

export function ActionTable({ view, caption, titled = false, rows, told = false }: Props) {
  const { language } = view
  const [who = '', by = '', state = ''] = (['who', 'by', 'state'] as const).map((one) =>
    t(language, `digest.actions.${one}`),
  )
  return (
    <Table
      caption={caption}
      titled={titled}
      head={[
        { label: t(language, 'digest.actions.what') },
        { label: who },
        { label: by },
        ...(told ? [{ label: state }] : []),
      ]}
    >
      {rows.map((one) => (
        <Row
          label={<span dir="auto">{one.what}</span>}
          sub={told ? sayQuarter(language, one.quarter) : undefined}
        >
          <td data-l={who}>{sayWho(view, one)}</td>
          <td data-l={by}>
            {one.due ? sayDay(language, one.due, true) : t(language, 'digest.actions.no-day')}
          </td>
          {told && (
            <td data-l={state}>
              {sayState(view, one)}
              {one.result && <span class="sub">{one.result}</span>}
            </td>
          )}
        </Row>
      ))}
    </Table>
  )
}

/** The owner, and the service area when that says more. */
export function sayWho(view: View, { who, area }: Pick<ActionRecord, 'who' | 'area'>): string {
  const found = view.written.areas.find((one) => one.id === area)
  const label = found && pick(found.label, view.language, view.bundle.place.languages[0])
  return !label || label === who ? who : `${who}, ${label}`
}
