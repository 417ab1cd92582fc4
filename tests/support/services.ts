import type { MemberId } from '#domain/ids.ts'
import { servicesContract } from '#domain/services.contract.ts'
import type { ServiceInput } from '#domain/services.ts'
import type { TestApi } from './api.ts'
import { smallBureau } from './bureau.ts'

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
