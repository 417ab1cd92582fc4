import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { meetingFilter, meetingType } from '#domain/meetings.ts'
import { holdsMeetings } from '#domain/meetings.rules.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { useUrlState } from '#lib/urlState.ts'
import { Failed } from '#parts/Failed.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { useFormPlace } from '#parts/useFormPlace.ts'
import { Page } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { Editor } from './Editor.tsx'
import { begin, useNewDraft, type Beginning } from './useNewDraft.ts'
import './editor.css'

const asked = z.object({
  organization: z.string().optional(),
  type: meetingType.optional(),
  period: meetingFilter.shape.period,
})

/** A new record, for a duty (`?organization=&type=&period=`) or out of the blue. */
export function Component() {
  const { meetings: t } = useText()
  const [{ organization, type = null, period = null }, setAsked] = useUrlState(asked)
  const { organizationId } = useScope()
  const [choosing, setChoosing] = useState(false)
  const at = useFormPlace('meetings.record', undefined, organization === undefined)
  const asks = organization === undefined && at === undefined
  const id = choosing ? null : (organization ?? at?.place?.id ?? null)
  const card = useQuery({
    ...queryOptionsOf(organizationsContract.show, { params: { id: id ?? '' } }),
    enabled: id !== null,
  })
  const change = () => {
    setChoosing(true)
    setAsked({ organization: undefined, type: undefined, period: undefined }, { replace: false })
  }
  const holds = id !== null && card.data !== undefined && holdsMeetings(card.data.kind)

  return (
    <Page
      title={t.editor.newTitle}
      purpose={t.editor.purpose}
      above={
        holds ? (
          <span className="mt-organ">
            {card.data.name}
            {/* Where the scope itself is written for, it decides. */}
            {organization !== undefined || id !== organizationId ? (
              <button type="button" className="sc-link" onClick={change}>
                {t.editor.otherOrgan}
              </button>
            ) : null}
          </span>
        ) : null
      }
    >
      {card.isError ? (
        <Failed query={card} />
      ) : asks || (id !== null && !card.data) ? (
        <SkeletonLines lines={8} />
      ) : holds ? (
        <NewEditor
          key={`${card.data.id} ${type} ${period}`}
          card={card.data}
          type={type}
          period={period}
        />
      ) : (
        <ChooseOrgan
          within={at?.within}
          onChoose={(chosen) => {
            setChoosing(false)
            setAsked({ organization: chosen }, { replace: false })
          }}
        />
      )}
    </Page>
  )
}

function ChooseOrgan({
  within,
  onChoose,
}: {
  within: string | undefined
  onChoose: (id: string) => void
}) {
  const { meetings: t } = useText()
  return (
    <div className="mt-choose">
      <h2>{t.editor.chooseOrgan}</h2>
      <p className="mt-hint">{t.editor.chooseText}</p>
      <OrganizationPicker
        right="meetings.record"
        label={t.editor.organ}
        kinds={['branch', 'group']}
        within={within}
        onChange={onChoose}
      />
    </div>
  )
}

type NewEditorProps = { card: OrganizationCard } & Parameters<typeof useNewDraft>[1]

function NewEditor({ card, type, period }: NewEditorProps) {
  const beginning = useNewDraft(card, { type, period })
  if (beginning === null) return <SkeletonLines lines={12} />
  return <Begun {...beginning} />
}

/** The form keeps what it began with, whatever is asked anew meanwhile. */
function Begun(beginning: Beginning) {
  const [begun] = useState(() => begin(beginning))
  return (
    <Editor card={beginning.known.card} record={null} draftKey={beginning.draftKey} {...begun} />
  )
}
