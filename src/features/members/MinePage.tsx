import { Navigate } from 'react-router'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useSession } from '#lib/session.ts'
import { Page } from '#ui/Page.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'

/** The entry of the menu: leads to one's own record, whose address has the id. */
export function Component() {
  const { members: t } = useText()
  const keep = useKeepScope()
  const { memberId } = useSession()
  if (memberId !== null) return <Navigate replace to={keep(paths.member(memberId))} />
  return (
    <Page title={t.mine} purpose={t.minePurpose}>
      <StateBlock kind="empty" title={t.noOwn} text={t.noOwnText} />
    </Page>
  )
}
