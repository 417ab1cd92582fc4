import type { Implemented } from '#server/http/implement.ts'
import { accounts } from './accounts/handlers.ts'
import { announcements } from './announcements/handlers.ts'
import { audit } from './audit/handlers.ts'
import { calendar } from './calendar/handlers.ts'
import { cockpit } from './cockpit/handlers.ts'
import { duties } from './duties/handlers.ts'
import { exemptions } from './exemptions/handlers.ts'
import { exports } from './exports/handlers.ts'
import { honours } from './honours/handlers.ts'
import { integrity } from './integrity/handlers.ts'
import { makeups } from './makeups/handlers.ts'
import { meetings } from './meetings/handlers.ts'
import { members } from './members/handlers.ts'
import { organizations } from './organizations/handlers.ts'
import { parameters } from './parameters/handlers.ts'
import { roles } from './roles/handlers.ts'
import { services } from './services/handlers.ts'
import { session } from './session/handlers.ts'
import { studies } from './studies/handlers.ts'
import { talks } from './talks/handlers.ts'
import { upkeep } from './upkeep/handlers.ts'
import { workbench } from './workbench/handlers.ts'

/** Every feature that is served; each brings its handlers bound to its contract. */
export const features: readonly Implemented[] = [
  ...session,
  ...calendar,
  ...organizations,
  ...members,
  ...announcements,
  ...meetings,
  ...makeups,
  ...studies,
  ...services,
  ...duties,
  ...cockpit,
  ...workbench,
  ...exemptions,
  ...honours,
  ...integrity,
  ...talks,
  ...parameters,
  ...accounts,
  ...roles,
  ...audit,
  ...upkeep,
  ...exports,
]
