import 'reflect-metadata'
import { randomBytes, webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const YEARS = 30
/** Extended key usage "document signing" (RFC 9336). */
const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36'

/** A private key and the certificate that it signed itself, in DER. */
export type SelfSigned = { privateKey: Uint8Array; certificate: Uint8Array }

/** Makes a key pair and a certificate that it signs itself; `host` tells readers whose installation it is. */
export async function selfSigned(host: string, now: Date): Promise<SelfSigned> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const until = new Date(now)
  until.setUTCFullYear(until.getUTCFullYear() + YEARS)
  const serial = randomBytes(16)
  // A serial number is positive and written without leading zeros.
  serial[0] = ((serial[0] as number) & 0x3f) | 0x40
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: serial.toString('hex'),
      name: [{ CN: [`Mozaïekbord ${host}`] }],
      notBefore: now,
      notAfter: until,
      signingAlgorithm: algorithm,
      keys: keys as CryptoKeyPair,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(
          x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation,
          true,
        ),
        new x509.ExtendedKeyUsageExtension([DOCUMENT_SIGNING]),
      ],
    },
    webcrypto as Crypto,
  )
  const privateKey = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return { privateKey: new Uint8Array(privateKey), certificate: new Uint8Array(certificate.rawData) }
}
