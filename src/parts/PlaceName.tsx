import { useQuery } from '@tanstack/react-query'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { queryOptionsOf } from '#lib/queries.ts'

/** The name behind an organization's id, where two versions of a record are compared. */
export const placeName = (id: unknown) => <PlaceName id={String(id)} />

function PlaceName({ id }: { id: string }) {
  const found = useQuery({
    ...queryOptionsOf(organizationsContract.show, { params: { id } }),
    retry: false,
  })
  return found.data?.name ?? '…'
}
