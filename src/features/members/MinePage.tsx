import { membersContract } from '#domain/members.contract.ts'
import { useText } from '#lib/i18n.ts'
import { prefetch } from '#lib/loaders.ts'
import { currentSession, useSession } from '#lib/session.ts'
import { Page } from '#ui/Page.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { RecordPage } from './RecordPage.tsx'

export function loader() {
  const { memberId } = currentSession()
  if (memberId !== null) prefetch(membersContract.show, { params: { id: memberId } })
  return null
}

/** The own record under an address that is everybody's: the entry of the menu. */
export function Component() {
  const { members: t } = useText()
  const { memberId } = useSession()
  if (memberId !== null) return <RecordPage id={memberId} />
  return (
    <Page title={t.mine} purpose={t.minePurpose}>
      <StateBlock kind="empty" title={t.noOwn} text={t.noOwnText} />
    </Page>
  )
}
