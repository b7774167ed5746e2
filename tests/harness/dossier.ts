import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Declaration, sign } from '#lib/domain/signature.ts'
import { firstPlace } from '#lib/domain/signing-place.ts'
import { type BoardSnapshot, snapshotOf } from '#lib/domain/snapshot.ts'
import type { Statement } from '#lib/domain/statement.ts'
import type { Dossier } from '#server/statement/dossier.ts'
import { openSealKey, type SealKey } from '#server/statement/seal-key.ts'

const at = Date.parse('2026-11-24T13:30:00Z')
const session = 'session-0001'
const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  roots: '',
  content: [{ type: 'text' as const, text, marks: [] }],
})

type ConsentedStatement = Extract<Statement, { format: 'mozaiekbord-statement/3' }>

/** A frozen statement, of the first format unless told otherwise, of three partners: one signed, one declined with a reason, one has not answered. */
export async function sampleDossier(change: Partial<ConsentedStatement> = {}): Promise<Dossier> {
  const board: BoardSnapshot = {
    ...{ format: 'mozaiekbord-board/4', previous: null, session, frozenAt: at },
    ...{ notes: [], lines: [], proposals: [], cement: [], replies: [], reactions: [] },
    ...{ breakthroughs: [], results: [] },
  }
  const boardHash = snapshotOf(board).hash
  const statement = {
    ...{ format: 'mozaiekbord-statement/1', session, network: 'Netwerk Één', title: 'Kick-off' },
    ...{ dates: ['2026-11-24'], language: 'nl', version: 1, board: boardHash, frozenAt: at },
    partners: ['Gemeente', 'Corporatie', 'Opvang'].map((name, index) => ({
      id: `partner-${index}`,
      name,
      kind: '',
    })),
    definition: { text: 'Iedereen een eigen voordeur.', ballot: null },
    body: [
      {
        type: 'heading',
        level: 2,
        section: 'opgave',
        content: [{ type: 'text', text: 'Onze opgave', marks: [] }],
      },
      paragraph('Wij beginnen met tien huizen.'),
    ],
    ...change,
  } as Statement
  const statementHash = snapshotOf(statement).hash
  const common = {
    ...{ format: 'mozaiekbord-signature/1' as const, session, statement: statementHash },
    ...{ version: statement.version, signedAt: at },
  }
  const declarations: Declaration[] = [
    {
      ...{ ...common, format: 'mozaiekbord-signature/2', decision: 'signs', partner: 'partner-0' },
      ...{ name: 'Noor Çelik', function: 'Wethouder', place: 'Eemhoven', sentence: 'Ik onderteken.' },
      ...{
        mandate: { kind: 'board', date: '2026-11-03', reference: 'B-14' },
        drawn: 'M20 150L200 40L300 160',
      },
    },
    {
      ...{ ...common, decision: 'declines', partner: 'partner-1', name: 'Bo Dekker', function: 'Bestuurder' },
      reason: 'Onze raad beslist pas in april.',
    },
  ]
  const signatures = await Promise.all(declarations.map(one => sign(one, crypto.subtle)))
  return {
    ...{ format: 'mozaiekbord-dossier/3', statement, statementHash, board, boardHash, signatures },
    signatories: statement.partners.map(firstPlace),
    ...{ session: { phase: 'sign', chosen: null }, people: [], outcomes: [], trail: [] },
  }
}

/** The seal of an installation of its own, which no other test has. */
export async function freshSeal(): Promise<SealKey> {
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-seal-'))
  try {
    return await openSealKey(join(folder, 'seal.json'), 'localhost', new Date())
  } finally {
    rmSync(folder, { recursive: true })
  }
}
