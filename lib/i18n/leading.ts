import { catalogue } from './messages.ts'

/** What who leads asks of the room, as the room and who leads read it. */
export const leadingMessages = catalogue(
  {
    held: 'Even luisteren.',
    heldText: 'Schrijven wacht. Wat je begonnen was, blijft bewaard.',
    heldLead: 'De deelnemers schrijven nu even niet. Jij wel, als je wilt.',
    hold: 'Even luisteren',
    holdHint: 'Niemand schrijft meer, tot jij het loslaat. Stemmen en een hand opsteken kan wel.',
    release: 'Laat weer schrijven',
    attention: 'Aandacht in de zaal',
  },
  {
    held: 'Let’s listen.',
    heldText: 'Writing waits. What you had begun is kept.',
    heldLead: 'The participants don’t write for a moment. You can, if you like.',
    hold: 'Let’s listen',
    holdHint: 'Nobody writes until you let go. Voting and raising a hand go on.',
    release: 'Let them write again',
    attention: 'The room’s attention',
  },
)
