import { expect, test } from 'vitest'
import { nameIn } from './nameIn.ts'

test('whom a list is of is told by its own rows, not by those that stood there before', () => {
  const data = { rows: [{ name: null }, { name: '王芳' }] }
  const nameOf = ({ name }: { name: string | null }) => name
  expect(nameIn({ data, isPlaceholderData: false }, nameOf)).toBe('王芳')
  expect(nameIn({ data, isPlaceholderData: true }, nameOf)).toBeUndefined()
  expect(nameIn({ data: undefined, isPlaceholderData: false }, nameOf)).toBeUndefined()
  expect(nameIn({ data: { rows: [] }, isPlaceholderData: false }, nameOf)).toBeNull()
})
