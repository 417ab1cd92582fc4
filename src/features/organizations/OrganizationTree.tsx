import {
  memo,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import { useText, type Text } from '#lib/i18n.ts'
import { number } from '#lib/format.ts'
import { StateBlock } from '#ui/StateBlock.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { TOP } from '#ui/tree/flatten.ts'
import { VirtualTree, type TreeHandle } from '#ui/tree/VirtualTree.tsx'
import type { TreeItem, TreeStore } from './treeStore.ts'

interface OrganizationTreeProps {
  store: TreeStore
  selected: string | null
  onSelect: (id: string) => void
  /** Way to a node that is to come into view: ids from the root down; a new array asks again. */
  goal: readonly string[] | null
}

/** The layered tree. It alone renders when a page comes or a node opens; the card beside it does not. */
export const OrganizationTree = memo(function OrganizationTree({
  store,
  selected,
  onSelect,
  goal,
}: OrganizationTreeProps) {
  const { organizations: t } = useText()
  const { nodes, lists: known, expanded } = useSyncExternalStore(store.subscribe, store.snapshot)
  // Pages that come are news that React renders in one piece; as a deferred value they come in slices of 5 ms.
  const lists = useDeferredValue(known)
  const load = useCallback(
    (parent: string, offset: number, around?: string) => void store.load(parent, offset, around),
    [store],
  )

  const roots = lists.get(TOP)
  useEffect(() => {
    if (!roots) void store.load(TOP, 0)
  }, [roots, store])

  const tree = useRef<TreeHandle>(null)
  const ready = roots !== undefined && roots.ids.length > 0
  useEffect(() => {
    if (goal && ready) tree.current?.reveal(goal)
  }, [goal, ready])

  // Kept while a page is on its way, so that its news costs nothing until its rows are rendered.
  const rows = useMemo(
    () => (
      <VirtualTree
        ref={tree}
        label={t.treeLabel}
        nodes={nodes}
        lists={lists}
        expanded={expanded}
        onExpanded={store.expand}
        onLoad={load}
        selected={selected}
        onSelect={onSelect}
        renderIcon={(item) => <KindMark item={item} t={t} />}
        renderMeta={(item) => <Meta item={item} t={t} />}
      />
    ),
    [t, nodes, lists, expanded, store, load, selected, onSelect],
  )

  if (!roots || (roots.state === 'loading' && roots.ids.length === 0))
    return <SkeletonLines lines={10} />
  if (roots.total === 0) return <StateBlock kind="empty" title={t.noRoots} text={t.noRootsText} />
  return rows
})

type Words = Text['organizations']

/** One letter says the kind; the ear hears the whole word. */
function KindMark({ item, t }: { item: TreeItem; t: Words }) {
  if ('member' in item) return <span className="og-person" aria-hidden="true" />
  const { kind } = item.organization
  return (
    <span className="og-kind" data-kind={kind}>
      <span aria-hidden="true">{t.kindLetters[kind]}</span>
      <span className="sc-sr">{t.kinds[kind]}</span>
    </span>
  )
}

function Meta({ item, t }: { item: TreeItem; t: Words }) {
  if ('member' in item) return item.member.stage === 'probationary' ? <MemberStage /> : null
  const { kind, memberCount, childCount, closedOn } = item.organization
  if (closedOn !== null) return t.closedOn(closedOn)
  const members = kind === 'branch' || kind === 'group' ? memberCount : 0
  if (members > 0)
    return (
      <span title={t.meta.membersSpoken(number(members))}>{t.meta.members(number(members))}</span>
    )
  return childCount > 0 ? t.meta.below(number(childCount)) : null
}

function MemberStage() {
  const { members } = useText()
  return members.stages.probationary
}
