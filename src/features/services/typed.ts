import {
  usualChannel,
  type Beneficiary,
  type ServiceChannel,
  type ServiceInput,
  type ServiceKind,
  type ServiceRecord,
} from '#domain/services.ts'

/** What stands in the form, as it was typed. */
export interface Typed {
  kind: ServiceKind | null
  visits: string
  volunteer: boolean
  from: string
  to: string
  hours: string
  item: string
  /** Null until one is chosen: as the kind has it. */
  channel: ServiceChannel | null
  beneficiary: Beneficiary
}

export const blank: Typed = {
  kind: null,
  visits: '1',
  volunteer: false,
  from: '',
  to: '',
  hours: '',
  item: '',
  channel: null,
  beneficiary: 'people',
}

export const typedOf = (record: ServiceRecord): Typed => ({
  kind: record.kind,
  visits: String(record.visits),
  volunteer: record.isVolunteer,
  from: record.from ?? '',
  to: record.to ?? '',
  hours: record.from || record.minutes === null ? '' : String(record.minutes / 60),
  item: record.item,
  channel: record.channel,
  beneficiary: record.beneficiary,
})

/** What is shown of the channel, and kept. */
export const channelOf = ({
  channel,
  kind,
}: Pick<Typed, 'channel' | 'kind'>): ServiceChannel | null =>
  channel ?? (kind && usualChannel[kind])

/** Digits of other scripts' keyboards are digits too: １２ → 12. What is no number goes as it is, and is refused. */
const numberOf = (text: string): number => Number(text.normalize('NFKC').trim() || Number.NaN)

/** The entry of one day; the server says what is wrong with it. */
export const entryOf = (typed: Typed, kind: ServiceKind, servedOn: string): ServiceInput => ({
  kind,
  servedOn,
  visits: numberOf(typed.visits),
  from: typed.from || null,
  to: typed.to || null,
  minutes: typed.hours.trim() === '' ? null : Math.round(numberOf(typed.hours) * 60),
  channel: typed.channel ?? usualChannel[kind],
  item: typed.item,
  beneficiary: typed.beneficiary,
  isVolunteer: typed.volunteer,
})
