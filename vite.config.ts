import { demoSnapshot } from './mocks/vitePlugin.ts'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { ahead } from './scripts/vite/ahead.ts'
import { antdStatic } from './scripts/vite/antdStatic.ts'
import { page } from './scripts/vite/page.ts'
import { thinDomain } from './scripts/vite/thinDomain.ts'

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
    plugins: [
      antdStatic(),
      thinDomain({ demo }),
      page({ demo }),
      ahead({ demo }),
      demoSnapshot({ demo }),
      react(),
    ],
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
            // Few files: each costs the page a few milliseconds of its one thread, whatever its size.
            groups: [
              // Before the sign-in form: React, which changes least and is cached longest, and the form.
              {
                name: 'react',
                test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/,
                priority: 40,
              },
              { name: 'entry', tags: ['$initial'], priority: 30 },
              { name: 'app', test: /src[\\/]app[\\/]App\.tsx$/, priority: 20 },
              // What every list needs, and what every form needs.
              {
                name: 'lists',
                test: /src[\\/](ui[\\/](table[\\/]DataTable|SplitView|Dialog|Permit|KeyValue|Tags)|lib[\\/](urlState|format|wholeList))\.tsx?$|domain[\\/](common|ids|exports\.contract|dates|rules[\\/](articles|dutyRules))\.ts$/,
                priority: 15,
              },
              {
                name: 'forms',
                test: /node_modules[\\/](antd|@rc-component|@ant-design)[\\/]/,
                minShareCount: 2,
                priority: 10,
              },
            ],
          },
        },
      },
    },
    worker: { format: 'es' },
  }
})
