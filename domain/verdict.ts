import { z } from 'zod'

/** Wire form of a rule's judgement (`#domain/rules/verdict.ts`); `article` is a key of `articles`. */
export const verdict = z.object({
  status: z.enum(['met', 'unmet', 'warning', 'not-applicable']),
  code: z.string(),
  article: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type VerdictView = z.infer<typeof verdict>
