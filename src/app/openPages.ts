import { can } from '#lib/session.ts'
import { pages, type Page } from './pages.ts'

export const mayOpen = ({ needs }: Page): boolean => needs === undefined || needs.some(can)

/** The pages that this session may open. */
export const openPages = (): readonly Page[] => pages.filter(mayOpen)
