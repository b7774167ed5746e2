'use client'
import { Lightbulb } from 'lucide-react'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Cluster } from '#lib/domain/suggestion.ts'
import { lineMessages } from '#lib/i18n/lines.ts'

/** Groups of notes that seem to belong together, to look at or to make a line of; nothing happens by itself. */
export function Clusters(props: {
  clusters: readonly Cluster[]
  /** Whether they are shown in full at once. */
  open: boolean
  onLook: (cluster: Cluster) => void
  onLine: (cluster: Cluster) => void
}) {
  const t = useMessages(lineMessages)
  const { clusters } = props
  if (clusters.length === 0) return null
  return (
    <details open={props.open} className="mb-2 rounded-lg bg-surface px-3 py-1">
      <summary className="min-h-11 content-center font-semibold">
        <Lightbulb aria-hidden="true" size={18} className="mr-1.5 inline-block align-[-3px]" />
        {t.clusters(clusters.length)}
      </summary>
      <p className="mb-2 text-sm text-muted">{t.clustersHint}</p>
      {/* However many there are, the notes stay in sight below them. */}
      <ul className="scrolls-within mb-2 flex max-h-[max(11rem,32dvh)] flex-col gap-3">
        {clusters.map(cluster => (
          <li key={cluster.words.join(' ')}>
            <p className="font-serif italic">{t.clusterOf(cluster.words, cluster.notes.length)}</p>
            <div className="mt-1 flex flex-wrap gap-2">
              <Button
                aria-label={t.clusterAct(t.clusterLook, cluster.words)}
                onClick={() => props.onLook(cluster)}
              >
                {t.clusterLook}
              </Button>
              <Button
                aria-label={t.clusterAct(t.clusterLine, cluster.words)}
                onClick={() => props.onLine(cluster)}
              >
                {t.clusterLine}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
