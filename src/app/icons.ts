import type { Chain } from './theme.ts'
import type { PageName } from './pages.ts'

/** Line drawings in a 20 × 20 box, stroke 1.5. One per chain, and for the tabs of a phone one per page. */
export const chainIcons: Record<Chain | 'home' | 'system', string> = {
  home: 'M3.5 9.2 10 3.6l6.5 5.6v7.2h-4.3v-4.6H7.8v4.6H3.5Z',
  // A compass: the direction.
  lead: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4M13 7l-1.9 4.1L7 13l1.9-4.1Z',
  // Steps upwards.
  capability: 'M3 16.5h3.5v-4H10v-4h3.5v-4H17',
  // A target.
  precision:
    'M10 3.2a6.8 6.8 0 1 0 0 13.6 6.8 6.8 0 0 0 0-13.6M10 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4M10 1.5v3M10 15.5v3M1.5 10h3M15.5 10h3',
  // A rosette.
  exemplar: 'M10 2.8a4.7 4.7 0 1 0 0 9.4 4.7 4.7 0 0 0 0-9.4M7 11.2 6 17.2l4-2.1 4 2.1-1-6',
  // A lamp.
  innovation: 'M7.2 13.2a5.2 5.2 0 1 1 5.6 0v1.6H7.2ZM8 17.4h4',
  // A shield.
  integrity: 'M10 2.6 16 5v4.6c0 3.6-2.4 6.3-6 7.8-3.6-1.5-6-4.2-6-7.8V5ZM7.3 9.9l2 2 3.6-3.9',
  // Sliders.
  system:
    'M3 6h7.5M14.5 6H17M3 14h2.5M9.5 14H17M12.5 3.9a2.1 2.1 0 1 0 0 4.2 2.1 2.1 0 0 0 0-4.2M7.5 11.9a2.1 2.1 0 1 0 0 4.2 2.1 2.1 0 0 0 0-4.2',
}

export const tabIcons: Partial<Record<PageName, string>> = {
  workbench: chainIcons.home,
  // A dial with its needle.
  cockpit: 'M3 14.5a7 7 0 1 1 14 0ZM10 14.5l3-5M10 4.8v1.6M5.2 9.2l1.3.8M14.8 9.2l-1.3.8',
  meetings: 'M4 3.5h12v13H4ZM7 7.2h6M7 10.2h6M7 13.2h3.5',
  duties: 'M3.5 3.5h13v13h-13ZM3.5 7.8h13M3.5 12.1h13M7.8 3.5v13M12.1 3.5v13',
  members: 'M10 3.2a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6M3.6 17c.5-3.3 3-5 6.4-5s5.9 1.7 6.4 5',
  // A person's card.
  me: 'M2.8 4.2h14.4v11.6H2.8ZM7.4 7a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4M4.9 13.2c.3-1.5 1.2-2.2 2.5-2.2s2.2.7 2.5 2.2M12 8h3M12 11h3',
  organizations:
    'M7.5 2.8h5v3.6h-5ZM2.8 13.6h4.4v3.6H2.8ZM12.8 13.6h4.4v3.6h-4.4ZM10 6.4V10M5 13.6V10h10v3.6',
}

export const otherIcons = {
  bell: 'M10 2.8a4.8 4.8 0 0 0-4.8 4.8c0 4.2-1.7 5.8-1.7 5.8h13s-1.7-1.6-1.7-5.8A4.8 4.8 0 0 0 10 2.8M8.4 16a1.7 1.7 0 0 0 3.2 0',
  more: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  person: 'M10 3.2a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6M3.6 17c.5-3.3 3-5 6.4-5s5.9 1.7 6.4 5',
  cross: 'M5 5l10 10M15 5 5 15',
}
