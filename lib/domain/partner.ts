import { z } from 'zod'
import { idSchema } from './id.ts'

export const PARTNER_NAME_MAX = 120
export const PARTNER_KIND_MAX = 80
export const PARTNERS_MAX = 60

/** An organisation: the unit that counts in a network. `kind` is free text ("gemeente", "zorgaanbieder"). */
export const partnerSchema = z.strictObject({
  id: idSchema,
  name: z.string().trim().min(1).max(PARTNER_NAME_MAX),
  kind: z.string().trim().max(PARTNER_KIND_MAX),
})
export type Partner = z.infer<typeof partnerSchema>
