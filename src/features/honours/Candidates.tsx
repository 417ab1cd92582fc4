import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { isEligible } from '#domain/rules/honours.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { Verdicts } from './Verdicts.tsx'

interface CandidatesProps {
  campaignId: string
  branch: string
  /** A crew, or one person. */
  several: boolean
  id?: string
  value?: string | string[]
  onChange?: (value: string | string[]) => void
}

/** A pause in typing, not every key, asks the server. */
const PAUSE = 200

/** Everybody of the branch with what the rules say, before anything is chosen: who cannot be nominated says why. */
export function Candidates({ campaignId, branch, several, id, value, onChange }: CandidatesProps) {
  const { honours: t } = useText()
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useQuery({
    ...queryOptionsOf(campaignsContract.candidates, {
      params: { id: campaignId },
      query: { organization: branch, q: q || undefined },
    }),
    placeholderData: keepPreviousData,
  })
  const chosen = new Set(several ? (value as string[] | undefined) : value ? [String(value)] : [])
  const toggle = (memberId: string) => {
    if (!several) return onChange?.(memberId)
    const next = new Set(chosen)
    if (!next.delete(memberId)) next.add(memberId)
    return onChange?.([...next])
  }
  return (
    <div className="hn-candidates" id={id} tabIndex={-1}>
      <p className="pt-note">{t.form.unjudged}</p>
      <Input
        aria-label={t.form.candidateSearch}
        placeholder={t.form.candidateSearch}
        allowClear
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {found.isError ? (
        <StateBlock kind="error" text={found.error.message} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <SkeletonLines lines={4} />
      ) : found.data.rows.length === 0 ? (
        <p className="hn-quiet">{t.form.noCandidates}</p>
      ) : (
        <ul>
          {found.data.rows.map((one) => {
            const fit = isEligible(one.verdicts)
            // What no one can be judged by stands once above; the rest is said of each.
            const said = one.verdicts.filter(
              ({ status, code }) => status !== 'met' && code !== 'honour.unjudged',
            )
            return (
              <li key={one.memberId} data-fit={fit}>
                <label>
                  <input
                    type={several ? 'checkbox' : 'radio'}
                    name={`candidate-${campaignId}`}
                    checked={chosen.has(one.memberId)}
                    disabled={!fit}
                    onChange={() => toggle(one.memberId)}
                  />
                  <span>{one.name}</span>
                  <small>{one.organizationName}</small>
                  <StatusTag tone={fit ? 'success' : 'danger'}>
                    {fit ? t.form.eligible : t.form.notEligible}
                  </StatusTag>
                </label>
                <Verdicts verdicts={said} />
              </li>
            )
          })}
        </ul>
      )}
      {found.data?.more ? (
        <p className="hn-quiet" role="status">
          {t.form.moreCandidates(found.data.rows.length)}
        </p>
      ) : null}
    </div>
  )
}
