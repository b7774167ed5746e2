import { crc32, deflateRawSync } from 'node:zlib'

/** A file in an archive. `stored`: as it is, for what is packed already or must be readable at a fixed place. */
export type ZipEntry = { name: string; data: Uint8Array | string; stored?: true }

const VERSION = 20
/** Names are UTF-8 (bit 11). */
const FLAGS = 0x0800
const DEFLATED = 8

/** Date and time as DOS kept them, in UTC and steps of two seconds, so that the same content gives the same bytes. */
function dosTime(at: Date): { time: number; date: number } {
  const year = Math.max(1980, at.getUTCFullYear())
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    date: ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  }
}

/** Packs files as a zip archive (APPNOTE 6.3), in their order; `at` is the time that each is given. Each at most 4 GB. */
export function zipOf(entries: readonly ZipEntry[], at: Date): Buffer {
  const { time, date } = dosTime(at)
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, stored } of entries) {
    const bytes = Buffer.from(data)
    const packed = stored ? bytes : deflateRawSync(bytes)
    const path = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(VERSION, 0)
    common.writeUInt16LE(FLAGS, 2)
    common.writeUInt16LE(stored ? 0 : DEFLATED, 4)
    common.writeUInt16LE(time, 6)
    common.writeUInt16LE(date, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    const made = Buffer.from([VERSION, 0])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), made, common, rest, path]))
    pieces.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...pieces, listed, Buffer.from('PK\x05\x06', 'latin1'), end])
}
