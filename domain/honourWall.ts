import { z } from 'zod'
import { campaignRecord } from './campaigns.ts'
import { day } from './common.ts'
import { boardFilter, classCode, honourRow } from './honours.ts'
import { honourId } from './ids.ts'

/**
 * The honour board as it hangs on the wall, for everybody who belongs below the organ that decided: what was published
 * with the decision, and who is on public notice now (handbook §7). No person's id is in it, nor anything of how it came
 * about.
 */
export const wallFilter = boardFilter.omit({ organization: true })
export type WallFilter = z.output<typeof wallFilter>

export const wallRow = honourRow
  .pick({
    classCode: true,
    className: true,
    subject: true,
    organizationName: true,
    subjectName: true,
    crew: true,
    citation: true,
    decidedOn: true,
    documentNumber: true,
    validTo: true,
    portrait: true,
  })
  .extend({
    /** Null where the record behind it is not the reader's to open. */
    id: honourId.nullable(),
  })
export type WallRow = z.infer<typeof wallRow>

/** 公示 that runs today: who is proposed, and to whom an objection is told. */
export const publicNotice = z.object({
  title: z.string(),
  classCode,
  className: z.string(),
  organ: z.string(),
  from: day,
  to: day,
  place: z.string().nullable(),
  nominees: campaignRecord.shape.publicity,
})
export type PublicNotice = z.infer<typeof publicNotice>

export const honourWall = z.object({
  asOf: day,
  rows: z.array(wallRow),
  total: z.number().int(),
  notices: z.array(publicNotice),
})
