import './base.css'

const paths = {
  check: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  warn: 'M8 3v6M8 12.6v.1',
  alert: 'M8 2.2 14.3 13.3H1.7zM8 6.3v3.4M8 11.5v.1',
  info: 'M8 7v6M8 3.6v.1',
  dash: 'M3.5 8h9',
  ring: 'M8 3.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6',
  half: 'M8 3.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6M8 3.4v9.2M9.6 4v8M11.2 5v6',
  star: 'M8 2.6l1.7 3.5 3.8.5-2.8 2.7.7 3.8L8 11.3l-3.4 1.8.7-3.8L2.5 6.6l3.8-.5z',
  right: 'M6 3.5 10.5 8 6 12.5',
  left: 'M10 3.5 5.5 8 10 12.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  up: 'M3.5 10 8 5.5 12.5 10',
  sort: 'M5 6.5 8 3.5l3 3M5 9.5l3 3 3-3',
  columns: 'M2.5 3.5h11v9h-11zM6.2 3.5v9M9.8 3.5v9',
  save: 'M8 2.5v7M4.8 6.8 8 10l3.2-3.2M3 13h10',
  copy: 'M6 5.5h7v8H6zM3.5 10.5v-8h7',
  lock: 'M4 7.5h8v5.5H4zM5.5 7.5V5.5a2.5 2.5 0 0 1 5 0v2',
  box: 'M2.5 8.5 4.5 3.5h7l2 5v4h-11zM2.5 8.5h3.5l1 1.5h2l1-1.5h3.5',
} as const
export type MarkName = keyof typeof paths

/** A small drawing in the colour of the text; `label` when it speaks for itself, else hidden. */
export function Mark({ name, label }: { name: MarkName; label?: string }) {
  return (
    <svg
      className="sc-mark"
      viewBox="0 0 16 16"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d={paths[name]} />
    </svg>
  )
}
