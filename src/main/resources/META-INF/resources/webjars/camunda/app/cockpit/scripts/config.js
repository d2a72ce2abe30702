export default {
  app: { vendor: 'Mailbox remediation', name: 'Cockpit' },
  // Resolved against the application's own folder, hence the way up.
  customScripts: ['../../assets/mailbox-remediation/site.js'],
};
