import { account } from './zh/account.ts'
import { announcements } from './zh/announcements.ts'
import { cockpit } from './zh/cockpit.ts'
import { common } from './zh/common.ts'
import { duties } from './zh/duties.ts'
import { entry } from './zh/entry.ts'
import { frame } from './zh/frame.ts'
import { members } from './zh/members.ts'
import { organizations } from './zh/organizations.ts'
import { honours } from './zh/honours.ts'
import { integrity } from './zh/integrity.ts'
import { makeups } from './zh/makeups.ts'
import { meetings } from './zh/meetings.ts'
import { studies } from './zh/studies.ts'
import { services } from './zh/services.ts'
import { system } from './zh/system.ts'
import { ui } from './zh/ui.ts'
import { workbench } from './zh/workbench.ts'

/** Every word of the screen. A feature adds its own file in zh/ and en/ and one line here and in en.ts. */
export const zh = {
  account,
  announcements,
  cockpit,
  common,
  duties,
  entry,
  frame,
  members,
  organizations,
  honours,
  integrity,
  makeups,
  meetings,
  studies,
  services,
  system,
  ui,
  workbench,
  /** What a rule of the domain says, in the language of the screen (ADR 17). */
  said: (sentence: string) => sentence,
}
