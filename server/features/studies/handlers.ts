import { studiesContract } from '#domain/studies.contract.ts'
import { implement } from '#server/http/implement.ts'
import { countStudies } from './counts.ts'
import { exportHours, exportHoursList, exportList } from './exports.ts'
import { listHours, memberHours } from './hours.ts'
import { changeStudy, closeStudy, createStudy, readForMove, reopenStudy } from './moves.ts'
import { audienceOf } from './people.ts'
import { listSeries, listStudies } from './queries.ts'
import { readStudy } from './record.ts'
import { removeStudy } from './write.ts'

/** 学习活动: planned, held, closed; hours come from these and from signed 党课, each once. */
export const studies = implement(studiesContract, {
  list: (door, { query }) => listStudies(door, query),
  series: (door, { query }) => listSeries(door, query.organization),
  counts: (door, { query }) => countStudies(door, query),
  audience: (door, { query }) => audienceOf(door, query.organization, query.on),
  hoursList: (door, { query }) => listHours(door, query),
  hours: (door, { params, query }) => memberHours(door, params.id, query.year),
  exportList,
  exportHours,
  exportHoursList,
  show: (door, { params }) => readStudy(door, params.id),

  create: (door, { body: { advance, ...content } }) => {
    door.note({ detail: { advance } })
    return createStudy(door, content, advance)
  },

  change: async (door, { params, body: { advance, ...content } }) => {
    const record = await readForMove(door, params.id, 'change')
    door.note({ detail: { advance } })
    const { organizationId } = record
    return changeStudy(door, record, { ...content, organizationId }, advance)
  },

  discard: async (door, { params }) => {
    const record = await readForMove(door, params.id, 'discard')
    await removeStudy(door, record)
    const { organizationId, topic, heldOn } = record
    door.note({ organizationId, detail: { title: topic, heldOn } })
    return { ok: true as const }
  },

  close: async (door, { params }) => closeStudy(door, await readForMove(door, params.id, 'close')),

  reopen: async (door, { params, body: { reason } }) => {
    const record = await readForMove(door, params.id, 'reopen')
    door.note({ detail: { reason } })
    return reopenStudy(door, record, reason)
  },
})
