import { selfSigned } from './certificate.ts'
import { answerJobs } from './thread.ts'

answerJobs(({ host, now }: CertificateJob) => selfSigned(host, now))

export type CertificateJob = { host: string; now: Date }
