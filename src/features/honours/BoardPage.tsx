import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useCallback, useDeferredValue, useMemo } from 'react'
import { Link, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { honourClassesContract, honoursContract } from '#domain/honours.contract.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { queryClient } from '#lib/queryClient.ts'
import { readScope, useKeepScope, useScope } from '#lib/scope.ts'
import { useUrlState } from '#lib/urlState.ts'
import { usePaper } from '#parts/usePaper.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { Page } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { toast } from '#ui/toasts.ts'
import { BoardShow } from './BoardShow.tsx'
import { BoardWall } from './BoardWall.tsx'
import { byClass } from './boardPages.ts'
import { HonourRecord } from './HonourRecord.tsx'
import { nameOfClass } from './words.ts'
import '#ui/print.css'
import './honours.css'
import './board.css'

const boardState = z.object({
  classCode: z.string().optional(),
  paper: z.enum(['a3', 'a4']).default('a4'),
  show: z.literal('true').optional(),
  open: z.uuid().optional(),
})
/** While it hangs on a wall for days it asks again, though nobody touches it. */
const AGAIN = 5 * 60_000

/** What the board asks for; the same for the loader, so that its answer is found here. */
const boardQuery = (organizationId: string | null, year: number, classCode: string | undefined) =>
  queryOptionsOf(honoursContract.board, {
    query: {
      year,
      organization: organizationId ?? undefined,
      classes: classCode ? [classCode] : undefined,
    },
  })

/** Asked as soon as the code is here, before anything is rendered. */
export function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const { organizationId, year } = readScope(search)
  void queryClient.prefetchQuery(
    boardQuery(organizationId, year, search.get('classCode') ?? undefined),
  )
  return null
}

/** 荣誉榜: what is valid today of the year, by class; on the screen, on the wall, on paper. */
export function Component() {
  const { honours: t } = useText()
  const w = t.wall
  const keep = useKeepScope()
  const { organizationId, organizationName, year } = useScope()
  const [state, setState] = useUrlState(boardState)
  const { classCode, paper, show, open } = state
  usePaper(paper)
  const shown = useQuery({
    ...queryOptionsOf(organizationsContract.show, { params: { id: organizationId ?? '' } }),
    enabled: organizationId !== null && organizationName === null,
    retry: false,
  })
  const organ = organizationName ?? shown.data?.name ?? w.here
  const classes = useQuery(queryOptionsOf(honourClassesContract.list))
  const board = useQuery({
    ...boardQuery(organizationId, year, classCode),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN,
  })
  // Hundreds of cards: in slices of 5 ms, and not again for what else the page learns.
  const rows = useDeferredValue(board.data?.rows, undefined)
  const groups = useMemo(() => byClass(rows ?? []), [rows])
  const openCard = useCallback(
    (id: string) => setState({ open: id }, { replace: false }),
    [setState],
  )
  const share = () => {
    void navigator.clipboard
      .writeText(window.location.href)
      .then(() => toast.success(t.done.copied))
  }

  return (
    <Page
      title={w.title}
      purpose={w.purpose(organ, year)}
      action={
        <>
          <Button
            type="primary"
            disabled={groups.length === 0}
            onClick={() => setState({ show: 'true' }, { replace: false })}
          >
            {w.show}
          </Button>
          <Button onClick={() => window.print()}>{w.print}</Button>
          <Button onClick={share}>{w.share}</Button>
        </>
      }
      filters={
        <>
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
      {board.isError ? (
        <StateBlock kind="error" text={board.error.message} onRetry={() => void board.refetch()} />
      ) : rows === undefined ? (
        <SkeletonLines lines={8} />
      ) : groups.length === 0 ? (
        <StateBlock kind="empty" title={w.none} text={w.noneText} />
      ) : (
        <BoardWall groups={groups} paper={paper} onOpen={openCard} />
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
          onClose={() => setState({ show: undefined })}
        />
      ) : null}
    </Page>
  )
}
