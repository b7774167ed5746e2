'use client'
import { useEffect, useState } from 'react'

/** What was typed in this tab before, else `fresh`; what a draft has come to hold since it was kept is taken from `fresh`. */
function read<Draft extends object>(key: string, fresh: () => Draft): Draft {
  try {
    return { ...fresh(), ...JSON.parse(sessionStorage.getItem(key) ?? '{}') }
  } catch {
    return fresh()
  }
}

/** Never throws: where a browser keeps nothing, a form still works. */
function keep(key: string, draft: object): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft))
  } catch {}
}

export function forgetDraft(key: string): void {
  try {
    sessionStorage.removeItem(key)
  } catch {}
}

/** A form as it is typed, kept in this tab over a reload, or a dialog that was left, until `forgetDraft`. */
export function useKeptDraft<Draft extends object>(key: string, fresh: () => Draft) {
  const [draft, setDraft] = useState(() => read(key, fresh))
  const [typed, setTyped] = useState(false)
  useEffect(() => {
    if (typed) keep(key, draft)
  }, [key, draft, typed])
  const put = (part: Partial<Draft>) => {
    setTyped(true)
    setDraft(now => ({ ...now, ...part }))
  }
  return [draft, put] as const
}
