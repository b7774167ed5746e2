#!/usr/bin/env bash
# Starts Mozaïekbord, doing first only what is needed: installing packages, building pages. Data is migrated at the start.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/node_modules/.bin:$PATH" NEXT_TELEMETRY_DISABLED=1

if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  echo 'Installing packages…'
  npm ci --no-audit --no-fund
fi

sources=(app components lib next.config.mjs postcss.config.mjs package-lock.json)
if [ ! -f .next/BUILD_ID ] || [ -n "$(find "${sources[@]}" -newer .next/BUILD_ID -type f -print -quit)" ]; then
  echo 'Building pages…'
  next build
fi

echo 'Starting…'
# Compiled code is kept for the next start. Young objects get little room: edits leave much litter that dies at once, and Node's own
# choice of room for it costs 40 MB.
exec env NODE_COMPILE_CACHE=node_modules/.cache/server node --max-semi-space-size=2 server/main.ts
