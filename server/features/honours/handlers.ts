import { campaigns } from './campaigns.ts'
import { honourClasses } from './classes.ts'
import { holidays } from './holidays.ts'
import { honours as given } from './honours.ts'
import { honourWall } from './wall.ts'

/** 评选表彰 and 荣誉榜. */
export const honours = [...given, ...honourWall, ...campaigns, ...honourClasses, ...holidays]
