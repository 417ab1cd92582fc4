import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { announcementsContract } from '#domain/announcements.contract.ts'
import type { Operation } from '#domain/contract.ts'
import { dutiesContract, exemptionsContract } from '#domain/duties.contract.ts'
import { holidaysContract } from '#domain/holidays.contract.ts'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { honourClassesContract, honoursContract } from '#domain/honours.contract.ts'
import { integrityContract, talksContract } from '#domain/integrity.contract.ts'
import { makeupsContract, meetingsContract } from '#domain/meetings.contract.ts'
import { membersContract } from '#domain/members.contract.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { GrantedRole } from '#domain/permissions.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import { accountsContract, auditContract, rolesContract } from '#domain/system.contract.ts'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { pages } from './pages.ts'

const page = screenApi()

const lists: [string, Operation, GrantedRole?][] = [
  [paths.members({ stages: 'full', mobile: 'true', sort: '-name' }), membersContract.list],
  [paths.meetings({ types: 'lecture', period: '2026-03', any: 'true' }), meetingsContract.list],
  [paths.makeups({ show: 'overdue', sort: '-heldOn' }), makeupsContract.list],
  [paths.makeups({ mine: 'true' }), makeupsContract.list],
  [paths.announcements({ toRecord: 'true', states: 'open' }), announcementsContract.list],
  [paths.calendar({ month: '2026-10' }), announcementsContract.list],
  [paths.studies({ kinds: ['lecture', 'reading'], due: 'true' }), studiesContract.list],
  [paths.studyHours({ show: 'below', page: 2 }), studiesContract.hoursList],
  [paths.services({ kinds: 'assisted', month: '2026-10', mine: 'false' }), servicesContract.list],
  [paths.serviceStars(), membersContract.show, 'branch-secretary'],
  [paths.serviceStars(), servicesContract.standing, 'branch-secretary'],
  [paths.serviceStars(), servicesContract.certificates, 'branch-secretary'],
  [paths.duties({ states: 'missing', page: 2 }), dutiesContract.matrix],
  [paths.duties({ duty: 'lecture' }), dutiesContract.summary],
  [paths.duties({ view: 'due', task: 'lecture', ofYear: 'true' }), dutiesContract.due],
  [paths.duties({ view: 'exemptions', size: 50 }), exemptionsContract.list],
  [paths.honourSettings({ year: 2025 }), honourClassesContract.list],
  [paths.honourSettings(), holidaysContract.show],
  [paths.honours({ waiting: 'true', state: 'open' }), campaignsContract.list],
  [paths.honourRecords({ states: 'valid', direct: 'true', any: 'true' }), honoursContract.list],
  [paths.integrity(), integrityContract.coverage],
  [paths.integrity({ view: 'people', reached: 'false' }), integrityContract.people],
  [paths.integrity({ view: 'educations', sort: 'name' }), integrityContract.educations],
  [paths.integrity({ view: 'measures', followUp: 'done' }), integrityContract.educationFollowUps],
  [
    paths.integrity({ view: 'responsibilities', due: 'true', any: 'true' }),
    integrityContract.responsibilities,
  ],
  [paths.integrity({ view: 'talks', awaiting: 'true' }), talksContract.list, 'discipline'],
  [paths.integrity({ view: 'followUps' }), talksContract.followUps, 'discipline'],
  [paths.organizations(), organizationsContract.roots],
  [paths.accounts({ q: 'a' }), accountsContract.list, 'system-admin'],
  [paths.roles({ q: 'a' }), rolesContract.list, 'security-admin'],
  [paths.audit({ action: 'a' }), auditContract.list, 'auditor'],
]

test.each(lists)(
  '%s is asked for before the page stands, and once',
  async (to, operation, role) => {
    await page.signIn(role ?? 'organizer')
    const found = pages.find(({ path }) => path === to.replace(/\?.*/, ''))
    const { loader } = (await found?.lazy()) ?? {}
    const request = new Request(new URL(to, 'http://test'))
    // What is asked by the loader alone.
    await loader?.({ request, params: {}, context: {} } as never, undefined)
    await waitFor(() => expect(page.of(operation)).toHaveLength(1))
    await page.open(to)
    await screen.findByRole('heading', { level: 1 })
    await waitFor(() => expect(page.sent.every(({ status }) => status > 0)).toBe(true))
    expect(page.of(operation)).toHaveLength(1)
  },
)
