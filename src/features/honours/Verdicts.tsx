import type { VerdictView } from '#domain/verdict.ts'
import { useText } from '#lib/i18n.ts'
import { articleOf } from '#parts/articleOf.ts'
import { VerdictLine } from '#ui/VerdictLine.tsx'
import { verdictText } from './words.ts'

/** What the rules say, each with its article. */
export function Verdicts({ verdicts }: { verdicts: readonly VerdictView[] }) {
  const { honours: t } = useText()
  return (
    <>
      {verdicts.map((one, index) => (
        <VerdictLine
          key={`${one.code} ${index}`}
          level={one.status}
          article={articleOf(one.article)}
        >
          {verdictText(t, one)}
        </VerdictLine>
      ))}
    </>
  )
}
