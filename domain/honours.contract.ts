import { z } from 'zod'
import { certificateNumberOf } from './certificates.ts'
import { line, year } from './common.ts'
import {
  change,
  contract,
  inScope,
  read,
  readPicture,
  remove,
  signedIn,
  write,
} from './contract.ts'
import {
  boardFilter,
  classCode,
  extension,
  extensionJudged,
  extensionQuestion,
  honourBoard,
  honourCertificate,
  honourCertificateCheck,
  honourPaper,
  honourClass,
  honourClassChange,
  honourCorrection,
  honourCounts,
  honourFilter,
  honourPage,
  honourRecord,
  newHonourClass,
  newPortrait,
  portraitDigest,
  reusedPortrait,
  revocation,
} from './honours.ts'
import { honourId, organizationId } from './ids.ts'

const one = z.strictObject({ id: honourId })

/** 荣誉: what was given, shown on the board, and taken back. */
export const honoursContract = contract('honours', {
  list: read('/honours', {
    query: honourFilter,
    returns: honourPage,
    access: inScope('honours.read'),
  }),
  board: read('/honours/board', {
    query: boardFilter,
    returns: honourBoard,
    access: inScope('honours.read'),
  }),
  counts: read('/honours/counts', {
    query: z.strictObject({ organization: organizationId, year }),
    returns: honourCounts,
    access: inScope('honours.read'),
  }),
  show: read('/honours/:id', {
    params: one,
    returns: honourRecord,
    access: inScope('honours.read'),
  }),
  /** By the organ that decided; the record and the events stay. */
  revoke: write('/honours/:id/revoke', {
    params: one,
    body: revocation,
    returns: honourRecord,
    access: inScope('honours.manage'),
    audit: 'honour.revoked',
    versioned: true,
  }),
  /** What the rules say of an extension before it is decided. */
  extension: read('/honours/:id/extension', {
    params: one,
    query: extensionQuestion,
    returns: extensionJudged,
    access: inScope('honours.manage'),
  }),
  /** A later last day, by the organ that decided; an expired honour comes back to the board. */
  extend: write('/honours/:id/extension', {
    params: one,
    body: extension,
    returns: honourRecord,
    access: inScope('honours.manage'),
    audit: 'honour.extended',
    versioned: true,
  }),
  /** A wrong word, or a wrong number of the decision, which all that it gave carry. */
  correct: write('/honours/:id/correction', {
    params: one,
    body: honourCorrection,
    returns: honourRecord,
    access: inScope('honours.manage'),
    audit: 'honour.corrected',
    versioned: true,
  }),
  portrait: readPicture('/honours/:id/portrait/:digest', {
    params: one.extend({ digest: portraitDigest }),
    access: inScope('honours.read'),
  }),
  setPortrait: write('/honours/:id/portrait', {
    params: one,
    body: newPortrait,
    returns: honourRecord,
    access: inScope('honours.manage'),
    audit: 'honour.portrait-set',
    versioned: true,
  }),
  /** The picture that hangs at an earlier honour of the same subject, with the consent given anew. */
  reusePortrait: write('/honours/:id/portrait/earlier', {
    params: one,
    body: reusedPortrait,
    returns: honourRecord,
    access: inScope('honours.manage'),
    audit: 'honour.portrait-reused',
    versioned: true,
  }),
  removePortrait: remove('/honours/:id/portrait', {
    params: one,
    returns: honourRecord,
    access: inScope('honours.manage'),
    audit: 'honour.portrait-removed',
  }),
  /** 荣誉证书, once for each honour: asked again, the one that was issued. */
  certify: write('/honours/:id/certificate', {
    params: one,
    returns: honourCertificate,
    access: inScope('honours.manage'),
    audit: 'honour.certified',
  }),
  certificate: read('/honours/:id/certificate', {
    params: one,
    returns: honourPaper,
    access: inScope('honours.read'),
  }),
  /** Is there a certificate of this number for this name, and what has become of the honour? */
  verify: read('/honours/certificates/check', {
    query: z.strictObject({ number: certificateNumberOf('RY'), name: line(1, 60) }),
    returns: honourCertificateCheck,
    access: signedIn,
  }),
})

const byCode = z.strictObject({ code: classCode })

/** Classes of honours: those of the house and what the bureau adds. Set for all, at the root. */
export const honourClassesContract = contract('honourClasses', {
  list: read('/honour-classes', {
    returns: z.array(honourClass),
    access: inScope('honours.read'),
  }),
  create: write('/honour-classes', {
    body: newHonourClass,
    returns: z.array(honourClass),
    access: inScope('honours.manage'),
    audit: 'honour-class.created',
  }),
  change: change('/honour-classes/:code', {
    params: byCode,
    body: honourClassChange,
    returns: z.array(honourClass),
    access: inScope('honours.manage'),
    audit: 'honour-class.changed',
  }),
})
