import type { EntryText } from '#lib/i18n.ts'

/** Named as the server names them below `body`; `repeat` is the page's own. */
export const names = [
  'code',
  'bureauName',
  'name',
  'login',
  'password',
  'repeat',
  'securityAdmin.name',
  'securityAdmin.login',
  'auditor.name',
  'auditor.login',
] as const
export type Name = (typeof names)[number]
export type Typed = Record<Name, string>
export type Wrong = Partial<Record<Name, string>>

export const empty = Object.fromEntries(names.map((name) => [name, ''])) as Typed

export const groups = {
  unit: ['code', 'bureauName'],
  own: ['name', 'login', 'password', 'repeat'],
  security: ['securityAdmin.name', 'securityAdmin.login'],
  auditor: ['auditor.name', 'auditor.login'],
} as const satisfies Record<keyof EntryText['setup']['groups'], readonly Name[]>

export interface Field {
  label: string
  hint?: string
  type?: 'password'
  autoComplete: string
}

export function fieldsOf({ setup, passwordHints }: EntryText): Record<Name, Field> {
  const other = { label: setup.name, autoComplete: 'off' }
  const otherLogin = { label: setup.login, hint: setup.loginHint, autoComplete: 'off' }
  return {
    code: { label: setup.code, hint: setup.codeHint, autoComplete: 'one-time-code' },
    bureauName: { label: setup.bureau, hint: setup.bureauHint, autoComplete: 'organization' },
    name: { label: setup.name, autoComplete: 'name' },
    login: { label: setup.login, hint: setup.loginHint, autoComplete: 'username' },
    password: {
      label: setup.password,
      hint: passwordHints.nist,
      type: 'password',
      autoComplete: 'new-password',
    },
    repeat: { label: setup.repeat, type: 'password', autoComplete: 'new-password' },
    'securityAdmin.name': other,
    'securityAdmin.login': otherLogin,
    'auditor.name': other,
    'auditor.login': otherLogin,
  }
}

/** What can be said before the server is asked. */
export function wrongIn(typed: Typed, { setup }: EntryText): Wrong {
  const wrong: Wrong = {}
  for (const name of names) if (typed[name].trim() === '') wrong[name] = setup.required
  if (!wrong.repeat && typed.repeat !== typed.password) wrong.repeat = setup.mismatch
  const seen = new Set<string>()
  for (const name of ['login', 'securityAdmin.login', 'auditor.login'] as const) {
    const login = typed[name].trim().toLowerCase()
    if (login !== '' && seen.has(login)) wrong[name] = setup.same
    seen.add(login)
  }
  return wrong
}

export const bodyOf = (typed: Typed) => ({
  code: typed.code,
  bureauName: typed.bureauName,
  name: typed.name,
  login: typed.login,
  password: typed.password,
  securityAdmin: { name: typed['securityAdmin.name'], login: typed['securityAdmin.login'] },
  auditor: { name: typed['auditor.name'], login: typed['auditor.login'] },
})
