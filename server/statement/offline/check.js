// Checks the JSON of a statement in this page alone: nothing is fetched, nothing is sent. Written apart from the program that made the
// file, after RFC 8785 (canonical JSON), FIPS 180-4 (SHA-256) and FIPS 186-5 (ECDSA over P-256), so that it is a second opinion.
;(() => {
  const language = document.documentElement.lang === 'en' ? 'en' : 'nl'
  const texts = JSON.parse(document.getElementById('texts').textContent)[language]
  const t = (key, ...values) =>
    values.reduce((text, value, index) => text.replace(`{${index}}`, value), texts[key])
  for (const place of document.querySelectorAll('[data-text]')) place.textContent = t(place.dataset.text)
  document.title = t('title')

  const canonical = value => {
    if (value === null || typeof value !== 'object') return JSON.stringify(value)
    if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
    const keys = Object.keys(value).sort()
    return `{${keys.map(key => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
  }
  const utf8 = text => new TextEncoder().encode(text)
  const toHex = bytes => [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('')
  const fromHex = hex => Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
  const sha256 = async bytes => toHex(await crypto.subtle.digest('SHA-256', bytes))
  const hashOf = value => sha256(utf8(canonical(value)))
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const holds = async (kind, format, publicKey, signature, bytes) => {
    try {
      const key = await crypto.subtle.importKey(format, publicKey, kind, false, ['verify'])
      return await crypto.subtle.verify({ hash: 'SHA-256', ...kind }, key, fromHex(signature), bytes)
    } catch {
      return false
    }
  }
  const signed = (point, signature, bytes) => holds(curve, 'raw', fromHex(point), signature, bytes)

  /** The elements of ASN.1 (DER) in these bytes, each with its bytes as a whole and without tag and length. */
  const elementsOf = bytes => {
    const found = []
    for (let at = 0; at < bytes.length; ) {
      const long = bytes[at + 1] >= 0x80 ? bytes[at + 1] - 0x80 : 0
      const size = long
        ? bytes.slice(at + 2, at + 2 + long).reduce((sum, byte) => sum * 256 + byte, 0)
        : bytes[at + 1]
      const start = at + 2 + long
      found.push({
        tag: bytes[at],
        whole: bytes.slice(at, start + size),
        inner: bytes.slice(start, start + size),
      })
      at = start + size
    }
    return found
  }
  /** The public key in a certificate (RFC 5280): after version, serial number, algorithm, issuer, validity and subject. */
  const keyIn = certificate => {
    const [body] = elementsOf(elementsOf(fromHex(certificate))[0].inner)
    const fields = elementsOf(body.inner)
    return fields[fields[0].tag === 0xa0 ? 6 : 5].whole
  }
  const sealHolds = async ({ certificate, signature }, bytes) => {
    try {
      const key = keyIn(certificate)
      return (
        (await holds(curve, 'spki', key, signature, bytes)) ||
        (await holds(rsa, 'spki', key, signature, bytes))
      )
    } catch {
      return false
    }
  }

  /** The place of the first event that does not follow from the one before it. */
  const brokenAt = async trail => {
    let former = { sequence: 0, hash: '' }
    for (const entry of trail) {
      const { sequence, hash, ...event } = entry
      if (sequence !== former.sequence + 1) return sequence
      if ('type' in event && (await sha256(utf8(`${former.hash}\n${canonical(event)}`))) !== hash)
        return sequence
      former = entry
    }
    return null
  }

  const checks = async (text, dossier) => {
    const { statement, board, seal, trail } = dossier
    const found = []
    const add = (ok, key, ...values) => found.push({ ok, text: t(key, ...values) })
    add(canonical(dossier) === text, 'canonical')
    add((await hashOf(statement)) === dossier.statementHash, 'statementHash')
    add((await hashOf(board)) === dossier.boardHash && statement.board === dossier.boardHash, 'boardHash')
    const { seal: _, ...rest } = dossier
    const sealed = utf8(canonical({ ...rest, seal: { certificate: seal.certificate } }))
    add(await sealHolds(seal, sealed), 'seal')
    add(placesFit(dossier), 'places')
    if (trail) {
      const place = await brokenAt(trail)
      if (place === null) add(true, 'trail')
      else add(false, 'trailBroken', place)
    }
    return found
  }

  /** Where people sign for partners; before there could be several, each partner had one place, with its own id. */
  const placesIn = ({ statement, signatories }) =>
    signatories ?? statement.partners.map(({ id }) => ({ id, partner: id }))

  /** Each partner has a place, each place is a partner's, and the trail tells of those that were added and taken away. */
  const placesFit = dossier => {
    const places = placesIn(dossier)
    const partners = dossier.statement.partners.map(({ id }) => id)
    const told = new Set(partners)
    for (const { type, detail } of dossier.trail ?? []) {
      if (type === 'addSignatory') told.add(detail.signatory)
      if (type === 'removeSignatory') told.delete(detail.signatory)
    }
    return (
      told.size === places.length &&
      new Set(places.map(({ id }) => id)).size === places.length &&
      places.every(({ id, partner }) => told.has(id) && partners.includes(partner)) &&
      partners.every(id => places.some(({ partner }) => partner === id))
    )
  }

  const judged = async dossier => {
    const { statement, statementHash, signatures } = dossier
    const names = new Map(statement.partners.map(({ id, name }) => [id, name]))
    const partnerAt = new Map(placesIn(dossier).map(({ id, partner }) => [id, partner]))
    // What stands at each place: declared last and not taken back, with its hash.
    const stands = new Map()
    // What was taken back does not come back as it was: anybody who has the file could send it in again.
    const declared = new Set()
    const rows = []
    for (const each of signatures) {
      const { declaration, publicKey, signature } = each
      const place = declaration.signatory ?? declaration.partner
      const before = stands.get(place)?.hash
      const withdraws = declaration.decision === 'withdraws'
      const said = canonical(declaration)
      const anew = !declared.has(said)
      declared.add(said)
      const follows =
        anew && (withdraws ? before !== undefined && declaration.of === before : before === undefined)
      stands.set(place, { decision: declaration.decision, hash: withdraws ? undefined : await hashOf(each) })
      const fits =
        follows &&
        declaration.statement === statementHash &&
        declaration.version === statement.version &&
        declaration.session === statement.session &&
        partnerAt.get(place) === declaration.partner
      const ok = fits && (await signed(publicKey, signature, utf8(said)))
      const day = new Date(declaration.signedAt).toLocaleDateString(language, { dateStyle: 'long' })
      const key = (await sha256(fromHex(publicKey))).slice(0, 16).match(/.{4}/g).join(' ')
      const partner = names.get(declaration.partner) ?? declaration.partner
      rows.push({
        ok,
        partner,
        name: `${declaration.name}, ${declaration.function}`,
        decision: t(declaration.decision),
        day,
        key,
      })
    }
    const standing = statement.partners.map(({ id, name }) => {
      const places = placesIn(dossier).filter(({ partner }) => partner === id)
      const signed = places.filter(place => stands.get(place.id)?.decision === 'signs').length
      return `${name}: ${t('signedOf', signed, places.length)}`
    })
    return { rows, standing }
  }

  const out = document.getElementById('out')
  const make = (name, text, className) => {
    const element = document.createElement(name)
    if (text !== undefined) element.textContent = text
    if (className) element.className = className
    return element
  }
  const mark = (ok, yes, no) => make('strong', ok ? `✓ ${t(yes)}` : `✗ ${t(no)}`, ok ? 'good' : 'bad')

  const tell = (name, ok, explain) => {
    const heading = make('h2', ok ? t('whole') : t('changed'), ok ? 'good' : 'bad')
    heading.tabIndex = -1
    out.replaceChildren(heading, make('p', explain), make('p', `${t('file')} ${name}`, 'quiet'))
    heading.focus()
  }

  const show = (name, dossier, found, { rows, standing }, fingerprint) => {
    tell(
      name,
      [...found, ...rows].every(({ ok }) => ok),
      [...found, ...rows].every(({ ok }) => ok) ? t('wholeText') : t('changedText'),
    )
    const { statement, statementHash } = dossier
    const facts = make('dl')
    const fact = (label, value) => facts.append(make('dt', label), make('dd', value))
    fact(t('network'), statement.network)
    fact(
      t('version'),
      `${statement.version}, ${new Date(statement.frozenAt).toLocaleDateString(language, { dateStyle: 'long' })}`,
    )
    fact(t('hash'), statementHash)
    fact(t('fingerprint'), fingerprint)
    const list = make('ul')
    for (const { ok, text } of found) {
      const item = make('li', `${text} `)
      item.append(mark(ok, 'yes', 'no'))
      list.append(item)
    }
    out.append(make('h3', t('checked')), list, make('h3', t('statement')), facts)
    const stand = make('ul')
    stand.append(...standing.map(line => make('li', line)))
    out.append(make('h3', t('standing')), stand)
    if (rows.length > 0) out.append(make('h3', t('signatures')), table(rows))
  }

  const table = rows => {
    const whole = make('table')
    const head = make('tr')
    for (const key of ['partner', 'who', 'decision', 'key', 'signature']) {
      const cell = make('th', t(key))
      cell.scope = 'col'
      head.append(cell)
    }
    whole.append(head)
    for (const { ok, partner, name, decision, day, key } of rows) {
      const row = make('tr')
      const holds = make('td')
      holds.append(mark(ok, 'good', 'bad'))
      row.append(
        make('th', partner),
        make('td', name),
        make('td', `${decision} (${day})`),
        make('td', key),
        holds,
      )
      row.firstChild.scope = 'row'
      whole.append(row)
    }
    const scrolls = make('div', undefined, 'scrolls')
    scrolls.tabIndex = 0
    scrolls.append(whole)
    return scrolls
  }

  const look = async file => {
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer())
      const dossier = JSON.parse(text)
      if (!/^mozaiekbord-dossier\/[123]$/.test(dossier.format)) throw new TypeError('not a dossier')
      const [found, { rows, standing }] = [await checks(text, dossier), await judged(dossier)]
      const fingerprint = (await sha256(fromHex(dossier.seal.certificate))).match(/.{4}/g).join(' ')
      show(file.name, dossier, found, { rows, standing }, fingerprint)
    } catch {
      tell(file.name, false, t('unreadable'))
    }
  }
  const input = document.getElementById('file')
  input.addEventListener('change', () => {
    const [file] = input.files
    input.value = ''
    if (file) void look(file)
  })
  const zone = document.body
  zone.addEventListener('dragover', event => event.preventDefault())
  zone.addEventListener('drop', event => {
    event.preventDefault()
    const [file] = event.dataTransfer.files
    if (file) void look(file)
  })
  if (!globalThis.crypto?.subtle) out.replaceChildren(make('p', t('tooOld'), 'bad'))
})()
