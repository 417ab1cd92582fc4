/**
 * Loaded before a server (`NODE_OPTIONS=--import=…`): at each SIGUSR2 its clock jumps `CLOCK_STEP_MINUTES`
 * ahead, so that what ends after hours ends within a test. It says so, for a signal is heard between two turns of
 * the server's loop, where a request may overtake it.
 */
const step = Number(process.env.CLOCK_STEP_MINUTES) * 60_000
const RealDate = Date
let ahead = 0

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: ConstructorParameters<DateConstructor> | [], created) =>
    Reflect.construct(
      target,
      given.length === 0 ? [RealDate.now() + ahead] : given,
      created,
    ) as Date,
  get: (target, name, receiver) =>
    name === 'now'
      ? () => RealDate.now() + ahead
      : (Reflect.get(target, name, receiver) as unknown),
})
process.on('SIGUSR2', () => {
  ahead += step
  process.stdout.write(`clock ahead by ${ahead / 60_000} minutes\n`)
})
