/**
 * The regulations as the articles of values cite them, by what they are: statute, regulation on its implementation,
 * guidance of the Secretariat, guidance with the forms. A set made from another names the successors of these.
 */

/** The Party's statute. */
export const STATUTE = 'Điều lệ Đảng'
/** Said of a value that no regulation gives. */
export const PROGRAM = 'Mặc định của phần mềm'

/** Said of how reports tell new members apart, as figures that were published do. */
export const PUBLISHED_FIGURES = 'Số liệu thống kê đảng viên mới đã công bố'

/** The letter that this program answers, for what a superior asks of its own offices. */
export const FOUNDING_LETTER = 'Công văn số 141-CV/HU ngày 19/01/2024'

/** Numbers of the Party's documents, for every period; whether it is in force in 2026 nobody has confirmed. */
export const NUMBERING = 'Hướng dẫn số 36-HD/VPTW ngày 03/4/2018'

/** Regulation, guidance and forms of RS-2021. */
export const REGULATION_2021 = 'Quy định số 24-QĐ/TW'
/** Guidance of RS-2021 and RS-2025a. */
export const GUIDANCE_2021 = 'Hướng dẫn số 01-HD/TW năm 2021'
/** Forms of RS-2021 and RS-2025a. */
export const FORMS_2021 = 'Hướng dẫn số 12-HD/BTCTW năm 2022'

/** What another set cites instead. */
export type Citations = { readonly regulation: string; readonly guidance: string; readonly forms: string }

/** The citations of RS-2021. */
export const CITATIONS_2021: Citations = {
  regulation: REGULATION_2021,
  guidance: GUIDANCE_2021,
  forms: FORMS_2021,
}
