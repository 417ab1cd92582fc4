import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/support/longestFirst.ts'

const api = ['server/**/*.test.ts', 'tests/api/**/*.test.ts']
/** Tests of the embedded store itself; a second run on PostgreSQL would say nothing new. */
const embeddedOnly = ['server/node/store/**/*.test.ts']

/** A database to begin with. */
const emptyStore = 'tests/support/emptyStore.ts'

export default defineConfig({
  test: {
    // A suite that opens a database needs a while on two busy cores.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          globalSetup: [emptyStore],
          isolate: false,
          include: [
            'domain/**/*.test.ts',
            'src/**/*.test.ts',
            'mocks/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'api',
          environment: 'node',
          include: api,
          globalSetup: [emptyStore],
          isolate: false,
          env: { TEST_STORE: 'embedded' },
        },
      },
      {
        extends: true,
        test: {
          name: 'api-postgres',
          environment: 'node',
          include: api,
          exclude: ['**/node_modules/**', ...embeddedOnly],
          isolate: false,
          env: { TEST_STORE: 'postgres' },
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          environment: 'jsdom',
          globalSetup: [emptyStore],
          isolate: false,
          include: ['src/**/*.test.tsx'],
          setupFiles: ['tests/support/screens.ts'],
          // A whole journey, and the first one of a file loads the pages too.
          testTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          environment: 'node',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/faults/setup.ts'],
          // Two at once: what is measured here in seconds has room for a neighbour.
          testTimeout: 60_000,
        },
      },
    ],
  },
})
