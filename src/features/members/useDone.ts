import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { membersContract } from '#domain/members.contract.ts'
import type { MemberDetail } from '#domain/members.ts'
import { invalidate, queryOptionsOf } from '#lib/queries.ts'
import { toast } from '#ui/toasts.ts'

/** After a write that answered a record: it shows at once, and everything counted from it is old. */
export function useDone() {
  const client = useQueryClient()
  return useCallback(
    (member: MemberDetail, said: string) => {
      client.setQueryData(
        queryOptionsOf(membersContract.show, { params: { id: member.id } }).queryKey,
        member,
      )
      toast.success(said)
      return invalidate(['members'], client)
    },
    [client],
  )
}
