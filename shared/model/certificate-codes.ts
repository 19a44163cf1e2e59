/**
 * Codes of the two certificates. They stand here because a class makes them and a stage follows from one of them; the
 * other papers are named in shared/rules/paper-codes.
 */

/** Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng. */
export const CLASS_CERTIFICATE = 'CN-NTVD'
/** Giấy chứng nhận học lớp bồi dưỡng đảng viên mới. */
export const NEW_MEMBER_CERTIFICATE = 'CN-DVM'
