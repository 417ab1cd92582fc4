import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { announcementsContract } from '#domain/announcements.contract.ts'
import type { AnnouncementRecord } from '#domain/announcements.ts'
import { announcementId } from '#domain/ids.ts'
import { meetingFilter, meetingType } from '#domain/meetings.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { hasTeam } from '#domain/rules/structure.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { paths } from '#lib/paths.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useUrlState } from '#lib/urlState.ts'
import { Failed } from '#parts/Failed.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { useFormPlace } from '#parts/useFormPlace.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { Editor } from './Editor.tsx'
import { OtherOrgan } from './OtherOrgan.tsx'
import type { Asked } from './prefill.ts'
import { begin, useNewDraft, type Beginning } from './useNewDraft.ts'
import './editor.css'

const asked = z.object({
  organization: z.string().optional(),
  type: meetingType.optional(),
  period: meetingFilter.shape.period,
  announcement: announcementId.optional(),
})

/** A new record: of an announced meeting (`?announcement=`), for a duty (`?organization=&type=&period=`), or out of the blue. */
export function Component() {
  const { meetings: t } = useText()
  const [{ organization: named, type = null, period = null, announcement }, setAsked] =
    useUrlState(asked)
  const called = useQuery({
    ...queryOptionsOf(announcementsContract.show, { params: { id: announcement ?? '' } }),
    enabled: announcement !== undefined,
  })
  // It stays as it was when the form was opened: the record that is made from it ends it.
  const [kept, setKept] = useState<AnnouncementRecord | null>(null)
  if (called.data && !called.isFetching && called.data.id !== kept?.id) setKept(called.data)
  const announced = announcement === undefined ? null : kept
  const organization = announcement === undefined ? named : announced?.organizationId
  const { organizationId } = useScope()
  const [choosing, setChoosing] = useState(false)
  const at = useFormPlace(
    'meetings.record',
    undefined,
    named === undefined && announcement === undefined,
  )
  const asks = organization === undefined && at === undefined
  const id = choosing ? null : (organization ?? at?.place?.id ?? null)
  const card = useQuery({
    ...queryOptionsOf(organizationsContract.show, { params: { id: id ?? '' } }),
    enabled: id !== null,
  })
  const change = () => {
    setChoosing(true)
    setAsked(
      {
        organization: undefined,
        type: undefined,
        period: undefined,
        announcement: undefined,
      },
      { replace: false },
    )
  }
  const over = announced !== null && announced.state !== 'open'
  // Whoever looks at the whole bureau seldom writes for its leading body, so that is asked.
  const holds =
    id !== null &&
    card.data !== undefined &&
    (organization !== undefined || !hasTeam(card.data.kind))

  return (
    <Page
      title={t.editor.newTitle}
      purpose={t.editor.purpose}
      above={
        holds ? (
          <span className="mt-organ">
            {card.data.name}
            {/* Where the scope itself is written for, it decides. */}
            {announced === null && (organization !== undefined || id !== organizationId) ? (
              <button type="button" className="sc-link" onClick={change}>
                {t.editor.otherOrgan}
              </button>
            ) : null}
          </span>
        ) : null
      }
    >
      {called.isError ? (
        <Failed query={called} />
      ) : card.isError ? (
        <Failed query={card} />
      ) : announced && over ? (
        <Over announced={announced} />
      ) : asks || (id !== null && !card.data) ? (
        <SkeletonLines lines={8} />
      ) : holds && !card.data.hands.record ? (
        <OtherOrgan />
      ) : holds ? (
        <NewEditor
          key={`${card.data.id} ${type} ${period}`}
          card={card.data}
          type={type}
          period={period}
          announced={announced}
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
        within={within}
        onChange={onChoose}
      />
    </div>
  )
}

/** It made its record already, or was called off. */
function Over({ announced }: { announced: AnnouncementRecord }) {
  const t = useText().announcements.recordForm
  const keep = useKeepScope()
  const { id, state, meetingId } = announced
  return (
    <StateBlock
      kind="empty"
      title={t.over}
      text={state === 'open' ? null : t.overText[state]}
      action={
        meetingId ? (
          <ButtonLink kind="primary" to={keep(paths.meeting(meetingId))}>
            {t.toRecord}
          </ButtonLink>
        ) : (
          <ButtonLink to={keep(paths.announcement(id))}>{t.back}</ButtonLink>
        )
      }
    />
  )
}

type NewEditorProps = { card: OrganizationCard } & Asked

function NewEditor({ card, ...asked }: NewEditorProps) {
  const beginning = useNewDraft(card, asked)
  if (beginning === null) return <SkeletonLines lines={12} />
  return <Begun {...beginning} />
}

/** The form keeps what it began with, whatever is asked anew meanwhile. */
function Begun(beginning: Beginning) {
  const [begun] = useState(() => begin(beginning))
  const { asked, known, draftKey } = beginning
  const { announced } = asked
  const { announcements: t } = useText()
  return (
    <>
      {announced ? <p className="mt-note">{t.recordForm.from(announced.title)}</p> : null}
      <Editor
        card={known.card}
        record={null}
        announced={announced}
        draftKey={draftKey}
        {...begun}
      />
    </>
  )
}
