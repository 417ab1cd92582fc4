/**
 * zod asks whether it may compile its checks by trying `new Function`. The server's CSP forbids it, and
 * the browser reports each try as a violation. Said before any schema is made, by the object that zod
 * keeps its settings in: its own `config` would bring zod into the sign-in page. The demo page may.
 */
if (!import.meta.env.VITE_DEMO) Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
