/** Plugins of Camunda's own web applications. */
@NullMarked
package org.mailboxremediation.webapp;

import org.jspecify.annotations.NullMarked;
