import { cleanup, configure, getConfig, prettyDOM } from '@testing-library/react'
import * as React from 'react'
import { afterEach } from 'vitest'

afterEach(cleanup)

configure({ getElementError })

/** Every look of a wait that finds nothing would print the whole document: only the end of the wait shows it. */
function getElementError(message: string | null, container: Element): Error {
  const config = getConfig()
  // Set while a wait looks, for the library's own errors; its type does not tell.
  const waits =
    '_disableExpensiveErrorDiagnostics' in config && config._disableExpensiveErrorDiagnostics
  const shown = waits && message !== null ? [message] : [message, prettyDOM(container)]
  const error = new Error(shown.filter((part) => part !== null).join('\n\n'))
  error.name = 'TestingLibraryElementError'
  // The line to look at is the test's.
  Error.captureStackTrace(error, getElementError)
  return error
}

/**
 * React's development build notes of every element where it was made, by the stack: a tenth of a test's time, for
 * one line more in a warning. At ten thousand within a second it stops by itself; here it finds itself there.
 */
const internals: unknown = Reflect.get(
  React,
  '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE',
)
if (typeof internals === 'object' && internals !== null)
  Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
    configurable: true,
    get: () => 10_000,
    set() {},
  })

/** jsdom lays nothing out: nobody is ever told of a new size. */
class NeverResized {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= NeverResized

/** jsdom opens no dialog. */
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.setAttribute('open', '')
}
