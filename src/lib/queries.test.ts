import { expect, test } from 'vitest'
import { accountsContract } from '#domain/system.contract.ts'
import { cockpitContract } from '#domain/cockpit.contract.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import { workbenchContract } from '#domain/workbench.contract.ts'
import { invalidate } from './queries.ts'
import { makeQueryClient } from './queryClient.ts'

const asked = [
  accountsContract.list,
  cockpitContract.show,
  integrityContract.coverage,
  meetingsContract.list,
  studiesContract.hoursList,
  workbenchContract.todos,
].map(({ name }) => name)

/** The operations whose answers are old after a write of the nouns. */
async function oldAfter(nouns: readonly string[]): Promise<string[]> {
  const client = makeQueryClient()
  for (const name of asked) client.setQueryData([name, {}], 'an answer')
  await invalidate(nouns, client)
  return asked.filter((name) => client.getQueryState([name, {}])?.isInvalidated)
}

test('what is counted from a record is old with it, on whatever page it stands', async () => {
  const counted = asked.slice(1)
  expect(await oldAfter(['meetings'])).toEqual(counted)
  expect(await oldAfter(['members'])).toEqual(counted)
})

test('an account is counted nowhere, and a write that marks nothing marks nothing', async () => {
  expect(await oldAfter(['accounts'])).toEqual([accountsContract.list.name])
  expect(await oldAfter([])).toEqual([])
})
