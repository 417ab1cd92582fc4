import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OrganizationId } from '#domain/ids.ts'
import { talksContract } from '#domain/integrity.contract.ts'
import { isUnconfirmedLate } from '#domain/integrity.rules.ts'
import { followUpState, talkKind, unconfirmed, type TalkRow } from '#domain/integrity.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useCan, useSession, useToday } from '#lib/session.ts'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import type { Column } from '#ui/table/columns.ts'
import { Choice } from './fields.tsx'
import { RecordList } from './RecordList.tsx'
import { talkSort, type IntegrityState, type SetState } from './state.ts'
import { TalkDetail } from './TalkDetail.tsx'
import { TalkForm } from './TalkForm.tsx'
import { useOverTalks } from './useOverTalks.ts'

interface ViewProps {
  organization: string
  year: number
  state: IntegrityState
  setState: SetState
  /** The actor looks at a subtree; otherwise the list is of the own talks, whatever scope is chosen. */
  looks: boolean
}

/** What the server lets this account see: all talks of the reach, or the own ones, or none. */
export function TalksView({ organization, year, state, setState, looks }: ViewProps) {
  const { integrity: t } = useText()
  const overTalks = useOverTalks()
  const { memberId } = useSession()
  const today = useToday()
  const { page, size, q, kind, followUp, awaiting, unconfirmed: waits, withdrawn, open } = state
  // Only who sees talks below an organization asks for one: one's own are few, of any place and of any year.
  const within = looks && overTalks && !awaiting ? (organization as OrganizationId) : undefined
  const list = useQuery({
    ...queryOptionsOf(talksContract.list, {
      query: {
        page,
        size,
        q,
        withdrawn,
        awaiting,
        unconfirmed: waits,
        organization: within,
        // What waits does so over New Year.
        year: awaiting || waits ? undefined : year,
        kinds: kind && [kind],
        states: followUp && [followUp],
        sort: talkSort(state.sort),
      },
    }),
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
        <Choice
          label={t.talks.kind}
          any={t.talks.anyKind}
          options={talkKind.options}
          names={t.kinds}
          value={kind}
          onChange={(next) => setState({ kind: next })}
        />
        <Choice
          label={t.talks.followUp}
          any={t.talks.anyFollowUp}
          options={followUpState.options}
          names={t.followUpStates}
          value={followUp}
          onChange={(next) => setState({ followUp: next })}
        />
        {overTalks ? (
          <Choice
            label={t.talks.columns.confirmed}
            any={t.talks.anyConfirmed}
            options={unconfirmed.options}
            names={t.talks.unconfirmed}
            value={waits}
            onChange={(next) => setState({ unconfirmed: next })}
          />
        ) : null}
        <label className="in-check">
          <input
            type="checkbox"
            checked={withdrawn === 'true'}
            onChange={(event) => setState({ withdrawn: event.target.checked ? 'true' : undefined })}
          />
          {t.talks.showWithdrawn}
        </label>
        {memberId ? (
          <label className="in-check">
            <input
              type="checkbox"
              checked={awaiting === 'true'}
              onChange={(event) =>
                setState({ awaiting: event.target.checked ? 'true' : undefined })
              }
            />
            {t.talks.awaiting}
          </label>
        ) : null}
      </div>
      <RecordList
        view="talks"
        list={listed(list)}
        columns={columnsOf(t, today)}
        beside={['talkee', 'kind', 'heldOn', 'followUps']}
        titleOf={({ talkeeName, kind }) => t.talks.detail(talkeeName, t.kinds[kind])}
        detail={open ? <TalkDetail key={open} id={open} /> : null}
        onClearFilters={
          q || kind || followUp || awaiting || waits
            ? () =>
                setState({
                  q: undefined,
                  kind: undefined,
                  followUp: undefined,
                  awaiting: undefined,
                  unconfirmed: undefined,
                })
            : null
        }
        state={state}
        setState={setState}
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
