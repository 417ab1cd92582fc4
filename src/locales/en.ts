import { inEnglish } from '#domain/sentences.ts'
import type { Text } from '#lib/i18n.ts'
import { account } from './en/account.ts'
import { announcements } from './en/announcements.ts'
import { cockpit } from './en/cockpit.ts'
import { common } from './en/common.ts'
import { duties } from './en/duties.ts'
import { entry } from './en/entry.ts'
import { frame } from './en/frame.ts'
import { members } from './en/members.ts'
import { organizations } from './en/organizations.ts'
import { honours } from './en/honours.ts'
import { integrity } from './en/integrity.ts'
import { makeups } from './en/makeups.ts'
import { meetings } from './en/meetings.ts'
import { studies } from './en/studies.ts'
import { services } from './en/services.ts'
import { system } from './en/system.ts'
import { ui } from './en/ui.ts'
import { workbench } from './en/workbench.ts'

export const en: Text = {
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
  said: inEnglish,
}
