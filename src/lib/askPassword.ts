/** Asks the person at the screen for the password again; false where they would rather not. */
type AskPassword = () => Promise<boolean>

let ask: AskPassword | null = null
let asked: Promise<boolean> | null = null

/** What asks; null where nothing can (tests, sign-in page). */
export function onPasswordAsked(handler: AskPassword | null): void {
  ask = handler
  asked = null
}

/** Of several calls that need it at once one asks. */
export function askPassword(): Promise<boolean> {
  asked ??= (ask?.() ?? Promise.resolve(false)).finally(() => {
    asked = null
  })
  return asked
}
