import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** Kinds of columns. Days are 'YYYY-MM-DD', instants ISO strings, json is parsed on reading. */
export type Instant = ColumnType<string, string | Date, string | Date>
export type Json<T> = JSONColumnType<T & object>
export type Version = Generated<number>
export type Flag = Generated<boolean>
