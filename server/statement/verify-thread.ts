import { answerJobs } from './thread.ts'
import { verifyFile } from './verify.ts'

answerJobs(({ file, certificate }: { file: Uint8Array; certificate: Uint8Array }) =>
  verifyFile(Buffer.from(file), Buffer.from(certificate)),
)
