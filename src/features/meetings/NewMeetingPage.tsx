import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { z } from 'zod'
import { meetingType } from '#domain/meetings.ts'
import { holdsMeetings } from '#domain/meetings.rules.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { useUrlState } from '#lib/urlState.ts'
import { Failed } from '#parts/Failed.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { Page } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { Editor } from './Editor.tsx'
import { begin, useNewDraft, type Beginning } from './useNewDraft.ts'
import './editor.css'

const asked = z.object({
  organization: z.string().optional(),
  type: meetingType.optional(),
  period: z
    .string()
    .regex(/^\d{4}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$/)
    .optional(),
})

/** A new record, for a duty (`?organization=&type=&period=`) or out of the blue. */
export function Component() {
  const { meetings: t } = useText()
  const [{ organization, type = null, period = null }, setAsked] = useUrlState(asked)
  const { organizationId } = useScope()
  const id = organization ?? organizationId
  const card = useQuery({
    ...queryOptionsOf(organizationsContract.show, { params: { id: id ?? '' } }),
    enabled: id !== null,
  })
  const holds = card.data !== undefined && holdsMeetings(card.data.kind)

  return (
    <Page
      title={t.editor.newTitle}
      purpose={t.editor.purpose}
      above={
        holds ? (
          <span className="mt-organ">
            {card.data.name}
            <ChangeOrgan
              onChoose={() =>
                setAsked(
                  { organization: undefined, type: undefined, period: undefined },
                  { replace: false },
                )
              }
            />
          </span>
        ) : null
      }
    >
      {card.isError ? (
        <Failed query={card} />
      ) : id !== null && !card.data ? (
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
          within={id}
          onChoose={(chosen) => setAsked({ organization: chosen }, { replace: false })}
        />
      )}
    </Page>
  )
}

/** Offered only where the organ came with the address; otherwise the scope decides. */
function ChangeOrgan({ onChoose }: { onChoose: () => void }) {
  const { meetings: t } = useText()
  const [search] = useSearchParams()
  return search.has('organization') ? (
    <button type="button" className="sc-link" onClick={onChoose}>
      {t.editor.otherOrgan}
    </button>
  ) : null
}

function ChooseOrgan({
  within,
  onChoose,
}: {
  within: string | null
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
        within={within ?? undefined}
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
