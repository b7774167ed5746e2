import { NotFoundPage } from '#components/ui/failure.tsx'

export default function NotFound() {
  return <NotFoundPage />
}
