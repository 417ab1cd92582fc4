import type { StudyRecord } from '#domain/studies.ts'
import { dayInProse, instantInTable } from '#lib/format.ts'
import type { Text } from '#lib/i18n.ts'
import { saidOr, type Book } from '#parts/PaperBook.tsx'
import { hoursOf, placeWords } from './words.ts'

/** An activity on paper, for the file: what it was, who came, what a competition came to; `taken`: by whom, when. */
export function paperOf(
  record: StudyRecord,
  { studies: t, ui }: Pick<Text, 'studies' | 'ui'>,
  taken: string,
): Book {
  const { heldOn, endsOn, status, audience, guests } = record
  const p = t.paper
  const planned = status === 'planned'
  const names = (people: readonly { name: string; minutes: number | null }[]) => [
    people
      .map(({ name, minutes }) =>
        minutes === null ? name : t.guestOf(name, t.partly(minutes, record.minutes)),
      )
      .join(ui.and),
  ]
  const came = guests.map(({ name, capacity, minutes }) => ({
    name: capacity ? t.guestOf(name, capacity) : name,
    minutes,
  }))
  const attended: Book['rows'] = planned
    ? [[p.invited, names(audience)]]
    : [
        [t.present, names(audience.filter(({ present }) => present))],
        [t.absent, names(audience.filter(({ present }) => !present))],
      ]
  const results: Book['rows'] = record.events.map((event) => [
    t.guestOf(event.name, t.results.rankings[event.ranking]),
    event.entries
      .toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity))
      .map(({ name, memberNames, score, place }) =>
        [
          placeWords(event, place, t.results),
          event.form === 'team' && memberNames.length > 0
            ? t.guestOf(name, memberNames.join(ui.and))
            : name,
          ...(score === null ? [] : [String(score)]),
        ].join('  '),
      ),
  ])
  return {
    title: p.title,
    subtitle: status === 'closed' ? record.topic : t.guestOf(record.topic, t.statuses[status]),
    head: [
      [t.fields.organization, record.organizationName],
      [t.fields.kind, t.kinds[record.kind]],
      [
        t.fields.heldOn,
        endsOn ? t.days(dayInProse(heldOn), dayInProse(endsOn)) : dayInProse(heldOn),
      ],
      [t.fields.place, record.place ?? p.none],
      [t.fields.lecturer, record.lecturer ?? p.none],
      [t.fields.series, record.series ?? p.none],
      [t.columns.minutes, t.minutesEach(String(record.minutes), hoursOf(record.minutes))],
      [
        p.attendance,
        planned
          ? t.invitedOnly(record.invited)
          : t.came(record.present - record.guestCount, record.invited, record.guestCount),
      ],
    ],
    rows: saidOr(p.none, [
      ...attended,
      ...(guests.length > 0 ? ([[p.guests, names(came)]] as Book['rows']) : []),
      ...(audience.length < record.invited ? ([[p.others, [t.onlyYours]]] as Book['rows']) : []),
      [t.fields.summary, record.summary.split(/\n+/)],
      ...results,
    ]),
    signs: [p.recorderSign, p.headSign],
    date: p.dateSign,
    foot: [
      ...record.history.map(({ at, action, by }) =>
        p.event(t.events[action], by, instantInTable(at)),
      ),
      taken,
    ].join(' · '),
  }
}
