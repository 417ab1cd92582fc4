import { beforeEach, describe, expect, it } from 'vitest'
import { calendarContract } from '#domain/calendar.contract.ts'
import { newId } from '#domain/ids.ts'
import { accountsContract } from '#domain/system.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'

const api = useApi()
let bureau: SmallBureau
beforeEach(async () => void (bureau = await smallBureau(api.world.db)))

const make = async (token = bureau.tokens['branch-secretary']) =>
  (await api.call(token, calendarContract.make)).body.path
const renew = async (token = bureau.tokens['branch-secretary']) =>
  (await api.call(token, calendarContract.renew)).body.path
const stop = (token = bureau.tokens['branch-secretary']) => api.call(token, calendarContract.stop)
const show = async (token = bureau.tokens['branch-secretary']) =>
  (await api.call(token, calendarContract.show)).body.subscription
/** As a program without a session asks. */
const ask = (path: string, headers: Record<string, string> = {}) =>
  api.app.request(`/api${path}`, { headers: { 'X-Request-Id': 'the-same-for-all', ...headers } })
const isRead = async (path: string) => (await ask(path)).status === 200
const accountOf = async (login: string) =>
  (await api.call(bureau.tokens['system-admin'], accountsContract.list)).body.rows.find(
    (row) => row.login === login,
  )

describe('the address', () => {
  it('is a secret of 256 bits that the store does not hold, nor the audit log', async () => {
    expect(await show()).toBeNull()
    const path = await make()
    expect(path).toMatch(/^\/calendar\/[\w-]{43}\.ics$/)
    expect(await isRead(path)).toBe(true)
    const secret = path.slice('/calendar/'.length, -'.ics'.length)
    const { db } = api.world
    const stored = await db.selectFrom('calendar_feed').selectAll().execute()
    const audited = await db.selectFrom('audit_entry').selectAll().execute()
    const kept = await db.selectFrom('idempotency').selectAll().execute()
    expect(stored).toHaveLength(1)
    expect(JSON.stringify([stored, audited, kept])).not.toContain(secret)
  })

  it('is one: a second is asked for by renewing, and the first stops at once', async () => {
    const first = await make()
    expect(
      (await api.call(bureau.tokens['branch-secretary'], calendarContract.make)).problem,
    ).toEqual({ code: 'state', message: '当前状态下不能这样做：已有订阅地址，需要时请更换地址' })
    expect(await isRead(first)).toBe(true)
    const second = await renew()
    expect([await isRead(first), await isRead(second)]).toEqual([false, true])
    await stop()
    expect(await isRead(second)).toBe(false)
    expect(await show()).toBeNull()
    for (const operation of [calendarContract.renew, calendarContract.stop])
      expect((await api.call(bureau.tokens['branch-secretary'], operation)).problem).toMatchObject({
        code: 'state',
      })
    expect(await isRead(await make())).toBe(true)
  })

  it('is audited when it is made, renewed and stopped, and not when it is read', async () => {
    const path = await make()
    await ask(path)
    await renew()
    await stop()
    const account = await accountOf('secretary')
    const rows = await api.world.db
      .selectFrom('audit_entry')
      .select(['action', 'target_kind', 'target_id', 'account_id'])
      .orderBy('id')
      .execute()
    const row = { target_kind: 'account', target_id: account?.id, account_id: account?.id }
    expect(rows).toEqual([
      { action: 'calendar.made', ...row },
      { action: 'calendar.renewed', ...row },
      { action: 'calendar.stopped', ...row },
    ])
  })

  it('tells when it was last read, written once a minute', async () => {
    const path = await make()
    expect(await show()).toMatchObject({ fetchedAt: null })
    const at = async (instant: string) => {
      api.world.setNow(instant)
      await ask(path)
      return Date.parse((await show())?.fetchedAt ?? '')
    }
    const first = Date.parse('2026-11-23T03:00:00Z')
    expect(await at('2026-11-23T03:00:00Z')).toBe(first)
    expect(await at('2026-11-23T03:00:59Z')).toBe(first)
    expect(await at('2026-11-23T03:01:01Z')).toBe(first + 61_000)
    api.world.setNow('2026-11-23T02:00:00Z')
    // A new address was not read yet.
    await renew()
    expect(await show()).toMatchObject({ fetchedAt: null })
  })
})

describe('whatever is no address in use', () => {
  it('gets one answer, letter for letter', async () => {
    const { db } = api.world
    const tokens = bureau.tokens
    const stopped = await make(tokens.leader)
    await stop(tokens.leader)
    const disabled = await make(tokens.discipline)
    const due = await make(tokens.organizer)
    const roleless = await make(tokens['group-leader'])
    await db
      .updateTable('account')
      .set({ disabled_at: '2026-11-23T01:00:00Z' })
      .where('login', '=', 'discipline')
      .execute()
    await db
      .updateTable('account')
      .set({ must_change: true })
      .where('login', '=', 'organizer')
      .execute()
    await db
      .updateTable('assignment')
      .set({ revoked_at: '2026-11-23T01:00:00Z' })
      .where('role', '=', 'group-leader')
      .execute()
    const used = await make()
    const paths = {
      stopped,
      disabled,
      due,
      roleless,
      unknown: calendarContract.feed.path.replace(':file', `${'A'.repeat(43)}.ics`),
      short: '/calendar/A.ics',
      long: `/calendar/${'A'.repeat(2_000)}.ics`,
      signs: '/calendar/%00%27%20or%20%271%27=%271.ics',
      id: `/calendar/${newId()}`,
      bare: used.slice(0, -'.ics'.length),
      upper: used.replace('.ics', '.ICS'),
      cut: `${used.slice(0, -5)}.ics`,
    }
    const answers = await Promise.all(
      Object.entries(paths).map(async ([name, path]) => {
        const response = await ask(path)
        return [name, response.status, await response.text(), Object.fromEntries(response.headers)]
      }),
    )
    const [first] = answers
    for (const [name, ...rest] of answers)
      expect([name, ...rest]).toEqual([name, ...(first ?? []).slice(1)])
    expect(first?.[1]).toBe(404)
    expect(await isRead(used)).toBe(true)
  })

  it('ends with the account: disabled and enabled again, or taken anew by an invitation', async () => {
    const admin = bureau.tokens['system-admin']
    const before = await make()
    const known = async () => {
      const account = await accountOf('secretary')
      if (!account) throw new Error('no account')
      return { params: { id: account.id }, version: account.version }
    }
    expect((await api.call(admin, accountsContract.disable, await known())).status).toBe(200)
    expect(await isRead(before)).toBe(false)
    expect((await api.call(admin, accountsContract.enable, await known())).status).toBe(200)
    expect(await isRead(before)).toBe(false)

    const leaders = await make(bureau.tokens.leader)
    const leader = await accountOf('leader')
    if (!leader) throw new Error('no account')
    const { code } = (
      await api.call(admin, accountsContract.invite, {
        params: { id: leader.id },
        version: leader.version,
      })
    ).body
    expect(await isRead(leaders)).toBe(true)
    await api.call(null, accountsContract.accept, {
      body: { login: 'leader', code, password: '长夜 明灯 9 Abc def' },
    })
    expect(await isRead(leaders)).toBe(false)
  })
})

describe('who may', () => {
  it.each(['system-admin', 'security-admin', 'auditor'] as const)(
    '%s has no calendar: nothing of the party’s records is theirs to read (GB/T 22239-2019 §8.1.4)',
    async (role) => {
      for (const operation of [
        calendarContract.show,
        calendarContract.make,
        calendarContract.renew,
        calendarContract.stop,
      ])
        expect((await api.call(bureau.tokens[role], operation)).status).toBe(403)
    },
  )

  it('nobody has one without a session, and each their own', async () => {
    expect((await api.call(null, calendarContract.make)).status).toBe(401)
    await make(bureau.tokens.member)
    expect(await show(bureau.tokens.leader)).toBeNull()
    expect((await stop(bureau.tokens.leader)).status).toBe(409)
    expect(await show(bureau.tokens.member)).not.toBeNull()
  })

  it('is read by whoever has the address, as its owner’s, whoever is signed in beside', async () => {
    const path = await make(bureau.tokens.member)
    const alone = await (await ask(path)).text()
    const beside = await ask(path, { Authorization: `Bearer ${bureau.tokens.organizer}` })
    expect(await beside.text()).toBe(alone)
    expect(alone).toContain('X-WR-CALNAME:六链 · member\r\n')
  })
})

describe('the answer', () => {
  it('is a calendar that nothing between may keep, and the same text has the same tag', async () => {
    const path = await make()
    const first = await ask(path)
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'content-disposition': 'attachment; filename="six-chains.ics"',
    })
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/)
    // A gateway that compresses weakens it.
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await ask(path, { 'If-None-Match': known })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
    }
    expect((await ask(path, { 'If-None-Match': '"other"' })).status).toBe(200)
    await held(
      api,
      bureau.tokens['branch-secretary'],
      aMeeting(bureau.branchA, firstOf(bureau.inA2)),
    )
    const changed = await ask(path, { 'If-None-Match': tag })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(tag)
  })

  it('is in the language of the page that made the address', async () => {
    const response = await api.app.request('/api/calendar/subscription', {
      method: 'POST',
      headers: {
        'Accept-Language': 'en',
        'Idempotency-Key': newId(),
        Authorization: `Bearer ${bureau.tokens['branch-secretary']}`,
      },
    })
    const { path } = (await response.json()) as { path: string }
    const text = await (await ask(path, { 'Accept-Language': 'zh-CN' })).text()
    expect(text).toContain('X-WR-CALNAME:Six Chains · secretary\r\n')
    expect(text).toContain('SUMMARY:Due: 甲支部 Branch assembly\r\n')
    expect(await (await ask(await renew())).text()).toContain(
      'SUMMARY:应开：甲支部 支部党员大会\r\n',
    )
  })
})
