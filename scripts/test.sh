#!/usr/bin/env bash
# From a fresh clone to all tests passed: installs what is missing, then runs every suite and sums them up.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  echo "Installing packages (npm may warn about the engine of its own Node; tests run on the Node in node_modules) …"
  npm ci --no-audit --no-fund
fi
export PATH="$PWD/node_modules/.bin:$PATH"
exec node scripts/test.ts
