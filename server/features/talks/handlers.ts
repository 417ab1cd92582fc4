import { talksContract } from '#domain/integrity.contract.ts'
import { implement } from '#server/http/implement.ts'
import { talkCoverage } from './coverage.ts'
import { listFollowUps, listTalks } from './queries.ts'
import {
  acknowledgeTalk,
  addFollowUp,
  finishFollowUp,
  openTalk,
  recordTalk,
  reopenFollowUp,
  withdrawTalk,
} from './write.ts'

/** 廉政谈话 and 提醒谈话. What a write answers is only the id: answers are kept for repeats. */
export const talks = implement(talksContract, {
  list: (door, { query }) => listTalks(door, query),

  coverage: (door, { query }) => talkCoverage(door, query.organization, query.year),

  open: (door, { params }) => openTalk(door, params.id),

  record: async (door, { body }) => ({ id: await recordTalk(door, body) }),

  withdraw: async (door, { params, body }) => {
    await withdrawTalk(door, params.id, body.reason)
    return params
  },

  acknowledge: async (door, { params }) => {
    await acknowledgeTalk(door, params.id)
    return params
  },

  followUps: (door, { query }) => listFollowUps(door, query),

  addFollowUp: async (door, { params, body }) => {
    await addFollowUp(door, params.id, body)
    return params
  },

  finishFollowUp: async (door, { params, body }) => ({
    id: await finishFollowUp(door, params.id, body),
  }),

  reopenFollowUp: async (door, { params, body }) => ({
    id: await reopenFollowUp(door, params.id, body.reason),
  }),
})
