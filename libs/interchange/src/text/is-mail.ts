/** Whether a text is nothing but a mail address, which says how somebody is reached and not what they are called. */
export const isMail = (text: string): boolean =>
  /^[^\s@<>]{1,64}@[^\s@<>.]{1,64}(\.[^\s@<>.]{1,64}){1,8}$/u.test(text.trim());
