// A study as somebody would bring it: what it found, and a small PDF made here.
import { takeStudy } from '../../services/studies.ts'
import type { WorkerDeps } from '../../workers/deps.ts'
import { TEAM } from './team.ts'

const lines = [
  'Miksi Lapista muutetaan pois, ja mikä saa palaamaan? (Esimerkki)',
  'Kysely 214 lähteneelle, haastattelut 18 palanneelle.',
  'Työ ja palvelut ratkaisevat lähdön. Luonto ja läheiset saavat palaamaan.',
  'Useimmat kuulivat avoimista paikoista tuttavalta, eivät kunnalta.',
]

export async function bringStudy(
  deps: WorkerDeps,
  place: Parameters<typeof takeStudy>[1]['place'],
  day: string,
) {
  const act = { place, name: TEAM.curator, person: null, language: 'fi' as const }
  const study = {
    ...{ title: 'Miksi Lapista muutetaan pois (esimerkki)', maker: 'Maakunnan tutkimusryhmä', day },
    ...{ language: 'fi' as const, summary: lines[1] as string, findings: lines.slice(2) },
  }
  await takeStudy(deps, act, study, { name: 'lahtomuutto-esimerkki.pdf', bytes: paper() }, true)
}

/** One page of text; the letters of Finnish are those of Windows-1252. */
function paper(): Uint8Array {
  const text = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj 0 -22 Td`).join(' ')
  const stream = `BT /F1 12 Tf 60 760 Td ${text} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, nth) => {
    const at = body.length
    body += `${nth + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const end = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(`${body}${table}${end}`, 'latin1')
}
