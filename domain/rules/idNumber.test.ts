import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { checkIdNumber, idCheckCharacter, idMatches, maskIdNumber, maskPhone } from './idNumber.ts'

/** A valid number without an owner: the area has only its province. */
const make = (province: string, birth: string, sequence: string) => {
  const first17 = `${province}0000${birth.replaceAll('-', '')}${sequence}`
  return first17 + idCheckCharacter(first17)
}

describe('GB 11643-1999', () => {
  it.each<[string, string, { normal: string; birth: string; sex: string; kind: string }]>([
    [
      'the example of the standard',
      '11010519491231002X',
      { normal: '11010519491231002X', birth: '1949-12-31', sex: 'female', kind: '18' },
    ],
    [
      'born 1880',
      '440524188001010014',
      { normal: '440524188001010014', birth: '1880-01-01', sex: 'male', kind: '18' },
    ],
    [
      'lower-case x',
      '11010519491231002x',
      { normal: '11010519491231002X', birth: '1949-12-31', sex: 'female', kind: '18' },
    ],
    [
      'full-width digits and Ｘ',
      '１１０１０５１９４９１２３１００２Ｘ',
      { normal: '11010519491231002X', birth: '1949-12-31', sex: 'female', kind: '18' },
    ],
    [
      'spaces of all kinds',
      ' 110105 19491231\u3000002X\u00A0\t',
      { normal: '11010519491231002X', birth: '1949-12-31', sex: 'female', kind: '18' },
    ],
    [
      'the apostrophe of a spreadsheet',
      "'11010519491231002X",
      { normal: '11010519491231002X', birth: '1949-12-31', sex: 'female', kind: '18' },
    ],
    [
      'a zero-width space',
      '\u200B11010519491231002X\uFEFF',
      { normal: '11010519491231002X', birth: '1949-12-31', sex: 'female', kind: '18' },
    ],
    [
      '15 places of before 2000',
      '110105491231002',
      { normal: '11010519491231002X', birth: '1949-12-31', sex: 'female', kind: '15' },
    ],
  ])('accepts %s', (_name, raw, expected) => {
    expect(checkIdNumber(raw)).toEqual({ ok: true, doubt: null, ...expected })
  })
  it('reads 15 places from a number cell, which still holds all of them', () => {
    expect(checkIdNumber(110105491231002)).toMatchObject({ ok: true, kind: '15' })
  })
  it.each(['11', '22', '46', '50', '65', '71', '81', '82', '83'])(
    'accepts the area %s with any county: old codes live on cards',
    (province) => {
      expect(checkIdNumber(make(province, '1985-03-01', '011')).ok).toBe(true)
    },
  )

  it.each<[string, string | number, string]>([
    ['nothing', '', 'empty'],
    ['only spaces', ' \u3000', 'empty'],
    ['17 places', '11010519491231002', 'length'],
    ['19 places', '11010519491231002XX', 'length'],
    ['a wrong check digit', '110105194912310021', 'checksum'],
    ['a wrong check X', '44052418800101001X', 'checksum'],
    ['O for 0', '11O1O519491231002X', 'letter-o'],
    ['X in the middle', '1101051949X231002X', 'characters'],
    ['X at the end of 15', '11010549123100X', 'characters'],
    ['stars of a mask', '1****************X', 'characters'],
    ['words', '同上', 'characters'],
    ['Arabic-Indic digits', '١١٠١٠٥١٩٤٩١٢٣١٠٠٢X', 'characters'],
    ['30 February', make('11', '1990-02-30', '001'), 'birth-date'],
    ['month 13', make('11', '1990-13-01', '001'), 'birth-date'],
    ['29 February 1990', make('11', '1990-02-29', '001'), 'birth-date'],
    ['year 1700', make('11', '1700-01-01', '001'), 'birth-date'],
    ['30 February in 15 places', '110105490230002', 'birth-date'],
    ['area 00', make('00', '1990-01-01', '001'), 'area'],
    ['area 99', make('99', '1990-01-01', '001'), 'area'],
    ['a number cell', 110105194912310020, 'numeric-lost-digits'],
    ['a fraction', 1.5, 'numeric-lost-digits'],
    ['not a number', Number.NaN, 'numeric-lost-digits'],
    ['scientific notation', '1.10105E+17', 'numeric-lost-digits'],
    ['scientific notation with a small e', '4.40524188001e17', 'numeric-lost-digits'],
    ['three digits lost to zeros', '110105194912310000', 'numeric-lost-digits'],
  ])('refuses %s', (_name, raw, code) => {
    expect(checkIdNumber(raw)).toEqual({ ok: false, code })
  })
  it('doubts a valid number that ends in 000: one in eleven rounded numbers passes the check', () => {
    const zero = ['000', '100', '200', '300', '400', '500', '600', '700', '800', '900']
      .flatMap((sequence) =>
        Array.from({ length: 28 }, (_, day) => make('13', addDays('1970-02-01', day), sequence)),
      )
      .find((id) => id.endsWith('000'))
    expect(checkIdNumber(zero ?? '')).toMatchObject({ ok: true, doubt: 'ends-in-zeros' })
  })
  it('refuses births after today only when told the day', () => {
    const id = make('11', '2090-01-01', '001')
    expect(checkIdNumber(id).ok).toBe(true)
    expect(checkIdNumber(id, '2026-11-23')).toEqual({ ok: false, code: 'birth-future' })
    expect(checkIdNumber(make('11', '2026-11-23', '001'), '2026-11-23').ok).toBe(true)
  })

  const anyId = fc
    .tuple(
      fc.constantFrom('11', '13', '32', '44', '65', '83'),
      fc.integer({ min: 0, max: 45_000 }),
      fc.integer({ min: 0, max: 999 }),
    )
    .map(([province, n, sequence]) => ({
      birth: addDays('1905-01-01', n),
      sequence,
      id: make(province, addDays('1905-01-01', n), String(sequence).padStart(3, '0')),
    }))
  it('gives back birth and sex, and refuses every single wrong digit and every swap of two neighbours', () => {
    fc.assert(
      fc.property(
        anyId,
        fc.nat(16),
        fc.integer({ min: 1, max: 9 }),
        ({ id, birth, sequence }, at, shift) => {
          expect(checkIdNumber(id)).toMatchObject({
            ok: true,
            normal: id,
            birth,
            sex: sequence % 2 === 1 ? 'male' : 'female',
          })
          const wrong = id.slice(0, at) + String((Number(id[at]) + shift) % 10) + id.slice(at + 1)
          expect(checkIdNumber(wrong).ok).toBe(false)
          const swapped = id.slice(0, at) + (id[at + 1] ?? '') + (id[at] ?? '') + id.slice(at + 2)
          expect(checkIdNumber(swapped).ok).toBe(swapped === id)
        },
      ),
    )
  })
  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        expect(typeof checkIdNumber(raw).ok).toBe('boolean')
      }),
    )
  })
})

describe('idMatches', () => {
  const id = '11010519491231002X'
  it.each<[string, { birth?: string | null; sex?: string | null }, string[]]>([
    ['both agree', { birth: '1949-12-31', sex: 'female' }, ['id-number.matches']],
    ['month precision', { birth: '1949-12' }, ['id-number.matches']],
    ['nothing known', {}, ['id-number.matches']],
    ['sex unknown', { sex: 'unknown' }, ['id-number.matches']],
    ['三龄两历: the file has another day', { birth: '1950-01-31' }, ['id-number.birth-differs']],
    ['another month', { birth: '1949-11' }, ['id-number.birth-differs']],
    [
      'both differ',
      { birth: '1950-01-31', sex: 'male' },
      ['id-number.birth-differs', 'id-number.sex-differs'],
    ],
  ])('%s', (_name, roster, codes) => {
    const verdicts = idMatches(id, roster)
    expect(verdicts.map(({ code }) => code)).toEqual(codes)
    expect(verdicts.map(({ status }) => status)).not.toContain('unmet')
  })
  it('says why a broken number cannot be compared', () => {
    expect(idMatches('110105194912310021', {})).toMatchObject([
      { status: 'warning', code: 'id-number.checksum' },
    ])
  })
})

describe('masks', () => {
  it.each([
    ['11010519491231002X', '1****************X'],
    ['110105491231002', '1****************2'],
    ['123', '******************'],
    ['', ''],
  ])('%s shows as %s', (id, masked) => expect(maskIdNumber(id)).toBe(masked))
  it('keeps no digit of the birth date, whoever is masked', () => {
    expect(maskIdNumber(make('13', '1991-01-01', '111')).slice(1, -1)).toMatch(/^\*{16}$/)
  })
  it.each([
    ['13812345678', '138****5678'],
    ['03142022222', '*********22'],
    ['+8613812345678', '************78'],
    ['12345', '*****'],
    ['', ''],
  ])('%s shows as %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked))
})
