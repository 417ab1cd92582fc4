import type { ComponentType } from 'react'
import type { LoaderFunction } from 'react-router'
import type { Permission } from '#domain/permissions.ts'
import type { Chain } from './theme.ts'

/** What a page's module exports. `loader` asks for the page's data (`lib/loaders.ts`) once the module is here, and does not wait. */
export interface PageModule {
  Component: ComponentType
  loader?: LoaderFunction
}

/** Names in the menu: keys of `t.frame.pages`. */
export type PageName =
  | 'workbench'
  | 'cockpit'
  | 'organizations'
  | 'members'
  | 'me'
  | 'meetings'
  | 'studies'
  | 'duties'
  | 'honours'
  | 'honourBoard'
  | 'integrity'
  | 'services'
  | 'account'
  | 'accounts'
  | 'roles'
  | 'audit'
  | 'upkeep'
  | 'permissions'
  | 'parameters'
  | 'api'

export interface Page {
  path: string
  /** In the menu under its chain; pages without one are reached from other pages. */
  menu?: { name: PageName; chain: Chain | 'home' | 'system' }
  /** One of these must be held; none: any signed-in account. A page one may not see is not listed. */
  needs?: readonly Permission[]
  /** Only for accounts that stand for a member. */
  own?: true
  lazy: () => Promise<PageModule>
}

/** Every page, one entry each, in the order of the menu. Add yours here; paths as in #lib/paths.ts. */
export const pages: readonly Page[] = [
  {
    path: '/organizations',
    menu: { name: 'organizations', chain: 'lead' },
    needs: ['organizations.read'],
    lazy: () => import('#features/organizations/OrganizationsPage.tsx'),
  },
  // Who reads members but no organization reads only the own record: for that there is /me.
  {
    path: '/members',
    menu: { name: 'members', chain: 'lead' },
    needs: ['organizations.read'],
    lazy: () => import('#features/members/MembersPage.tsx'),
  },
  {
    path: '/members/:id',
    needs: ['members.read'],
    lazy: () => import('#features/members/MemberPage.tsx'),
  },
  {
    path: '/',
    menu: { name: 'workbench', chain: 'home' },
    lazy: () => import('#features/workbench/WorkbenchPage.tsx'),
  },
  {
    path: '/cockpit',
    menu: { name: 'cockpit', chain: 'home' },
    needs: ['cockpit.read'],
    lazy: () => import('#features/cockpit/CockpitPage.tsx'),
  },
  {
    path: '/meetings',
    menu: { name: 'meetings', chain: 'capability' },
    needs: ['meetings.read'],
    lazy: () => import('#features/meetings/MeetingsPage.tsx'),
  },
  {
    path: '/meetings/calendar',
    needs: ['meetings.read'],
    lazy: () => import('#features/meetings/CalendarPage.tsx'),
  },
  {
    path: '/meetings/announcements',
    needs: ['meetings.read'],
    lazy: () => import('#features/announcements/AnnouncementsPage.tsx'),
  },
  {
    path: '/meetings/announcements/:id',
    needs: ['meetings.read'],
    lazy: () => import('#features/announcements/AnnouncementPage.tsx'),
  },
  {
    path: '/meetings/new',
    needs: ['meetings.record'],
    lazy: () => import('#features/meetings/NewMeetingPage.tsx'),
  },
  {
    path: '/meetings/:id',
    needs: ['meetings.read'],
    lazy: () => import('#features/meetings/MeetingPage.tsx'),
  },
  {
    path: '/meetings/:id/edit',
    needs: ['meetings.record'],
    lazy: () => import('#features/meetings/EditMeetingPage.tsx'),
  },
  {
    path: '/studies',
    menu: { name: 'studies', chain: 'capability' },
    needs: ['studies.read'],
    lazy: () => import('#features/studies/StudiesPage.tsx'),
  },
  {
    path: '/studies/hours',
    needs: ['studies.read'],
    lazy: () => import('#features/studies/HoursPage.tsx'),
  },
  {
    path: '/studies/:id',
    needs: ['studies.read'],
    lazy: () => import('#features/studies/StudyPage.tsx'),
  },
  {
    path: '/duties',
    menu: { name: 'duties', chain: 'capability' },
    needs: ['duties.read'],
    lazy: () => import('#features/duties/DutiesPage.tsx'),
  },
  {
    path: '/makeups',
    needs: ['makeups.read'],
    lazy: () => import('#features/makeups/MakeupsPage.tsx'),
  },
  // Everybody may have been talked to: without the right to look, the page holds one's own talks alone.
  {
    path: '/integrity',
    menu: { name: 'integrity', chain: 'integrity' },
    needs: ['integrity.read', 'integrity.detail'],
    lazy: () => import('#features/integrity/IntegrityPage.tsx'),
  },
  {
    path: '/honours',
    menu: { name: 'honours', chain: 'exemplar' },
    // A member reads the own honours only: those stand on the board.
    needs: ['organizations.read'],
    lazy: () => import('#features/honours/CampaignsPage.tsx'),
  },
  {
    path: '/honours/:id',
    needs: ['organizations.read'],
    lazy: () => import('#features/honours/CampaignPage.tsx'),
  },
  {
    path: '/honour-board',
    menu: { name: 'honourBoard', chain: 'exemplar' },
    needs: ['honours.read'],
    lazy: () => import('#features/honours/BoardPage.tsx'),
  },
  {
    path: '/honour-records',
    needs: ['honours.read'],
    lazy: () => import('#features/honours/RecordsPage.tsx'),
  },
  {
    path: '/honour-records/:id/certificate',
    needs: ['honours.read'],
    lazy: () => import('#features/honours/HonourCertificatePage.tsx'),
  },
  {
    path: '/honour-settings',
    needs: ['organizations.read'],
    lazy: () => import('#features/honours/SettingsPage.tsx'),
  },
  {
    path: '/services',
    menu: { name: 'services', chain: 'exemplar' },
    needs: ['services.read'],
    lazy: () => import('#features/services/ServicesPage.tsx'),
  },
  {
    path: '/services/new',
    needs: ['services.log'],
    own: true,
    lazy: () => import('#features/services/NewServicePage.tsx'),
  },
  {
    path: '/services/batch',
    needs: ['services.log'],
    own: true,
    lazy: () => import('#features/services/BatchPage.tsx'),
  },
  {
    path: '/services/stars',
    needs: ['services.read'],
    lazy: () => import('#features/services/StarsPage.tsx'),
  },
  {
    path: '/services/certificates/:id',
    needs: ['services.read'],
    lazy: () => import('#features/services/CertificatePage.tsx'),
  },
  {
    path: '/me',
    menu: { name: 'me', chain: 'home' },
    needs: ['members.read'],
    own: true,
    lazy: () => import('#features/members/MinePage.tsx'),
  },
  { path: '/account', lazy: () => import('#features/account/AccountPage.tsx') },
  {
    path: '/system/accounts',
    menu: { name: 'accounts', chain: 'system' },
    needs: ['accounts.manage'],
    lazy: () => import('#features/system/AccountsPage.tsx'),
  },
  {
    path: '/system/roles',
    menu: { name: 'roles', chain: 'system' },
    needs: ['roles.grant'],
    lazy: () => import('#features/system/RolesPage.tsx'),
  },
  {
    path: '/system/audit',
    menu: { name: 'audit', chain: 'system' },
    needs: ['audit.read'],
    lazy: () => import('#features/system/AuditPage.tsx'),
  },
  {
    path: '/system/upkeep',
    menu: { name: 'upkeep', chain: 'system' },
    needs: ['accounts.manage'],
    lazy: () => import('#features/system/UpkeepPage.tsx'),
  },
  {
    path: '/system/permissions',
    menu: { name: 'permissions', chain: 'system' },
    lazy: () => import('#features/system/RightsPage.tsx'),
  },
  {
    path: '/system/parameters',
    menu: { name: 'parameters', chain: 'system' },
    lazy: () => import('#features/system/ParametersPage.tsx'),
  },
  {
    path: '/system/api',
    menu: { name: 'api', chain: 'system' },
    lazy: () => import('#features/system/ApiPage.tsx'),
  },
]

/**
 * Lets the chunk of the page at `pathname` travel, before the application that would ask for it is
 * here. A failure is met again, and told, by the router.
 */
export function fetchPage(pathname: string): void {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '')
  const wanted = pathname.slice(base.length).split('/').filter(Boolean)
  const page = pages.find(({ path }) => {
    const parts = path.split('/').filter(Boolean)
    return (
      parts.length === wanted.length &&
      parts.every((part, at) => part.startsWith(':') || part === wanted[at])
    )
  })
  page?.lazy().catch(() => undefined)
}
