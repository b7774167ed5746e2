import { ok, type Result, refused } from '#lib/result.ts'
import { currentOf, isOfOneSession, sealedDossierSchema } from './dossier.ts'
import { verifyFile } from './verify.ts'

/** Whether this installation sealed the file; or why its session can't be brought back. */
export type SessionFile = Result<{ ours: boolean }, 'no-dossier' | 'file-changed' | 'no-session'>

/** Whether a file is whole and could have come from a session, whoever sealed it: all that is asked of it before it is brought back. */
export async function judgeSession(file: Buffer, own: readonly Buffer[]): Promise<SessionFile> {
  const { kind, verdict, checks } = await verifyFile(file, { own, given: null })
  if (kind !== 'json' || verdict === 'unreadable') return refused('no-dossier')
  const broken = checks.some(({ id, passed }) => !passed && id !== 'installation')
  if (broken || verdict === 'changed') return refused('file-changed')
  const dossier = currentOf(sealedDossierSchema.parse(JSON.parse(file.toString('utf8'))))
  return isOfOneSession(dossier) ? ok({ ours: verdict === 'intact' }) : refused('no-session')
}
