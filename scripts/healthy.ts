import { readConfig } from '#server/config.ts'

// Asks the server on this machine whether it is up, for a container's health check: exit code 0 when it is.
const answer = await fetch(`http://127.0.0.1:${readConfig().port}/healthz`).catch(() => null)
process.exitCode = answer?.ok ? 0 : 1
