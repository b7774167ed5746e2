import { firstMeetingDay, type Meeting } from '#lib/domain/meeting.ts'
import { type Context, mustLead, Refused } from '../context.ts'

/** Sets when and where the network meets again, in the place of what was set before; null: nothing is agreed. */
export async function setMeeting(context: Context, meeting: Meeting | null): Promise<null> {
  mustLead(context)
  if (meeting && meeting.date < firstMeetingDay(context.at)) throw new Refused('day-is-over')
  await context.tx.saveRoom({ ...(await context.tx.room()), meeting })
  return null
}
