import { SignPage } from '#components/sign/sign-page.tsx'

export default async function Sign({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  return <SignPage token={token} />
}
