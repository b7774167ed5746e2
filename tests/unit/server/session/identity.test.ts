import { describe, expect, it } from 'vitest'
import {
  newJoinCode,
  newSecret,
  participantOf,
  readCode,
  secretFits,
  secretHash,
  shownCode,
  tokenOf,
} from '#server/session/identity.ts'

describe('identity', () => {
  it('[I1] makes join codes without look-alikes that are read however they are typed', () => {
    for (let n = 0; n < 200; n++) {
      const code = newJoinCode()
      expect(code).toMatch(/^[^01OILUV]{9}$/)
      expect(readCode(` ${shownCode(code).toLowerCase()} `)).toBe(code)
    }
  })

  it('[I2] knows a person by the token of that session alone', () => {
    const token = tokenOf('key', 'session-01', 'person-anna')
    expect(participantOf('key', 'session-01', token)).toBe('person-anna')
    expect(participantOf('key', 'session-02', token)).toBeNull()
    expect(participantOf('other', 'session-01', token)).toBeNull()
    expect(participantOf('key', 'session-01', token.replace('anna', 'bram'))).toBeNull()
    for (const rubbish of ['', '.', 'person-anna', 'person-anna.', `${token}.x`])
      expect(participantOf('key', 'session-01', rubbish)).toBeNull()
  })

  it('[I3] keeps of a secret only its hash', () => {
    const secret = newSecret()
    expect(secretFits(secret, secretHash(secret))).toBe(true)
    expect(secretFits(newSecret(), secretHash(secret))).toBe(false)
  })
})
