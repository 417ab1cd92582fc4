import { queryOptions } from '@tanstack/react-query'
import { send } from '#lib/http.ts'
import type { ApiError } from '#lib/apiError.ts'

/** As much of JSON Schema as zod writes. */
export interface Schema {
  type?: string | string[]
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema | boolean
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}

interface Content {
  content?: Record<string, { schema?: Schema }>
}

export interface Described {
  operationId: string
  tags: string[]
  'x-access': 'anyone' | 'signed-in' | 'permission'
  'x-required-permission'?: string
  'x-roles'?: string[]
  'x-audit'?: string
  'x-password-again'?: true | Record<string, string>
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Schema }[]
  requestBody?: Content
  responses: Record<string, Content>
}

export interface Document {
  info: { title: string; version: string }
  paths: Record<string, Record<string, Described>>
  components: { schemas: { Problem: Schema } }
}

/** No operation of the contract: the contract's own picture. */
const address = '/openapi.json'

/** The server's own description of itself. */
export const openapiQuery = queryOptions<Document, ApiError>({
  queryKey: ['openapi.document'],
  queryFn: async ({ signal }) => (await send({ method: 'GET', path: address, signal })) as Document,
  staleTime: Number.POSITIVE_INFINITY,
})

export interface Endpoint extends Described {
  method: string
  path: string
}

export const endpointsOf = (document: Document): Endpoint[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      ...described,
      method: method.toUpperCase(),
      path,
    })),
  )

export const schemaIn = (content: Content | undefined): Schema | undefined =>
  content?.content?.['application/json']?.schema

/** Says nothing beyond "an object without fields". */
export const isEmpty = (schema: Schema | undefined): boolean =>
  schema === undefined ||
  (schema.type === 'object' &&
    Object.keys(schema.properties ?? {}).length === 0 &&
    !schema.additionalProperties)
