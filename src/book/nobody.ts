/** The name that stands for an author who is not known yet, in books that are begun without one. */
export const nobody = 'The Author';
