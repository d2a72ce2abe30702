/** Commands of the jar that start no server. */
@NullMarked
package org.mailboxremediation.command;

import org.jspecify.annotations.NullMarked;
