import { z } from 'zod'

/** Ids that programs make: 8 to 40 characters, safe in a URL, as a Yjs key and as the key of an object. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,40}$/)
  .refine(id => !(id in Object.prototype))
/** Milliseconds since 1970 UTC. */
export const instantSchema = z.int().nonnegative().max(8.64e15)
/** SHA-256 as 64 lower-case hexadecimal digits. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)
