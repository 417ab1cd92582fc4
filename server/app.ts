import { Hono } from 'hono'
import { allOperations } from '#domain/contracts.ts'
import { newId } from '#domain/ids.ts'
import { problem } from '#domain/errors.ts'
import { answerProblem, asProblem } from './http/answers.ts'
import type { Known } from './http/authenticate.ts'
import { openapi } from './http/openapi.ts'
import type { Implemented } from './http/implement.ts'
import type { Told } from './http/refusals.ts'
import { Remembered } from './http/remembered.ts'
import { serve } from './http/pipeline.ts'
import type { World } from './world.ts'

export type App = ReturnType<typeof createApp>

/**
 * The API as a value: Node, the page and the tests each give it a world. There is no second
 * implementation of it, so a mock cannot lie.
 */
export function createApp(world: World, features: readonly Implemented[]) {
  const app = new Hono<{ Variables: { requestId: string } }>()
  app.use(async (c, next) => {
    const given = c.req.header('x-request-id')
    const requestId = given && /^[\w-]{8,64}$/.test(given) ? given : newId()
    c.set('requestId', requestId)
    c.header('X-Request-Id', requestId)
    c.header('Cache-Control', 'no-store')
    await next()
  })
  const house = {
    world,
    features,
    sessions: new Remembered<Known>(5_000),
    places: new Remembered<string>(20_000),
    refusals: new Remembered<Told>(5_000),
  }
  // Not before it is asked for: to describe all operations takes longer than everything else of an app.
  let document: ReturnType<typeof openapi> | undefined
  app.get('/api/openapi.json', (c) => c.json((document ??= openapi(allOperations, world.version))))
  // Fixed paths before those with a parameter, so that /meetings/roster is no meeting id.
  const ordered = features.toSorted(
    (a, b) => Number(a.operation.path.includes('/:')) - Number(b.operation.path.includes('/:')),
  )
  for (const { operation, handler } of ordered) {
    app.on(operation.method, `/api${operation.path}`, serve(house, operation, handler))
  }
  app.notFound((c) => answerProblem(c, problem('no_route')))
  app.onError((error, c) => answerProblem(c, asProblem(error, world, c.get('requestId'))))
  return app
}
