/** The Rackspace Email API, spoken over HTTP. */
@NullMarked
package org.mailboxremediation.mailbox.rackspace;

import org.jspecify.annotations.NullMarked;
