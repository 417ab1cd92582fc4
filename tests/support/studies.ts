import type { Given } from '#domain/contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import type { StudyRecord } from '#domain/studies.ts'
import type { TestApi } from './api.ts'
import type { Placed } from './bureau.ts'

export type StudyBody = NonNullable<Given<typeof studiesContract.create>['body']>

/** A training of two hours last Friday, closed, at which `present` were; say what matters. */
export const aStudy = (
  organ: Placed,
  present: readonly MemberId[],
  over: Partial<StudyBody> = {},
): StudyBody => ({
  organizationId: organ.id,
  kind: 'training',
  topic: '窗口服务规范培训',
  heldOn: '2026-11-20',
  minutes: 120,
  audience: present.map((memberId) => ({ memberId, present: true })),
  advance: 'close',
  ...over,
})

export const recorded = async (
  api: TestApi,
  token: string,
  body: StudyBody,
): Promise<StudyRecord> => (await api.call(token, studiesContract.create, { body })).body
