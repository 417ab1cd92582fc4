import type { Page } from '@playwright/test'

/** One press of the mouse, and by which elements it shows that it was answered. */
export interface Act {
  name: string
  width: number
  path: string
  /** The page may be used once this stands. */
  ready: string
  before?: (page: Page) => Promise<unknown>
  /** What is pressed, as a Playwright locator. */
  target: string
  /** Selectors of the first answer and of the thing itself; neither may stand before the press. */
  answer: string
  content: string
}

const row = '.sc-table tbody tr:nth-child(3) a[href*="/meetings/"]'
const branch = '[role="treeitem"][aria-level="2"]:has([data-toggle])'
const openBranch = '[role="treeitem"][aria-level="2"][aria-expanded="true"]'
const toggle = `${branch}[aria-expanded="false"] [data-toggle]`

export const acts: readonly Act[] = [
  {
    name: 'list → record beside it',
    width: 1440,
    path: '/meetings',
    ready: row,
    target: row,
    answer: '.sc-split-detail h2',
    content: '.sc-split-detail .md-prose',
  },
  {
    name: 'list → page of the record',
    width: 1024,
    path: '/meetings',
    ready: row,
    target: row,
    answer: '.sc-page-above',
    content: '.sc-page .md-prose',
  },
  {
    name: 'tree: open a branch',
    width: 1440,
    path: '/organizations',
    ready: branch,
    target: toggle,
    answer: `${openBranch} ~ [aria-level="3"]`,
    content: `${openBranch} ~ [aria-level="3"]:not(.sc-tree-gap)`,
  },
  {
    name: 'tree: open it again',
    width: 1440,
    path: '/organizations',
    ready: branch,
    before: async (page) => {
      await page.locator(toggle).first().click()
      await page.locator(`${openBranch} ~ [aria-level="3"]:not(.sc-tree-gap)`).first().waitFor()
      await page.locator(`${openBranch} [data-toggle]`).click()
      await page.waitForTimeout(500)
    },
    target: toggle,
    answer: `${openBranch} ~ [aria-level="3"]`,
    content: `${openBranch} ~ [aria-level="3"]:not(.sc-tree-gap)`,
  },
]
