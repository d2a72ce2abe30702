export default {
  // It asks the server for a page that is not there; the browser would then show its own login dialogue.
  disableWelcomeMessage: true,
  app: { vendor: 'Mailbox remediation', name: 'Admin' },
  // Resolved against the application's own folder, hence the way up.
  customScripts: ['../../assets/mailbox-remediation/site.js'],
};
