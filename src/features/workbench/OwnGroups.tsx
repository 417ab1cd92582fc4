import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useToday } from '#lib/session.ts'
import {
  callTodo,
  ownMakeupTodo,
  ownResponsibilityTodo,
  ownServiceTodo,
  talkTodo,
} from './ownRows.ts'
import { TodoGroup } from './TodoGroup.tsx'
import type { OwnGroups as Groups } from './useTodos.ts'

const any = 'true'

/** What waits for the account's own member. On the member's home the meetings that call stand in a list of their own. */
export function OwnGroups({ groups, home = false }: { groups: Groups; home?: boolean }) {
  const t = useText()
  const today = useToday()
  return (
    <>
      {home ? null : (
        <>
          <TodoGroup
            name="answers"
            group={groups.answers}
            todo={callTodo(t, 'answers')}
            all={paths.announcements({ toAnswer: 'true', sort: 'heldOn' })}
          />
          <TodoGroup
            name="changes"
            group={groups.changes}
            todo={callTodo(t, 'changes')}
            all={paths.announcements({ toKnow: 'true', sort: 'heldOn' })}
          />
        </>
      )}
      <TodoGroup
        name="talks"
        still={home}
        group={groups.talks}
        todo={talkTodo(t, today)}
        all={paths.integrity({ view: 'talks', awaiting: 'true' })}
      />
      <TodoGroup
        name="ownMakeups"
        still={home}
        group={groups.ownMakeups}
        todo={ownMakeupTodo(t)}
        all={paths.makeups({ mine: 'true' })}
      />
      <TodoGroup
        name="ownResponsibilities"
        still={home}
        group={groups.ownResponsibilities}
        todo={ownResponsibilityTodo(t)}
        all={paths.integrity({ view: 'own', due: 'true' })}
      />
      <TodoGroup
        name="returned"
        still={home}
        group={groups.returned}
        todo={ownServiceTodo(t, 'returned')}
        all={paths.services({ states: 'returned', mine: 'true', answered: 'false', any })}
      />
      <TodoGroup
        name="answered"
        still={home}
        group={groups.answered}
        todo={ownServiceTodo(t, 'answered')}
        all={paths.services({ answered: 'true', any })}
      />
    </>
  )
}
