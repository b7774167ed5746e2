import { checkForms } from '#lib/content/check-forms.ts'
import { documentKey } from '#lib/documents/names.ts'
import type { Choice } from '#lib/domain/ballot.ts'
import type { CheckAnswer, CheckKind } from '#lib/domain/check.ts'
import type { Participant } from '#lib/domain/participant.ts'
import { lastDayKept } from '#lib/domain/retention.ts'
import type { Language } from '#lib/domain/session.ts'
import type { BoardContent } from '#lib/domain/snapshot.ts'
import { consentMessages } from '#lib/i18n/consent.ts'
import { intentMessages } from '#lib/i18n/intent.ts'
import { voteMessages } from '#lib/i18n/vote.ts'
import type { OwnData, OwnEntry, OwnKind } from '#lib/protocol/own-data.ts'
import type { SessionRecord, SessionTransaction } from '#server/store/store.ts'
import type { Documents } from './context.ts'

type Person = Pick<Participant, 'id' | 'name' | 'partner'>
/** Reads documents; `board` with what lies in the bin. */
export type Reading = Pick<Documents, 'readDesk'> & {
  wholeBoard(updates: readonly Uint8Array[]): BoardContent
}

const entry = (kind: OwnKind, text: string, more: string | null = null): OwnEntry => ({ kind, text, more })

/** What the records hold of somebody, and the logs of the documents that may. */
export type Gathered = Omit<OwnData, 'entries'> & {
  entries: OwnEntry[]
  person: string
  board: readonly Uint8Array[]
  desk: readonly Uint8Array[]
}

/** Reads what is kept in somebody's name. What is anonymous is not among it: it is kept of nobody. `keptDays`: how long a session is kept where nobody chose. */
export async function gatherOwn(
  tx: SessionTransaction,
  session: SessionRecord,
  { id, name, partner }: Person,
  keptDays: number,
): Promise<Gathered> {
  const { language, desks } = session
  const room = await tx.room()
  const desk = desks && (await tx.readDocument(documentKey(`desk/${desks.round}`, id)))
  const entries = [
    ...(await votesOf(tx, id, language)),
    ...(await answersOf(tx, id, language)),
    ...(await ofStatement(tx, id, language)),
    ...room.missing.filter(({ by }) => by === id).map(each => entry('missing', each.name)),
    ...(await tx.handedTexts())
      .filter(({ participant }) => participant === id)
      .map(({ text }) => entry('handed', text)),
  ]
  return {
    name,
    partner: (await tx.partners()).find(each => each.id === partner)?.name ?? null,
    entries,
    secret: await secretOf(tx, id),
    deeds: (await tx.audit()).filter(({ actor }) => actor === id).length,
    lastDay: lastDayKept(session, room.keptUntil, keptDays),
    person: id,
    board: (await tx.readDocument('board')).updates,
    desk: desk?.updates ?? [],
  }
}

/** All of it, in words. Not within the transaction: reading a whole board takes a while, and others wait for that. */
export function ownData({ person, board, desk, entries, ...rest }: Gathered, reading: Reading): OwnData {
  const onDesk = reading.readDesk(desk).map(({ text }) => entry('desk', text))
  return { ...rest, entries: [...onBoard(reading.wholeBoard(board), person), ...onDesk, ...entries] }
}

async function secretOf(tx: SessionTransaction, id: string): Promise<OwnData['secret']> {
  const secret = { votes: 0, answers: 0 }
  for (const ballot of await tx.ballots()) if ((await tx.ballotVoted(ballot.id)).includes(id)) secret.votes++
  for (const check of await tx.checks()) if ((await tx.checkAnswered(check.id)).includes(id)) secret.answers++
  return secret
}

async function ofStatement(tx: SessionTransaction, id: string, language: Language): Promise<OwnEntry[]> {
  const says = consentMessages[language]
  const mine = <T extends { by: string }>(all: readonly T[]) => all.filter(({ by }) => by === id)
  return [
    ...mine(await tx.consents()).map(({ title, answer, text }) =>
      entry('consent', title, [says[answer], text].filter(Boolean).join(': ')),
    ),
    ...mine(await tx.comments()).map(({ text, on }) => entry('comment', text, on?.quote ?? null)),
    ...mine(await tx.intents()).map(({ intends, reason }) =>
      entry('intent', intentMessages[language][intends ? 'intends' : 'notYet'], reason || null),
    ),
  ]
}

/** What they made on the board, also what lies in the bin: that is kept too. */
function onBoard(board: BoardContent, id: string): OwnEntry[] {
  const mine = <T extends { author: string | null }>(all: readonly T[]) =>
    all.filter(({ author }) => author === id)
  const texts = (kind: OwnKind, all: readonly string[]) => all.map(text => entry(kind, text))
  return [
    ...texts(
      'note',
      mine(board.notes).map(({ text }) => text),
    ),
    ...texts(
      'reply',
      mine(board.replies).map(({ text }) => text),
    ),
    ...mine(board.reactions).map(({ kind, note }) =>
      entry('reaction', board.notes.find(each => each.id === note)?.text ?? '', kind),
    ),
    ...mine(board.lines).map(({ title, about }) => entry('line', title, about || null)),
    ...texts(
      'cement',
      mine(board.cement).map(({ text }) => text),
    ),
    ...texts(
      'proposal',
      mine(board.proposals).map(({ text }) => text),
    ),
    ...mine(board.breakthroughs).map(each => entry('breakthrough', each.obstacle, each.contribution || null)),
    ...mine(board.results).map(({ what, when }) => entry('result', what, when || null)),
  ]
}

async function votesOf(tx: SessionTransaction, id: string, language: Language): Promise<OwnEntry[]> {
  const entries: OwnEntry[] = []
  for (const { id: ballot, options } of await tx.ballots()) {
    const mine = (await tx.votes(ballot)).filter(({ participant }) => participant === id)
    for (const { choice } of mine)
      for (const { proposal, text } of options) {
        const said = saidOf(choice, proposal, language)
        if (said !== null) entries.push(entry('vote', text, said))
      }
  }
  return entries
}

function saidOf(choice: Choice, proposal: string, language: Language): string | null {
  if (choice.method === 'dots') return choice.dots[proposal] ? '●'.repeat(choice.dots[proposal]) : null
  const answer = choice.answers[proposal]
  if (!answer) return null
  return [voteMessages[language][answer.value], answer.reason].filter(Boolean).join(': ')
}

async function answersOf(tx: SessionTransaction, id: string, language: Language): Promise<OwnEntry[]> {
  const entries: OwnEntry[] = []
  for (const check of await tx.checks())
    for (const { answer } of (await tx.checkAnswers(check.id)).filter(each => each.participant === id))
      entries.push(...inWords(check.kind, answer, language))
  return entries
}

function inWords(kind: CheckKind, answer: CheckAnswer, language: Language): OwnEntry[] {
  const { title, questions } = checkForms[kind]
  return Object.entries(answer).map(([question, value]) => {
    const asked = questions.find(({ ask }) => ask.id === question)
    const said = asked?.options[value]?.[language] ?? String(value)
    return entry('answer', `${title[language]}: ${asked?.title[language] ?? question}`, said)
  })
}
