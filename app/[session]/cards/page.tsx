import { CardsPage } from '#components/cards/cards-page.tsx'

export default async function Cards({ params }: { params: Promise<{ session: string }> }) {
  const { session } = await params
  return <CardsPage session={session} />
}
