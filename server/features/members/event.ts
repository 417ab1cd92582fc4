import type { MemberEvent } from '#domain/memberBook.ts'

/** An entry of the timeline; what it does not open is null. */
export const event = (
  on: string,
  kind: MemberEvent['kind'],
  text: string,
  organizationName: string | null = null,
  opens: Opens = {},
): MemberEvent => ({
  on,
  kind,
  text,
  organizationName,
  meetingId: null,
  studyId: null,
  serviceId: null,
  honourId: null,
  educationId: null,
  ...opens,
})

/** The record that an event leads to. */
type Opens = Partial<
  Pick<MemberEvent, 'meetingId' | 'studyId' | 'serviceId' | 'honourId' | 'educationId'>
>
