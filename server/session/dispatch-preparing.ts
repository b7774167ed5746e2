import { assertNever } from '#lib/assert.ts'
import type { Command } from '#lib/protocol/commands.ts'
import { beginEdition } from './commands/begin-edition.ts'
import { dropMissing, layDefinitions, nameMissing, openPreparation } from './commands/preparation.ts'
import { rehearse } from './commands/rehearse.ts'
import { wipeContent } from './commands/wipe-content.ts'
import type { Context } from './context.ts'

type PreparingCommand = Extract<
  Command,
  {
    type:
      | 'openPreparation'
      | 'layDefinitions'
      | 'nameMissing'
      | 'dropMissing'
      | 'rehearse'
      | 'wipeContent'
      | 'beginEdition'
  }
>

/** What is done before the days begin: preparing, rehearsing, wiping. */
export function dispatchPreparing(context: Context, command: PreparingCommand): Promise<string | null> {
  switch (command.type) {
    case 'openPreparation':
      return openPreparation(context)
    case 'layDefinitions':
      return layDefinitions(context)
    case 'nameMissing':
      return nameMissing(context, command.id, command.name)
    case 'dropMissing':
      return dropMissing(context, command.id)
    case 'rehearse':
      return rehearse(context)
    case 'wipeContent':
      return wipeContent(context)
    case 'beginEdition':
      return beginEdition(context, command)
    default:
      return assertNever(command)
  }
}
