import { useQuery } from '@tanstack/react-query'
import { talksContract } from '#domain/integrity.contract.ts'
import { queryOptionsOf } from '#lib/queries.ts'

/** As many as the profile lists; more are in the list of talks. */
export const TALKS = 50

/**
 * Talks that concern a member. They come by their own operation and its permission, never with the member's record or
 * timeline, so that no right to those opens them; `may` false asks nothing.
 */
export const useTalks = (member: string, may: boolean) =>
  useQuery({
    ...queryOptionsOf(talksContract.list, { query: { member, size: TALKS } }),
    enabled: may,
    retry: false,
  })
