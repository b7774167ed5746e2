import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { DocumentKey } from '#lib/documents/names.ts'
import type { News } from './bus.ts'

/** Of what nodes tell each other; a node passes over what was written in another than its own, and finds it in the store. */
const VERSION = 1
const types = ['updates', 'presence', 'here', 'changed', 'wanted'] as const

/** A piece of news with the node that tells it, in bytes. */
export function encodeNews(node: string, news: News): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeUint8(encoder, VERSION)
  encoding.writeVarString(encoder, node)
  encoding.writeUint8(encoder, types.indexOf(news.type))
  switch (news.type) {
    case 'updates': {
      encoding.writeVarString(encoder, news.document)
      encoding.writeVarUint(encoder, news.life)
      each(encoder, news.updates, ({ place, update }) => {
        encoding.writeVarUint(encoder, place)
        encoding.writeVarUint8Array(encoder, update)
      })
      each(encoder, news.owners, ([client, owner]) => {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarString(encoder, owner)
      })
      break
    }
    case 'presence': {
      encoding.writeVarString(encoder, news.document)
      each(encoder, news.shown, ({ client, clock, participant, state }) => {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarString(encoder, participant)
        encoding.writeVarString(encoder, state)
      })
      break
    }
    case 'here':
      each(encoder, news.people, person => encoding.writeVarString(encoder, person))
  }
  return encoding.toUint8Array(encoder)
}

function each<T>(encoder: encoding.Encoder, all: readonly T[], write: (one: T) => void): void {
  encoding.writeVarUint(encoder, all.length)
  for (const one of all) write(one)
}

/** Null for what was written in another version than this one's, or isn't news. */
export function decodeNews(bytes: Uint8Array): { node: string; news: News } | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    if (decoding.readUint8(decoder) !== VERSION) return null
    const node = decoding.readVarString(decoder)
    const news = read(decoder)
    return news && { node, news }
  } catch {
    return null
  }
}

function read(decoder: decoding.Decoder): News | null {
  const uint = () => decoding.readVarUint(decoder)
  const text = () => decoding.readVarString(decoder)
  const list = <T>(one: () => T) => Array.from({ length: uint() }, one)
  const type = types[decoding.readUint8(decoder)]
  switch (type) {
    case 'updates':
      return {
        type,
        document: text() as DocumentKey,
        life: uint(),
        // Copies: Yjs keeps views on what it decodes, and the bytes are a part of something larger.
        updates: list(() => ({ place: uint(), update: decoding.readVarUint8Array(decoder).slice() })),
        owners: list(() => [uint(), text()] as const),
      }
    case 'presence':
      return {
        type,
        document: text() as DocumentKey,
        shown: list(() => ({ client: uint(), clock: uint(), participant: text(), state: text() })),
      }
    case 'here':
      return { type, people: list(text) }
    case 'changed':
    case 'wanted':
      return { type }
    default:
      return null
  }
}
