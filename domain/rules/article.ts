import type { Day } from '#domain/dates.ts'

/**
 * The texts the rules rest on. `gist` is our own sentence, not a quotation.
 * `basis` says how sure we are: 'text' = the article was read in a public text; 'secondary' = the rule is confirmed but
 * its number or wording is not (then `article` says 条号待核); 'custom' = practice or a decision of this product.
 */
export type Article = {
  regulation: string
  article: string
  gist: string
  gistEn: string
  /** First day the article applied (for a revised text: of the revision). */
  since: Day
  basis: 'text' | 'secondary' | 'custom'
}

type Rest = [article: string, gist: string, gistEn: string, basis?: Article['basis']]
/** Makes the articles of one regulation: number, gist in Chinese and English, and basis if the article itself was not read. */
export const articlesOf =
  (regulation: string, since: Day) =>
  ([article, gist, gistEn, basis = 'text']: Rest): Article => ({
    regulation,
    article,
    gist,
    gistEn,
    since,
    basis,
  })

/** Marks an article whose number was not seen. */
export const unnumbered = '（条号待核）'
