import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { boardFiles, statementFiles } from '#lib/protocol/files.ts'
import { playExample } from '#server/example/play.ts'
import { startServer } from '#tests/harness/server.ts'

// Plays the example to its end on a server of its own and writes every file that can be taken along: node tests/harness/sample-files.ts <folder>
const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Name the folder to write in.')
const data = mkdtempSync(join(tmpdir(), 'mozaiekbord-files-'))
const server = await startServer(data)
try {
  const { session, facilitatorToken } = await playExample({ url: server.url, until: 'signed' })
  const headers = { authorization: `Bearer ${facilitatorToken}` }
  for (const path of [...statementFiles.map(ending => `export.${ending}`), ...boardFiles]) {
    const response = await fetch(`${server.url}/api/sessions/${session}/${path}`, { headers })
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? path
    writeFileSync(join(folder, name), Buffer.from(await response.arrayBuffer()))
    process.stdout.write(`${join(folder, name)}\n`)
  }
} finally {
  await server.remove()
  rmSync(data, { recursive: true })
}
