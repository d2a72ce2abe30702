/** GreenMail, logging in against the accounts. */
@NullMarked
package org.mailboxremediation.sandbox.mail;

import org.jspecify.annotations.NullMarked;
