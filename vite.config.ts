import { demoSnapshot } from './mocks/vitePlugin.ts'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { antdStatic } from './scripts/vite/antdStatic.ts'
import { page } from './scripts/vite/page.ts'

/**
 * `vite build` → dist/, served by the server at the root. `vite build --mode demo` → dist-demo/, the
 * whole system in the page, for any static host; below a path with `BASE=/six-chains/`.
 * Target: browsers of early 2023 and later (Vite's own baseline). Chromium 111 knows what the code uses,
 * toSorted and cascade layers among it; the Chinese browsers on 统信 and 麒麟 stand on newer ones.
 */
export default defineConfig(({ mode }) => {
  const demo = mode === 'demo'
  return {
    base: process.env.BASE ?? '/',
    plugins: [antdStatic(), page({ demo }), demoSnapshot({ demo }), react()],
    define: { 'import.meta.env.VITE_DEMO': demo ? 'true' : 'undefined' },
    build: {
      target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'],
      outDir: demo ? 'dist-demo' : 'dist',
      emptyOutDir: true,
      // A page and what it needs arrive together; a style sheet of 4 KB is no reason for a request, but inlined styles would need a nonce.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              // Before the sign-in form: React alone. It changes least and is cached longest.
              {
                name: 'react',
                test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/,
                priority: 20,
              },
            ],
          },
        },
      },
    },
    worker: { format: 'es' },
  }
})
