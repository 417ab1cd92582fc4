import { builtinClasses } from '#domain/honours.ts'
import type { Text } from '#lib/i18n.ts'

/** The name that the bureau gave a class of honours; in the language of the screen while that is still the house's own. */
export function nameOfClass({ classNames }: Text['honours'], code: string, name: string): string {
  const isOurs = builtinClasses.some((one) => one.code === code && one.name === name)
  return isOurs ? (classNames[code] ?? name) : name
}
