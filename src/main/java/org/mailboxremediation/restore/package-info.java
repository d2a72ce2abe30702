/** Whether access may come back: the guard, and the rule that makes passwords void. */
@NullMarked
package org.mailboxremediation.restore;

import org.jspecify.annotations.NullMarked;
