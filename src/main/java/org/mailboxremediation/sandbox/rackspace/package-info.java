/** An emulator of the Rackspace Email API over the accounts. */
@NullMarked
package org.mailboxremediation.sandbox.rackspace;

import org.jspecify.annotations.NullMarked;
