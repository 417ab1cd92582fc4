import { z } from 'zod'
import { contract, inScope, read, readPicture } from './contract.ts'
import { honourWall, wallFilter } from './honourWall.ts'
import { portraitDigest } from './honours.ts'

/** 单位荣誉榜: the published board, wherever the reader belongs. */
export const honourWallContract = contract('honourWall', {
  show: read('/honour-wall', {
    query: wallFilter,
    returns: honourWall,
    access: inScope('honours.read'),
  }),
  /** By its digest alone: who sees the board sees the picture, without the id of the honour. */
  portrait: readPicture('/honour-wall/portraits/:digest', {
    params: z.strictObject({ digest: portraitDigest }),
    access: inScope('honours.read'),
  }),
})
