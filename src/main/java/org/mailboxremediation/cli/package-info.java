/** Commands of the jar that start no server. */
@NullMarked
package org.mailboxremediation.cli;

import org.jspecify.annotations.NullMarked;
