/** Words that may stand in a path. All else in one is an id, a code, a link or made up by who asked, and is told to nobody. */
const words: ReadonlySet<string> = new Set(
  [
    'api sessions join look lead view former audit comments snapshots mine commands sign opened verify beginning example',
    'bring-back create-key sign-in back leave board statement facilitate projector cards healthz readyz metrics',
    'digest.txt digest.pdf export.pdf export.json certificate.pem page-worker.js _next static icon.svg sync',
  ].flatMap(line => line.split(' ')),
)

/** Which kind of place a path is, with a star for each part that is no word of ours: `/api/sign/*`. */
export function routeOf(url: string | undefined): string {
  const [, ...parts] = (url ?? '/').split('?')[0]?.split('/') ?? []
  const shown = parts.slice(0, 6).map(part => (part === '' || words.has(part) ? part : '*'))
  // Files of the pages are many, and one kind.
  return shown[0] === '_next' ? '/_next/*' : `/${shown.join('/')}`
}
