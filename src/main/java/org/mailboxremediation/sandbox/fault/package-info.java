/** Faults on demand, and what was called: the practice side of promise P9. */
@NullMarked
package org.mailboxremediation.sandbox.fault;

import org.jspecify.annotations.NullMarked;
