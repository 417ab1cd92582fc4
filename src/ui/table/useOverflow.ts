import { useEffect, useRef, useState, type RefObject } from 'react'

/**
 * Whether the content is wider than its frame. Only then the frame scrolls on its own: a frame
 * that scrolls sideways always would hold the sticky head, and it could not stick to the page.
 */
export function useOverflow<E extends HTMLElement>(): [RefObject<E | null>, boolean] {
  const frame = useRef<E>(null)
  const [isWide, setWide] = useState(false)
  useEffect(() => {
    const element = frame.current
    if (!element || typeof ResizeObserver === 'undefined') return undefined
    const measure = () => setWide(element.scrollWidth > element.clientWidth + 1)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    return () => observer.disconnect()
  }, [])
  return [frame, isWide]
}
