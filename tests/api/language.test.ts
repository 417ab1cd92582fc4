import { describe, expect, it } from 'vitest'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { organizations } from '#server/features/organizations/handlers.ts'
import { parameters } from '#server/features/parameters/handlers.ts'
import { services } from '#server/features/services/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'

const api = useApi([...meetings, ...organizations, ...parameters, ...services])

interface Ask {
  token: string | null
  path: string
  body: unknown
  method?: string
  version?: number
}

let pressed = 0

async function ask(language: string, { token, path, body, method = 'POST', version }: Ask) {
  const response = await api.app.request(`/api${path}`, {
    method,
    headers: {
      'Accept-Language': language,
      'Content-Type': 'application/json',
      'Idempotency-Key': `language-${++pressed}`,
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(version !== undefined && { 'If-Match': `"v${version}"` }),
    },
    body: JSON.stringify(body),
  })
  return (await response.json()) as { message: string; fields?: object; refused?: object[] }
}

describe('a refusal', () => {
  it('reads in the language that the page asks in: fields, reasons, built-in sentences, lines of a batch', async () => {
    const { tokens, branchB, groupA1, inB } = await smallBureau(api.world.db)
    const signed = await held(
      api,
      tokens.organizer,
      aMeeting(branchB, firstOf(inB), { advance: 'sign' }),
    )
    const token = tokens.organizer
    const both = async (what: Ask) => [await ask('zh-CN', what), await ask('en', what)]

    const submit = {
      token,
      path: `/meetings/${signed.id}/submit`,
      body: {},
      version: signed.version,
    }
    expect((await both(submit)).map(({ message }) => message)).toEqual([
      '当前状态下不能这样做：记录已经审签',
      'Not possible in this state: Already signed',
    ])

    const twin = aMeeting(branchB, firstOf(inB), { title: 'x'.repeat(300), recorderId: undefined })
    expect(
      (await both({ token, path: meetingsContract.create.path, body: twin })).map(
        ({ fields }) => fields,
      ),
    ).toEqual([
      { 'body.title': '最多 120 个字', 'body.recorderId': '请填写' },
      { 'body.title': 'At most 120 characters', 'body.recorderId': 'Required' },
    ])
    const same = aMeeting(branchB, firstOf(inB))
    expect(
      (await both({ token, path: '/meetings', body: same })).map(({ fields }) => fields),
    ).toEqual([
      { 'body.startedAt': '同一时间已有同类会议《十一月支部党员大会》，请勿重复记录' },
      {
        'body.startedAt':
          'At that hour the meeting “十一月支部党员大会” of the same kind is recorded already',
      },
    ])

    const below = { parentId: groupA1.id, kind: 'branch', name: '新支部', foundedOn: '2026-01-01' }
    expect(
      (await both({ token, path: '/organizations', body: below })).map(({ fields }) => fields),
    ).toEqual([
      { 'body.parentId': '党小组下不能设党支部，请选择党委或党总支' },
      { 'body.parentId': 'A group cannot hold a branch: choose a committee or a general branch' },
    ])

    const days = { key: 'makeup.days', value: 0, from: '2026-12-01', reason: '党委会议决定' }
    const [zh, en] = await both({ token, path: '/parameters', body: days })
    expect(JSON.stringify(zh?.fields)).toMatch(/\p{Script=Han}/u)
    expect(JSON.stringify(en?.fields)).toMatch(/"body.value":"\P{Script=Han}+"/u)

    const entries = [{ kind: 'assisted', servedOn: '2027-01-01', visits: 1 }]
    const batch = { token: tokens.member, path: '/services/batch', body: { entries } }
    expect((await both(batch)).map(({ refused }) => refused)).toEqual([
      [{ line: 0, fields: { servedOn: expect.stringContaining('服务日期不能晚于今天') } }],
      [{ line: 0, fields: { servedOn: expect.stringContaining('cannot be after today') } }],
    ])
  })
})
