import { servicesContract } from '#domain/services.contract.ts'
import type { ServiceRecord } from '#domain/services.ts'
import type { Door } from '#server/door.ts'
import { implement } from '#server/http/implement.ts'
import {
  certify,
  listCertificates,
  revokeCertificate,
  showCertificate,
  verify,
} from './certificates.ts'
import { confirmMany } from './confirmMany.ts'
import { countYear } from './counts.ts'
import { exportList } from './exports.ts'
import { appeal, confirm, sendBack, withdraw } from './moves.ts'
import { listServices } from './queries.ts'
import { readService, storedRows } from './record.ts'
import { standing } from './standing.ts'
import { withThemeDays } from './themeDays.ts'
import { changeOne, keepMany, keepOne } from './write.ts'

/** For the audit log: which service, when and how much; never for whom it was. */
function noted(door: Door, record: ServiceRecord, reason?: string): ServiceRecord {
  const { kind, servedOn, visits } = record
  door.note({ detail: { kind, servedOn, visits, ...(reason !== undefined && { reason }) } })
  return record
}

/** 志愿服务: a member logs, a group leader or secretary confirms or returns, the member may appeal. */
export const services = implement(servicesContract, {
  list: (door, { query }) => listServices(door, query),
  counts: (door, { query }) => countYear(door, query.organization, query.year),
  exportList,
  standing,
  certificates: (door, { query }) => listCertificates(door, query.member),
  certificate: (door, { params }) => showCertificate(door, params.id),
  certify,
  revokeCertificate,
  verify,
  show: (door, { params }) => readService(door, params.id),

  create: async (door, { body }) => {
    const { memberId: _, ...entry } = body
    return noted(door, await readService(door, await keepOne(door, entry)))
  },

  createMany: async (door, { body }) => {
    const { kept, refused } = await keepMany(door, body.entries)
    const records = await withThemeDays(door, await storedRows(door, kept))
    door.note({
      organizationId: records[0]?.organizationId ?? null,
      detail: { kept: kept.length, refused: refused.length },
    })
    return { kept: records, refused }
  },

  change: async (door, { params, body }) => noted(door, await changeOne(door, params.id, body)),
  appeal: async (door, { params, body }) =>
    noted(door, await appeal(door, params.id, body.reason), body.reason),
  withdraw: async (door, { params, body }) =>
    noted(door, await withdraw(door, params.id, body.reason), body.reason),
  confirm: async (door, { params }) => noted(door, await confirm(door, params.id)),
  sendBack: async (door, { params, body }) =>
    noted(door, await sendBack(door, params.id, body.reason), body.reason),

  confirmMany: async (door, input) => {
    const answer = await confirmMany(door, input)
    door.note({
      detail: { confirmed: answer.confirmed.length, refused: answer.refused.length },
    })
    return answer
  },
})
