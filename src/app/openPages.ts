import { can, currentSession } from '#lib/session.ts'
import { pages, type Page } from './pages.ts'

export const mayOpen = ({ needs, own }: Page): boolean =>
  (needs === undefined || needs.some(can)) && (!own || currentSession().memberId !== null)

/** The pages that this session may open. */
export const openPages = (): readonly Page[] => pages.filter(mayOpen)
