import type { CampaignRow } from '#domain/campaigns.ts'
import { daysBetween } from '#domain/dates.ts'
import type { HonourRow } from '#domain/honours.ts'
import { dayInProse } from '#lib/format.ts'
import type { Text } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { nameOfClass } from '#parts/nameOfClass.ts'
import type { Todo, Words } from './todoRows.ts'

export const campaignTodo =
  ({ workbench: t, honours }: Words) =>
  ({ id, title, organizationName, next, nextOn }: CampaignRow): Todo => ({
    key: id,
    what: title,
    to: paths.campaign(id),
    note: organizationName,
    when: next === null ? '' : honours.next[next](nextOn ? dayInProse(nextOn) : ''),
    tone: next === 'answer' ? 'warning' : 'neutral',
    action: { label: t.campaign1, to: paths.campaign(id) },
  })

/** An honour that expires soon: extended before, it does not leave the board. */
export const expiringTodo =
  ({ workbench: t, honours }: Pick<Text, 'workbench' | 'honours'>, today: string) =>
  ({ id, subjectName, classCode, className, organizationName, validTo }: HonourRow): Todo => {
    const to = paths.honourRecords({ expiring: 'ours', sort: 'validTo', any: 'true', open: id })
    const days = daysBetween(today, validTo ?? today)
    return {
      key: id,
      what: t.who(subjectName, nameOfClass(honours, classCode, className)),
      to,
      note: t.who(organizationName, t.validTo(validTo ?? '')),
      when: t.termLeft(days),
      tone: days <= 30 ? 'warning' : 'neutral',
      action: { label: t.expiring1, to },
    }
  }

/** A year by whose days off 公示 is counted, and which nobody has entered. */
export const holidaysTodo =
  ({ workbench: t, honours }: Pick<Text, 'workbench' | 'honours'>) =>
  ({ year }: { year: number }): Todo => {
    const to = paths.honourSettings({ year })
    return {
      key: `${year}`,
      what: honours.set.holidays(year),
      to,
      note: t.holidaysNote,
      when: t.holidaysMissing,
      tone: 'warning',
      action: { label: t.holidays1, to },
    }
  }
