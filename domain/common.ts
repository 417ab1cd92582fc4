import { z } from 'zod'
import { isDay } from './dates.ts'

/** Pieces that every noun's schema uses. Sentences are what the person reads at the field. */
/** From 1900 to 2199: what is counted from a day, back or on, is a day too. */
export const day = z
  .string()
  .refine((text) => isDay(text) && text >= '1900-01-01' && text <= '2199-12-31', {
    error: '请填写有效日期，如 2026-11-23',
  })
export const month = z
  .string()
  .regex(/^(19|2[01])\d{2}-(0[1-9]|1[0-2])$/, '请填写有效月份，如 2026-11')
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填写有效时间，如 09:30')
export const year = z.coerce.number().int().min(1949).max(2100)
export const version = z.number().int().positive()

/**
 * What is not seen but turns the order of the letters round, or makes two names of one: marks of direction, spaces of
 * no width. They come with what is pasted, and are left out.
 */
const unseen = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g

/** How many characters a reader counts: one of the rare ones (𠮷) is two units of the text. */
const lengthOf = (text: string): number => Array.from(text).length

/** Text of one line: trimmed, no control characters, nothing unseen; `min` to `max` characters. */
export const line = (min: number, max: number) =>
  z
    .string()
    .overwrite((text) => text.replace(unseen, ''))
    .trim()
    .refine((text) => lengthOf(text) >= min, min === 1 ? '请填写' : `至少 ${min} 个字`)
    .refine((text) => lengthOf(text) <= max, `最多 ${max} 个字`)
    .refine((text) => !/\p{Cc}/u.test(text), '不能包含控制字符')
    .meta({ minLength: min, maxLength: max })

/** What an organization is called: a line without pictures (emoji), which stand in no seal and no document. */
export const officialName = (min: number, max: number) =>
  line(min, max).refine((text) => !/\p{Extended_Pictographic}/u.test(text), '名称不能包含表情符号')

/** Text of several lines; at most `max` characters, no NUL (PostgreSQL refuses it). */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `最多 ${max} 个字`)
    .refine((text) => !text.includes('\u0000'), '不能包含空字符')

/** A repeated query key: `?types=a&types=b`, also once. */
export const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(50).optional(),
  )

/** What is typed into a search box. */
export const search = z.string().trim().max(60).optional()

export const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional()

/** Fields that may be left out when something is made: then null. */
export const orNull = <S extends Record<string, z.ZodType>>(fields: S) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, field.default(null)]),
  ) as {
    [K in keyof S]: z.ZodDefault<S[K]>
  }
