import { describe, expect, it } from 'vitest'
import { membersContract as contract } from '#domain/members.contract.ts'
import { addMember, addOrganization, smallBureau } from '#tests/support/bureau.ts'
import { useApi } from '#tests/support/api.ts'
import { members } from './handlers.ts'

const api = useApi(members)
const bureau = () => smallBureau(api.world.db)
const namesOf = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)

describe('names', () => {
  const cases: [typed: string, stored: string, ...searches: string[]][] = [
    ['𠮷野家', '𠮷野家', '𠮷', '𠮷野'],
    ['王𬍛', '王𬍛', '𬍛', 'wang'],
    ['李㛃', '李㛃', '㛃'],
    ['㐂田', '㐂田', '㐂'],
    ['陈䶮', '陈䶮', '䶮'],
    ['宮﨑', '宮﨑', '﨑'],
    ['阿卜杜拉•买买提', '阿卜杜拉·买买提', '拉・买', '阿卜杜拉‧买买提', 'maimaiti'],
    ['买买提·阿布都热合曼·吐尔逊', '买买提·阿布都热合曼·吐尔逊', '热合曼⋅吐'],
    ['迪丽热巴·迪力木拉提', '迪丽热巴·迪力木拉提', 'dilireba'],
    ['欧阳娜娜', '欧阳娜娜', 'ouyang', 'oynn'],
    ['单雄信', '单雄信', 'shan', 'sxx'],
    ['仇英', '仇英', 'qiuying'],
    ['查良镛', '查良镛', 'zhaliang'],
    ['万俟卨', '万俟卨', 'moqi'],
    ['尉迟恭', '尉迟恭', 'yuchi', 'YCG'],
    ['解缙', '解缙', 'xiejin'],
    ['曾国藩', '曾国藩', 'zeng guo'],
    ['区寄', '区寄', 'ouji'],
    ['吕布', '吕布', 'lvbu', 'lü'],
    ['　张　三 ', '张三', '张三', '张 三'],
    ['张\u200d四', '张四', '张四'],
    ['张\u202e五', '张五', '张五'],
    ['null', 'null', 'NULL'],
    ['true', 'true', 'tru'],
  ]

  it('are stored in one spelling, found however they are typed, and sorted as they are read', async () => {
    const { tokens, branchB } = await bureau()
    for (const [typed, stored] of cases) {
      const answer = await api.call(tokens.organizer, contract.create, {
        body: {
          name: typed,
          sex: 'unknown',
          organizationId: branchB.id,
          stage: 'full',
          on: '2026-01-05',
        },
      })
      expect(answer.body.name).toBe(stored)
    }
    const missed: string[] = []
    for (const [, stored, ...searches] of cases) {
      for (const q of searches) {
        const listed = await api.call(tokens.organizer, contract.list, {
          query: { q, organization: branchB.id },
        })
        const picked = await api.call(tokens.organizer, contract.search, { query: { q } })
        if (!namesOf(listed.body.rows).includes(stored) || !namesOf(picked.body).includes(stored))
          missed.push(`${q} for ${stored}`)
      }
    }
    expect(missed).toEqual([])
    const sorted = await api.call(tokens.organizer, contract.list, {
      query: { organization: branchB.id, sort: 'name', size: 100 },
    })
    const surnames = new Set([
      '单雄信',
      '查良镛',
      '曾国藩',
      '仇英',
      '尉迟恭',
      '解缙',
      '区寄',
      '欧阳娜娜',
      '吕布',
      '万俟卨',
    ])
    expect(namesOf(sorted.body.rows).filter((name) => surnames.has(name))).toEqual([
      '吕布',
      '万俟卨',
      '区寄',
      '欧阳娜娜',
      '仇英',
      '单雄信',
      '解缙',
      '尉迟恭',
      '曾国藩',
      '查良镛',
    ])
  })

  it.each(['张', '张三1', '张三😀', '一'.repeat(60), '·张三'])(
    'refuses %s with a sentence',
    async (name) => {
      const { tokens, branchB } = await bureau()
      const answer = await api.call(tokens.organizer, contract.create, {
        body: { name, sex: 'male', organizationId: branchB.id, stage: 'full', on: '2026-01-05' },
      })
      expect(answer.problem.fields?.['body.name']).toMatch(/姓名|间隔号|字/)
    },
  )
})

describe('the picker', () => {
  it('offers the roster as it stood on the day', async () => {
    const { tokens, branchA, branchB } = await bureau()
    await addMember(api.world.db, { name: '钱后来', at: branchB, on: '2026-06-01' })
    const late = async (on: string) =>
      namesOf((await api.call(tokens.leader, contract.search, { query: { q: '钱', on } })).body)
    expect(await late('2026-05-31')).toEqual([])
    expect(await late('2026-06-01')).toEqual(['钱后来'])
    const below = await api.call(tokens.leader, contract.search, {
      query: { organization: branchA.id },
    })
    expect(below.body).toHaveLength(10)
    const left = await addOrganization(api.world.db, {
      kind: 'branch',
      name: '丙支部',
      parent: branchB,
    })
    await addMember(api.world.db, { name: '钱已去', at: left, standing: 'left' })
    expect(await late('2026-11-23')).toEqual(['钱后来'])
  })

  it('still offers who has moved away since, on the days before', async () => {
    const { tokens, inA1, branchB } = await bureau()
    const params = { id: inA1[0] as (typeof inA1)[number] }
    const body = { on: '2026-11-20', reason: '调动', organizationId: branchB.id }
    await api.call(tokens.organizer, contract.changeStatus, { params, body, version: 1 })
    const find = async (q: string, on: string) =>
      namesOf(
        (await api.call(tokens['branch-secretary'], contract.search, { query: { q, on } })).body,
      )
    expect(await find('张伟', '2026-11-19')).toEqual(['张伟'])
    expect(await find('zhangw', '2026-11-19')).toEqual(['张伟'])
    expect(await find('张伟', '2026-11-20')).toEqual([])
  })
})
