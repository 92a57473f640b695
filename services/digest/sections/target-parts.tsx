// Targets by who answers for which part: one row each in an order that a person gave, a total only where all are known.
import { type Language, t } from '../../../config/i18n.ts'
import { namesOf, type PartRecord, sumParts, type TargetRecord } from '../../domain/target-record.ts'
import { Row, Table } from '../parts.tsx'
import { sayNumber } from '../say.ts'

export function TargetParts({ targets, language }: { targets: readonly TargetRecord[]; language: Language }) {
  const parted = targets.filter((one) => one.parts?.length)
  if (!parted.length) return null
  return (
    <Table
      caption={t(language, 'digest.parts.caption')}
      head={[
        { label: t(language, 'digest.parts.who') },
        ...parted.map(({ label }) => ({ label, num: true })),
      ]}
      note={t(language, 'digest.parts.note')}
    >
      {namesOf(parted).map((name) => (
        <Row label={name}>
          {parted.map(({ label, parts = [] }) => (
            <td class="num" data-l={label}>
              {sayPart(
                language,
                parts.find((part) => part.label === name),
              )}
            </td>
          ))}
        </Row>
      ))}
      <tr class="total">
        <th scope="row">{t(language, 'digest.parts.total')}</th>
        {parted.map(({ label, parts = [] }) => (
          <td class="num main-num" data-l={label}>
            {sayTotal(language, parts)}
          </td>
        ))}
      </tr>
    </Table>
  )
}

/** `28/25`; nothing for whoever has no part in it. */
export function sayPart(language: Language, part: PartRecord | undefined): string {
  if (!part) return '–'
  const actual =
    part.actual === null ? t(language, 'digest.targets.unknown') : sayNumber(language, part.actual)
  return `${actual}/${sayNumber(language, part.aim)}`
}

/** `198/150`; while something is not known, of how many it is. */
export function sayTotal(language: Language, parts: readonly PartRecord[]): string {
  const { aim, actual, known } = sumParts(parts)
  return actual === null
    ? t(language, 'digest.parts.lacking', { known, of: parts.length })
    : `${sayNumber(language, actual)}/${sayNumber(language, aim)}`
}
