import type { OrganizationCard, OrganizationHit, Post, Term } from '#domain/organizations.ts'
import { AppointForm } from './AppointForm.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import { CloseForm } from './CloseForm.tsx'
import { CorrectTermForm } from './CorrectTermForm.tsx'
import { CreateForm } from './CreateForm.tsx'
import { EndPostForm } from './EndPostForm.tsx'
import { MoveForm } from './MoveForm.tsx'
import { ExtendTermForm, StartTermForm } from './TermForms.tsx'
import type { TreeStore } from './treeStore.ts'

export type Action =
  | { name: 'create' | 'change' | 'move' | 'close' | 'appoint' | 'startTerm' }
  | { name: 'endPost'; post: Post }
  | { name: 'extendTerm' | 'correctTerm'; term: Term }

export interface FormProps {
  card: OrganizationCard
  store: TreeStore
  onClose: () => void
}

interface ActionFormProps extends FormProps {
  action: Action
  onGo: (hit: Pick<OrganizationHit, 'id' | 'trail'>) => void
}

/** The drawer of one action. */
export function ActionForm({ action, onGo, ...rest }: ActionFormProps) {
  switch (action.name) {
    case 'create':
      return <CreateForm {...rest} onGo={onGo} />
    case 'change':
      return <ChangeForm {...rest} />
    case 'move':
      return <MoveForm {...rest} onGo={onGo} />
    case 'close':
      return <CloseForm {...rest} />
    case 'appoint':
      return <AppointForm {...rest} />
    case 'startTerm':
      return <StartTermForm {...rest} />
    case 'endPost':
      return <EndPostForm {...rest} post={action.post} />
    case 'correctTerm':
      return <CorrectTermForm {...rest} term={action.term} />
    case 'extendTerm':
      return <ExtendTermForm {...rest} term={action.term} />
  }
}
