import { describe, expect, it } from 'vitest'
import type { MemberId } from '#domain/ids.ts'
import type { ResolutionKind } from '#domain/meetings.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { decide } from '#tests/support/decide.ts'
import { addAccount, addMember, addOrganization } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'

const api = useApi(meetings)

interface Vote {
  kind: ResolutionKind
  yes: number
  no?: number
  written?: number
  secretBallot?: boolean
}

/**
 * A branch of `voters` full members and two without a vote, of whom `present` voters and both others came; the verdicts
 * of what they decided: quorum of the meeting, then quorum and majority of the vote.
 */
async function decided(voters: number, present: number, vote: Vote) {
  const branch = await addOrganization(api.world.db, { kind: 'branch', name: '算术支部' })
  const ids: MemberId[] = []
  for (let n = 0; n < voters; n++)
    ids.push(
      await addMember(api.world.db, {
        name: `党员${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'[n]}`,
        at: branch,
      }),
    )
  const subject = await addMember(api.world.db, { name: '预备', at: branch, stage: 'probationary' })
  await addMember(api.world.db, { name: '察看', at: branch, rights: 'probation' })
  const { token } = await addAccount(api.world.db, {
    login: 'organizer',
    roles: [{ role: 'organizer', at: branch }],
  })
  const missing = ids.slice(present)
  const record = await held(
    api,
    token,
    aMeeting(branch, firstOf(ids), {
      advance: 'submit',
      attendance: missing.map((memberId, index) => ({
        memberId,
        status: 'leave',
        reason: '出差',
        writtenOpinion: index < (vote.written ?? 0),
      })),
      resolutions: [
        {
          title: '同意',
          text: '学习认真，工作踏实。',
          no: 0,
          abstain: 0,
          subjectMemberId: subject,
          ...vote,
        },
      ],
    }),
  )
  const told = firstOf(record.resolutions).verdicts.map(({ status }) => status)
  return { record, verdicts: [firstOf(record.verdicts).status, ...told].join(' ') }
}

describe('§3.2: the denominator is 应到, never 实到', () => {
  const development = { kind: 'development', secretBallot: true } as const
  const election = { kind: 'election', secretBallot: true } as const
  it.each<[number, number, Vote, string]>([
    [16, 8, { kind: 'ordinary', yes: 8 }, 'met met unmet'],
    [16, 9, { kind: 'ordinary', yes: 9 }, 'met met met'],
    [16, 7, { kind: 'ordinary', yes: 7 }, 'unmet unmet unmet'],
    [15, 8, { kind: 'ordinary', yes: 8 }, 'met met met'],
    [16, 8, { ...development, yes: 8 }, 'met unmet unmet'],
    [16, 9, { ...development, yes: 9 }, 'met met met'],
    [16, 9, { ...development, yes: 8, no: 1 }, 'met met unmet'],
    [16, 9, { ...development, yes: 10, written: 1 }, 'met met met'],
    [16, 8, { ...development, yes: 9, written: 1 }, 'met unmet unmet'],
    [16, 9, { kind: 'development', yes: 9 }, 'met met unmet'],
    [15, 8, { ...development, yes: 8 }, 'met met met'],
    [16, 13, { ...election, yes: 7 }, 'met met met'],
    [16, 13, { ...election, yes: 6, no: 7 }, 'met met unmet'],
    [16, 12, { ...election, yes: 12 }, 'met unmet unmet'],
  ])('应到 %i, 实到 %i, %o: %s', async (voters, present, vote, expected) => {
    const { record, verdicts } = await decided(voters, present, vote)
    expect(verdicts).toBe(expected)
    expect(record).toMatchObject({
      status: 'submitted',
      expected: voters + 2,
      present: present + 2,
      voters,
      votersPresent: present,
      verdict: expected.includes('unmet') ? 'unmet' : 'met',
    })
  })

  it('a parameter moves the majority of an election, from its day on', async () => {
    await decide(api.world.db, 'election.basis', 'eligible', '2026-11-01')
    expect((await decided(16, 13, { ...election, yes: 8 })).verdicts).toBe('met met unmet')
  })
})
