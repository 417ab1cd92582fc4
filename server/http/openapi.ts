import { z } from 'zod'
import type { Operation } from '#domain/contract.ts'
import { problems } from '#domain/errors.ts'
import { pictureType } from '#domain/pictures.ts'
import { allRoles, grants } from '#domain/permissions.ts'

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >
  return rest
}

const parameters = (place: 'path' | 'query', schema: z.ZodType) => {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

const headers = (operation: Operation) => [
  ...(operation.method === 'POST' && operation.access.kind !== 'anyone'
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          schema: { type: 'string', maxLength: 100 },
        },
      ]
    : []),
  ...(operation.versioned
    ? [
        {
          name: 'If-Match',
          in: 'header',
          required: true,
          schema: { type: 'string', pattern: '^"v\\d+"$' },
        },
      ]
    : []),
]

const permissionOf = (operation: Operation) =>
  operation.access.kind === 'permission' ? operation.access.permission : null

function contentOf({ form, returns }: Operation): Record<string, object> {
  if (form === 'picture') return Object.fromEntries(pictureType.options.map((type) => [type, {}]))
  if (form === 'calendar') return { 'text/calendar': {} }
  return { 'application/json': { schema: jsonSchema(returns, 'output') } }
}

function describe(operation: Operation) {
  const permission = permissionOf(operation)
  return {
    operationId: operation.name,
    tags: [operation.name.split('.')[0]],
    'x-access': operation.access.kind,
    ...(permission && {
      'x-required-permission': permission,
      'x-roles': allRoles.filter((role) => grants[role][permission]),
    }),
    ...(operation.audit && { 'x-audit': operation.audit }),
    ...(operation.passwordAgain && { 'x-password-again': operation.passwordAgain }),
    parameters: [
      ...parameters('path', operation.params),
      ...parameters('query', operation.query),
      ...headers(operation),
    ],
    ...(operation.method !== 'GET' &&
      operation.method !== 'DELETE' && {
        requestBody: {
          content: { 'application/json': { schema: jsonSchema(operation.body, 'input') } },
        },
      }),
    responses: {
      200: {
        description: 'OK',
        content: contentOf(operation),
      },
      default: {
        description: 'Problem',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

/** The OpenAPI 3.1 document of everything that is served, from zod's own JSON Schema. */
export function openapi(operations: readonly Operation[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    const path = `/api${operation.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] ??= {}
    paths[path][operation.method.toLowerCase()] = describe(operation)
  }
  return {
    openapi: '3.1.0',
    info: { title: '六链 · 机关党建管理平台', version },
    paths,
    components: {
      schemas: {
        Problem: {
          type: 'object',
          required: ['code', 'message'],
          properties: {
            code: { type: 'string', enum: Object.keys(problems) },
            message: { type: 'string' },
            fields: { type: 'object', additionalProperties: { type: 'string' } },
            detail: {},
          },
        },
      },
    },
  }
}
