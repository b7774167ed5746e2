import { BoardPage } from '#components/board/board-page.tsx'

export default async function Board({ params }: { params: Promise<{ session: string }> }) {
  const { session } = await params
  return <BoardPage session={session} />
}
