import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { invalidate, queryOptionsOf } from '#lib/queries.ts'
import { toast } from '#ui/toasts.ts'
import type { TreeStore } from './treeStore.ts'

const cardOptions = (id: string) => queryOptionsOf(organizationsContract.show, { params: { id } })

/**
 * After a write that answered a card: card and tree show it at once, everything counted from it is old,
 * and the lists of `parents` are read anew.
 */
export function useDone(store: TreeStore) {
  const client = useQueryClient()
  return useCallback(
    async (card: OrganizationCard, said: string, parents: readonly (string | null)[] = []) => {
      client.setQueryData(cardOptions(card.id).queryKey, card)
      store.learn(card)
      toast.success(said)
      await Promise.all(
        [...new Set(parents)].flatMap(async (id) => {
          if (id === null) return
          const parent = await client
            .fetchQuery({ ...cardOptions(id), staleTime: 0, retry: false })
            .catch(() => null)
          if (parent) store.learn(parent)
          await store.reload(id)
        }),
      )
      await invalidate(['organizations'], client)
    },
    [client, store],
  )
}
