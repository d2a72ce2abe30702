export default {
  // It asks the server for a page that is not there; the browser would then show its own login dialogue.
  disableWelcomeMessage: true,
  app: { vendor: 'Mailbox remediation', name: 'Tasklist' },
  // Resolved against the application's own folder, hence the way up.
  customScripts: ['../../assets/mailbox-remediation/site.js'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'goes to the first filter' },
    focusList: { key: 'ctrl+alt+l', description: 'goes to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'goes to the first field of the form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the dialogue that starts a process' },
  },
};
