'use client'
import { ConsentSummary, Consents } from './consent/consents.tsx'
import StatementEditor from './editor.tsx'
import { Versions } from './versions/versions.tsx'

/** The draft while it is written, how partners stand to it, and its versions. */
export default function Writing() {
  return (
    <>
      <ConsentSummary />
      <StatementEditor />
      <Consents />
      <Versions />
    </>
  )
}
