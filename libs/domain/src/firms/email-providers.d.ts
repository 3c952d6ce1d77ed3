declare module 'email-providers' {
  /** Domains at which anybody can have a mailbox. */
  const domains: readonly string[];
  export default domains;
}
