import { ago, instant } from './clock.ts'
import { randomOf, seedId } from './random.ts'
import type { MeetingRecordPlan } from './records.ts'
import type { SeedRow } from './rows.ts'

/** What was done to the records of the last quarter, as the pipeline writes it; the sealer chains it. */
export const auditRows = (records: readonly MeetingRecordPlan[]): SeedRow<'audit_entry'>[] =>
  records
    .filter(({ plan }) => ago(plan.heldOn) <= 90)
    .flatMap(({ id, plan, content, days, createdBy, signedBy }) => {
      const entry = (
        action: string,
        day: string | null,
        time: string,
        by: { id: string; name: string },
      ): SeedRow<'audit_entry'>[] => {
        if (day === null) return []
        const random = randomOf(`audit:${plan.key}:${action}`)
        const moment = instant(day, time)
        return [
          {
            id: seedId(moment, `audit:${plan.key}:${action}`),
            at: moment,
            account_id: by.id,
            actor: by.name,
            action,
            target_kind: 'meeting',
            target_id: id,
            organization_id: content.organizationId,
            detail: {},
            request_id: seedId(moment, `request:${plan.key}:${action}`),
            // 192.0.2.0/24 is set aside for examples.
            address: `192.0.2.${random.int(10, 199)}`,
          },
        ]
      }
      return [
        ...entry('meeting.created', days.entered, '17:20', createdBy),
        ...entry('meeting.submitted', days.submitted, '17:40', createdBy),
        ...entry('meeting.signed', days.signed, '18:05', signedBy),
        ...entry('meeting.archived', days.archived, '18:10', signedBy),
      ]
    })
    .toSorted((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1))
