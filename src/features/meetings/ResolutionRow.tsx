import { useState } from 'react'
import type { ResolutionKind } from '#domain/meetings.ts'
import { useText } from '#lib/i18n.ts'
import { MemberPicker } from '#parts/MemberPicker.tsx'
import { Button } from '#ui/Button.tsx'
import { Mark } from '#ui/Mark.tsx'
import { Field } from '#ui/Field.tsx'
import { votesOf, type Presence } from './content.ts'
import type { Person, ResolutionSheet, VoteField } from './sheet.ts'

interface ResolutionRowProps {
  row: ResolutionSheet
  number: number
  kinds: readonly ResolutionKind[]
  presence: Presence
  people: readonly Person[]
  search: { within: string; on: string }
  onChange: (row: ResolutionSheet) => void
  onRemove: (() => void) | null
}

/** One line says what was decided, one press that all agreed. */
export function ResolutionRow({
  row,
  number,
  kinds,
  presence,
  people,
  search,
  onChange,
  onRemove,
}: ResolutionRowProps) {
  const { meetings: t } = useText()
  const [full, setFull] = useState(row.text !== '')
  const at = (key: string) => `resolutions.${row.id}.${key}`
  const numbers = votesOf(row, presence)
  const fields: VoteField[] =
    row.kind === 'development' ? ['yes', 'no', 'abstain', 'written'] : ['yes', 'no', 'abstain']
  const words: Record<VoteField, string> = {
    yes: t.editor.yes,
    no: t.editor.no,
    abstain: t.editor.abstain,
    written: t.editor.writtenVotes,
  }
  const isDevelopment = row.kind === 'development'
  const isSecret = isDevelopment || row.kind === 'election'

  const setVote = (field: VoteField, text: string) => {
    const votes = row.unanimous
      ? {
          yes: `${numbers.yes}`,
          no: `${numbers.no}`,
          abstain: `${numbers.abstain}`,
          written: `${numbers.written}`,
        }
      : row.votes
    onChange({ ...row, unanimous: false, votes: { ...votes, [field]: text.replace(/\D/g, '') } })
  }
  return (
    <div className="mt-resolution">
      <div className="mt-resolution-head">
        <Field name={at('title')} label={t.editor.resolutionN(number)} wide>
          {(wiring) => (
            <input
              {...wiring}
              className="sc-input"
              maxLength={200}
              placeholder={t.editor.resolutionHint}
              value={row.title}
              onChange={(event) => onChange({ ...row, title: event.target.value })}
            />
          )}
        </Field>
        {onRemove ? (
          <button
            type="button"
            className="sc-bare"
            aria-label={t.editor.removeResolution(number)}
            onClick={onRemove}
          >
            <Mark name="cross" />
          </button>
        ) : null}
      </div>
      {kinds.length > 1 || isSecret ? (
        <div className="mt-fields">
          <Field name={at('kind')} label={t.editor.kind}>
            {(wiring) => (
              <select
                {...wiring}
                className="sc-input"
                value={row.kind}
                onChange={(event) => {
                  const kind = event.target.value as ResolutionKind
                  onChange({
                    ...row,
                    kind,
                    secretBallot: kind === 'development' || kind === 'election',
                  })
                }}
              >
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t.kinds[kind]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {isSecret ? (
            <Field name={at('subjectMemberId')} label={t.editor.subject}>
              {(wiring) => (
                <MemberPicker
                  {...wiring}
                  {...search}
                  suggestions={row.kind === 'election' ? people : []}
                  value={row.subject}
                  onChange={(subject) => onChange({ ...row, subject })}
                />
              )}
            </Field>
          ) : null}
        </div>
      ) : null}
      <div className="mt-votes">
        <Button aria-pressed={row.unanimous} onClick={() => onChange({ ...row, unanimous: true })}>
          {t.editor.unanimousOf(presence.tally.votersPresent)}
        </Button>
        {fields.map((field) => (
          <Field key={field} name={at(field)} label={words[field]}>
            {(wiring) => (
              <input
                {...wiring}
                className="sc-input mt-vote"
                inputMode="numeric"
                maxLength={6}
                value={row.unanimous ? numbers[field] : row.votes[field]}
                onChange={(event) => setVote(field, event.target.value)}
              />
            )}
          </Field>
        ))}
        {isSecret || row.secretBallot ? (
          <label className="sc-check">
            <input
              type="checkbox"
              checked={row.secretBallot}
              onChange={(event) => onChange({ ...row, secretBallot: event.target.checked })}
            />
            {t.editor.secret}
          </label>
        ) : null}
      </div>
      {full || isDevelopment ? (
        <Field
          name={at('text')}
          label={t.editor.resolutionText}
          hint={isDevelopment ? t.editor.performanceHint : undefined}
          wide
        >
          {(wiring) => (
            <textarea
              {...wiring}
              className="sc-input sc-text"
              rows={3}
              value={row.text}
              onChange={(event) => onChange({ ...row, text: event.target.value })}
            />
          )}
        </Field>
      ) : (
        <button type="button" className="sc-link" onClick={() => setFull(true)}>
          {t.editor.addText}
        </button>
      )}
    </div>
  )
}
