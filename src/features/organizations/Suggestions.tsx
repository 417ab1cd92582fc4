import type { VerdictView } from '#domain/verdict.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { articleOf } from '#parts/articleOf.ts'
import { Section } from '#ui/Page.tsx'
import { VerdictLine } from '#ui/VerdictLine.tsx'

export function Suggestions({ verdicts }: { verdicts: readonly VerdictView[] }) {
  const { organizations: t } = useText()
  if (verdicts.length === 0) return null
  return (
    <Section title={t.suggestions} extra={<small className="og-note">{t.suggestionsNote}</small>}>
      <Verdicts verdicts={verdicts} />
    </Section>
  )
}

type Sentences = Text['organizations']['verdicts']

export function Verdicts({ verdicts }: { verdicts: readonly VerdictView[] }) {
  const { organizations: t } = useText()
  const sentences: Partial<Record<string, Sentences[keyof Sentences]>> = t.verdicts
  return (
    <div className="og-verdicts">
      {verdicts.map(({ code, status, facts, article }) => (
        <VerdictLine key={code} level={status} article={articleOf(article)}>
          {sentences[code]?.(facts) ?? code}
        </VerdictLine>
      ))}
    </div>
  )
}
