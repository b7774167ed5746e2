import { join } from 'node:path'
import { type Config, WrongSetting } from './config.ts'
import { UnusableKeyFile } from './statement/pkcs12.ts'
import { openSealKey, type SealKey, withKeyFile } from './statement/seal-key.ts'

/** What files are sealed with here: the operator's own key, where there is one, else what is kept in `folder`. Throws WrongSetting. */
export async function openSeal({ sealFile, publicUrl, port }: Config, folder: string): Promise<SealKey> {
  const { host } = new URL(publicUrl ?? `http://localhost:${port}`)
  const own = await openSealKey(join(folder, 'seal.json'), host, new Date())
  if (!sealFile) return own
  return withKeyFile(own, sealFile.path, sealFile.password).catch(error => {
    throw error instanceof UnusableKeyFile ? new WrongSetting(error.message) : error
  })
}
