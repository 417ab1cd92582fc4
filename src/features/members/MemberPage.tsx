import { useParams } from 'react-router'
import { RecordPage } from './RecordPage.tsx'

/** One person's page, by the address. */
export function Component() {
  const { id = '' } = useParams()
  return <RecordPage id={id} />
}
