/** The search over all cases, and the dashboard, in Camunda Cockpit. */
@NullMarked
package org.mailboxremediation.webapp.history;

import org.jspecify.annotations.NullMarked;
