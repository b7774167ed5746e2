import { readSessionFile } from './session-file.ts'
import { answerJobs } from './thread.ts'
import { verifyFile } from './verify.ts'

/** `as`: what is asked of the file, what it is worth or which session is in it. */
export type VerifyJob = {
  as: 'file' | 'session'
  file: Uint8Array
  own: readonly Uint8Array[]
  given: Uint8Array | null
}

answerJobs((job: VerifyJob) => {
  const file = Buffer.from(job.file)
  const own = job.own.map(each => Buffer.from(each))
  if (job.as === 'session') return readSessionFile(file, own)
  return verifyFile(file, { own, given: job.given && Buffer.from(job.given) })
})
