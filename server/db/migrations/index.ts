import { sql as announcements } from './0028Announcements.ts'
import { sql as groupRounds } from './0029GroupRounds.ts'
import { sql as yearTotals } from './0017YearTotals.ts'
import { sql as honourWall } from './0019HonourWall.ts'
import { sql as calendarFeed } from './0020CalendarFeed.ts'
import { sql as appealsAndRevocations } from './0021AppealsAndRevocations.ts'
import { sql as keyCheck } from './0022KeyCheck.ts'
import { sql as leavePosts } from './0023LeavePosts.ts'
import { sql as unsealedAndAddresses } from './0026UnsealedAndAddresses.ts'
import { sql as namesByPlace } from './0027NamesByPlace.ts'
import { sql as transferLetters } from './0030TransferLetters.ts'
import { sql as termMeeting } from './0040TermMeeting.ts'
import { sql as honourCorrections } from './0041HonourCorrections.ts'
import { sql as talkFollowUpsReopened } from './0042TalkFollowUpsReopened.ts'
import { sql as probation } from './0031Probation.ts'
import { sql as branchStrength } from './0045BranchStrength.ts'
import { sql as minutesNames } from './0046MinutesNames.ts'
import { sql as recountStrength } from './0047RecountStrength.ts'
import { sql as volunteerSums } from './0051VolunteerSums.ts'
import { sql as pastYearHours } from './0052PastYearHours.ts'
import { sql as studyHistory } from './0053StudyHistory.ts'
import { sql as educationReach } from './0033EducationReach.ts'
import { sql as upkeep } from './0034Upkeep.ts'
import { sql as publicityChanges } from './0035PublicityChanges.ts'
import { sql as announcementMoves } from './0036AnnouncementMoves.ts'
import { sql as responsibilityReports } from './0037ResponsibilityReports.ts'
import { sql as probationAndLost } from './0038ProbationAndLost.ts'
import { sql as fullOn } from './0025FullOn.ts'
import { sql as house } from './0001House.ts'
import { sql as rowSecurity } from './0002RowSecurity.ts'
import { sql as organizationSearch } from './0003OrganizationSearch.ts'
import { sql as held } from './0004Held.ts'
import { sql as integrity } from './0008Integrity.ts'
import { sql as pathIndex } from './0010PathIndex.ts'
import { sql as portrait } from './0015Portrait.ts'
import { sql as guestParts } from './0016GuestParts.ts'
import { sql as rosterNames } from './0011RosterNames.ts'
import { sql as sessionChanged } from './0012SessionChanged.ts'
import { sql as recount } from './0013Recount.ts'
import { sql as partsAndFollowUps } from './0014PartsAndFollowUps.ts'
import { sql as meetingsOnce } from './0009MeetingsOnce.ts'
import { sql as study } from './0005Study.ts'
import { sql as honour } from './0007Honour.ts'
import { sql as service } from './0006Service.ts'

export interface Migration {
  version: number
  name: string
  sql: string
}

/** Forward only, in order; a landed one is never edited (its checksum is kept in the database). */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'house', sql: house },
  { version: 2, name: 'row-security', sql: rowSecurity },
  { version: 3, name: 'organization-search', sql: organizationSearch },
  { version: 4, name: 'held', sql: held },
  { version: 5, name: 'study', sql: study },
  { version: 6, name: 'service', sql: service },
  { version: 7, name: 'honour', sql: honour },
  { version: 8, name: 'integrity', sql: integrity },
  { version: 9, name: 'meetings-once', sql: meetingsOnce },
  { version: 10, name: 'path-index', sql: pathIndex },
  { version: 11, name: 'roster-names', sql: rosterNames },
  { version: 12, name: 'session-changed', sql: sessionChanged },
  { version: 13, name: 'recount', sql: recount },
  { version: 14, name: 'parts-and-follow-ups', sql: partsAndFollowUps },
  { version: 15, name: 'portrait', sql: portrait },
  { version: 16, name: 'guest-parts', sql: guestParts },
  { version: 17, name: 'year-totals', sql: yearTotals },
  { version: 19, name: 'honour-wall', sql: honourWall },
  { version: 20, name: 'calendar-feed', sql: calendarFeed },
  { version: 21, name: 'appeals-and-revocations', sql: appealsAndRevocations },
  { version: 22, name: 'key-check', sql: keyCheck },
  { version: 23, name: 'leave-posts', sql: leavePosts },
  { version: 25, name: 'full-on', sql: fullOn },
  { version: 26, name: 'unsealed-and-addresses', sql: unsealedAndAddresses },
  { version: 27, name: 'names-by-place', sql: namesByPlace },
  { version: 28, name: 'announcements', sql: announcements },
  { version: 29, name: 'group-rounds', sql: groupRounds },
  { version: 30, name: 'transfer-letters', sql: transferLetters },
  { version: 31, name: 'probation', sql: probation },
  { version: 33, name: 'education-reach', sql: educationReach },
  { version: 34, name: 'upkeep', sql: upkeep },
  { version: 35, name: 'publicity-changes', sql: publicityChanges },
  { version: 36, name: 'announcement-moves', sql: announcementMoves },
  { version: 37, name: 'responsibility-reports', sql: responsibilityReports },
  { version: 38, name: 'probation-and-lost', sql: probationAndLost },
  { version: 40, name: 'term-meeting', sql: termMeeting },
  { version: 41, name: 'honour-corrections', sql: honourCorrections },
  { version: 42, name: 'talk-follow-ups-reopened', sql: talkFollowUpsReopened },
  { version: 45, name: 'branch-strength', sql: branchStrength },
  { version: 46, name: 'minutes-names', sql: minutesNames },
  { version: 47, name: 'recount-strength', sql: recountStrength },
  { version: 51, name: 'volunteer-sums', sql: volunteerSums },
  { version: 52, name: 'past-year-hours', sql: pastYearHours },
  { version: 53, name: 'study-history', sql: studyHistory },
]
