/** An id that nothing has. */
export const nobody = '01990000-0000-7000-8000-0000000000ff'
