/** What is added to Camunda's web applications: the reveal of a password, the upload of a message, and the sandbox's sign. */
@NullMarked
package org.mailboxremediation.webapp;

import org.jspecify.annotations.NullMarked;
