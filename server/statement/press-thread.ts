import { createPress } from './press.ts'
import { answerJobs } from './thread.ts'

answerJobs(createPress())
