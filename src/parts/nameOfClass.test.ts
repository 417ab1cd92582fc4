import { expect, test } from 'vitest'
import { honours as en } from '#locales/en/honours.ts'
import { nameOfClass } from './nameOfClass.ts'

test('a class is called as the bureau called it, and in English while that is the name of the house', () => {
  expect(nameOfClass(en, 'skilled-worker', '业务能手')).toBe('Skilled worker')
  expect(nameOfClass(en, 'skilled-worker', '岗位标兵')).toBe('岗位标兵')
  expect(nameOfClass(en, 'service-star', '服务之星')).toBe('服务之星')
})
