import {
  Anchor,
  Handshake,
  HeartHandshake,
  type LucideIcon,
  Network,
  Sprout,
  Target,
  Users,
} from 'lucide-react'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'

const icons: Record<Bouwsteen, LucideIcon> = {
  opgave: Target,
  waarde: Sprout,
  'samen-doen': Handshake,
  verankering: Anchor,
  deelname: Users,
  binding: HeartHandshake,
  organisatie: Network,
}

/** The mark of a bouwsteen, beside its name: colour alone would not tell. */
export function BouwsteenIcon({ bouwsteen, size = 20 }: { bouwsteen: Bouwsteen; size?: number }) {
  const Icon = icons[bouwsteen]
  return <Icon aria-hidden="true" size={size} color={`var(--accent-${bouwsteen})`} className="shrink-0" />
}
