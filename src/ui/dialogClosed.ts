/** Told to the window when a dialog has left the page, so that notices inside it find another place. */
export const DIALOG_CLOSED = 'sc-dialog-closed'
