import type { MemberId } from '#domain/ids.ts'
import { servicesContract } from '#domain/services.contract.ts'
import type { ServiceInput } from '#domain/services.ts'
import type { TestApi } from './api.ts'
import { addAccount, smallBureau, type Placed } from './bureau.ts'

/** Three people helped last Friday; say what matters. */
export const anEntry = (given: Partial<ServiceInput> = {}): ServiceInput => ({
  kind: 'assisted',
  servedOn: '2026-11-20',
  visits: 3,
  ...given,
})

/** The small bureau, its member logging and anybody listing. */
export async function servicesBureau(api: TestApi) {
  const made = await smallBureau(api.world.db)
  const own = made.inA1[1] as MemberId
  const log = (given: Partial<ServiceInput> & { memberId?: MemberId } = {}) =>
    api.call(made.tokens.member, servicesContract.create, { body: { ...anEntry(), ...given } })
  const list = async (token: string, query: object = {}) =>
    (await api.call(token, servicesContract.list, { query })).body
  return { ...made, own, log, list }
}

/** The bureau with an account of the role 党员 for three people in two branches. */
export async function servingBureau(api: TestApi) {
  const bureau = await smallBureau(api.world.db)
  const { inA1, inA2, inB, groupA1, groupA2, branchB } = bureau
  const account = async (login: string, memberId: MemberId | undefined, at: Placed) =>
    (
      await addAccount(api.world.db, {
        login,
        ...(memberId && { memberId }),
        roles: [{ role: 'member', at }],
      })
    ).token
  const members = [
    bureau.tokens.member,
    await account('a1', inA1[2], groupA1),
    await account('a2', inA2[1], groupA2),
    await account('b', inB[1], branchB),
  ]
  return { ...bureau, members }
}
