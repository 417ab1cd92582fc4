import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { files, isTest, text } from '#tests/support/repository.ts'
import { draftPlace } from './draftPlaces.ts'
import { paths } from './paths.ts'

/** The first part of every name under which a form of the product keeps what is typed. */
function namesInUse(): string[] {
  const key = /(?:\bdraftKey\]?\s*=|\buseBegun(?:<[\w<>]*>)?\()\s*\{?[^`'"{}]*[`'"]([^`'"/$]+)/g
  const code = files('src/**/*.{ts,tsx}').filter((path) => !isTest(path))
  const found = code.flatMap((path) => [...text(path).matchAll(key)].map(([, name = '']) => name))
  return [...new Set(found)]
}

test('every form that keeps what is typed has a place to which its draft leads', () => {
  const names = namesInUse()
  expect(names).toEqual(expect.arrayContaining(['meeting', 'correction', 'service', 'status']))
  expect(names.filter((name) => draftPlace(`${name}/${newId()}`).kind === 'other')).toEqual([])
})

const id = newId()
test.each([
  [`meeting/${id}`, paths.editMeeting(id)],
  [`correction/${id}/3`, paths.meeting(id)],
  [`announcement/${id}/2`, paths.announcement(id)],
  [`announcement/${id}/group-meeting`, paths.announce({ organ: id, type: 'group-meeting' })],
  ['announcement/new', paths.announce({})],
  ['service/new', paths.newService()],
  ['service/notebook', paths.serviceBatch()],
  [`service/${id}/appeal`, paths.services({ open: id, any: 'true' })],
  [`service/${id}/change/2`, paths.services({ open: id, any: 'true' })],
  [`certificate/${id}`, paths.serviceCertificate(id)],
  [`study/${id}/reopen`, paths.study(id)],
  [`meeting-return/${id}/unsign`, paths.meeting(id)],
  [`makeup/${id}`, paths.makeups({ show: 'done' })],
  [`announcement/${id}/call-off`, paths.announcement(id)],
  ['campaign/new', paths.honours()],
  [`campaign/${id}/4`, paths.campaign(id)],
  [`nomination-change/${id}/${newId()}/1`, paths.campaign(id)],
  [`honour-correction/${id}/1`, paths.honourRecords({ open: id, any: 'true' })],
  ['honour-class/model/2', paths.honourSettings()],
  ['holidays/2027/1', paths.honourSettings({ year: 2027 })],
  [`education/again/${id}`, paths.integrity({ view: 'educations', open: id })],
  [`education/${id}`, paths.integrity({ view: 'educations', scope: id })],
  [`talk/again/${id}`, paths.integrity({ view: 'talks', open: id })],
  [`education/withdraw/${id}`, paths.integrity({ view: 'educations', open: id })],
  [`talk/follow-up/${id}/${newId()}/finish`, paths.integrity({ view: 'talks', open: id })],
  [`measure/${id}/finish`, paths.integrity({ view: 'measures' })],
  [`measure/${id}/reopen`, paths.integrity({ view: 'measures', followUp: 'done' })],
  [`responsibility/${id}/return`, paths.integrity({ view: 'responsibilities', any: 'true' })],
  ['talk/new', paths.integrity({ view: 'talks' })],
  [`responsibility/${id}/report`, paths.integrity({ view: 'own' })],
  [
    `responsibility/${id}/2026`,
    paths.integrity({ view: 'responsibilities', scope: id, year: '2026' }),
  ],
  ['member/new', paths.members()],
  [`member/${id}/3`, paths.member(id)],
  [`status/${id}/full/2`, paths.member(id)],
  [`organization/${id}/move/2`, paths.organizations({ node: id })],
  [`election/${id}`, paths.organizations({ node: id })],
  ['of an older release/1', paths.workbench()],
])('what was typed as %s is taken up at %s', (draft, to) => {
  expect(draftPlace(draft).to).toBe(to)
})
