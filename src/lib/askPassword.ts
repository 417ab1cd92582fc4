/** Asks the person at the screen for the password again; false where they would rather not. */
type AskPassword = () => Promise<boolean>

let ask: AskPassword | null = null
let asked: Promise<boolean> | null = null

let given = 0

/** How often it was given on this page: what was sent before the last time may go on by it. */
export const timesGiven = (): number => given

/** What asks; null where nothing can (tests, sign-in page). */
export function onPasswordAsked(handler: AskPassword | null): void {
  ask = handler
  asked = null
}

/** Of several calls that need it at once one asks. */
export function askPassword(): Promise<boolean> {
  asked ??= (ask?.() ?? Promise.resolve(false))
    .then((yes) => {
      if (yes) given++
      return yes
    })
    .finally(() => {
      asked = null
    })
  return asked
}
