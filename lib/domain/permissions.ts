import { assertNever } from '../assert.ts'
import type { Bouwsteen } from './bouwsteen.ts'
import type { Pen } from './hosting.ts'
import type { Role } from './participant.ts'
import type { Stage } from './phase.ts'
import type { StepRights } from './step-rights.ts'

/**
 * What a decision on permission needs to know of the person who acts. `held`: whether the room's writing is held, which matters to who
 * writes alone. `addsTo`: the bouwstenen that the present step asks notes for; absent or null: all. `pens`: in whose name one lays
 * notes beside one's own. `rights`: who may do what in the present step; absent or null: all that the phase lets.
 */
export type Actor = {
  id: string
  role: Role
  partner: string | null
  mayOrder: boolean
  held?: boolean
  addsTo?: readonly Bouwsteen[] | null
  pens?: readonly Pen[]
  rights?: StepRights | null
}

/** What a person may want to do to the session's documents and records. `author`: who made the entry, null for nobody that is known. */
export type Action =
  /** Without a bouwsteen: whether one may add notes at all. */
  | { type: 'addNote'; bouwsteen?: Bouwsteen }
  | { type: 'editNote'; author: string | null }
  | { type: 'moveNote' }
  | { type: 'binNote'; author: string | null }
  | { type: 'orderLines' }
  | { type: 'writeProposal' }
  | { type: 'binProposal'; author: string | null }
  | { type: 'writeDefinition' }
  | { type: 'nameMissing' }
  | { type: 'dropMissing'; author: string | null }
  | { type: 'writeResult' }
  | { type: 'binResult'; author: string | null }
  | { type: 'writeCement' }
  | { type: 'binCement'; author: string | null }
  | { type: 'reply' }
  | { type: 'editReply'; author: string | null }
  | { type: 'binReply'; author: string | null }
  | { type: 'react' }
  | { type: 'changeReaction'; author: string | null }
  | { type: 'writeDesk'; bouwsteen?: Bouwsteen }
  | { type: 'writeStatement' }
  | { type: 'consent' }
  /** Writing down how a partner stands whose people have no device. */
  | { type: 'consentForOthers' }
  | { type: 'castVote' }
  /** Standing in for who has no device or is not here, and counting hands. */
  | { type: 'voteForOthers' }
  | { type: 'answerCheck' }
  | { type: 'declareIntent' }
  /** Counting, or putting right, what people without a device answered to a check. */
  | { type: 'answerForOthers' }
  | { type: 'handOver' }
  | { type: 'signal' }
  | { type: 'host' }
  | { type: 'takePen' }
  | { type: 'appeal' }
  | { type: 'settleAppeal' }
  | { type: 'lead' }

export type PermissionRefusal =
  | 'role-forbids'
  | 'phase-forbids'
  | 'not-yours'
  | 'desks-in-use'
  | 'desk-closed'
  | 'vote-under-way'
  | 'input-held'
  | 'tile-closed'
  | 'scribes-write'
  | 'leads-write'
  | 'orderers-move'
  | 'leads-move'

/** What goes on while the room's writing is held: it puts nothing on anybody's screen to read. */
const goesOn: readonly Action['type'][] = [
  'castVote',
  'voteForOthers',
  'consent',
  'consentForOthers',
  'answerCheck',
  'answerForOthers',
  'handOver',
  'signal',
  'host',
  'takePen',
  'appeal',
  'settleAppeal',
  'lead',
]

/**
 * Whether `actor` may do `action` in this stage: null when yes, else why not. The button greys out, the command refuses and
 * the gate rejects by this one function.
 */
export function can(actor: Actor, action: Action, stage: Stage): PermissionRefusal | null {
  const never = atAll(actor, action, stage) ?? inStep(actor, action)
  // Last: what is refused for good is not told to wait.
  if (never !== null || !actor.held || actor.role === 'facilitator') return never
  return goesOn.includes(action.type) ? null : 'input-held'
}

function atAll(actor: Actor, action: Action, stage: Stage): PermissionRefusal | null {
  const leads = actor.role === 'facilitator'
  if (actor.role === 'observer') return 'role-forbids'
  const phase = phaseIn(stage)
  const open = phase === 'collect' || phase === 'order'
  switch (action.type) {
    case 'lead':
      return leads ? null : 'role-forbids'
    case 'handOver':
    case 'host':
    case 'answerForOthers':
      return null
    case 'signal':
    case 'takePen':
    case 'answerCheck':
      return leads ? 'role-forbids' : null
    case 'appeal':
      // Who leads can lay the note in a line themself.
      if (leads) return 'role-forbids'
      return open || phase === 'decide' ? null : 'phase-forbids'
    case 'settleAppeal':
      if (!leads && !actor.mayOrder) return 'role-forbids'
      return open || phase === 'decide' ? null : 'phase-forbids'
    case 'addNote':
      if (stage === 'desks') return 'desks-in-use'
      if (leads && phase === 'order') return null
      return phase === 'collect' ? closedTile(actor, action.bouwsteen) : 'phase-forbids'
    case 'editNote':
      // Two people may write in one note: enriching each other's notes is what rotating tables are for.
      return phase === 'collect' || (leads && phase === 'order') ? null : 'phase-forbids'
    case 'moveNote':
      if (phase === 'collect') return null
      if (phase !== 'order') return 'phase-forbids'
      return leads || actor.mayOrder ? null : 'role-forbids'
    case 'binNote':
    case 'binReply':
      if (!open) return 'phase-forbids'
      return leads || writesAs(actor, action.author) ? null : 'not-yours'
    case 'orderLines':
      if (!open) return 'phase-forbids'
      return leads || actor.mayOrder ? null : 'role-forbids'
    case 'writeProposal':
    case 'binProposal':
      // What is voted on stays as it reads on the ballot, and nothing comes beside it, until the result is known.
      if (stage === 'vote') return 'vote-under-way'
      return phase === 'order' || phase === 'decide' ? unlessOthers(actor, action) : 'phase-forbids'
    case 'nameMissing':
    case 'dropMissing':
    case 'writeResult':
    case 'binResult':
      return open || phase === 'decide' ? unlessOthers(actor, action) : 'phase-forbids'
    case 'writeCement':
    case 'reply':
    case 'react':
      // Also while ordering: it is then that people see what belongs together, and none of it changes a note.
      return open ? null : 'phase-forbids'
    case 'binCement':
      if (!open) return 'phase-forbids'
      return leads || actor.mayOrder || action.author === actor.id ? null : 'not-yours'
    case 'editReply':
    case 'changeReaction':
      // In somebody's own name, so that not even who leads puts other words there.
      if (!open) return 'phase-forbids'
      return action.author === actor.id ? null : 'not-yours'
    case 'writeDesk':
      if (leads) return 'role-forbids'
      return stage === 'desks' ? closedTile(actor, action.bouwsteen) : 'desk-closed'
    case 'writeStatement':
      return phase === 'statement' ? null : 'phase-forbids'
    case 'writeDefinition':
    case 'declareIntent':
    case 'consent':
    case 'consentForOthers':
    case 'castVote':
    case 'voteForOthers':
      return ownSay(action.type, leads, stage)
    default:
      return assertNever(action)
  }
}

/** What a step keeps for some. Replies, reactions and one's own desk are everybody's in every step: they put nothing in another's words. */
const writing: readonly Action['type'][] = [
  ...(['addNote', 'editNote', 'binNote', 'writeProposal', 'binProposal', 'writeStatement'] as const),
  ...(['writeResult', 'binResult', 'writeCement', 'binCement'] as const),
]
const moving: readonly Action['type'][] = ['moveNote', 'orderLines']

/** Why the present step keeps an action for others; who leads is not bound. */
function inStep({ id, role, mayOrder, rights }: Actor, { type }: Action): PermissionRefusal | null {
  if (!rights || role === 'facilitator') return null
  if (writing.includes(type)) {
    if (rights.write === 'leads') return 'leads-write'
    // While nobody sits at a table there is none to write for.
    return rights.write === 'scribes' && rights.scribes?.includes(id) === false ? 'scribes-write' : null
  }
  if (!moving.includes(type)) return null
  if (rights.move === 'leads') return 'leads-move'
  return rights.move === 'orderers' && !mayOrder ? 'orderers-move' : null
}

/** What is a partner's own: who leads the process has no say in its content, but may write down what others say. */
function ownSay(
  type: 'writeDefinition' | 'declareIntent' | 'consent' | 'consentForOthers' | 'castVote' | 'voteForOthers',
  leads: boolean,
  stage: Stage,
): 'role-forbids' | 'phase-forbids' | null {
  if (leads && type !== 'voteForOthers' && type !== 'consentForOthers') return 'role-forbids'
  if (type === 'writeDefinition') return unless(stage === 'preparation')
  if (type === 'consent' || type === 'consentForOthers') return unless(stage === 'statement')
  if (type === 'declareIntent') return unless(stage === 'statement' || stage === 'sign')
  return unless(stage === 'decide' || stage === 'vote')
}

/** While people write on their desks, what lies on the board may be worked on; nothing is added to it. */
function phaseIn(stage: Stage): Exclude<Stage, 'desks' | 'preparation' | 'vote'> {
  if (stage === 'desks' || stage === 'preparation') return 'collect'
  return stage === 'vote' ? 'decide' : stage
}

const unless = (allowed: boolean): 'phase-forbids' | null => (allowed ? null : 'phase-forbids')

/** What somebody brought is taken away by them or who leads; what names nobody is everybody's. */
function unlessOthers({ id, role }: Actor, action: Action): 'not-yours' | null {
  return !('author' in action) || role === 'facilitator' || action.author === id ? null : 'not-yours'
}

/** Who leads adds notes anywhere: they type what came in otherwise. */
function closedTile({ role, addsTo }: Actor, bouwsteen: Bouwsteen | undefined): 'tile-closed' | null {
  if (bouwsteen === undefined || !addsTo || role === 'facilitator') return null
  return addsTo.includes(bouwsteen) ? null : 'tile-closed'
}

const writesAs = ({ id, pens = [] }: Actor, author: string | null): boolean =>
  author === id || pens.some(pen => pen.author === author)
