import { FacilitatePage } from '#components/facilitate/facilitate-page.tsx'

export default async function Facilitate({ params }: { params: Promise<{ session: string }> }) {
  const { session } = await params
  return <FacilitatePage session={session} />
}
