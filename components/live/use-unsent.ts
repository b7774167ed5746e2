'use client'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { keep, under } from './database.ts'
import { useLive } from './live-context.ts'
import type { Edit } from './local-copy.ts'
import { hearTabs, type Person } from './tabs.ts'
import { dropFromTray, readTray, type Unsent } from './tray.ts'
import { type UnsentEntry, unsentEntries } from './unsent-entries.ts'

/** How long to gather what the tabs tell before looking again, in ms: two may be typing. */
const GATHER = 300

function usePerson(): Person | null {
  const { session, shown } = useLive()
  const id = shown?.view.me.id
  return useMemo(() => (id ? { session, id } : null), [session, id])
}

/** Runs `read` now and whenever another tab, or this one, tells something that `counts`. */
function useRead<T>(person: Person | null, read: (person: Person) => Promise<T>, none: T): T {
  const [found, setFound] = useState(none)
  useEffect(() => {
    if (!person) return
    let here = true
    let timer: ReturnType<typeof setTimeout> | null = null
    const look = () => {
      timer = null
      void read(person).then(value => here && setFound(value))
    }
    look()
    const tabs = hearTabs(person, () => {
      timer ??= setTimeout(look, GATHER)
    })
    return () => {
      here = false
      if (timer) clearTimeout(timer)
      tabs.stop()
    }
  }, [person, read])
  return found
}

async function readEdits({ session, id }: Person): Promise<Edit[]> {
  const rows = await keep(['unsent'], kept =>
    kept.all<Omit<Edit, 'key'>>('unsent', under(session, id)),
  ).catch(() => [])
  return rows.map(({ key, value }) => ({ key, ...value }))
}

const noEdits: Edit[] = []
const never = () => () => {}

/** The edits of this person that lie on this device in other documents of the session than the open one. */
export function useEditsElsewhere(): Edit[] {
  const { document } = useLive()
  const all = useRead(usePerson(), readEdits, noEdits)
  return useMemo(() => all.filter(({ key }) => key[2] !== document), [all, document])
}

/** What the server has not shown, of all tabs and documents of this person; and whether it outlives the page. */
export function useUnsentEntries(): { entries: UnsentEntry[]; keeps: boolean } {
  const { open } = useLive()
  const elsewhere = useEditsElsewhere()
  const pending = open?.pending
  const here = useSyncExternalStore(
    useCallback((listener: () => void) => pending?.subscribe(listener) ?? never(), [pending]),
    () => pending?.edits ?? noEdits,
    () => noEdits,
  )
  const entries = useMemo(() => unsentEntries([...here, ...elsewhere]), [here, elsewhere])
  return { entries, keeps: open?.keeps() ?? true }
}

const noTexts: Unsent[] = []
/** The texts of this person that the server didn't take. */
export function useTray(): { texts: Unsent[]; drop: (ids: readonly string[]) => void } {
  const person = usePerson()
  const texts = useRead(person, readTray, noTexts)
  const drop = useCallback((ids: readonly string[]) => person && void dropFromTray(person, ids), [person])
  return { texts, drop }
}
