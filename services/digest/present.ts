// A digest as JSON: every figure with its name, definition, source and coverage, in the language asked for.
import { type Language, t } from '../../config/i18n.ts'
import type { DigestRow } from '../../db/digests.ts'
import type { Bundle, FigureRecord, Written } from '../domain/digest-model.ts'
import { dataId } from './view.ts'

function presentFigure(record: FigureRecord, methods: Bundle['methods'], language: Language) {
  const method = methods.find((one) => one.id === record.id)
  return {
    ...record,
    name: t(language, `figure.${record.id}.name`),
    definition: t(language, `figure.${record.id}.what`),
    formula: method?.formula ?? null,
    source: method ? t(language, `figure.from.${method.source}`) : null,
    stage: method?.stage ?? null,
  }
}

/** The whole digest; `sha256` is the hash of the figures' canonical JSON, its first twelve letters the data id. */
export function presentDigest(row: DigestRow, written: Written, language: Language) {
  const { texts, format: _, ...people } = written
  const { figures, members, methods, ...rest }: Bundle = JSON.parse(row.bundle)
  const present = (one: FigureRecord) => presentFigure(one, methods, language)
  return {
    id: row.public_id,
    revision: row.revision,
    state: row.state,
    data_id: dataId(row),
    sha256: row.sha256,
    compiled_at: row.compiled_at,
    frozen_at: row.frozen_at,
    published_at: row.published_at,
    ...rest,
    texts,
    written: people,
    written_sha256: row.written_sha256,
    figures: figures.map(present),
    members: members.map((one) => ({ ...one, figures: one.figures.map(present) })),
    methods,
  }
}
