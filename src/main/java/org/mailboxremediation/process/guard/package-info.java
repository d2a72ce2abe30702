/** What a person may do to the engine, and nothing else. */
@NullMarked
package org.mailboxremediation.process.guard;

import org.jspecify.annotations.NullMarked;
