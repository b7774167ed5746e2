#!/usr/bin/env bash
# Has LibreOffice open the DOCX and the ODT of the signed example and set them as PDF. Outside the suite: LibreOffice is large.
#   bash scripts/office-check.sh [folder for what is made]
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/node_modules/.bin:$PATH"
office=$(command -v soffice || command -v libreoffice || true)
if [ -z "$office" ]; then
  echo "LibreOffice is missing: apt-get install libreoffice-writer-nogui"
  exit 1
fi
out=${1:-$(mktemp -d)}
mkdir -p "$out"
node tests/harness/sample-files.ts "$out"
for file in "$out"/*.docx "$out"/*.odt; do
  "$office" --headless -env:UserInstallation="file://$out/profile" --convert-to "pdf:writer_pdf_Export" --outdir "$out/${file##*.}" "$file" >/dev/null
  made="$out/${file##*.}/$(basename "${file%.*}").pdf"
  text=$(pdftotext "$made" -)
  for part in 'Handtekeningen' 'Bijlage: waar elke zin vandaan komt' 'Bijlage: hoe er is gestemd'; do
    [[ $text == *"$part"* ]] || { echo "$file: \"$part\" is missing"; exit 1; }
  done
  echo "$file: opened, $(pdfinfo "$made" | awk '/^Pages/ {print $2}') pages"
done
