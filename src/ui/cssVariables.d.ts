import 'react'

// Inline styles may set custom properties: lengths that only the caller knows.
declare module 'react' {
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined
  }
}
