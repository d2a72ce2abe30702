/** Message headers read into an origin report: pure, no framework. */
@NullMarked
package org.mailboxremediation.evidence.trace;

import org.jspecify.annotations.NullMarked;
