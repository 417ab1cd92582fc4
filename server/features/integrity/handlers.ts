import { integrityContract } from '#domain/integrity.contract.ts'
import { implement } from '#server/http/implement.ts'
import { coverageOf } from './coverage.ts'
import { peopleOf } from './people.ts'
import {
  addFollowUp,
  listEducations,
  readEducation,
  recordEducation,
  withdrawEducation,
} from './educations.ts'
import { finishMeasure, listMeasures, rateOf, reopenMeasure } from './measures.ts'
import {
  checkResponsibility,
  createResponsibility,
  listOwn,
  listResponsibilities,
  removeResponsibility,
  reopenResponsibility,
  reportResponsibility,
  returnResponsibility,
} from './responsibilities.ts'

/** 警示教育, the 责任清单, counts and coverage: what everybody with the right to look may know. */
export const integrity = implement(integrityContract, {
  coverage: (door, { query }) => coverageOf(door, query.organization, query.year),

  people: (door, { query }) => peopleOf(door, query),

  educations: (door, { query }) => listEducations(door, query),

  education: (door, { params }) => readEducation(door, params.id),

  recordEducation: (door, { body }) => recordEducation(door, body),

  withdrawEducation: (door, { params, body }) => withdrawEducation(door, params.id, body.reason),

  educationFollowUps: (door, { query }) => listMeasures(door, query),

  followUpRate: (door, { query }) => rateOf(door, query.organization, query.year),

  addEducationFollowUp: (door, { params, body }) => addFollowUp(door, params.id, body),

  finishEducationFollowUp: (door, { params, body }) => finishMeasure(door, params.id, body),

  reopenEducationFollowUp: (door, { params, body }) => reopenMeasure(door, params.id, body.reason),

  responsibilities: (door, { query }) => listResponsibilities(door, query),

  ownResponsibilities: (door, { query }) => listOwn(door, query),

  reportResponsibility: (door, { params, body }) => reportResponsibility(door, params.id, body),

  returnResponsibility: (door, { params, body }) =>
    returnResponsibility(door, params.id, body.reason),

  createResponsibility: (door, { body }) => createResponsibility(door, body),

  checkResponsibility: (door, { params, body }) => checkResponsibility(door, params.id, body),

  reopenResponsibility: (door, { params, body }) =>
    reopenResponsibility(door, params.id, body.reason),

  removeResponsibility: async (door, { params }) => {
    await removeResponsibility(door, params.id)
    return { ok: true as const }
  },
})
