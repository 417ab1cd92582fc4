import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useCallback, useDeferredValue, useMemo } from 'react'
import { Link, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { honourClassesContract, honoursContract } from '#domain/honours.contract.ts'
import { honourWallContract } from '#domain/honourWall.contract.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { useText } from '#lib/i18n.ts'
import { isRefusal } from '#lib/apiError.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { queryClient } from '#lib/queryClient.ts'
import { readScope, useKeepScope, useScope } from '#lib/scope.ts'
import { useView, useSession } from '#lib/session.ts'
import { useUrlState, writeUrlState } from '#lib/urlState.ts'
import { usePaper } from '#parts/usePaper.ts'
import { YearSelect } from '#parts/YearSelect.tsx'
import { nameOfClass } from '#parts/nameOfClass.ts'
import { Button } from '#ui/Button.tsx'
import { copyText } from '#ui/copyText.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { Page } from '#ui/Page.tsx'
import { Segments } from '#ui/Segments.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { toast } from '#ui/toasts.ts'
import { BoardShow } from './BoardShow.tsx'
import { BoardSkeleton } from './BoardSkeleton.tsx'
import { BoardWall } from './BoardWall.tsx'
import { byClass } from './boardPages.ts'
import { HonourRecord } from './HonourRecord.tsx'
import { Notices } from './Notices.tsx'
import '#ui/print.css'
import './honours.css'
import './board.css'

const boardState = z.object({
  /** The whole unit's, as published; else that of the scope. Who has no organization to look at sees only the first. */
  view: z.literal('wall').optional(),
  classCode: z.string().optional(),
  paper: z.enum(['a3', 'a4']).default('a4'),
  show: z.literal('true').optional(),
  open: z.uuid().optional(),
})
/** While it hangs on a wall for days it asks again, though nobody touches it. */
const AGAIN = 5 * 60_000

/**
 * Of the year that the address names; without one all that is valid today, whenever it was decided. That is what a visitor
 * comes for: a 示范岗 hangs for its 24 months, and in January the year itself has decided nothing yet, while a wall that
 * has shown for days would go dark at New Year.
 */
type BoardYear = number | null

/** What the board asks for; the same for the loader, so that its answer is found here. */
const boardQuery = (organization: string | null, year: BoardYear, classCode: string | undefined) =>
  queryOptionsOf(honoursContract.board, {
    query: {
      year: year ?? undefined,
      organization: organization ?? undefined,
      classes: classCode ? [classCode] : undefined,
    },
  })
const wallQuery = (year: BoardYear, classCode: string | undefined) =>
  queryOptionsOf(honourWallContract.show, {
    query: { year: year ?? undefined, classes: classCode ? [classCode] : undefined },
  })

/** Asked as soon as the code is here, before anything is rendered. */
export function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const { organizationId, chosenYear: year } = readScope(search)
  const classCode = search.get('classCode') ?? undefined
  if (organizationId === null || search.get('view') === 'wall')
    void queryClient.prefetchQuery(wallQuery(year, classCode))
  else void queryClient.prefetchQuery(boardQuery(organizationId, year, classCode))
  return null
}

/** 荣誉榜: what is valid today, by class; on the screen, on the wall, on paper. */
export function Component() {
  const { honours: t } = useText()
  const w = t.wall
  const keep = useKeepScope()
  const { organizationId, organizationName, chosenYear: year } = useScope()
  const { memberId } = useSession()
  const [state, setState] = useUrlState(boardState)
  const { classCode, paper, show, open } = state
  const { installation } = useView()
  const isWall = organizationId === null || state.view === 'wall'
  usePaper(paper)
  const shown = useQuery({
    ...queryOptionsOf(organizationsContract.show, { params: { id: organizationId ?? '' } }),
    enabled: organizationId !== null && organizationName === null,
    retry: false,
  })
  const organ = isWall
    ? (installation.name ?? w.here)
    : (organizationName ?? shown.data?.name ?? w.here)
  const classes = useQuery(queryOptionsOf(honourClassesContract.list))
  const options = { placeholderData: keepPreviousData, refetchInterval: AGAIN } as const
  const ofScope = useQuery({
    ...boardQuery(organizationId, year, classCode),
    ...options,
    enabled: !isWall,
  })
  const ofUnit = useQuery({ ...wallQuery(year, classCode), ...options, enabled: isWall })
  const board = isWall ? ofUnit : ofScope
  // Hundreds of cards: in slices of 5 ms, and not again for what else the page learns.
  const rows = useDeferredValue(board.data?.rows, undefined)
  const groups = useMemo(() => byClass(rows ?? []), [rows])
  const openCard = useCallback(
    (id: string) => setState({ open: id }, { replace: false }),
    [setState],
  )
  const share = async () => {
    // What the reader's own place would add goes with it: the other one sees the same board.
    const link = new URL(window.location.href)
    if (isWall) link.searchParams.set('view', 'wall')
    else if (organizationId) link.searchParams.set('scope', organizationId)
    if (await copyText(link.href)) toast.success(t.done.copied)
    else toast.error(w.notCopied)
  }

  return (
    <Page
      title={w.title}
      purpose={w.purpose(organ, year)}
      action={
        <>
          <Button
            kind="primary"
            disabled={groups.length === 0}
            onClick={() => setState({ show: 'true' }, { replace: false })}
          >
            {w.show}
          </Button>
          <Button onClick={() => window.print()}>{w.print}</Button>
          <Button onClick={() => void share()}>{w.share}</Button>
        </>
      }
      filters={
        <>
          <Spans />
          {organizationId === null ? null : <Views isWall={isWall} />}
          {organizationId === null && memberId === null ? (
            // The frame gives administrators no year to choose.
            <YearSelect className="fr-year" />
          ) : null}
          <Select
            className="hn-choice"
            aria-label={w.classes}
            allowClear
            placeholder={t.anyClass}
            value={classCode}
            onChange={(code?: string) => setState({ classCode: code })}
            options={classes.data?.map(({ code, name }) => ({
              value: code,
              label: nameOfClass(t, code, name),
            }))}
          />
          <Select
            aria-label={w.paper}
            value={paper}
            onChange={(size) => setState({ paper: size })}
            options={[
              { value: 'a4', label: 'A4' },
              { value: 'a3', label: 'A3' },
            ]}
          />
          <span className="hn-links">
            <Link className="sc-link" to={keep(paths.honourRecords())}>
              {t.records}
            </Link>
          </span>
        </>
      }
    >
      {/* With the cards: alone they would push what stands for them. */}
      {isWall && ofUnit.data && rows ? <Notices notices={ofUnit.data.notices} /> : null}
      {board.isError && !isWall && isRefusal(board.error) ? (
        <NotYours />
      ) : board.isError ? (
        <StateBlock kind="error" text={board.error.message} onRetry={() => void board.refetch()} />
      ) : rows === undefined ? (
        <BoardSkeleton />
      ) : groups.length === 0 ? (
        <StateBlock
          kind="empty"
          title={year === null ? w.noneNow : w.none}
          text={isWall ? w.noneOnWall : w.noneText}
        />
      ) : (
        <BoardWall groups={groups} paper={paper} isWall={isWall} year={year} onOpen={openCard} />
      )}
      <Dialog
        open={open !== undefined}
        onClose={() => setState({ open: undefined })}
        title={rows?.find(({ id }) => id === open)?.subjectName ?? w.title}
        side
      >
        {open ? (
          <HonourRecord key={open} id={open} onOpen={(id) => setState({ open: id })} />
        ) : null}
      </Dialog>
      {show && groups.length > 0 ? (
        <BoardShow
          groups={groups}
          organ={organ}
          year={year}
          asOf={board.dataUpdatedAt}
          renewal={AGAIN}
          onClose={() => setState({ show: undefined })}
        />
      ) : null}
    </Page>
  )
}

/** A link leads where the reader does not look after: what was published to all is theirs to read. */
function NotYours() {
  const { wall: w } = useText().honours
  const [search] = useSearchParams()
  const wall = writeUrlState(boardState, search, { view: 'wall', open: undefined }).toString()
  return (
    <StateBlock
      kind="error"
      text={w.notYours}
      action={
        <Link className="sc-button" to={{ search: wall }}>
          {w.ofUnit}
        </Link>
      }
    />
  )
}

/** All that is valid today, or what was decided in the year that the frame shows; the address keeps which. */
function Spans() {
  const { wall: w } = useText().honours
  const [search] = useSearchParams()
  const { year, chosenYear } = useScope()
  const to = (chosen: string | undefined) => {
    const next = writeUrlState(boardState, search, { open: undefined })
    if (chosen === undefined) next.delete('year')
    else next.set('year', chosen)
    return next.toString()
  }
  const items = [
    { key: 'valid', label: w.allValid, search: to(undefined) },
    { key: 'year', label: w.ofYear(year), search: to(String(year)) },
  ]
  return <Segments label={w.spans} items={items} chosen={chosenYear === null ? 'valid' : 'year'} />
}

/** The board of the chosen organization, or what the unit has published to all. */
function Views({ isWall }: { isWall: boolean }) {
  const { wall: w } = useText().honours
  const [search] = useSearchParams()
  const to = (view: 'wall' | undefined) =>
    writeUrlState(boardState, search, { view, open: undefined }).toString()
  const items = [
    { key: '', label: w.ofScope, search: to(undefined) },
    { key: 'wall', label: w.ofUnit, search: to('wall') },
  ]
  return <Segments label={w.views} items={items} chosen={isWall ? 'wall' : ''} />
}
