import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { integrityContract } from '#domain/integrity.contract.ts'
import { checking, type Responsibility } from '#domain/integrity.ts'
import { call } from '#lib/api.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { filtersOf } from '#lib/listState.ts'
import { listed, invalidate, queryOptionsOf, useCall } from '#lib/queries.ts'
import { useCan, useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { wholeList } from '#lib/wholeList.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { ConfirmButton } from '#ui/ConfirmButton.tsx'
import { DateField } from '#ui/DateField.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { toast } from '#ui/toasts.ts'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { ReopenForm } from './ReopenForm.tsx'
import { ResponsibilityFilters } from './ResponsibilityFilters.tsx'
import { queries, type Place } from './queries.ts'
import { integrityState, type IntegrityState, type SetState } from './state.ts'

const filters = ['layer', 'state', 'owner', 'due', 'any'] as const
const { none, isFiltered } = filtersOf(integrityState, filters)

interface ViewProps {
  place: Place
  state: IntegrityState
  setState: SetState
}

const tones = { open: 'info', overdue: 'danger', done: 'success' } as const

/** The 责任清单 of a scope and year; each item is checked off with what proves it. */
export function ResponsibilitiesView({ place, state, setState }: ViewProps) {
  const { integrity: t, organizations } = useText()
  const may = useCan()('integrity.record')
  const reasonOf = ({ mayRecord }: Responsibility) =>
    !may ? t.needRecord : mayRecord ? null : organizations.permit.outside
  const [checked, setChecked] = useState<Responsibility | null>(null)
  const [reopening, setReopening] = useState<Responsibility | null>(null)
  const reopen = useCall(integrityContract.reopenResponsibility, ['integrity'])
  const { page, size } = state
  const query = queries.responsibilities(state, place)
  const list = useQuery({
    ...queryOptionsOf(integrityContract.responsibilities, { query }),
    placeholderData: keepPreviousData,
  })
  const remove = async ({ id, version }: Responsibility) => {
    await call(integrityContract.removeResponsibility, { params: { id }, version })
    toast.success(t.responsibilities.removed)
    void invalidate(['integrity'])
  }
  const columns = columnsOf(t, (row) =>
    row.doneOn ? (
      <ReasonButton
        size="small"
        kind="text"
        reason={reasonOf(row)}
        onClick={() => setReopening(row)}
      >
        {t.responsibilities.reopen}
      </ReasonButton>
    ) : (
      <span className="in-buttons">
        <ReasonButton size="small" reason={reasonOf(row)} onClick={() => setChecked(row)}>
          {t.responsibilities.check}
        </ReasonButton>
        <ConfirmButton
          size="small"
          label={t.responsibilities.remove}
          title={t.responsibilities.removeTitle}
          hits={[row.title]}
          consequence={t.responsibilities.removeAfter}
          reason={reasonOf(row)}
          onConfirm={() => remove(row)}
        />
      </span>
    ),
  )
  return (
    <>
      <ResponsibilityFilters
        state={state}
        setState={setState}
        ownerName={list.data && (list.data.rows[0]?.ownerName ?? null)}
      />
      <DataTable
        id="responsibilities"
        label={t.views.responsibilities}
        columns={columns}
        {...listed(list)}
        whole={wholeList(integrityContract.responsibilities, query)}
        rowKey={({ id }) => id}
        state={{ page, size, sort: state.sort }}
        onState={(next) => setState({ page: next.page, size: next.size, sort: next.sort })}
        empty={{ title: t.responsibilities.none, text: t.responsibilities.noneText }}
        onClearFilters={isFiltered(state) ? () => setState(none) : null}
      />
      {reopening ? (
        <ReopenForm
          what={reopening.title}
          said={saidOf(reopening, t)}
          onClose={() => setReopening(null)}
          onSend={(reason, key) =>
            reopen.mutateAsync({
              params: { id: reopening.id },
              version: reopening.version,
              key,
              body: { reason },
            })
          }
        />
      ) : null}
      {checked ? <CheckForm item={checked} onClose={() => setChecked(null)} /> : null}
    </>
  )
}

/** What proves it, and who said so when. */
const saidOf = ({ evidence, checkedBy, doneOn }: Responsibility, t: Text['integrity']) =>
  `${evidence ?? ''} ${t.responsibilities.checkedBy(checkedBy ?? '', doneOn ?? '')}`

function columnsOf(
  t: Text['integrity'],
  buttons: (row: Responsibility) => ReactNode,
): Column<Responsibility>[] {
  const c = t.responsibilities.columns
  return [
    { key: 'title', title: c.title, wrap: true, render: (row) => row.title },
    {
      key: 'state',
      title: c.state,
      width: 8,
      render: (row) => <StatusTag tone={tones[row.state]}>{t.states[row.state]}</StatusTag>,
    },
    { key: 'layer', title: c.layer, width: 9.5, render: (row) => t.layers[row.layer] },
    { key: 'owner', title: c.owner, width: 8.5, render: (row) => row.ownerName },
    {
      key: 'organization',
      title: c.organization,
      width: 12,
      sortable: true,
      hideable: true,
      render: (row) => row.organizationName,
    },
    { key: 'dueOn', title: c.dueOn, width: 8, sortable: true, render: (row) => row.dueOn },
    {
      key: 'evidence',
      title: c.evidence,
      width: 17,
      wrap: true,
      render: (row) => (
        <>
          {row.doneOn ? <span>{saidOf(row, t)} </span> : null}
          {buttons(row)}
        </>
      ),
      text: (row) => (row.doneOn ? saidOf(row, t) : null),
    },
  ]
}

function CheckForm({ item, onClose }: { item: Responsibility; onClose: () => void }) {
  const { integrity: t } = useText()
  const today = useToday()
  const check = useCall(integrityContract.checkResponsibility, ['integrity'])
  const { shape } = checking
  return (
    <CallDrawer<{ doneOn: string; evidence: string }>
      title={t.responsibilities.checkOf(item.title)}
      submitLabel={t.responsibilities.check}
      initial={{ doneOn: today }}
      onClose={onClose}
      onSend={async (body, key) => {
        await check.mutateAsync({ params: { id: item.id }, version: item.version, key, body })
        toast.success(t.responsibilities.checked)
        onClose()
      }}
      width={32}
    >
      {() => (
        <>
          <Form.Item
            name="evidence"
            label={t.responsibilities.evidence}
            extra={t.responsibilities.evidenceHint}
            rules={zodRules(shape.evidence)}
          >
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
          <Form.Item name="doneOn" label={t.responsibilities.doneOn} rules={zodRules(shape.doneOn)}>
            <DateField max={today} />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}
