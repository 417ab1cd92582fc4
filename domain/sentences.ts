import { calendar } from './sentences/calendar.ts'
import { campaigns } from './sentences/campaigns.ts'
import { common } from './sentences/common.ts'
import { honours } from './sentences/honours.ts'
import { house } from './sentences/house.ts'
import { integrity } from './sentences/integrity.ts'
import { meetings } from './sentences/meetings.ts'
import { members } from './sentences/members.ts'
import { organizations } from './sentences/organizations.ts'
import { services } from './sentences/services.ts'
import { studies } from './sentences/studies.ts'

/** By the Chinese sentence, as the rules and handlers say it, the English one; `{slot}` stands for what is filled in. */
export type Sentences = Readonly<Record<string, string>>

/** All that a refusal can say beside its code (`errors.ts`), and the words that are put into such sentences. */
export const sentences: Sentences = {
  ...common,
  ...house,
  ...calendar,
  ...organizations,
  ...members,
  ...meetings,
  ...studies,
  ...services,
  ...integrity,
  ...campaigns,
  ...honours,
}

interface Pattern {
  shape: RegExp
  slots: string[]
  english: string
  /** How much of it is not slot. */
  told: number
}

const slot = /\{(\w+)\}/g
const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const patternOf = ([chinese, english]: [string, string]): Pattern => {
  const parts = chinese.split(/\{\w+\}/)
  return {
    shape: new RegExp(`^${parts.map(quoted).join('(.+?)')}$`, 'su'),
    slots: [...chinese.matchAll(slot)].map(([, name = '']) => name),
    english,
    told: parts.join('').length,
  }
}

let made: Pattern[] | undefined

/** Those with slots, the most telling first. Made when first asked for: most people read Chinese. */
const patterns = (): Pattern[] =>
  (made ??= Object.entries(sentences)
    .filter(([chinese]) => chinese.includes('{'))
    .map(patternOf)
    .toSorted((a, b) => b.told - a.told))

/**
 * A sentence of a refusal in English. What is filled in is put into English too where it is a word or a
 * sentence of the catalogue (党支部, a reason), and stays otherwise (a name, a day). A sentence that the
 * catalogue does not know comes back as it is.
 */
export function inEnglish(sentence: string): string {
  const known = Object.hasOwn(sentences, sentence) ? sentences[sentence] : undefined
  if (known !== undefined) return known
  for (const { shape, slots, english } of patterns()) {
    const found = shape.exec(sentence)
    if (!found) continue
    const filled = new Map(slots.map((name, index) => [name, inEnglish(found[index + 1] ?? '')]))
    return english.replace(slot, (_, name: string) => filled.get(name) ?? '')
  }
  return sentence
}
