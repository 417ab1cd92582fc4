import { z } from 'zod'
import { certificateNumberOf } from './certificates.ts'
import { day, line, year } from './common.ts'
import { change, contract, csvFile, inScope, pageOf, read, signedIn, write } from './contract.ts'
import { certificateId, memberId, organizationId, serviceId } from './ids.ts'
import {
  certificate,
  certificateCheck,
  certificateRevocation,
  confirmation,
  confirmedServices,
  keptServices,
  newService,
  newServices,
  reasoned,
  serviceCounts,
  serviceEntry,
  serviceExport,
  serviceFilter,
  serviceRecord,
  serviceRow,
  serviceStanding,
  serviceSum,
} from './services.ts'

const one = z.strictObject({ id: serviceId })

export const servicesContract = contract('services', {
  /** `sum` goes over every row of the filter. */
  list: read('/services', {
    query: serviceFilter,
    returns: pageOf(serviceRow).extend({ sum: serviceSum }),
    access: inScope('services.read'),
  }),
  /** The rows of `list` as a file. A write, since it stands in the audit log who took what away; not kept for repeats. */
  exportList: write('/services/export', {
    body: serviceExport,
    returns: csvFile,
    access: inScope('services.read'),
    audit: 'service.exported',
    secret: true,
  }),
  counts: read('/services/counts', {
    query: z.strictObject({ organization: organizationId, year }),
    returns: serviceCounts,
    access: inScope('services.read'),
  }),
  /** Of one member; there is no list of several, and no order among persons anywhere. */
  standing: read('/services/standing', {
    query: z.strictObject({ member: memberId, year }),
    returns: serviceStanding,
    access: inScope('services.read'),
  }),
  certificates: read('/services/certificates', {
    query: z.strictObject({ member: memberId }),
    returns: z.array(certificate),
    access: inScope('services.read'),
  }),
  /** Is there a certificate of this number for this name, and as it was issued? */
  verify: read('/services/certificates/check', {
    query: z.strictObject({ number: certificateNumberOf('FW'), name: line(1, 50) }),
    returns: certificateCheck,
    access: signedIn,
  }),
  certificate: read('/services/certificates/:id', {
    params: z.strictObject({ id: certificateId }),
    returns: certificate,
    access: inScope('services.read'),
  }),
  /** 谁记录谁证明, free of charge (67号令): from confirmed volunteer hours of a period. */
  certify: write('/services/certificates', {
    body: z.strictObject({ memberId, from: day, to: day }),
    returns: certificate,
    access: inScope('services.certify'),
    audit: 'service.certified',
  }),
  /** By those who may issue it: it stays, with the day and the reason, and its number tells so. */
  revokeCertificate: write('/services/certificates/:id/revoke', {
    params: z.strictObject({ id: certificateId }),
    body: certificateRevocation,
    returns: certificate,
    access: inScope('services.certify'),
    audit: 'service.certificate-revoked',
    versioned: true,
  }),
  show: read('/services/:id', {
    params: one,
    returns: serviceRecord,
    access: inScope('services.read'),
  }),
  /** One's own, whoever one is beside. */
  create: write('/services', {
    body: newService,
    returns: serviceRecord,
    access: inScope('services.log'),
    audit: 'service.logged',
  }),
  createMany: write('/services/batch', {
    body: newServices,
    returns: keptServices,
    access: inScope('services.log'),
    audit: 'service.logged-many',
  }),
  /** Until it is confirmed; a returned one is thereby handed in again. */
  change: change('/services/:id', {
    params: one,
    body: serviceEntry,
    returns: serviceRecord,
    access: inScope('services.log'),
    audit: 'service.changed',
  }),
  appeal: write('/services/:id/appeal', {
    params: one,
    body: reasoned,
    returns: serviceRecord,
    access: inScope('services.log'),
    audit: 'service.appealed',
    versioned: true,
  }),
  /** The row stays; what it counted no longer counts. */
  withdraw: write('/services/:id/withdraw', {
    params: one,
    body: reasoned,
    returns: serviceRecord,
    access: inScope('services.log'),
    audit: 'service.withdrawn',
    versioned: true,
  }),
  confirm: write('/services/:id/confirm', {
    params: one,
    returns: serviceRecord,
    access: inScope('services.confirm'),
    audit: 'service.confirmed',
    versioned: true,
  }),
  /** A page at once; each record in the version that was seen. */
  confirmMany: write('/services/confirm', {
    body: confirmation,
    returns: confirmedServices,
    access: inScope('services.confirm'),
    audit: 'service.confirmed-many',
  }),
  /** Also takes back a wrong confirmation. */
  sendBack: write('/services/:id/return', {
    params: one,
    body: reasoned,
    returns: serviceRecord,
    access: inScope('services.confirm'),
    audit: 'service.returned',
    versioned: true,
  }),
})
