import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files of half a minute: begun last, one worker would end with them while the other rests. */
const longest = [
  'server/counts/recount/recount.test.ts',
  'server/node/store/embedded.test.ts',
  'tests/api/permissions.test.ts',
  'server/features/organizations/tree.test.ts',
  'server/node/store/killed.test.ts',
  'src/features/honours/honours.test.tsx',
  'src/features/studies/studies.test.tsx',
]
const place = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((path) => moduleId.endsWith(path))
  return at < 0 ? longest.length : at
}

/** The longest files first, in this order; the rest project by project, as they were found. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => place(a) - place(b))
  }
}
