import type { Text } from '#lib/i18n.ts'
import { account } from './en/account.ts'
import { common } from './en/common.ts'
import { entry } from './en/entry.ts'
import { frame } from './en/frame.ts'
import { members } from './en/members.ts'
import { organizations } from './en/organizations.ts'
import { makeups } from './en/makeups.ts'
import { meetings } from './en/meetings.ts'
import { ui } from './en/ui.ts'

export const en: Text = { account, common, entry, frame, members, organizations, makeups, meetings, ui }
