'use client'
import { Check, Circle, Clock, type LucideIcon, MessageSquareText, RotateCw } from 'lucide-react'
import type { ConsentStanding } from '#lib/domain/consent.ts'

const signs: Record<ConsentStanding, { icon: LucideIcon; colour: string }> = {
  agrees: { icon: Check, colour: 'text-(--accent-samen-doen)' },
  reserves: { icon: MessageSquareText, colour: 'text-(--accent-deelname)' },
  waits: { icon: Clock, colour: 'text-(--accent-waarde)' },
  changed: { icon: RotateCw, colour: 'text-danger' },
  open: { icon: Circle, colour: 'text-muted' },
}

/** The sign of how a partner stands; what it says stands beside it in words. */
export function StandingMark({ standing }: { standing: ConsentStanding }) {
  const { icon: Icon, colour } = signs[standing]
  return <Icon aria-hidden="true" size={18} className={`inline shrink-0 ${colour}`} />
}
