/** The one set of accounts behind the emulated API, IMAP and SMTP. */
@NullMarked
package org.mailboxremediation.sandbox.account;

import org.jspecify.annotations.NullMarked;
