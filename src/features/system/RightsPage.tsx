import { z } from 'zod'
import { allOperations } from '#domain/contracts.ts'
import { allRoles } from '#domain/permissions.ts'
import { useText } from '#lib/i18n.ts'
import { useUrlState } from '#lib/urlState.ts'
import { Button } from '#ui/Button.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { OperationTable } from './OperationTable.tsx'
import { RightsMatrix } from './RightsMatrix.tsx'
import { shownOperations, shownPermissions } from './rights.ts'
import './rights.css'
import './system.css'

const pageState = z.object({
  q: z.string().trim().max(60).optional(),
  role: z.enum(allRoles).optional(),
})

/** The rules as they are enforced, for everybody to read: nothing is asked of the server. */
export function Component() {
  const { system, entry } = useText()
  const t = system.rights
  const [filter, setFilter] = useUrlState(pageState)
  const permissions = shownPermissions(filter, system)
  const groups = shownOperations(filter, system)
  const isEmpty = permissions.length === 0 && groups.length === 0

  return (
    <div className="sy-print">
      <Page
        title={t.title}
        purpose={t.purpose}
        action={<Button onClick={() => window.print()}>{t.print}</Button>}
        filters={
          <>
            <SearchField
              label={t.filter}
              value={filter.q ?? ''}
              pause={80}
              onChange={(q) => setFilter({ q: q || undefined })}
            />
            <select
              className="sc-input"
              aria-label={t.role}
              value={filter.role ?? ''}
              onChange={(event) =>
                setFilter({ role: allRoles.find((role) => role === event.target.value) })
              }
            >
              <option value="">{t.anyRole}</option>
              {allRoles.map((role) => (
                <option key={role} value={role}>
                  {entry.roles[role]}
                </option>
              ))}
            </select>
          </>
        }
      >
        {isEmpty ? (
          <StateBlock
            kind="filtered"
            title={t.none}
            onClearFilters={() => setFilter({ q: undefined, role: undefined })}
          />
        ) : null}
        {permissions.length > 0 ? (
          <Section title={t.matrix}>
            <p className="sy-quiet">{t.matrixNote}</p>
            <RightsMatrix
              permissions={permissions}
              roles={filter.role ? [filter.role] : allRoles}
            />
            <p className="sy-quiet sy-foot">{t.three}</p>
          </Section>
        ) : null}
        {groups.length > 0 ? (
          <Section title={t.operations}>
            <p className="sy-quiet">{t.operationsNote(allOperations.length)}</p>
            <OperationTable groups={groups} />
          </Section>
        ) : null}
      </Page>
    </div>
  )
}
