import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { toldBy } from '#domain/coverage.ts'
import { talksContract } from '#domain/integrity.contract.ts'
import { isUnconfirmedLate } from '#domain/integrity.rules.ts'
import { followUpState, talkKind, unconfirmed, type TalkRow } from '#domain/integrity.ts'
import { dayInProse } from '#lib/format.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { filtersOf } from '#lib/listState.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan, useSession, useToday } from '#lib/session.ts'
import { RecordList } from '#parts/RecordList.tsx'
import { FilterChip } from '#ui/filters/FilterChip.tsx'
import { OneOf } from '#ui/filters/OneOf.tsx'
import { optionsOf } from '#ui/filters/SomeOf.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import type { Column } from '#ui/table/columns.ts'
import { queries, type Place } from './queries.ts'
import { integrityState, type IntegrityState, type SetState } from './state.ts'
import { TalkDetail } from './TalkDetail.tsx'
import { TalkForm } from './TalkForm.tsx'

const { none, isFiltered } = filtersOf(integrityState, [
  'q',
  'officers',
  'kind',
  'followUp',
  'awaiting',
  'unconfirmed',
])

interface ViewProps {
  place: Place
  state: IntegrityState
  setState: SetState
  /** The actor sees the talks of a subtree; otherwise the list is of the own ones, whatever scope is chosen. */
  below: boolean
}

/** What the server lets this account see: all talks of the reach, or the own ones, or none. */
export function TalksView({ place, state, setState, below }: ViewProps) {
  const { integrity: t } = useText()
  const keep = useKeepScope()
  const { memberId } = useSession()
  const today = useToday()
  const { q, officers, kind, followUp, awaiting, unconfirmed: waits, withdrawn } = state
  const list = useQuery({
    ...queryOptionsOf(talksContract.list, { query: queries.talks(state, place, below) }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <div className="in-filters">
        <SearchField
          label={t.talks.search}
          value={q ?? ''}
          onChange={(next) => setState({ q: next || undefined })}
        />
        <OneOf
          label={t.talks.kind}
          any={t.talks.anyKind}
          options={optionsOf(talkKind.options, t.kinds)}
          value={kind}
          onChange={(next) => setState({ kind: next })}
        />
        <OneOf
          label={t.talks.followUp}
          any={t.talks.anyFollowUp}
          options={optionsOf(followUpState.options, t.followUpStates)}
          value={followUp}
          onChange={(next) => setState({ followUp: next })}
        />
        {below ? (
          <OneOf
            label={t.talks.columns.confirmed}
            any={t.talks.anyConfirmed}
            options={optionsOf(unconfirmed.options, t.talks.unconfirmed)}
            value={waits}
            onChange={(next) => setState({ unconfirmed: next })}
          />
        ) : null}
        <label className="sc-check">
          <input
            type="checkbox"
            checked={withdrawn === 'true'}
            onChange={(event) => setState({ withdrawn: event.target.checked ? 'true' : undefined })}
          />
          {t.talks.showWithdrawn}
        </label>
        {memberId ? (
          <label className="sc-check">
            <input
              type="checkbox"
              checked={awaiting === 'true'}
              onChange={(event) =>
                setState({ awaiting: event.target.checked ? 'true' : undefined })
              }
            />
            {t.talks.awaiting}
          </label>
        ) : awaiting ? (
          <FilterChip label={t.talks.awaiting} onRemove={() => setState({ awaiting: undefined })} />
        ) : null}
        {officers && below ? (
          <FilterChip label={t.talks.officers} onRemove={() => setState({ officers: undefined })} />
        ) : null}
        {waits && !below ? (
          <FilterChip
            label={t.talks.unconfirmed[waits]}
            onRemove={() => setState({ unconfirmed: undefined })}
          />
        ) : null}
      </div>
      {officers && below ? (
        <p className="in-quiet">
          {t.talks.officersNote(dayInProse(toldBy(place.year, today)), place.year)}
        </p>
      ) : null}
      <RecordList
        id="talks"
        label={t.views.talks}
        list={listed(list)}
        rowPath={({ id }) => keep(paths.integrity({ view: 'talks', open: id }))}
        columns={columnsOf(t, today)}
        beside={['talkee', 'kind', 'heldOn', 'followUps']}
        rowTitle={({ talkeeName, kind }) => t.talks.detail(talkeeName, t.kinds[kind])}
        empty={{ title: t.talks.none, text: t.talks.noneText }}
        onClearFilters={isFiltered(state) ? () => setState(none) : null}
        state={state}
        setState={setState}
        detail={state.open ? <TalkDetail id={state.open} /> : null}
      />
    </>
  )
}

function columnsOf(t: Text['integrity'], today: string): Column<TalkRow>[] {
  const c = t.talks.columns
  return [
    {
      key: 'talkee',
      title: c.talkee,
      sortable: true,
      render: (row) => (
        <>
          {row.talkeeName}{' '}
          {row.withdrawn ? <StatusTag tone="neutral">{t.withdrawn}</StatusTag> : null}
        </>
      ),
    },
    { key: 'kind', title: c.kind, width: 7, render: (row) => t.kinds[row.kind] },
    { key: 'heldOn', title: c.heldOn, width: 8, sortable: true, render: (row) => row.heldOn },
    { key: 'talker', title: c.talker, width: 8, render: (row) => row.talkerName },
    {
      key: 'organization',
      title: c.organization,
      width: 13,
      hideable: true,
      render: (row) => row.organizationName,
    },
    {
      key: 'followUps',
      title: c.followUps,
      width: 11,
      render: (row) =>
        row.followUps === 0 ? (
          t.talks.noFollowUps
        ) : (
          <StatusTag
            tone={row.overdueFollowUps > 0 ? 'danger' : row.openFollowUps > 0 ? 'info' : 'success'}
          >
            {t.talks.followUpsOf(row.openFollowUps, row.overdueFollowUps)}
          </StatusTag>
        ),
    },
    {
      key: 'confirmed',
      title: c.confirmed,
      width: 10,
      hideable: true,
      render: (row) =>
        row.acknowledgedOn ??
        (isUnconfirmedLate(row, today) ? (
          <StatusTag tone="warning">{t.talks.unconfirmed.late}</StatusTag>
        ) : (
          <StatusTag tone="info">{t.talks.unconfirmed.any}</StatusTag>
        )),
    },
  ]
}

export function RecordTalk() {
  const { integrity: t } = useText()
  const can = useCan()
  const [open, setOpen] = useState(false)
  return (
    <>
      <ReasonButton
        kind="primary"
        reason={can('integrity.talk') ? null : t.needTalk}
        onClick={() => setOpen(true)}
      >
        {t.talks.record}
      </ReasonButton>
      {open ? <TalkForm onClose={() => setOpen(false)} /> : null}
    </>
  )
}
