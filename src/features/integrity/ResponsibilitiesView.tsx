import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { integrityContract } from '#domain/integrity.contract.ts'
import {
  checking,
  newResponsibility,
  responsibilityLayer,
  type Responsibility,
  type ResponsibilityLayer,
} from '#domain/integrity.ts'
import { call } from '#lib/api.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { filtersOf } from '#lib/listState.ts'
import { listed, invalidate, queryOptionsOf, useCall } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { useCan, useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { wholeList } from '#lib/wholeList.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { MemberField, ofChosen, type ChosenMember } from '#parts/MemberField.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { useFormPlace } from '#parts/useFormPlace.ts'
import { ConfirmButton } from '#ui/ConfirmButton.tsx'
import { DateField } from '#ui/DateField.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { toast } from '#ui/toasts.ts'
import type { Column } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import { FormChoice } from './fields.tsx'
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
  const columns = columnsOf(t, (row) => (
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
  ))

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
      {checked ? <CheckForm item={checked} onClose={() => setChecked(null)} /> : null}
    </>
  )
}

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
      render: (row) =>
        row.doneOn && row.evidence ? (
          <>
            {row.evidence}
            <small className="in-quiet">
              {' '}
              {t.responsibilities.checkedBy(row.checkedBy ?? '', row.doneOn)}
            </small>
          </>
        ) : (
          buttons(row)
        ),
      text: (row) =>
        row.doneOn && row.evidence
          ? `${row.evidence} ${t.responsibilities.checkedBy(row.checkedBy ?? '', row.doneOn)}`
          : null,
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

interface Typed {
  organizationId: string
  layer: ResponsibilityLayer
  title: string
  ownerId: ChosenMember
  dueOn: string
}

export function CreateResponsibility() {
  const { integrity: t } = useText()
  const can = useCan()
  const { year } = useScope()
  const [open, setOpen] = useState(false)
  const at = useFormPlace('integrity.record', undefined, open)
  const create = useCall(integrityContract.createResponsibility, ['integrity'])
  const { shape } = newResponsibility
  const r = t.responsibilities
  return (
    <>
      <ReasonButton
        kind="primary"
        reason={can('integrity.record') ? null : t.needRecord}
        onClick={() => setOpen(true)}
      >
        {r.create}
      </ReasonButton>
      {open && at ? (
        <CallDrawer<Typed>
          title={r.create}
          submitLabel={r.create}
          initial={{ organizationId: at.place?.id, dueOn: `${year}-12-31` }}
          draftKey={`responsibility/${at.place?.id ?? 'new'}/${year}`}
          onClose={() => setOpen(false)}
          onSend={async (typed, key) => {
            await create.mutateAsync({
              key,
              body: {
                ...typed,
                year,
                organizationId: typed.organizationId,
                ownerId: typed.ownerId.id,
              },
            })
            toast.success(r.saved)
            setOpen(false)
          }}
        >
          {() => (
            <>
              <Form.Item
                name="organizationId"
                label={r.organization}
                rules={zodRules(shape.organizationId)}
              >
                <OrganizationPicker
                  right="integrity.record"
                  within={at.within}
                  label={r.organization}
                />
              </Form.Item>
              <Form.Item name="layer" label={r.layer} rules={zodRules(shape.layer)}>
                <FormChoice options={responsibilityLayer.options} names={t.layers} />
              </Form.Item>
              <Form.Item name="title" label={r.name} rules={zodRules(shape.title)}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name="ownerId" label={r.owner} rules={zodRules(ofChosen(shape.ownerId))}>
                <MemberField label={r.owner} within={at.within} />
              </Form.Item>
              <Form.Item name="dueOn" label={r.dueOn} rules={zodRules(shape.dueOn)}>
                <DateField />
              </Form.Item>
            </>
          )}
        </CallDrawer>
      ) : null}
    </>
  )
}
