import type { Operation } from './contract.ts'
import { announcementsContract } from './announcements.contract.ts'
import { calendarContract } from './calendar.contract.ts'
import { cockpitContract } from './cockpit.contract.ts'
import { dutiesContract, exemptionsContract } from './duties.contract.ts'
import { integrityContract, talksContract } from './integrity.contract.ts'
import { makeupsContract, meetingsContract } from './meetings.contract.ts'
import { holidaysContract } from './holidays.contract.ts'
import { campaignsContract } from './campaigns.contract.ts'
import { honourClassesContract, honoursContract } from './honours.contract.ts'
import { honourWallContract } from './honourWall.contract.ts'
import { exportsContract } from './exports.contract.ts'
import { membersContract } from './members.contract.ts'
import { organizationsContract } from './organizations.contract.ts'
import { servicesContract } from './services.contract.ts'
import { sessionContract } from './session.contract.ts'
import { studiesContract } from './studies.contract.ts'
import {
  accountsContract,
  auditContract,
  parametersContract,
  rolesContract,
  upkeepContract,
} from './system.contract.ts'
import { workbenchContract } from './workbench.contract.ts'

/** Every contract of the product. What is not here is not served. */
export const contracts = {
  session: sessionContract,
  calendar: calendarContract,
  organizations: organizationsContract,
  members: membersContract,
  announcements: announcementsContract,
  meetings: meetingsContract,
  makeups: makeupsContract,
  studies: studiesContract,
  services: servicesContract,
  duties: dutiesContract,
  cockpit: cockpitContract,
  workbench: workbenchContract,
  exemptions: exemptionsContract,
  honours: honoursContract,
  honourWall: honourWallContract,
  campaigns: campaignsContract,
  honourClasses: honourClassesContract,
  holidays: holidaysContract,
  integrity: integrityContract,
  talks: talksContract,
  parameters: parametersContract,
  accounts: accountsContract,
  roles: rolesContract,
  audit: auditContract,
  upkeep: upkeepContract,
  exports: exportsContract,
}

export const allOperations: readonly Operation[] = Object.values(contracts).flatMap((contract) =>
  Object.values(contract),
)
