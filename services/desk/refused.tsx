// A refusal in words, as the desk's pages put it beside what was tried.
import { isKey, type Language, t } from '../../config/i18n.ts'
import type { Refusal } from '../errors.ts'

/** Title and what to do, in the reader's language. */
export function refusalWords(language: Language, refusal: Refusal): { title: string; children: string } {
  const read = (key: string) => (isKey(key) ? t(language, key, refusal.values) : '')
  const detail = read(`error.${refusal.code}.detail`)
  const complaints = refusal.complaints.map((one) => one.message).join(' · ')
  return {
    title: `${read(`error.${refusal.code}`)}.`,
    children: [detail, complaints].filter(Boolean).join(' '),
  }
}

/** Of a form of many fields: what is wrong with which of them, or else what to do. */
export function fieldWords(language: Language, refusal: Refusal): { title: string; children: string } {
  const { title, children } = refusalWords(language, refusal)
  const complaints = refusal.complaints.map((one) => `${one.path} ${one.message}`).join(' · ')
  return { title, children: complaints || children }
}
