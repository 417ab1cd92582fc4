import axe from 'axe-core'
import type { Page } from '@playwright/test'

export interface Finding {
  id: string
  targets: string[]
}

/**
 * WCAG 2.2 AA and best practices, as axe sees them. Evaluated by the debugger: the page's own policy allows
 * no injected script. Contrast takes most of the time: `colours` looks at it `alone`, for a second theme
 * of the same page, or leaves it out (`seen`) where the theme was looked at already.
 */
export async function findings(
  page: Page,
  { colours }: { colours?: 'alone' | 'seen' } = {},
): Promise<Finding[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(async (which) => {
    const run = (
      globalThis as unknown as {
        axe: {
          run(
            options: object,
          ): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>
        }
      }
    ).axe
    const { violations } = await run.run({
      // Signs beside their words (EN, 99+) are read by their words; names that repeat the sign read worse.
      rules: {
        'label-content-name-mismatch': { enabled: false },
        ...(which === 'seen' && { 'color-contrast': { enabled: false } }),
      },
      resultTypes: ['violations'],
      preload: false,
      ...(which === 'alone' && { runOnly: { type: 'rule', values: ['color-contrast'] } }),
    })
    return violations.map(({ id, nodes }) => ({
      id,
      targets: nodes.slice(0, 3).map(({ target }) => String(target)),
    }))
  }, colours)
}
