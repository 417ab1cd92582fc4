import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { z } from 'zod'
import { honourClassesContract, honoursContract } from '#domain/honours.contract.ts'
import { honourFilter, honourState, type HonourRow } from '#domain/honours.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { asked, filtersOf } from '#lib/listState.ts'
import { listLoader } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useUrlState } from '#lib/urlState.ts'
import { wholeList } from '#lib/wholeList.ts'
import { MemberChip } from '#parts/MemberChip.tsx'
import { nameIn } from '#parts/nameIn.ts'
import { RecordList } from '#parts/RecordList.tsx'
import { nameOfClass } from '#parts/nameOfClass.ts'
import { FilterChip } from '#ui/filters/FilterChip.tsx'
import { optionsOf, SomeOf } from '#ui/filters/SomeOf.tsx'
import { Mark } from '#ui/Mark.tsx'
import { Page } from '#ui/Page.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import type { Column } from '#ui/table/columns.ts'
import { StatusTag } from '#ui/Tags.tsx'
import { CheckHonour } from './CheckHonour.tsx'
import { HonourRecord, honourTones } from './HonourRecord.tsx'
import './honours.css'

const { organization: _o, year: _y, ...fields } = honourFilter.shape
const listState = z.object({
  ...fields,
  /** Of any year, as a person's history asks. */
  any: z.literal('true').optional(),
  open: z.uuid().optional(),
})
type State = z.output<typeof listState>
const { none, isFiltered } = filtersOf(listState)

function queryOf(state: State, scope: { organizationId: string | null; year: number }) {
  const { open: _, any, direct, ...rest } = state
  return {
    ...rest,
    direct: asked(direct),
    // What expires was given in earlier years.
    year: any || rest.month || rest.expiring ? undefined : scope.year,
    organization: scope.organizationId ?? undefined,
  }
}

function columnsOf(t: Text['honours'], and: string): Column<HonourRow>[] {
  const c = t.record.columns
  return [
    {
      key: 'subject',
      title: c.subject,
      width: 10,
      wrap: true,
      sortable: true,
      render: ({ subjectName }) => subjectName,
    },
    {
      key: 'class',
      title: c.className,
      width: 11,
      sortable: true,
      render: ({ classCode, className }) => nameOfClass(t, classCode, className),
    },
    {
      key: 'crew',
      title: c.crew,
      width: 12,
      wrap: true,
      hideable: true,
      hidden: true,
      render: ({ crew }) => crew.join(and),
    },
    {
      key: 'state',
      title: c.state,
      width: 7,
      render: ({ state }) => (
        <StatusTag tone={honourTones[state]}>{t.honourStates[state]}</StatusTag>
      ),
    },
    {
      key: 'organization',
      title: c.organization,
      wrap: true,
      sortable: true,
      hideable: true,
      render: ({ organizationName }) => organizationName,
    },
    {
      key: 'decidedOn',
      title: c.decidedOn,
      width: 8,
      sortable: true,
      render: ({ decidedOn }) => decidedOn,
    },
    {
      key: 'documentNumber',
      title: c.documentNumber,
      width: 14.5,
      hideable: true,
      render: ({ documentNumber }) => documentNumber,
    },
    {
      key: 'validTo',
      title: c.validTo,
      width: 8,
      sortable: true,
      hideable: true,
      render: ({ validTo }) => validTo ?? t.fields.forGood,
    },
    {
      key: 'citation',
      title: c.citation,
      width: 24,
      wrap: true,
      hideable: true,
      hidden: true,
      render: ({ citation }) => citation,
    },
  ]
}

/** With a record beside it, the table keeps these. */
const beside = ['subject', 'class', 'state']

export const loader = listLoader(honoursContract.list, listState, queryOf)

/** Every honour of the scope and year, also those that left the board. */
export function Component() {
  const { honours: t, ui } = useText()
  const r = t.record
  const keep = useKeepScope()
  const scope = useScope()
  const [state, setState] = useUrlState(listState)
  const classes = useQuery(queryOptionsOf(honourClassesContract.list))
  const query = queryOf(state, scope)
  const list = useQuery({
    ...queryOptionsOf(honoursContract.list, { query }),
    placeholderData: keepPreviousData,
  })
  // Honours of a crew are the member's too, under the name of the post.
  const subjectName = nameIn(list, (row) =>
    row.memberId === state.member ? row.subjectName : null,
  )
  const filter = (change: Partial<State>) => setState({ ...change, open: undefined })
  return (
    <Page
      title={r.title}
      purpose={r.purpose}
      above={
        <Link className="sc-link" to={keep(paths.honourBoard())}>
          <Mark name="left" /> {t.board}
        </Link>
      }
      filters={
        <>
          <SearchField
            label={r.search}
            value={state.q ?? ''}
            onChange={(q) => filter({ q: q || undefined })}
          />
          <SomeOf
            label={r.columns.className}
            options={(classes.data ?? []).map(({ code, name }) => ({
              value: code,
              label: nameOfClass(t, code, name),
            }))}
            value={state.classes}
            onChange={(chosen) => filter({ classes: chosen })}
          />
          <SomeOf
            label={r.columns.state}
            options={optionsOf(honourState.options, t.honourStates)}
            value={state.states}
            onChange={(states) => filter({ states })}
          />
          <label className="sc-check">
            <input
              type="checkbox"
              checked={state.expiring !== undefined}
              onChange={({ target }) => filter({ expiring: target.checked ? 'any' : undefined })}
            />
            {r.expiring}
          </label>
          {state.expiring === 'ours' ? (
            <FilterChip label={r.ours} onRemove={() => filter({ expiring: 'any' })} />
          ) : null}
          {state.any ? (
            <FilterChip label={ui.anyYear} onRemove={() => filter({ any: undefined })} />
          ) : null}
          {state.direct ? (
            <FilterChip label={r.direct} onRemove={() => filter({ direct: undefined })} />
          ) : null}
          {state.month ? (
            <FilterChip
              label={r.month(state.month)}
              onRemove={() => filter({ month: undefined })}
            />
          ) : null}
          {/* Last: its name may come late, and moves nothing. */}
          {state.member ? (
            <MemberChip
              memberId={state.member}
              name={subjectName}
              onRemove={() => filter({ member: undefined })}
            />
          ) : null}
        </>
      }
    >
      <RecordList
        id="honours"
        label={r.title}
        list={listed(list)}
        columns={columnsOf(t, ui.and)}
        beside={beside}
        rowPath={({ id }) => keep(paths.honourRecords({ open: id }))}
        rowTitle={({ subjectName }) => subjectName}
        usual="-decidedOn"
        whole={wholeList(honoursContract.list, query)}
        sum={list.data ? r.counted(list.data.sum) : null}
        empty={{ title: r.none, text: r.noneText }}
        onClearFilters={isFiltered(state) ? () => filter(none) : null}
        state={state}
        setState={setState}
        detail={
          state.open ? (
            <HonourRecord id={state.open} onOpen={(next) => setState({ open: next })} />
          ) : null
        }
      />
      <CheckHonour />
    </Page>
  )
}
