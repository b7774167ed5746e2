import { answerJobs } from './thread.ts'
import { createTypst, type Manuscript } from './typst.ts'

let typeset: ReturnType<typeof createTypst> | undefined
answerJobs((manuscript: Manuscript) => {
  typeset ??= createTypst()
  return typeset(manuscript)
})
