export default {
  app: { vendor: 'Mailbox remediation', name: 'Admin' },
  // Resolved against the application's own folder, hence the way up.
  customScripts: ['../../assets/mailbox-remediation/site.js'],
};
