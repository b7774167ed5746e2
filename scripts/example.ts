/**
 * Plays the example kick-off on a running server: `npm run example -- --until collect|decide|statement|signed [--url …]`.
 * Leaves the session to open, and with `signed` its PDF in `data/example.pdf`, where the server makes one.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { playExample, type Stage, stages } from '#server/example/play.ts'

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

const { values } = parseArgs({
  options: { until: { type: 'string', default: 'signed' }, url: { type: 'string' } },
})
const until = stages.find(stage => stage === values.until) as Stage | undefined
if (!until) stop(`--until takes one of ${stages.join(', ')}.`)
const url = values.url ?? process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT || 3000}`
if (!URL.canParse(url)) stop(`--url has the value "${url}", which is no address.`)

const reached = await fetch(new URL('/healthz', url)).catch(() => null)
if (!reached)
  stop(`Nothing answers at ${url}. Start the server first (npm start), or name another with --url.`)

const started = performance.now()
const played = await playExample({ url, until, log: line => console.log(`  ${line}`) }).catch(error =>
  stop(`The example stopped: ${error instanceof Error ? error.message : error}`),
)
console.log(`Played up to "${until}" in ${((performance.now() - started) / 1000).toFixed(1)} s`)
console.log(`  lead:  ${new URL(played.facilitatorLink, url)}`)
console.log(`  join:  ${new URL(played.joinLink, url)} (code ${played.code})`)
if (until === 'signed') {
  const response = await fetch(played.pdfUrl, {
    headers: { authorization: `Bearer ${played.facilitatorToken}` },
  })
  if (response.ok) {
    mkdirSync('data', { recursive: true })
    writeFileSync('data/example.pdf', Buffer.from(await response.arrayBuffer()))
    console.log('  PDF:   data/example.pdf')
  } else {
    console.error(`  PDF:   not to be had, the server answered ${response.status}`)
    process.exitCode = 1
  }
}
