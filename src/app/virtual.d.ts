/** Static rules of antd, cut per component: scripts/vite/antdStatic.ts. */
declare module 'virtual:antd/*.css'
