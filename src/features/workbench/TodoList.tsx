import { lazy, Suspense } from 'react'
import { z } from 'zod'
import { addMonths, firstDay } from '#domain/dates.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useToday } from '#lib/session.ts'
import { useUrlState } from '#lib/urlState.ts'
import { Mark } from '#ui/Mark.tsx'
import { campaignTodo, expiringTodo, holidaysTodo } from './honourRows.ts'
import { OwnGroups } from './OwnGroups.tsx'
import { TodoGroup } from './TodoGroup.tsx'
import {
  announcedTodo,
  dueTodo,
  followUpTodo,
  makeupTodo,
  lostTodo,
  measureTodo,
  meetingTodo,
  probationTodo,
  responsibilityTodo,
  serviceTodo,
  studyTodo,
  termTodo,
  transferTodo,
  unconfirmedTodo,
} from './todoRows.ts'
import type { TodoGroups } from './useTodos.ts'

/** `?all=terms`: every one of them instead of the first few. */
const shown = z.object({ all: z.enum(['terms', 'termsUnknown']).optional() })

/** What waits does so over New Year. */
const any = 'true'

/** Travel only when all of them are asked for. */
const TermsList = lazy(() => import('./TermsList.tsx'))
const TermsUnknownList = lazy(() => import('./TermsUnknownList.tsx'))
const unknownTerms = `${paths.workbench()}?all=termsUnknown`

/** What waits, kind by kind, the most pressing first. */
export function TodoList({ groups, count }: { groups: TodoGroups; count: number }) {
  const t = useText()
  const today = useToday()
  const [{ all }] = useUrlState(shown)
  if (count === 0) return <Calm />
  const due = dueTodo(t)
  return (
    <>
      <TodoGroup
        name="overdue"
        group={groups.overdue}
        todo={due}
        all={paths.duties({ view: 'due', overdue: 'true' })}
      />
      <TodoGroup
        name="due"
        group={groups.due}
        todo={due}
        all={paths.duties({ view: 'due', overdue: 'false' })}
      />
      <TodoGroup
        name="sign"
        group={groups.sign}
        todo={meetingTodo(t)}
        all={paths.meetings({ statuses: 'submitted', hand: 'sign', any })}
      />
      <TodoGroup
        name="drafts"
        group={groups.drafts}
        todo={meetingTodo(t)}
        all={paths.meetings({ statuses: 'draft', hand: 'record', any })}
      />
      <OwnGroups groups={groups} />
      <TodoGroup
        name="announced"
        group={groups.announced}
        todo={announcedTodo(t)}
        all={paths.announcements({ toRecord: 'true', hand: 'true', sort: 'heldOn' })}
      />
      <TodoGroup
        name="makeups"
        group={groups.makeups}
        todo={makeupTodo(t)}
        all={paths.makeups({ hand: 'true' })}
      />
      <TodoGroup
        name="studies"
        group={groups.studies}
        todo={studyTodo(t)}
        all={paths.studies({ due: 'true', hand: 'true', sort: 'heldOn', any })}
      />
      <TodoGroup
        name="campaigns"
        group={groups.campaigns}
        todo={campaignTodo(t)}
        all={paths.honours({ waiting: 'true', any })}
      />
      <TodoGroup
        name="expiring"
        group={groups.expiring}
        todo={expiringTodo(t, today)}
        all={paths.honourRecords({ expiring: 'ours', sort: 'validTo', any })}
      />
      <TodoGroup
        name="holidays"
        group={groups.holidays}
        todo={holidaysTodo(t)}
        all={paths.honourSettings(groups.holidays?.rows[0])}
      />
      <TodoGroup
        name="unconfirmed"
        group={groups.unconfirmed}
        todo={unconfirmedTodo(t)}
        all={paths.integrity({ view: 'talks', unconfirmed: 'late', sort: 'heldOn' })}
      />
      <TodoGroup
        name="followUps"
        group={groups.followUps}
        todo={followUpTodo(t)}
        all={paths.integrity({ view: 'followUps' })}
      />
      <TodoGroup
        name="measures"
        group={groups.measures}
        todo={measureTodo(t)}
        all={paths.integrity({ view: 'measures', hand: 'true' })}
      />
      <TodoGroup
        name="responsibilities"
        group={groups.responsibilities}
        todo={responsibilityTodo(t)}
        all={paths.integrity({ view: 'responsibilities', due: 'true', hand: 'true', any })}
      />
      <TodoGroup
        name="services"
        group={groups.services}
        todo={serviceTodo(t)}
        all={paths.services({ toConfirm: 'true', any })}
      />
      <TodoGroup
        name="transfers"
        group={groups.transfers}
        todo={transferTodo(t, today)}
        all={paths.members({
          relations: ['moving-out', 'moving-in'],
          hand: 'true',
          sort: 'letterUntil',
        })}
      />
      <TodoGroup
        name="probations"
        group={groups.probations}
        todo={probationTodo(t, today)}
        all={paths.members({ probationDue: 'true', hand: 'true', sort: 'probationEndsOn' })}
      />
      <TodoGroup
        name="lost"
        group={groups.lost}
        todo={lostTodo(t)}
        all={paths.members({ lostLong: 'true', hand: 'true', sort: 'lostSince' })}
      />
      {all === 'terms' ? (
        <Suspense fallback={null}>
          <TermsList />
        </Suspense>
      ) : (
        <TodoGroup
          name="terms"
          group={groups.terms}
          todo={termTodo(t)}
          all={`${paths.workbench()}?all=terms`}
        />
      )}
      {all === 'termsUnknown' ? (
        <Suspense fallback={null}>
          <TermsUnknownList />
        </Suspense>
      ) : (
        <TodoGroup
          name="termsUnknown"
          group={groups.termsUnknown}
          // However many there are: one line, for entering them is one errand.
          todo={() => ({
            key: 'termsUnknown',
            what: t.workbench.termsUnknown(groups.termsUnknown?.total ?? 0),
            to: unknownTerms,
            note: t.workbench.termsUnknownNote,
            when: '',
            tone: 'warning',
            action: { label: t.workbench.all, to: unknownTerms },
          })}
          all={unknownTerms}
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
