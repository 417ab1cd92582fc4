/** The bureau's name, given when the installation was set up, may be put right later; nothing else of it. */
export const sql = /* sql */ `
grant update (bureau_name) on installation to sixchains_app;
`
