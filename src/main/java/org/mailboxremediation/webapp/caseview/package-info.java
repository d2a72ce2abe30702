/** One case as auditors read it, in Camunda Cockpit. */
@NullMarked
package org.mailboxremediation.webapp.caseview;

import org.jspecify.annotations.NullMarked;
