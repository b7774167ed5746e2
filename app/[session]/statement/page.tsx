import { StatementPage } from '#components/statement/statement-page.tsx'

export default async function Statement({ params }: { params: Promise<{ session: string }> }) {
  const { session } = await params
  return <StatementPage session={session} />
}
