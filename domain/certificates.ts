import { z } from 'zod'

/** Which paper a number belongs to: FW 志愿服务证明, RY 荣誉证书. */
export type CertificatePrefix = 'FW' | 'RY'

/** A number as it is printed, with or without its hyphens. */
export const certificateNumberOf = (prefix: CertificatePrefix) =>
  z
    .string()
    .trim()
    .max(40)
    .transform((text) => text.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .pipe(
      z
        .string()
        .regex(
          new RegExp(`^${prefix}\\d{4}[0-9A-Z]{12}$`),
          `请填写完整编号，如 ${prefix}2026-XXXX-XXXX-XXXX`,
        ),
    )

/** Nothing is told of a number whose name does not fit: neither that it exists. */
export const certificateVerdict = z.enum(['genuine', 'unknown', 'altered'])
