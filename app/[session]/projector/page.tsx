import { ProjectorPage } from '#components/projector/projector-page.tsx'

export default async function Projector({ params }: { params: Promise<{ session: string }> }) {
  const { session } = await params
  return <ProjectorPage session={session} />
}
