import { expect, it } from 'vitest'
import { z } from 'zod'
import { contract, read, signedIn } from '#domain/contract.ts'
import { checkAnswer } from './checkAnswer.ts'

const row = z.object({ id: z.string(), text: z.string().default('') })
const { list } = contract('things', {
  list: read('/things', { returns: z.object({ rows: z.array(row) }), access: signedIn }),
})

it('an answer that its schema has otherwise is a defect, told by its keys', () => {
  expect(() => checkAnswer(list, { rows: [{ id: 'a', text: 'b' }] })).not.toThrow()
  const leaking = { rows: [{ id: 'a', text: '', idCipher: 'x', of: { path: 'y.' } }], total: 1 }
  expect(() => checkAnswer(list, leaking)).toThrow(
    /^things\.list .*: rows\.\*\.idCipher, rows\.\*\.of, total$/,
  )
  // A default would be there in tests and missing in production.
  expect(() => checkAnswer(list, { rows: [{ id: 'a' }] })).toThrow(/: rows\.\*\.text$/)
  expect(() => checkAnswer(list, { rows: [{}] })).toThrow(/off its schema/)
})
