import { createPrivateKey, randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { SelfSigned } from './certificate.ts'
import type { CertificateJob } from './certificate-thread.ts'
import { type KeyFile, readKeyFile, UnusableKeyFile } from './pkcs12.ts'
import { createWorkshop } from './workshop.ts'

/**
 * What the installation seals with: a private key, its certificate and those above it, in DER. `former`: the certificates of this
 * installation that sealed its older files.
 */
export type SealKey = KeyFile & { former: readonly Buffer[] }

const base64 = z.base64().min(1)
const storedSchema = z.strictObject({
  format: z.literal('mozaiekbord-seal/1'),
  privateKey: base64,
  certificate: base64,
})
type Stored = z.infer<typeof storedSchema>

/** In a thread that ends with it: the code that makes certificates takes 15 MB and is needed once in an installation's life. */
async function make(host: string, now: Date): Promise<Stored> {
  const script = new URL('./certificate-thread.ts', import.meta.url)
  const workshop = createWorkshop<CertificateJob, SelfSigned>(script)
  try {
    const { privateKey, certificate } = await workshop.run({ host, now })
    return {
      format: 'mozaiekbord-seal/1',
      privateKey: Buffer.from(privateKey).toString('base64'),
      certificate: Buffer.from(certificate).toString('base64'),
    }
  } finally {
    await workshop.stop()
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
  return opened(stored)
}

/** As `openSealKey`, kept where several nodes share it: `kept` gives what is there, or what it is given to make. */
export async function openSharedSealKey(
  kept: (make: () => Promise<string>) => Promise<string>,
  host: string,
  now: Date,
): Promise<SealKey> {
  const text = await kept(async () => JSON.stringify(await make(host, now)))
  return opened(storedSchema.parse(JSON.parse(text)))
}

function opened(stored: Stored): SealKey {
  const key = Buffer.from(stored.privateKey, 'base64')
  return {
    privateKey: createPrivateKey({ key, format: 'der', type: 'pkcs8' }),
    certificate: Buffer.from(stored.certificate, 'base64'),
    chain: [],
    former: [],
  }
}

/**
 * Seals from now on with a key of the operator's own, of a PKCS #12 file; what the installation's own key sealed stays its. Throws
 * UnusableKeyFile, whose message names the file.
 */
export async function withKeyFile(own: SealKey, file: string, password: string): Promise<SealKey> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UnusableKeyFile(`SEAL_P12 names ${file}, which can't be read: ${error.code}.`)
  })
  try {
    return { ...readKeyFile(bytes, password), former: [own.certificate] }
  } catch (error) {
    if (!(error instanceof UnusableKeyFile)) throw error
    throw new UnusableKeyFile(`SEAL_P12 names ${file}, which can't be used: ${error.message}.`)
  }
}

/** The certificate (DER) of a seal as it is kept. Throws an Error that names `place`, where it was found, when it can't be read. */
export function readCertificate(text: string, place: string): Buffer {
  try {
    const { certificate } = storedSchema.parse(JSON.parse(text))
    return Buffer.from(certificate, 'base64')
  } catch {
    throw new Error(`${place} can't be read as an installation's seal.`)
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
