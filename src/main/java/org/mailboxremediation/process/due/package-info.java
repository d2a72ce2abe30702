/** Due dates and priorities of tasks and timers, from the case's severity. */
@NullMarked
package org.mailboxremediation.process.due;

import org.jspecify.annotations.NullMarked;
