import 'reflect-metadata'
import { createPrivateKey, type KeyObject, randomBytes, webcrypto } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as x509 from '@peculiar/x509'
import { z } from 'zod'

/** What the installation seals with: its private key and the certificate that it made for it, in DER. */
export type SealKey = { privateKey: KeyObject; certificate: Buffer }

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const YEARS = 30
/** Extended key usage "document signing" (RFC 9336). */
const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36'

const base64 = z.base64().min(1)
const storedSchema = z.strictObject({
  format: z.literal('mozaiekbord-seal/1'),
  privateKey: base64,
  certificate: base64,
})
type Stored = z.infer<typeof storedSchema>

/** Makes a key pair and a certificate that it signs itself; `host` tells readers whose installation it is. */
async function make(host: string, now: Date): Promise<Stored> {
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
  return {
    format: 'mozaiekbord-seal/1',
    privateKey: Buffer.from(privateKey).toString('base64'),
    certificate: Buffer.from(certificate.rawData).toString('base64'),
  }
}

/**
 * Opens the installation's seal, made at the first start and kept in `file`, readable by the owner alone. Whoever loses it can
 * no longer show that older exports are theirs. Throws an Error that names the file when it can't be used.
 */
export async function openSealKey(file: string, host: string, now: Date): Promise<SealKey> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const stored = (await readStored(file)) ?? (await keep(file, await make(host, now)))
  await chmod(file, 0o600)
  const key = Buffer.from(stored.privateKey, 'base64')
  return {
    privateKey: createPrivateKey({ key, format: 'der', type: 'pkcs8' }),
    certificate: Buffer.from(stored.certificate, 'base64'),
  }
}

async function readStored(file: string): Promise<Stored | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  try {
    return storedSchema.parse(JSON.parse(text))
  } catch {
    throw new Error(`${file} should hold the installation's seal, but can't be read. Put its backup back.`)
  }
}

/** Keeps what was made, whole or not at all; when another process was first, its seal counts. */
async function keep(file: string, made: Stored): Promise<Stored> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, JSON.stringify(made), { mode: 0o600, flag: 'wx', flush: true })
  try {
    await link(draft, file)
    return made
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return (await readStored(file)) ?? made
  } finally {
    await rm(draft)
  }
}
