import { answerJobs } from './thread.ts'
import { verifyFile } from './verify.ts'

export type VerifyJob = { file: Uint8Array; own: readonly Uint8Array[]; given: Uint8Array | null }

answerJobs(({ file, own, given }: VerifyJob) =>
  verifyFile(Buffer.from(file), {
    own: own.map(each => Buffer.from(each)),
    given: given && Buffer.from(given),
  }),
)
