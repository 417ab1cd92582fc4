/** A drawing of icons.ts in the colour of the text. */
export function Icon({ path }: { path: string }) {
  return (
    <svg className="fr-icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
