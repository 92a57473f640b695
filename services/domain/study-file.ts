// Files of studies: which kinds are taken, told by their first bytes, and under which type they are given out.

export const studyTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
} as const
export type StudyType = keyof typeof studyTypes

export const MOST_STUDY_BYTES = 20 * 1024 * 1024

/** The kind of a file by its name and its first bytes, which have to agree; undefined for all else. */
export function studyTypeOf(name: string, bytes: Uint8Array): StudyType | undefined {
  const ending = /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase()
  const type = (Object.keys(studyTypes) as StudyType[]).find((one) => one === ending)
  const head = String.fromCharCode(...bytes.subarray(0, 5))
  const fits = type === 'pdf' ? head === '%PDF-' : head.startsWith('PK\u0003\u0004')
  return type && fits ? type : undefined
}
