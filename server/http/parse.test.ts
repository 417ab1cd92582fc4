import { expect, it } from 'vitest'
import { z } from 'zod'
import { saidAt, type Language, type ProblemFields } from '#domain/errors.ts'
import { parsePart } from './parse.ts'

const schema = z.strictObject({ title: z.string(), held: z.array(z.object({ on: z.string() })) })

function wrong(value: unknown, language: Language = 'zh'): ProblemFields {
  const fields: ProblemFields = {}
  parsePart(schema, 'body', value, language, fields)
  return fields
}

it('says of a field that is not there that it is to be filled in', () => {
  expect(wrong({ held: [{}] })).toEqual({ 'body.title': '请填写', 'body.held.0.on': '请填写' })
  expect(saidAt(wrong({ held: [] }, 'en'), 'en')).toEqual({ 'body.title': 'Required' })
})

it('says of one that is of another kind what was expected, and of one too many that there is none', () => {
  expect(wrong({ title: 7, held: [] })['body.title']).toMatch(/字符串|string/)
  expect(wrong({ title: '会', held: [], x: 1 })).toEqual({ 'body.x': '没有这个字段' })
})
