import { z } from 'zod'
import type { Context } from 'hono'
import type { Operation } from '#domain/contract.ts'
import { Problem, problem, type Language, type ProblemFields } from '#domain/errors.ts'
import { longestText, type LongText } from '#domain/longest.ts'

const locales = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

/** zod's own sentences, but for a field that is not there at all: of that it would tell the type it expected. */
export const wordsIn =
  (language: Language): z.core.$ZodErrorMap =>
  (issue) =>
    issue.code === 'invalid_type' && issue.input === undefined ? '请填写' : locales[language](issue)

/** The largest body of an ordinary operation: a megabyte of minutes and its attendance. */
export const bodyLimit = 1_048_576
/** What is read to tell which field is too long; beyond it nobody is told. */
const readLimit = 2 * bodyLimit

/** One part of an input; what is wrong goes into `fields` as path → sentence. */
export const parsePart = (
  schema: z.ZodType,
  part: string,
  value: unknown,
  language: Language,
  fields: ProblemFields,
): unknown => {
  const result = schema.safeParse(value, { error: wordsIn(language) })
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) fields[[part, ...issue.path, key].join('.')] ??= '没有这个字段'
    } else fields[[part, ...issue.path].join('.')] ??= issue.message
  }
  return undefined
}

function readQuery(c: Context): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {}
  for (const [key, values] of Object.entries(c.req.queries()))
    query[key] = values.length === 1 ? (values[0] ?? '') : values
  return query
}

async function readBody(c: Context, operation: Operation): Promise<unknown> {
  if (operation.method === 'GET' || operation.method === 'DELETE') return {}
  if (Number(c.req.header('content-length') ?? 0) > readLimit) throw tooLarge(null)
  const { text, size } = await readLimited(c.req.raw.body)
  if (text === '') return {}
  if (size > bodyLimit) throw tooLarge(longestOf(text))
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw problem('malformed')
  return parseJson(text)
}

/** Too long and no JSON either: too long is said. */
function longestOf(text: string): LongText | null {
  try {
    return longestText(JSON.parse(text))
  } catch {
    return null
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) =>
      key === '__proto__' ? undefined : typeof value === 'string' ? value.toWellFormed() : value,
    )
  } catch {
    throw problem('malformed')
  }
}

/** Names the text that is to blame, where one is: the longest, if without it the body would be half as long. */
function tooLarge(longest: LongText | null): Problem {
  const blamed = longest && longest.text.length * 3 > bodyLimit / 2 ? longest : null
  return problem('too_large', {
    params: { limit: '1 MB' },
    ...(blamed && {
      fields: { [`body.${blamed.path}`]: '内容过长，请删减后再保存（一次最多 1 MB）' },
    }),
  })
}

/** Reads no further than it must to name what is too long: what does not say how long it is would fill the memory. */
async function readLimited(
  body: ReadableStream<Uint8Array> | null,
): Promise<{ text: string; size: number }> {
  const reader = body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    size += piece.value.byteLength
    if (size > readLimit) throw tooLarge(null)
    text += decoder.decode(piece.value, { stream: true })
  }
  return { text: text + decoder.decode(), size }
}

/** The three parts of an input, parsed by the contract. @throws invalid with a sentence per field. */
export async function parseInput(c: Context, operation: Operation, language: Language) {
  const fields: ProblemFields = {}
  const body = await readBody(c, operation)
  // A path id that is no id names nothing: the same answer as one that does not exist.
  const params = operation.params.safeParse(c.req.param())
  if (!params.success) throw problem('not_found')
  const parsed = {
    params: params.data,
    query: parsePart(operation.query, 'query', readQuery(c), language, fields),
    body: parsePart(operation.body, 'body', body, language, fields),
  }
  if (Object.keys(fields).length > 0) throw new Problem('invalid', { fields })
  return parsed
}
