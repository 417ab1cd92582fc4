import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/es/locale/zh_CN.js'
import { useEffect, useMemo } from 'react'
import { RouterProvider } from 'react-router'
import { config } from 'zod'
import zodEnglish from 'zod/v4/locales/en.js'
import zodChinese from 'zod/v4/locales/zh-CN.js'
import 'virtual:antd/base.css'
import { usePreferences, useShownTheme } from '#lib/preferences.ts'
import { queryClient } from '#lib/queryClient.ts'
import { currentSession, useSession } from '#lib/session.ts'
import { Toaster } from '#ui/Toaster.tsx'
import { PHONE, useMedia } from '#ui/useMedia.ts'
import { antdTheme } from './antdTheme.ts'
import { nonce } from './nonce.ts'
import { PasswordAgain } from './PasswordAgain.tsx'
import { SignInAgain } from './SignInAgain.tsx'
import { routerFor } from './router.ts'
import { makeRouter } from './routes.tsx'

/** Before anything is rendered: the page's code and its first questions travel meanwhile. The session is known. */
export const openRoutes = () => void routerFor(currentSession().accountId, makeRouter)

/** The signed-in application: providers and routes. */
export function App() {
  const { accountId } = useSession()
  const { language, size } = usePreferences()
  const theme = useShownTheme()
  const touch = useMedia(PHONE)

  const look = useMemo(() => {
    // The root's own size: a person who has set a larger font in the browser gets larger tables too.
    const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    return antdTheme({ theme, scale: root > 0 ? root / 14 : size === 'large' ? 18 / 14 : 1, touch })
  }, [theme, size, touch])
  useEffect(() => {
    config(language === 'en' ? zodEnglish() : zodChinese())
  }, [language])

  return (
    <ConfigProvider theme={look} csp={{ nonce }} {...(language === 'zh' && { locale: zhCN })}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider key={accountId} router={routerFor(accountId, makeRouter)} />
        <SignInAgain />
        <PasswordAgain />
        <Toaster />
      </QueryClientProvider>
    </ConfigProvider>
  )
}
