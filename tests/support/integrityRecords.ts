import type { Kysely } from 'kysely'
import { newId } from '#domain/ids.ts'
import type { TalkKind } from '#domain/integrity.ts'
import { addCounts } from '#server/counts/deltas.ts'
import type { Tables } from '#server/db/tables.ts'
import { addAccount, addMember, type Placed, type SmallBureau } from './bureau.ts'
import { testNow } from './world.ts'

type Db = Kysely<Tables>

interface NewTalk {
  at: Placed
  talkee: string
  talker: string
  kind?: TalkKind
  on?: string
  /** What must not be seen. */
  secret?: string
}

/** A talk with one late follow-up, straight into the tables and the counts. */
export async function addTalk(
  db: Db,
  { at, talkee, talker, kind = 'reminder-talk', on = '2026-05-12', secret = '事由' }: NewTalk,
): Promise<{ talk: string; followUp: string }> {
  const talk = newId()
  const followUp = newId()
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('talk')
      .values({
        id: talk,
        organization_id: at.id,
        kind,
        occasion: 'sign',
        talker_id: talker,
        talkee_id: talkee,
        talker_name: '谈话人',
        talkee_name: `${secret}对象`,
        talker_posts: ['secretary'],
        held_on: on,
        place: '谈话室',
        reason: `${secret}原因`,
        points: `${secret}要点`,
        statement: `${secret}表态`,
        acknowledged_on: null,
        recorded_by: '纪检',
        recorded_at: testNow,
        withdrawn_at: null,
        withdraw_reason: null,
      })
      .execute()
    await trx
      .insertInto('talk_follow_up')
      .values({
        id: followUp,
        talk_id: talk,
        what: `${secret}后续`,
        due_on: '2026-06-30',
        done_on: null,
        result: null,
      })
      .execute()
    const month = on.slice(0, 7)
    await addCounts(trx, at.id, [
      { month, kind: 'integrity:talk', count: 1 },
      { month, kind: `integrity:talk:${kind}`, count: 1 },
    ])
  })
  return { talk, followUp }
}

/** 党委书记 of the small bureau: nobody grants the role, it comes with the post. @returns the token */
export async function firstSecretaryOf(db: Db, bureau: SmallBureau): Promise<string> {
  const member = await addMember(db, { name: '党委首长', at: bureau.branchB })
  await db
    .insertInto('post')
    .values({
      id: newId(),
      organization_id: bureau.committee.id,
      member_id: member,
      post: 'secretary',
      started_on: '2025-01-01',
      ended_on: null,
    })
    .execute()
  return (await addAccount(db, { login: 'first', roles: [], memberId: member })).token
}

/** One record of each kind of 廉洁教育 at a place; the talk concerns `member`. */
export async function integrityAt(db: Db, place: Placed, member: string, name: string) {
  const talker = await addMember(db, { name: `${name}谈`, at: place })
  const { talk, followUp } = await addTalk(db, { at: place, talkee: member, talker })
  const education = newId()
  await db
    .insertInto('warning_education')
    .values({
      id: education,
      organization_id: place.id,
      title: '警示教育大会',
      theme: '以案为鉴',
      held_on: '2026-06-10',
      place: null,
      meeting_id: null,
      expected: 1,
      present: 1,
      recorded_by: '纪检',
      recorded_at: testNow,
      withdrawn_at: null,
      withdraw_reason: null,
    })
    .execute()
  await db
    .insertInto('education_attendance')
    .values({
      education_id: education,
      organization_id: place.id,
      place_id: place.id,
      member_id: member,
      ordinal: 0,
      name: `${name}甲`,
      organization_name: '组织',
      present: true,
    })
    .execute()
  const measure = newId()
  await db
    .insertInto('education_follow_up')
    .values({
      id: measure,
      education_id: education,
      organization_id: place.id,
      place_id: place.id,
      what: '开展专题讨论',
      due_on: '2026-06-20',
      done_on: null,
      result: null,
      checked_by: null,
    })
    .execute()
  const responsibility = newId()
  await db
    .insertInto('responsibility')
    .values({
      id: responsibility,
      organization_id: place.id,
      year: 2026,
      layer: 'section-head',
      title: '岗位风险排查',
      owner_id: member,
      owner_name: `${name}甲`,
      due_on: '2026-12-01',
      done_on: null,
      evidence: null,
      checked_by: null,
    })
    .execute()
  return {
    education,
    'education-follow-up': measure,
    talk,
    'follow-up': followUp,
    responsibility,
  }
}
