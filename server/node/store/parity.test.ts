import { PGlite } from '@electric-sql/pglite'
import { Kysely, sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pgliteSession } from '#server/db/pgliteSession.ts'
import { singleSessionDialect } from '#server/db/singleSession.ts'
import { openPostgres } from './postgres.ts'

const url = process.env.TEST_DATABASE_URL
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

const engines = {
  embedded: async () => singleSessionDialect(pgliteSession(await PGlite.create())),
  postgres: async () => openPostgres({ url: url ?? '', poolSize: 2, log: quiet }).dialect,
}

/** A statement and the one row that every engine must give for it. */
const values: [title: string, statement: RawBuilder<unknown>, row: Record<string, unknown>][] = [
  [
    'a day',
    sql`select date '2025-03-01' as v, ${'2025-03-01'}::date as p`,
    { v: '2025-03-01', p: '2025-03-01' },
  ],
  [
    'an instant',
    sql`select timestamptz '2025-03-01 08:00:00.123456+08' as v, ${'2025-02-28T16:00:00.000Z'}::timestamptz as p`,
    { v: '2025-03-01T00:00:00.123Z', p: '2025-02-28T16:00:00.000Z' },
  ],
  [
    'an instant of 1890',
    sql`select timestamptz '1890-01-01 00:00:00+00' as v`,
    { v: '1890-01-01T00:00:00.000Z' },
  ],
  [
    'a Date as parameter',
    sql`select ${new Date('2025-03-01T00:00:00Z')}::timestamptz as v`,
    { v: '2025-03-01T00:00:00.000Z' },
  ],
  [
    'a timestamp, taken as UTC',
    sql`select timestamp '2025-03-01 08:00:00' as v, timestamptz 'infinity' as i`,
    { v: '2025-03-01T08:00:00.000Z', i: 'infinity' },
  ],
  [
    'a time and an interval',
    sql`select time '08:30' as t, interval '1 day 02:03' as i`,
    { t: '08:30:00', i: '1 day 02:03:00' },
  ],
  [
    'a count and a sum',
    sql`select count(*) as n, sum(x) as s, sum(x::bigint) as b from generate_series(1, 3) x`,
    { n: 3, s: 6, b: '6' },
  ],
  [
    'int8 at its edge',
    sql`select ${9007199254740991n}::int8 as v, (-9007199254740991)::int8 as w`,
    { v: 9007199254740991, w: -9007199254740991 },
  ],
  [
    'numeric and floats',
    sql`select 1.50::numeric(9,2) as n, 0.1::float8 as f, 'NaN'::float8 as x, 1.5::float4 as r`,
    { n: '1.50', f: 0.1, x: Number.NaN, r: 1.5 },
  ],
  [
    'booleans and null',
    sql`select true as t, false as f, null as n, ${true}::bool as p, ${undefined}::text as u`,
    { t: true, f: false, n: null, p: true, u: null },
  ],
  [
    'json',
    sql`select ${{ a: [1, '二', null] }}::jsonb as v, '"x"'::json as s, 'null'::jsonb as n, ${JSON.stringify([1, 2])}::jsonb as l`,
    { v: { a: [1, '二', null] }, s: 'x', n: null, l: [1, 2] },
  ],
  [
    'bytes',
    sql`select ${new Uint8Array([0, 255, 92])}::bytea as v, ''::bytea as e`,
    { v: new Uint8Array([0, 255, 92]), e: new Uint8Array() },
  ],
  [
    'arrays of text',
    sql`select ${['a"b', 'c\\d', '', 'null', null, '{,}']}::text[] as v, array[]::text[] as e`,
    { v: ['a"b', 'c\\d', '', 'null', null, '{,}'], e: [] },
  ],
  [
    'arrays of other types',
    sql`select array[1::int8, null] as b, array[date '2025-03-01'] as d, array[array[1,2],array[3,4]] as m, array[true] as t, array[1.50] as n`,
    {
      b: [1, null],
      d: ['2025-03-01'],
      m: [
        [1, 2],
        [3, 4],
      ],
      t: [true],
      n: ['1.50'],
    },
  ],
  [
    'arrays of instants and ids',
    sql`select array[timestamptz '2025-03-01 00:00+00'] as i, ${['0190a000-0000-7000-8000-000000000001']}::uuid[] as u`,
    { i: ['2025-03-01T00:00:00.000Z'], u: ['0190a000-0000-7000-8000-000000000001'] },
  ],
  [
    'characters',
    sql`select 'ab'::char(4) as c, '𠮷·' as t, 'x'::name as n, array_agg(relname) as a from pg_class where relname = 'pg_class'`,
    { c: 'ab  ', t: '𠮷·', n: 'x', a: ['pg_class'] },
  ],
  ['two columns of one name', sql`select 1 as v, 2 as v`, { v: 2 }],
]

/** A statement and the SQLSTATE that every engine must refuse it with. */
const refusals: [title: string, statement: RawBuilder<unknown>, code: string][] = [
  ['int8 beyond 2^53', sql`select 9007199254740993::int8 as v`, '22003'],
  ['an array where JSON is meant', sql`select ${[1, 2]}::jsonb as v`, '22P02'],
  ['no such table', sql`select * from nowhere`, '42P01'],
  ['a word as number', sql`select ${'二'}::int as v`, '22P02'],
]

describe.each([
  { name: 'embedded', missing: false },
  { name: 'postgres', missing: !url },
] as const)(
  '$name (PostgreSQL is skipped when TEST_DATABASE_URL is not set)',
  ({ name, missing }) => {
    let db: Kysely<unknown>
    beforeAll(async () => {
      if (missing) return
      db = new Kysely({ dialect: await engines[name]() })
    })
    afterAll(() => db?.destroy())

    test.skipIf(missing).each(values)('%s', async (_title, statement, row) => {
      // Three times: the third is a prepared statement on PostgreSQL.
      for (let round = 0; round < 3; round++)
        expect((await statement.execute(db)).rows).toEqual([row])
    })

    test.skipIf(missing).each(refusals)('refused: %s', async (_title, statement, code) => {
      await expect(statement.execute(db)).rejects.toMatchObject({ code })
    })
  },
)
