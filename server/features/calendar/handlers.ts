import { calendarContract } from '#domain/calendar.contract.ts'
import { calendarPermissions, type MadeSubscription } from '#domain/calendar.ts'
import { problem } from '#domain/errors.ts'
import { icsOf } from '#domain/ics.ts'
import { scopeOf } from '#domain/permissions.ts'
import { actorOf, type Actor, type Door } from '#server/door.ts'
import { implement } from '#server/http/implement.ts'
import { calendarOf } from './feed.ts'
import { endSubscription, findSubscription, makeAddress, subscriberOf } from './subscriptions.ts'

const hasCalendar = (actor: Actor): boolean =>
  calendarPermissions.some((permission) => scopeOf(permission, actor) !== null)

/** The actor, who has something to put into a calendar. @throws forbidden */
function owner(door: Door): Actor {
  const actor = actorOf(door)
  if (!hasCalendar(actor)) throw problem('forbidden')
  return actor
}

const noneYet = () => problem('state', { params: { reason: '还没有订阅地址，请先生成' } })

function noted(door: Door): void {
  door.note({ target: { kind: 'account', id: actorOf(door).accountId } })
}

function made(door: Door, address: MadeSubscription): MadeSubscription {
  noted(door)
  return address
}

/** The own subscription, and the calendar that its address answers. */
export const calendar = implement(calendarContract, {
  show: async (door) => {
    owner(door)
    return { subscription: await findSubscription(door) }
  },

  make: async (door) => {
    owner(door)
    const address = await makeAddress(door, { instead: false })
    if (!address) throw problem('state', { params: { reason: '已有订阅地址，需要时请更换地址' } })
    return made(door, address)
  },

  renew: async (door) => {
    owner(door)
    const address = await makeAddress(door, { instead: true })
    if (!address) throw noneYet()
    return made(door, address)
  },

  stop: async (door) => {
    const { accountId } = owner(door)
    if (!(await endSubscription(door.db, accountId))) throw noneYet()
    noted(door)
    return { ok: true as const }
  },

  feed: async (door, { params }) => {
    const found = await subscriberOf(door, params.file)
    if (!found || !hasCalendar(found.actor)) throw problem('not_found')
    // From here on it is asked for whom the address was made, whoever's session came with the request.
    door.actor = found.actor
    door.language = found.language
    const text = icsOf(await calendarOf(door))
    return { text, tag: (await door.world.sha256(text)).slice(0, 32) }
  },
})
