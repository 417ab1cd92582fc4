import { expect, it } from 'vitest'
import { allOperations } from '#domain/contracts.ts'
import { useApi } from '#tests/support/api.ts'

const api = useApi()

it('describes every operation once, and the same whenever it is asked for', async () => {
  const ask = async () => (await api.app.request('/api/openapi.json')).text()
  const first = await ask()
  const { paths } = JSON.parse(first) as {
    paths: Record<string, Record<string, { operationId: string }>>
  }
  const described = Object.values(paths).flatMap((path) => Object.values(path))
  expect(described.map(({ operationId }) => operationId).toSorted()).toEqual(
    allOperations.map(({ name }) => name).toSorted(),
  )
  expect(await ask()).toBe(first)
})
