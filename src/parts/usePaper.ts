import { useEffect } from 'react'

/** The sheet that this page is printed on, margins and all (print.css); elsewhere the letter's. */
export function usePaper(paper: 'a3' | 'a4'): void {
  useEffect(() => {
    const root = document.documentElement
    root.dataset.paper = paper
    return () => {
      delete root.dataset.paper
    }
  }, [paper])
}
