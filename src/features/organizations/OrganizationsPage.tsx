import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { flag } from '#domain/common.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationHit } from '#domain/organizations.ts'
import { isApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { prefetch } from '#lib/loaders.ts'
import { queryClient } from '#lib/queryClient.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { readScope, useScope } from '#lib/scope.ts'
import { can, useCan } from '#lib/session.ts'
import { readUrlState, useUrlState } from '#lib/urlState.ts'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { Page } from '#ui/Page.tsx'
import { SplitView } from '#ui/SplitView.tsx'
import { isMedia, useMedia, WIDE } from '#ui/useMedia.ts'
import { MemberLeaf } from './MemberLeaf.tsx'
import { OrganizationDetail } from './OrganizationDetail.tsx'
import { OrganizationTree } from './OrganizationTree.tsx'
import { keptTree, leftTree } from './treeStore.ts'
import './organizations.css'

const urlState = z.object({ node: z.uuid().optional(), closed: flag })
const cardOf = (id: string) => ({
  ...queryOptionsOf(organizationsContract.show, { params: { id } }),
  retry: false,
})

/** The top of the tree, unless it was left a moment ago, and the card that will stand beside it. */
export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const { node, closed } = readUrlState(urlState, searchParams)
  const id = node ?? (isMedia(WIDE) ? readScope(searchParams).organizationId : null)
  const shows = { members: can('members.read'), closed: closed === true }
  if (!leftTree(queryClient, shows)) prefetch(organizationsContract.roots)
  if (id !== null) void queryClient.prefetchQuery(cardOf(id))
  return null
}

/** The tree and the card of the node named in the address, an organization or one of its members. */
export function Component() {
  const { organizations: t } = useText()
  const client = useQueryClient()
  const may = useCan()
  const wide = useMedia(WIDE)
  const { organizationId: scope } = useScope()
  const [{ node, closed }, setUrl] = useUrlState(urlState)
  const members = may('members.read')
  const store = useMemo(
    () => keptTree(client, { members, closed: closed === true }),
    [client, members, closed],
  )
  const [goal, setGoal] = useState<readonly string[] | null>(null)
  /** The node that the tree shows already, or is on its way to. */
  const met = useRef<string | undefined>(undefined)

  const select = useCallback(
    (id: string) => {
      met.current = id
      setUrl({ node: id }, { replace: false })
    },
    [setUrl],
  )
  const go = useCallback(
    (hit: Pick<OrganizationHit, 'id' | 'trail'>) => {
      setGoal([...hit.trail.map(({ id }) => id), hit.id])
      select(hit.id)
    },
    [select],
  )
  const close = useCallback(() => {
    met.current = undefined
    setUrl({ node: undefined })
  }, [setUrl])
  const reveal = useCallback(
    (id: string) => {
      met.current = id
      client.fetchQuery(cardOf(id)).then(
        (card) => {
          if (card.closedOn !== null) setUrl({ closed: true })
          setGoal([...card.trail.map((step) => step.id), id])
        },
        // A member's leaf, or out of reach: the detail says so.
        () => undefined,
      )
    },
    [client, setUrl],
  )

  // The address names a node that was not chosen here: a link, the back button.
  useEffect(() => {
    if (node !== undefined && met.current !== node) reveal(node)
  }, [node, reveal])

  // Beside the tree there is room for a card from the start; a new scope in the frame leads there.
  const scopeMet = useRef<string | null>(null)
  useEffect(() => {
    if (scope === null || scopeMet.current === scope) return
    const isFirst = scopeMet.current === null
    scopeMet.current = scope
    if (isFirst && (node !== undefined || !wide)) return
    if (wide) setUrl({ node: scope })
    else reveal(scope)
  }, [scope, node, wide, setUrl, reveal])

  const item = node === undefined ? undefined : store.snapshot().nodes.get(node)
  const card = useQuery({
    ...cardOf(node ?? ''),
    enabled: node !== undefined && !(item && 'member' in item),
  })
  // A link may name a member, whose branch is not open yet.
  const isMember = (item !== undefined && 'member' in item) || isApiError(card.error, 'not_found')

  return (
    <div className="og-page">
      <Page title={t.title} purpose={t.purpose}>
        <SplitView
          open={node !== undefined}
          onClose={close}
          title={card.data?.name ?? item?.label ?? ''}
          width={46}
          list={
            <>
              <div className="og-search" role="search" aria-label={t.searchLabel}>
                <OrganizationPicker
                  label={t.searchLabel}
                  closed={closed}
                  onChange={(_, hit) => go(hit)}
                />
                <label className="og-closed">
                  <input
                    type="checkbox"
                    checked={closed === true}
                    onChange={({ target }) => setUrl({ closed: target.checked || undefined })}
                  />
                  {t.withClosed}
                </label>
              </div>
              <div className="og-tree">
                <OrganizationTree
                  store={store}
                  selected={node ?? null}
                  onSelect={select}
                  goal={goal}
                />
              </div>
            </>
          }
          detail={
            node === undefined ? null : isMember ? (
              <MemberLeaf key={node} id={node} />
            ) : (
              <OrganizationDetail key={node} id={node} store={store} onGo={go} />
            )
          }
        />
      </Page>
    </div>
  )
}
