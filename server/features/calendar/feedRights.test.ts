import { beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#domain/ids.ts'
import type { GrantedRole } from '#domain/permissions.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { entriesOf, readCalendarFile, subscribed, uidsOf } from '#tests/support/calendarFile.ts'
import { addTalk, firstSecretaryOf } from '#tests/support/integrityRecords.ts'
import { firstOf } from '#tests/support/meetings.ts'

const api = useApi()
let bureau: SmallBureau
beforeEach(async () => void (bureau = await smallBureau(api.world.db)))
const ofRole = (role: GrantedRole) => subscribed(api, bureau.tokens[role])

describe('a calendar’s rights', () => {
  it('are those of the moment: what a role gave goes with it, and what a new one gives comes', async () => {
    const read = await ofRole('branch-secretary')
    const places = async () =>
      new Set(uidsOf(await entriesOf(read), 'duty').map((uid) => uid.slice(5, 41)))
    const { branchA, branchB, groupA1, groupA2 } = bureau
    expect(await places()).toEqual(new Set([branchA.id, groupA1.id, groupA2.id]))
    await api.world.db
      .updateTable('assignment')
      .set({ organization_id: branchB.id })
      .where('role', '=', 'branch-secretary')
      .execute()
    expect(await places()).toEqual(new Set([branchB.id]))
    await api.world.db
      .updateTable('assignment')
      .set({ role: 'leader' })
      .where('role', '=', 'branch-secretary')
      .execute()
    expect(await places()).toEqual(new Set())
  })

  it('never hold anything of talks: not for those concerned, 纪检委员 or 党委书记 either', async () => {
    const { db } = api.world
    const { groupA1, inA1, inA2 } = bureau
    const { talk, followUp } = await addTalk(db, {
      at: groupA1,
      talkee: inA1[1] ?? '',
      talker: firstOf(inA2),
      secret: '绝密',
    })
    await db.updateTable('talk_follow_up').set({ due_on: '2026-12-01' }).execute()
    const roles = Object.keys(bureau.tokens) as GrantedRole[]
    const readers = await Promise.all(
      roles.filter((role) => !/admin|auditor/.test(role)).map((role) => ofRole(role)),
    )
    readers.push(await subscribed(api, await firstSecretaryOf(db, bureau)))
    expect(readers).toHaveLength(7)
    for (const read of readers) {
      const text = (await read()).replaceAll('\r\n ', '')
      for (const word of ['绝密', '谈话', talk, followUp]) expect(text).not.toContain(word)
    }
  })

  it('is told when a list is longer than a calendar holds', async () => {
    const meetings = Array.from({ length: 501 }, (_, at) => ({
      id: newId(),
      organization_id: bureau.branchA.id,
      types: ['theme-day'],
      title: `会议 ${at}`,
      held_on: '2026-11-20',
      started_at: '09:00',
      place: '会议室',
      chair_id: firstOf(bureau.inA2),
      recorder_id: firstOf(bureau.inA2),
      agenda: '[]',
      guests: '[]',
      speeches: '[]',
      resolutions: '[]',
      status: 'draft',
      expected: 9,
      present: 8,
      created_by: firstOf(bureau.inA2),
      created_at: '2026-11-20T02:00:00Z',
    }))
    const read = await ofRole('branch-secretary')
    const cut = '每类只列 500 项'
    expect(await read()).not.toContain(cut)
    await api.world.db.insertInto('meeting').values(meetings).execute()
    const text = await read()
    expect(text.replaceAll('\r\n ', '')).toContain(cut)
    expect(uidsOf(readCalendarFile(text).entries, 'meeting')).toHaveLength(500)
    for (const line of text.split('\r\n')) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      expect(line).not.toMatch(/\p{Cc}/u)
    }
  })
})
