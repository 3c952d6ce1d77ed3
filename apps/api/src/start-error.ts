/** A reason not to start that its reader can do something about; printed as it is, without a stack. */
export class StartError extends Error {}
