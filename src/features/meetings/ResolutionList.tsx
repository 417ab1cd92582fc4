import type { ResolutionRecord } from '#domain/meetings.ts'
import { useText } from '#lib/i18n.ts'
import { Tag } from '#ui/Tags.tsx'
import { Verdicts } from './Verdicts.tsx'

export function ResolutionList({ resolutions }: { resolutions: readonly ResolutionRecord[] }) {
  const { meetings: t, ui } = useText()
  return (
    <ol className="md-resolutions">
      {resolutions.map(
        (
          { title, text, kind, subjectName, yes, no, abstain, written, secretBallot, verdicts },
          index,
        ) => (
          <li key={`${index} ${title}`}>
            <h3>
              {title} {kind === 'ordinary' ? null : <Tag>{t.kinds[kind]}</Tag>}{' '}
              {secretBallot ? <Tag>{t.show.secret}</Tag> : null}
            </h3>
            {subjectName ? (
              <p>
                {t.editor.subject}
                {ui.colon}
                {subjectName}
              </p>
            ) : null}
            {text ? <p className="md-prose">{text}</p> : null}
            <p className="md-votes">
              {t.show.votes(yes, no, abstain)}
              {written > 0 ? t.show.writtenVotes(written) : null}
            </p>
            <Verdicts verdicts={verdicts} />
          </li>
        ),
      )}
    </ol>
  )
}
