import { createDecipheriv, createPrivateKey, type KeyObject, pbkdf2Sync, X509Certificate } from 'node:crypto'
import { type Element, elementAt, elementsOf, oid } from './der.ts'

/** A file with a key and certificates can't be used; the message says why, for who set it. */
export class UnusableKeyFile extends Error {}

/** A private key, its certificate and those above it, in DER. */
export type KeyFile = { privateKey: KeyObject; certificate: Buffer; chain: Buffer[] }

const ids = {
  data: oid('1.2.840.113549.1.7.1'),
  encryptedData: oid('1.2.840.113549.1.7.6'),
  keyBag: oid('1.2.840.113549.1.12.10.1.1'),
  shroudedKeyBag: oid('1.2.840.113549.1.12.10.1.2'),
  certificateBag: oid('1.2.840.113549.1.12.10.1.3'),
  pbes2: oid('1.2.840.113549.1.5.13'),
  sha1: oid('1.2.840.113549.2.7'),
  sha256: oid('1.2.840.113549.2.9'),
  aes128: oid('2.16.840.1.101.3.4.1.2'),
  aes256: oid('2.16.840.1.101.3.4.1.42'),
}
const isId = (element: Element | undefined, id: Buffer): boolean => element?.whole.equals(id) ?? false
const inner = (element: Element | undefined): Element[] => elementsOf(element?.content ?? Buffer.alloc(0))
const numberIn = (element: Element): number => element.content.reduce((sum, byte) => sum * 256 + byte, 0)

const older =
  'it is packed in a way that is no longer safe. Make it anew: openssl pkcs12 -in old.p12 -legacy -nodes | openssl pkcs12 -export -out new.p12'

/** Undoes password-based encryption (PBES2 of RFC 8018, with AES-CBC), which openssl 3 and today's systems use. */
function decrypted(algorithm: Element | undefined, bytes: Buffer, password: string): Buffer {
  const [scheme, parameters] = inner(algorithm)
  if (!isId(scheme, ids.pbes2)) throw new UnusableKeyFile(older)
  const [derivation, cipher] = inner(parameters)
  const [salt, iterations, ...more] = inner(inner(derivation)[1])
  const [cipherId, iv] = inner(cipher)
  const bits = isId(cipherId, ids.aes256) ? 256 : isId(cipherId, ids.aes128) ? 128 : null
  if (!salt || !iterations || !iv || bits === null) throw new UnusableKeyFile(older)
  const hash = inner(more.at(-1))[0]
  const digest = isId(hash, ids.sha256) ? 'sha256' : 'sha1'
  const key = pbkdf2Sync(password, salt.content, numberIn(iterations), bits / 8, digest)
  const opened = createDecipheriv(`aes-${bits}-cbc`, key, iv.content)
  return Buffer.concat([opened.update(bytes), opened.final()])
}

/** The bags of one part of the file, which may be packed under the password. */
function bagsIn(part: Element, password: string): Element[] {
  const [type, wrapped] = inner(part)
  const [content] = inner(wrapped)
  if (isId(type, ids.data)) return inner(elementAt(content?.content ?? Buffer.alloc(0), 0))
  if (!isId(type, ids.encryptedData)) return []
  const [, algorithm, secret] = inner(inner(content)[1])
  return inner(elementAt(decrypted(algorithm, secret?.content ?? Buffer.alloc(0), password), 0))
}

function keyIn(bags: readonly Element[], password: string): KeyObject {
  for (const bag of bags) {
    const [id, value] = inner(bag)
    const [key] = inner(value)
    if (!key) continue
    if (isId(id, ids.shroudedKeyBag))
      return createPrivateKey({ key: key.whole, format: 'der', type: 'pkcs8', passphrase: password })
    if (isId(id, ids.keyBag)) return createPrivateKey({ key: key.whole, format: 'der', type: 'pkcs8' })
  }
  throw new UnusableKeyFile('it holds no private key')
}

function certificatesIn(bags: readonly Element[]): Buffer[] {
  return bags.flatMap(bag => {
    const [id, value] = inner(bag)
    if (!isId(id, ids.certificateBag)) return []
    const octets = inner(inner(inner(value)[0])[1])[0]
    return octets ? [Buffer.from(octets.content)] : []
  })
}

/** Whether files can be sealed by this key: ECDSA over P-256, or RSA of 2048 bits or more. */
function fits({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
  return asymmetricKeyDetails?.namedCurve === 'prime256v1'
}

/** Reads a PKCS #12 file (RFC 7292). Throws UnusableKeyFile, also when the password is wrong. */
export function readKeyFile(file: Buffer, password: string): KeyFile {
  const bags = read(file, password)
  const privateKey = keyIn(bags, password)
  if (!fits(privateKey))
    throw new UnusableKeyFile('its key is neither of P-256 nor of RSA with 2048 bits or more')
  const certificates = certificatesIn(bags)
  const own = certificates.find(each => new X509Certificate(each).checkPrivateKey(privateKey))
  if (!own) throw new UnusableKeyFile('it holds no certificate of its key')
  return { privateKey, certificate: own, chain: certificates.filter(each => each !== own) }
}

function read(file: Buffer, password: string): Element[] {
  try {
    const [, safe] = inner(elementAt(file, 0))
    const [content] = inner(inner(safe)[1])
    const parts = inner(elementAt(content?.content ?? Buffer.alloc(0), 0))
    const bags = parts.flatMap(part => bagsIn(part, password))
    keyIn(bags, password)
    return bags
  } catch (error) {
    if (error instanceof UnusableKeyFile) throw error
    throw new UnusableKeyFile('it is damaged, or the password is wrong')
  }
}
