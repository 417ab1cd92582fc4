import { z } from 'zod'

/** What the address says of a list of terms on the workbench. */
export const termPages = z.object({
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})
