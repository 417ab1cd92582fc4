import { useParams } from 'react-router'
import { membersContract } from '#domain/members.contract.ts'
import { recordLoader } from '#lib/loaders.ts'
import { RecordPage } from './RecordPage.tsx'

export const loader = recordLoader(membersContract.show)

/** One person's page, by the address. */
export function Component() {
  const { id = '' } = useParams()
  return <RecordPage id={id} />
}
