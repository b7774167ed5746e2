import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'ignore' })

/** A disk of a test's own, so that its trouble is nobody else's. */
export type Disk = { folder: string; remove(): void }

/** A disk of so many MB, to be filled. Null where this user may not mount one. */
export function smallDisk(megabytes = 4): Disk | null {
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-disk-'))
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
  return {
    folder,
    remove: () => {
      run('umount', folder)
      rmSync(folder, { recursive: true })
    },
  }
}

/**
 * A disk that can fail: `fail` makes it read-only below the files that are open, as Linux does after an error of the disk;
 * `repair` mounts it again, when nobody has it open any more. Null where this user may not mount one.
 */
export function failingDisk(): (Disk & { fail(): void; repair(): void }) | null {
  const home = mkdtempSync(join(tmpdir(), 'mozaiekbord-disk-'))
  const [image, folder] = [join(home, 'image'), join(home, 'disk')]
  const mount = () => run('mount', '-o', 'loop', image, folder)
  try {
    mkdirSync(folder)
    writeFileSync(image, '')
    truncateSync(image, 16 * 1024 * 1024)
    run('mkfs.ext4', '-q', image)
    mount()
  } catch {
    rmSync(home, { recursive: true })
    return null
  }
  return {
    folder,
    fail: () => {
      run('sync', '-f', folder)
      run('mount', '-o', 'remount,abort', folder)
    },
    repair: () => {
      run('umount', folder)
      mount()
    },
    remove: () => {
      run('umount', folder)
      rmSync(home, { recursive: true })
    },
  }
}
