import { assertNever } from '#lib/assert.ts'
import type { Command } from '#lib/protocol/commands.ts'
import { admit, setLobby } from './commands/admit.ts'
import { gather, holdInput, release, spotlight } from './commands/leading.ts'
import { renewLead } from './commands/renew-lead.ts'
import type { Context } from './context.ts'

/** The commands of who has the room: its door, its attention, and who leads it. */
export type RoomCommand = Extract<
  Command,
  { type: 'holdInput' | 'gather' | 'release' | 'spotlight' | 'admit' | 'setLobby' | 'renewLead' }
>

export function dispatchRoom(context: Context, command: RoomCommand): Promise<string | null> {
  switch (command.type) {
    case 'holdInput':
      return holdInput(context, command.hold)
    case 'gather':
      return gather(context, command)
    case 'release':
      return release(context)
    case 'spotlight':
      return spotlight(context, command.note)
    case 'admit':
      return admit(context, command.participants)
    case 'setLobby':
      return setLobby(context, command.on)
    case 'renewLead':
      return renewLead(context, command.secretHash)
    default:
      return assertNever(command)
  }
}
