import type { QueryClient } from '@tanstack/react-query'
import { membersContract } from '#domain/members.contract.ts'
import type { MemberRow } from '#domain/members.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationHit, OrganizationNode } from '#domain/organizations.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { TOP, type ChildList } from '#ui/tree/flatten.ts'
import type { TreeNode } from '#ui/tree/moves.ts'

export type TreeItem = TreeNode & ({ organization: OrganizationNode } | { member: MemberRow })

export interface TreeState {
  nodes: ReadonlyMap<string, TreeItem>
  lists: ReadonlyMap<string, ChildList>
  /** Which nodes stand open. */
  expanded: ReadonlySet<string>
}

/** Rows per page of children: the most the API gives. */
export const PAGE = 200
/** Whom `memberCount` counts: then the number at a branch is the number of leaves below it. */
const counted = { stages: ['full', 'probationary'], standings: ['normal'] } satisfies Record<
  string,
  string[]
>

const NAME = 'organizations.tree'
const KEPT_MS = 5 * 60_000

/** What a tree shows beside the open organizations. */
export interface TreeShows {
  /** People as the leaves of branches and groups. */
  members: boolean
  /** Organizations that were closed. */
  closed: boolean
}

/** The tree as it was left some minutes ago, unless something in it changed since. */
export function leftTree(client: QueryClient, shows: TreeShows): TreeStore | undefined {
  const kept = client.getQueryState<TreeStore>([NAME, shows])
  return kept && !kept.isInvalidated && Date.now() - kept.dataUpdatedAt < KEPT_MS
    ? kept.data
    : undefined
}

/** That tree, or else a new one. */
export function keptTree(client: QueryClient, shows: TreeShows): TreeStore {
  const left = leftTree(client, shows)
  if (left) return left
  const made = new TreeStore(client, shows)
  client.setQueryData([NAME, shows], made)
  return made
}

/** A page of one kind of children, `from` counted among that kind. */
interface Part {
  from: number
  items: TreeItem[]
  total: number
}

/**
 * What is known of the tree, page by page. Outside React: a page that comes changes one list, and the
 * nodes' map stays the same object, so that a hundred thousand nodes are never copied.
 */
export class TreeStore {
  private readonly nodes = new Map<string, TreeItem>()
  private state: TreeState = { nodes: this.nodes, lists: new Map(), expanded: new Set() }
  /** How many of a list's entries are organizations; members follow them. */
  private readonly split = new Map<string, number>()
  private readonly listeners = new Set<() => void>()
  private readonly client: QueryClient
  private readonly shows: TreeShows

  constructor(client: QueryClient, shows: TreeShows) {
    this.client = client
    this.shows = shows
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly snapshot = (): TreeState => this.state

  readonly expand = (expanded: ReadonlySet<string>): void => this.emit({ expanded })

  /** Children of `parent` from `offset`, or the page that holds the organization `around`. */
  readonly load = async (parent: string, offset: number, around?: string): Promise<void> => {
    const before = this.state.lists.get(parent)
    this.put(parent, { ids: before?.ids ?? [], total: before?.total ?? 1, state: 'loading' })
    try {
      if (parent === TOP) await this.loadRoots()
      else await this.loadChildren(parent, offset, around)
    } catch {
      const now = this.state.lists.get(parent)
      this.put(parent, {
        ids: now?.ids ?? [],
        total: Math.max(1, now?.total ?? 1),
        state: 'failed',
      })
    }
  }

  /** Anew, from the first page; for a parent whose children changed. */
  readonly reload = (parent: string): Promise<void> => {
    if (!this.state.lists.has(parent)) return Promise.resolve()
    this.split.delete(parent)
    return this.load(parent, 0)
  }

  /** What a write answered: the node's own words and numbers. */
  readonly learn = (node: OrganizationNode): void => {
    this.nodes.set(node.id, this.itemOf(node))
    this.emit({ lists: new Map(this.state.lists) })
  }

  private async loadRoots(): Promise<void> {
    const roots: OrganizationHit[] = await this.client.fetchQuery(
      queryOptionsOf(organizationsContract.roots),
    )
    const items = roots.map((root) => this.itemOf(root))
    this.remember(items)
    this.put(TOP, { ids: items.map(({ id }) => id), total: items.length })
    // A single top opens itself: there is nothing else to do first.
    const [only, second] = items
    if (only && !second) this.expand(new Set([...this.state.expanded, only.id]))
  }

  private async loadChildren(
    parent: string,
    offset: number,
    around: string | undefined,
  ): Promise<void> {
    const known = this.split.get(parent)
    const wantsMembers = around === undefined && known !== undefined && offset >= known
    const people =
      wantsMembers || known === undefined
        ? await this.membersOf(parent, wantsMembers ? offset - known : 0)
        : null
    const below = wantsMembers ? null : await this.organizationsOf(parent, offset, around)
    // After a reload nothing of the old list is kept.
    const old = known === undefined ? [] : (this.state.lists.get(parent)?.ids ?? [])
    const organizations = below?.total ?? known ?? 0
    const before = this.state.lists.get(parent)
    const others = known === undefined ? 0 : (before?.total ?? 0) - known
    const total = organizations + (people?.total ?? others)

    const ids: (string | null)[] = [...old]
    const place = (part: Part | null, base: number) => {
      if (!part) return
      const at = base + part.from
      while (ids.length < at) ids.push(null)
      ids.splice(at, part.items.length, ...part.items.map(({ id }) => id))
    }
    this.remember([...(below?.items ?? []), ...(people?.items ?? [])])
    this.split.set(parent, organizations)
    place(below, 0)
    place(people, organizations)
    this.put(parent, { ids, total })
  }

  private async organizationsOf(
    parent: string,
    offset: number,
    around: string | undefined,
  ): Promise<Part> {
    const query = {
      size: PAGE,
      page: Math.floor(offset / PAGE) + 1,
      ...(around && { around }),
      ...(this.shows.closed && { closed: 'true' as const }),
    }
    const page = await this.client.fetchQuery({
      ...queryOptionsOf(organizationsContract.children, { params: { id: parent }, query }),
      staleTime: 0,
    })
    return {
      from: (page.page - 1) * PAGE,
      items: page.rows.map((row) => this.itemOf(row)),
      total: page.total,
    }
  }

  private async membersOf(parent: string, offset: number): Promise<Part | null> {
    const item = this.nodes.get(parent)
    const kind = item && 'organization' in item ? item.organization.kind : null
    if (!this.shows.members || (kind !== 'branch' && kind !== 'group')) return null
    const page = await this.client.fetchQuery({
      ...queryOptionsOf(membersContract.list, {
        query: {
          organization: parent,
          direct: 'true',
          ...counted,
          sort: 'name',
          size: PAGE,
          page: Math.floor(offset / PAGE) + 1,
        },
      }),
      staleTime: 0,
    })
    return {
      from: (page.page - 1) * PAGE,
      items: page.rows.map((member) => ({
        id: member.id,
        label: member.name,
        hasChildren: false,
        member,
      })),
      total: page.total,
    }
  }

  private itemOf(organization: OrganizationNode): TreeItem {
    const { id, name, childCount, memberCount } = organization
    return {
      id,
      label: name,
      // How many closed ones there are is not counted: any but a group may have some.
      hasChildren:
        childCount > 0 ||
        (this.shows.members && memberCount > 0) ||
        (this.shows.closed && organization.kind !== 'group'),
      organization,
    }
  }

  private remember(items: readonly TreeItem[]): void {
    for (const item of items) this.nodes.set(item.id, item)
  }

  private put(parent: string, list: ChildList): void {
    this.emit({ lists: new Map(this.state.lists).set(parent, list) })
  }

  private emit(change: Partial<TreeState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}
