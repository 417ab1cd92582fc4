import type { Contract, Operation, Received } from '#domain/contract.ts'
import type { z } from 'zod'
import type { Door } from '#server/door.ts'
import type { Handler } from './pipeline.ts'

export type Handlers<C extends Contract> = {
  [K in keyof C]: (door: Door, input: Received<C[K]>) => Promise<z.input<C[K]['returns']>>
}

export interface Implemented {
  operation: Operation
  handler: Handler
}

/** Binds handlers to their contract: a missing one does not compile. */
export function implement<C extends Contract>(contract: C, handlers: Handlers<C>): Implemented[] {
  return Object.entries(contract).map(([key, operation]) => ({
    operation,
    handler: handlers[key as keyof C] as unknown as Handler,
  }))
}
