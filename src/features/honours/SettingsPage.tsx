import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, type LoaderFunctionArgs } from 'react-router'
import { holidaysContract } from '#domain/holidays.contract.ts'
import { honourClassesContract } from '#domain/honours.contract.ts'
import type { HonourClass } from '#domain/honours.ts'
import { useText } from '#lib/i18n.ts'
import { prefetch } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { readScope, useKeepScope, useScope } from '#lib/scope.ts'
import { nameOfClass } from '#parts/nameOfClass.ts'
import { useRootReason } from '#parts/useRootReason.ts'
import { Button } from '#ui/Button.tsx'
import { Mark } from '#ui/Mark.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { StatusTag, Tag } from '#ui/Tags.tsx'
import { ChangeClassForm, NewClassForm } from './ClassForms.tsx'
import { HolidaysForm } from './HolidaysForm.tsx'
import './honours.css'

export function loader({ request }: LoaderFunctionArgs) {
  const { year } = readScope(new URL(request.url).searchParams)
  prefetch(honourClassesContract.list)
  prefetch(holidaysContract.show, { query: { year } })
  return null
}

/** What holds for the whole bureau: classes of honours, and the days off by which public notice is counted. */
export function Component() {
  const { honours: t } = useText()
  const keep = useKeepScope()
  return (
    <Page
      title={t.set.title}
      purpose={t.set.purpose}
      above={
        <Link className="sc-link" to={keep(paths.honours())}>
          <Mark name="left" /> {t.back}
        </Link>
      }
    >
      <Classes />
      <Holidays />
    </Page>
  )
}

function Classes() {
  const { honours: t } = useText()
  const [form, setForm] = useState<'new' | HonourClass | null>(null)
  const found = useQuery(queryOptionsOf(honourClassesContract.list))
  const right = useRootReason('honours.manage', t.set.rootOnly)
  return (
    <Section
      title={t.set.classes}
      extra={
        <ReasonButton reason={right} onClick={() => setForm('new')}>
          {t.set.addClass}
        </ReasonButton>
      }
    >
      {found.isError ? (
        <StateBlock kind="error" text={found.error.message} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <SkeletonLines lines={4} />
      ) : (
        <ul className="hn-nominations">
          {found.data.map((one) => (
            <li key={one.code}>
              <header>
                <strong>{nameOfClass(t, one.code, one.name)}</strong>
                <Tag>{t.subjects[one.subject]}</Tag>
                {one.requiresFull ? <Tag>{t.set.requiresFull}</Tag> : null}
                <small>
                  {one.validityMonths === null
                    ? t.fields.forGood
                    : t.fields.monthsOf(one.validityMonths)}
                </small>
                <small>{one.builtin ? t.set.builtin : t.set.own}</small>
                {one.active ? null : <StatusTag tone="neutral">{t.set.inactive}</StatusTag>}
                <span className="hn-item-actions">
                  <ReasonButton size="small" reason={right} onClick={() => setForm(one)}>
                    {t.set.changeClass}
                  </ReasonButton>
                </span>
              </header>
            </li>
          ))}
        </ul>
      )}
      {form === 'new' ? <NewClassForm onClose={() => setForm(null)} /> : null}
      {form && form !== 'new' ? (
        <ChangeClassForm honourClass={form} onClose={() => setForm(null)} />
      ) : null}
    </Section>
  )
}

function Holidays() {
  const { honours: t } = useText()
  const right = useRootReason('honours.manage', t.set.rootOnly)
  const { year, setScope } = useScope()
  const [editing, setEditing] = useState(false)
  const found = useQuery(queryOptionsOf(holidaysContract.show, { query: { year } }))
  const table = found.data
  const off = table?.days.filter(({ off: isOff }) => isOff).length ?? 0
  return (
    <Section
      title={t.set.holidays(year)}
      extra={
        <span className="hn-item-actions">
          <Button onClick={() => setScope({ year: year - 1 })}>{t.set.previousYear}</Button>
          <Button onClick={() => setScope({ year: year + 1 })}>{t.set.nextYear}</Button>
          <ReasonButton reason={right} onClick={() => setEditing(true)}>
            {t.set.edit}
          </ReasonButton>
        </span>
      }
    >
      {found.isError ? (
        <StateBlock kind="error" text={found.error.message} onRetry={() => void found.refetch()} />
      ) : !table ? (
        <SkeletonLines lines={4} />
      ) : table.known ? (
        <>
          <p className="hn-quiet">
            {[
              table.source,
              t.set.dayCount(off, table.days.length - off),
              table.setBy ? `${t.set.setBy} ${table.setBy}` : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <ul className="hn-days">
            {table.days.map((one) => (
              <li key={one.day}>
                <time>{one.day}</time>
                <StatusTag tone={one.off ? 'success' : 'warning'}>
                  {one.off ? t.set.off : t.set.on}
                </StatusTag>
                {one.name}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <StateBlock kind="empty" title={t.set.missing(year)} />
      )}
      {editing && table ? <HolidaysForm table={table} onClose={() => setEditing(false)} /> : null}
    </Section>
  )
}
