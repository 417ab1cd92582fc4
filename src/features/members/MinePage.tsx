import { useText } from '#lib/i18n.ts'
import { useSession } from '#lib/session.ts'
import { Page } from '#ui/Page.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { RecordPage } from './RecordPage.tsx'

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
