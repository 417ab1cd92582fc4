import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { parametersContract } from '#domain/system.contract.ts'
import type { ParameterKey } from '#domain/rules/parameters.ts'
import { useText } from '#lib/i18n.ts'
import { usePreferences } from '#lib/preferences.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useRootReason } from '#parts/useRootReason.ts'
import { Page, Section } from '#ui/Page.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { Tag } from '#ui/Tags.tsx'
import { BureauName } from './BureauName.tsx'
import {
  labelOf,
  parameterGroups,
  sourceOf,
  valueInWords,
  type ParameterView,
} from './parameterWords.ts'
import { SetParameter } from './SetParameter.tsx'
import './system.css'

/** What the regulations leave to the bureau, as it stands today. Everybody reads it, one decides it. */
export function Component() {
  const t = useText().system.parameters
  const list = useQuery(queryOptionsOf(parametersContract.list))
  const reason = useRootReason('parameters.manage', t.rootOnly)
  const [setting, setSetting] = useState<ParameterView | null>(null)
  const views = new Map(list.data?.map((view) => [view.key, view]))

  return (
    <Page title={t.title} purpose={t.purpose}>
      <BureauName />
      {list.isError ? (
        <StateBlock kind="error" title={list.error.message} onRetry={() => void list.refetch()} />
      ) : null}
      {list.isPending ? <StateBlock kind="loading" /> : null}
      {list.data
        ? parameterGroups().map(({ group, keys }) => (
            <Section key={group} title={t.groups[group]}>
              <ul className="sy-parameters">
                {keys.map((key) => {
                  const view = views.get(key)
                  return view ? (
                    <Line
                      key={key}
                      name={key}
                      view={view}
                      reason={reason}
                      onSet={() => setSetting(view)}
                    />
                  ) : null
                })}
              </ul>
            </Section>
          ))
        : null}
      {setting ? <SetParameter view={setting} onClose={() => setSetting(null)} /> : null}
    </Page>
  )
}

interface LineProps {
  name: ParameterKey
  view: ParameterView
  reason: string | null
  onSet: () => void
}

function Line({ name, view, reason, onSet }: LineProps) {
  const t = useText().system.parameters
  const english = usePreferences().language === 'en'
  return (
    <li>
      <div className="sy-parameter-name">
        <b>{labelOf(name, english)}</b>
        <small>{sourceOf(name, english)}</small>
      </div>
      <div className="sy-parameter-value">
        <span>{valueInWords(name, view.value, t)}</span>
        {view.isDefault ? (
          <Tag>{t.byDefault}</Tag>
        ) : (
          <small>{t.decided(view.setBy ?? '', view.from ?? '')}</small>
        )}
        {view.next.map(({ value, from, setBy }) => (
          <small key={from} className="sy-later">
            {t.later(valueInWords(name, value, t), from, setBy)}
          </small>
        ))}
      </div>
      <ReasonButton
        size="small"
        reason={reason}
        onClick={onSet}
        aria-label={t.setOf(labelOf(name, english))}
      >
        {t.set}
      </ReasonButton>
    </li>
  )
}
