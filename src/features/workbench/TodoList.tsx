import { lazy, Suspense } from 'react'
import { z } from 'zod'
import { addMonths, firstDay } from '#domain/dates.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useCan, useToday } from '#lib/session.ts'
import { useUrlState } from '#lib/urlState.ts'
import { Mark } from '#ui/Mark.tsx'
import { TodoGroup } from './TodoGroup.tsx'
import {
  announcementTodo,
  answeredTodo,
  campaignTodo,
  dueTodo,
  followUpTodo,
  makeupTodo,
  measureTodo,
  meetingTodo,
  responsibilityTodo,
  serviceTodo,
  studyTodo,
  talkTodo,
  termTodo,
  transferTodo,
} from './todoRows.ts'
import type { TodoGroups } from './useTodos.ts'

/** `?all=terms`: every term instead of the first few. */
const shown = z.object({ all: z.literal('terms').optional() })

/** What waits does so over New Year. */
const any = 'true'

/** Travels only when all terms are asked for. */
const TermsList = lazy(() => import('./TermsList.tsx'))

/** What waits, kind by kind, the most pressing first. */
export function TodoList({ groups, count }: { groups: TodoGroups; count: number }) {
  const t = useText()
  const today = useToday()
  const mayRecord = useCan()('meetings.record')
  const [{ all }] = useUrlState(shown)
  if (count === 0) return <Calm />
  const due = dueTodo(t, mayRecord)
  return (
    <>
      <TodoGroup
        name="overdue"
        group={groups.overdue}
        todos={groups.overdue?.rows.map(due) ?? []}
        all={paths.duties({ view: 'due', overdue: 'true' })}
      />
      <TodoGroup
        name="due"
        group={groups.due}
        todos={groups.due?.rows.map(due) ?? []}
        all={paths.duties({ view: 'due', overdue: 'false' })}
      />
      <TodoGroup
        name="sign"
        group={groups.sign}
        todos={groups.sign?.rows.map(meetingTodo(t)) ?? []}
        all={paths.meetings({ statuses: 'submitted', any })}
      />
      <TodoGroup
        name="drafts"
        group={groups.drafts}
        todos={groups.drafts?.rows.map(meetingTodo(t)) ?? []}
        all={paths.meetings({ statuses: 'draft', any })}
      />
      <TodoGroup
        name="answers"
        group={groups.answers}
        todos={groups.answers?.rows.map(announcementTodo(t, 'answers')) ?? []}
        all={paths.announcements({ toAnswer: 'true', sort: 'heldOn' })}
      />
      <TodoGroup
        name="announced"
        group={groups.announced}
        todos={groups.announced?.rows.map(announcementTodo(t, 'announced')) ?? []}
        all={paths.announcements({ toRecord: 'true', sort: 'heldOn' })}
      />
      <TodoGroup
        name="makeups"
        group={groups.makeups}
        todos={groups.makeups?.rows.map(makeupTodo(t)) ?? []}
        all={paths.makeups()}
      />
      <TodoGroup
        name="studies"
        group={groups.studies}
        todos={groups.studies?.rows.map(studyTodo(t)) ?? []}
        all={paths.studies({ due: 'true', sort: 'heldOn', any })}
      />
      <TodoGroup
        name="campaigns"
        group={groups.campaigns}
        todos={groups.campaigns?.rows.map(campaignTodo(t)) ?? []}
        all={paths.honours({ waiting: 'true', any })}
      />
      <TodoGroup
        name="talks"
        group={groups.talks}
        todos={groups.talks?.rows.map(talkTodo(t, today)) ?? []}
        all={paths.integrity({ view: 'talks', awaiting: 'true' })}
      />
      <TodoGroup
        name="followUps"
        group={groups.followUps}
        todos={groups.followUps?.rows.map(followUpTodo(t)) ?? []}
        all={paths.integrity({ view: 'followUps' })}
      />
      <TodoGroup
        name="measures"
        group={groups.measures}
        todos={groups.measures?.rows.map(measureTodo(t)) ?? []}
        all={paths.integrity({ view: 'measures' })}
      />
      <TodoGroup
        name="responsibilities"
        group={groups.responsibilities}
        todos={groups.responsibilities?.rows.map(responsibilityTodo(t)) ?? []}
        all={paths.integrity({ view: 'responsibilities', due: 'true', any })}
      />
      <TodoGroup
        name="services"
        group={groups.services}
        todos={groups.services?.rows.map(serviceTodo(t)) ?? []}
        all={paths.services({ toConfirm: 'true', any })}
      />
      <TodoGroup
        name="returned"
        group={groups.returned}
        todos={groups.returned?.rows.map(serviceTodo(t)) ?? []}
        all={paths.services({ states: 'returned', mine: 'true', answered: 'false', any })}
      />
      <TodoGroup
        name="answered"
        group={groups.answered}
        todos={groups.answered?.rows.map(answeredTodo(t)) ?? []}
        all={paths.services({ answered: 'true', any })}
      />
      <TodoGroup
        name="transfers"
        group={groups.transfers}
        todos={groups.transfers?.rows.map(transferTodo(t, today)) ?? []}
        all={paths.members({ relations: ['moving-out', 'moving-in'], sort: 'letterUntil' })}
      />
      {all === 'terms' ? (
        <Suspense fallback={null}>
          <TermsList />
        </Suspense>
      ) : (
        <TodoGroup
          name="terms"
          group={groups.terms}
          todos={groups.terms?.rows.map(termTodo(t)) ?? []}
          all={`${paths.workbench()}?all=terms`}
        />
      )}
    </>
  )
}

/** Nothing waits. The monthly duties open with the month, so the next date is known. */
function Calm() {
  const { workbench: t } = useText()
  const next = firstDay(addMonths(useToday(), 1).slice(0, 7))
  return (
    <div className="wb-calm">
      <Mark name="check" />
      <div>
        <p>
          <b>{t.calm}</b>
        </p>
        <p>{t.calmText(dayInProse(next))}</p>
      </div>
    </div>
  )
}
