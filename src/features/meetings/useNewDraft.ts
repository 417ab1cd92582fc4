import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { loadDraft } from '#lib/drafts.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { requestKey } from '#lib/requestKey.ts'
import { useSession, useToday } from '#lib/session.ts'
import { dayFor, prefill, type Asked, type Known } from './prefill.ts'
import type { EditorDraft } from './useSave.ts'

type Stored = Awaited<ReturnType<typeof loadDraft<EditorDraft>>>

export interface Beginning {
  draftKey: string
  asked: Asked
  stored: Stored
  known: Known
}

/** Away or refused: a prefill that cannot be had is no reason to keep anybody from writing. */
const settled = ({ isSuccess, isError, isPaused, failureCount }: UseQueryResult): boolean =>
  isSuccess || isError || isPaused || failureCount > 0

/** What a new record begins with: the draft on this machine, and what is known of the organ; null while it is asked. */
export function useNewDraft(card: OrganizationCard, asked: Asked): Beginning | null {
  const { announced } = asked
  const what = announced?.id ?? `${asked.type ?? ''}/${asked.period ?? ''}`
  const draftKey = `meeting/new/${card.id}/${what}`
  const today = useToday()
  const { memberId, name } = useSession()
  const [stored, setStored] = useState<Stored | undefined>(undefined)
  useEffect(() => {
    void loadDraft<EditorDraft>(draftKey).then(setStored)
  }, [draftKey])

  const type = announced?.types[0] ?? asked.type
  const past = useQuery(
    queryOptionsOf(meetingsContract.list, {
      query: { organization: card.id, direct: 'true', types: type ? [type] : undefined, size: 1 },
    }),
  )
  const lastId = past.data?.rows[0]?.id
  const last = useQuery({
    ...queryOptionsOf(meetingsContract.show, { params: { id: lastId ?? '' } }),
    enabled: lastId !== undefined,
  })
  const roster = useQuery(
    queryOptionsOf(meetingsContract.roster, {
      query: {
        organization: card.id,
        on: dayFor(asked, today),
        types: (announced?.types ?? [type]).includes('committee-meeting')
          ? ['committee-meeting']
          : undefined,
      },
    }),
  )
  if (
    stored === undefined ||
    !settled(past) ||
    !settled(roster) ||
    (lastId !== undefined && !settled(last))
  )
    return null
  const self = memberId && { id: memberId, name }
  return {
    draftKey,
    asked,
    stored,
    known: { card, last: last.data ?? null, entries: roster.data?.entries ?? [], self, today },
  }
}

/** The draft if there is one, else the prefilled sheet. */
export function begin({ stored, asked, known }: Beginning) {
  const fresh: EditorDraft = {
    sheet: prefill(asked, known),
    key: requestKey(),
    version: null,
    base: null,
  }
  return { fresh, initial: stored?.value ?? fresh, restoredAt: stored?.savedAt ?? null }
}
