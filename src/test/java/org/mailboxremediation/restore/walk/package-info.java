/** Seeded random walks of a case's facts: after each step the gate's answer is held against an oracle of its own. */
@NullMarked
package org.mailboxremediation.restore.walk;

import org.jspecify.annotations.NullMarked;
