import { createHash, X509Certificate } from 'node:crypto'
import { der, type Element, elementAt, elementsOf, oid, tags } from './der.ts'

const ids = {
  data: oid('1.2.840.113549.1.7.1'),
  signedData: oid('1.2.840.113549.1.7.2'),
  contentType: oid('1.2.840.113549.1.9.3'),
  messageDigest: oid('1.2.840.113549.1.9.4'),
  signingCertificateV2: oid('1.2.840.113549.1.9.16.2.47'),
  sha256: oid('2.16.840.1.101.3.4.2.1'),
  ecdsaWithSha256: oid('1.2.840.10045.4.3.2'),
  rsaWithSha256: oid('1.2.840.113549.1.1.11'),
}
const version1 = der(tags.integer, Buffer.from([1]))
const attribute = (id: Buffer, value: Buffer): Buffer => der(tags.sequence, id, der(tags.set, value))

/**
 * What a seal's signature is over: a SET of the attributes of PAdES baseline-B (ETSI EN 319 142-1), in DER's order. `digest` is
 * SHA-256 of the sealed bytes. The time is the PDF's own (/M), as that standard asks. The certificates above are named too: no digest reaches
 * where they stand, and yet no byte of them can be another.
 */
export function signedAttributes({ certificate, chain }: Certificates, digest: Uint8Array): Buffer {
  // ESSCertIDv2 (RFC 5035): SHA-256 is the default algorithm, so DER leaves it out.
  const named = [certificate, ...chain].map(each =>
    der(tags.sequence, der(tags.octets, createHash('sha256').update(each).digest())),
  )
  const signingCertificate = der(tags.sequence, der(tags.sequence, ...named))
  return der(
    tags.set,
    attribute(ids.contentType, ids.data),
    attribute(ids.messageDigest, der(tags.octets, digest)),
    attribute(ids.signingCertificateV2, signingCertificate),
  )
}

/** Issuer and serial number, by which CMS names a certificate. */
function issuerAndSerial(certificate: Buffer): Buffer {
  const [body] = elementsOf(elementAt(certificate, 0).content)
  const [, serial, , issuer] = elementsOf((body as Element).content)
  return der(tags.sequence, (issuer as Element).whole, (serial as Element).whole)
}

/** How the key of a certificate signs: ECDSA, or RSA with PKCS #1 v1.5 (RFC 4055 writes that with NULL). */
function algorithmOf(certificate: Buffer): Buffer {
  const { asymmetricKeyType } = new X509Certificate(certificate).publicKey
  return asymmetricKeyType === 'rsa'
    ? der(tags.sequence, ids.rsaWithSha256, der(tags.null))
    : der(tags.sequence, ids.ecdsaWithSha256)
}

/**
 * A detached CMS SignedData (RFC 5652) of one signer. The same parts give the same bytes, so that a reader can make it again
 * and compare: nothing in it can be another and pass. `signature` is ECDSA's in DER, or RSA's. `chain`: the certificates above the signer's.
 */
export function encodeSignedData(
  { certificate, chain }: Certificates,
  digest: Uint8Array,
  signature: Uint8Array,
): Buffer {
  const sha256 = der(tags.sequence, ids.sha256)
  // Within the signer's info the SET is implicit: same content, another tag.
  const attributes = elementAt(signedAttributes({ certificate, chain }, digest), 0).content
  const signer = der(
    tags.sequence,
    version1,
    issuerAndSerial(certificate),
    sha256,
    der(tags.context0, attributes),
    algorithmOf(certificate),
    der(tags.octets, signature),
  )
  const signedData = der(
    tags.sequence,
    version1,
    der(tags.set, sha256),
    der(tags.sequence, ids.data),
    der(tags.context0, certificate, ...chain),
    der(tags.set, signer),
  )
  return der(tags.sequence, ids.signedData, der(tags.context0, signedData))
}

export type Certificates = { certificate: Buffer; chain: readonly Buffer[] }
export type SignedData = Certificates & { signature: Buffer }

/** Reads what `encodeSignedData` wrote; what follows it is not looked at. Throws when it has another shape. */
export function readSignedData(bytes: Buffer): SignedData & { whole: Buffer } {
  const { whole, content } = elementAt(bytes, 0)
  const wrapped = elementsOf(content)[1]
  const [, , , certificates, signers] = elementsOf(only(wrapped?.content).content)
  const signature = elementsOf(only(signers?.content).content)[5]
  if (!signature) throw new RangeError('no signature')
  const [certificate, ...chain] = elementsOf(certificates?.content ?? Buffer.alloc(0)).map(each => each.whole)
  if (!certificate) throw new RangeError('no certificate')
  return { whole, certificate, chain, signature: signature.content }
}

function only(bytes: Buffer | undefined): Element {
  const [element, ...more] = bytes ? elementsOf(bytes) : []
  if (!element || more.length > 0) throw new RangeError('one element expected')
  return element
}
