/** One input for each user task: what a person may answer, and the fact that the answer becomes. */
@NullMarked
package org.mailboxremediation.process.task;

import org.jspecify.annotations.NullMarked;
